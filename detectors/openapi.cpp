#include "detectors/openapi.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/openapi_operations.hpp"

namespace detectors {
namespace {

using api::Field;
using api::Operation;
using api::operations_of;
using source::Line;
using source::Yaml;

constexpr std::size_t largest = std::size_t{4} << 20U;  // bytes; the library reads some MB a second

template <class Items, class Test>
auto found_in(const Items& items, Test test) {
  const auto found = std::find_if(items.begin(), items.end(), test);
  return found == items.end() ? nullptr : &*found;
}

const Field* field_named(const Operation& operation, const Field& like) {
  return found_in(operation.fields,
                  [&](const Field& each) { return each.name == like.name && each.request == like.request; });
}

std::string_view holder_of(const std::string& name) {
  const auto end = name.find_last_of(". ");
  return std::string_view(name).substr(0, end == std::string::npos ? 0 : end + 1);
}

struct Comparison {
  const Operation& old;
  const Operation& now;
  std::vector<ApiChange>& changes;

  void add(std::string_view kind, const Field& field, std::string to, Line line) {
    changes.push_back({std::string(kind), now.name, field.name, std::move(to), line});
  }

  // Of a whole object that went only the object is told.
  [[nodiscard]] bool told_above(const Field& gone) const {
    return std::any_of(changes.begin(), changes.end(), [&](const ApiChange& change) {
      return change.operation == now.name && gone.name.size() > change.field.size() &&
             gone.name.starts_with(change.field) &&
             (change.kind == "field removed" || change.kind == "response removed");
    });
  }

  // A new field of the same type in the same object: most likely the same under another name.
  [[nodiscard]] const Field* renamed_to(const Field& gone) const {
    return found_in(now.fields, [&](const Field& each) {
      return each.request == gone.request && each.type == gone.type &&
             holder_of(each.name) == holder_of(gone.name) && !field_named(old, each);
    });
  }

  [[nodiscard]] Line line_of_holder(const Field& gone) const {
    auto line = now.line;
    for (const auto& each : now.fields)
      if (holder_of(gone.name).starts_with(each.name)) line = each.line;
    return line;
  }

  void gone(const Field& field) {
    if (field.request || told_above(field)) return;  // what is no longer taken is ignored
    if (const auto* other = renamed_to(field))
      add("field renamed", field,
          std::string(std::string_view(other->name).substr(holder_of(other->name).size())), other->line);
    else
      add("field removed", field, "", line_of_holder(field));
  }

  // An enum that was not there, or that lost a value that callers send.
  [[nodiscard]] static bool takes_fewer(const Field& before, const Field& after) {
    if (after.values.empty()) return false;
    return before.values.empty() || std::any_of(before.values.begin(), before.values.end(), [&](auto& value) {
             return std::find(after.values.begin(), after.values.end(), value) == after.values.end();
           });
  }

  void compare() {
    for (const auto& answer : old.answers)
      if (std::find(now.answers.begin(), now.answers.end(), answer) == now.answers.end())
        add("response removed", {.name = answer, .type = {}, .line = {}}, "", now.line);
    for (const auto& field : old.fields) {
      const auto* same = field_named(now, field);
      if (!same)
        gone(field);
      else if (same->type != field.type && !field.type.empty())
        add("type changed", field, same->type, same->line);
      else if (field.request && takes_fewer(field, *same))
        add("type changed", field, fmt::format("one of {}", fmt::join(same->values, ", ")), same->line);
      else if (!field.request && same->nullable && !field.nullable)
        add("now nullable", field, same->type + " or null", same->line);
      else if (!field.request && field.required && !same->required)
        add("now nullable", field, "not required", same->line);
    }
    for (const auto& field : now.fields) {
      const auto* before = field_named(old, field);
      if (field.request && field.required && field.name != "body" && (!before || !before->required))
        add("new required field", field, field.type, field.line);
    }
  }
};

Line line_of_paths(const std::vector<Yaml>& documents) {
  const auto* paths = documents.empty() ? nullptr : documents.front().find("paths");
  return paths ? paths->line : Line{1};
}

}  // namespace

bool is_openapi(std::string_view path, std::string_view text) {
  const bool named = path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".json");
  if (!named || text.size() > largest) return false;
  for (const std::string_view word : {"openapi", "swagger"})
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const auto before = text.find_last_not_of(" \t\"'", at == 0 ? 0 : at - 1);
      const bool key = at == 0 || before == std::string_view::npos || text[before] == '\n' ||
                       text[before] == '{' || text[before] == ',';
      const auto after = text.find_first_not_of("\"' \t", at + word.size());
      if (key && after != std::string_view::npos && text[after] == ':') return true;
    }
  return false;
}

source::Checked<std::vector<ApiChange>> openapi_changes(const std::string& path, const std::string& before,
                                                        const std::string& after) {
  const auto new_documents = source::read_yaml(path, after);
  if (!new_documents) return tl::make_unexpected(new_documents.error());
  const auto old_documents = source::read_yaml(path, before);
  std::vector<ApiChange> changes;
  if (!old_documents) return changes;
  const auto now = operations_of(*new_documents);
  for (const auto& old : operations_of(*old_documents)) {
    const auto* same = found_in(now, [&](const Operation& each) { return each.key == old.key; });
    if (same)
      Comparison{old, *same, changes}.compare();
    else
      changes.push_back({"operation removed", "paths", old.name, "", line_of_paths(*new_documents)});
  }
  return changes;
}

}  // namespace detectors
