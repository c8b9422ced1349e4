#include "detectors/openapi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "detectors/openapi_limits.hpp"
#include "detectors/openapi_operations.hpp"

namespace detectors {
namespace {

using api::Field;
using api::Operation;
using api::operations_of;
using source::Line;
using source::Yaml;

constexpr std::size_t largest = std::size_t{4} << 20U;  // bytes; the library reads some MB a second

using Name = std::pair<bool, std::string_view>;  // of a request, and how it is called

Name name_of(const Field& field) { return {field.request, field.name}; }

std::string_view holder_of(const std::string& name) {
  const auto end = name.find_last_of(". ");
  return std::string_view(name).substr(0, end == std::string::npos ? 0 : end + 1);
}

std::map<Name, const Field*> by_name(const Operation& operation) {
  std::map<Name, const Field*> fields;
  for (const auto& field : operation.fields) fields.emplace(name_of(field), &field);
  return fields;
}

const Field* found_in(const std::map<Name, const Field*>& fields, const Name& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : found->second;
}

struct Comparison {
  const Operation& old;
  const Operation& now;
  std::vector<ApiChange>& changes;
  std::map<Name, const Field*> old_fields = by_name(old);
  std::map<Name, const Field*> now_fields = by_name(now);
  std::map<std::tuple<bool, std::string_view, std::string_view>, const Field*>
      new_fields{};                      // by holder, type
  std::set<std::string_view> removed{};  // fields and answers

  void add(std::string_view kind, const Field& field, std::string to, const Field& at, bool plain = true) {
    changes.push_back({std::string(kind), now.name, field.name, std::move(to), at.line, at.from,
                       plain && !field.choice && !field.deprecated && !old.deprecated});
  }

  // Of a whole object that went only the object is told.
  [[nodiscard]] bool told_above(const Field& gone) const {
    const std::string_view name = gone.name;
    for (auto at = name.find_first_of(".[ "); at != std::string_view::npos;
         at = name.find_first_of(".[ ", at + 1))
      if (removed.contains(name.substr(0, at))) return true;
    return false;
  }

  // A new field of the same type in the same object: most likely the same under another name.
  [[nodiscard]] const Field* renamed_to(const Field& gone) const {
    const auto found = new_fields.find({gone.request, holder_of(gone.name), gone.type});
    if (found == new_fields.end()) return nullptr;
    const bool element = found->second->name.ends_with("[]");  // of a new list: not what has gone
    return element == gone.name.ends_with("[]") ? found->second : nullptr;
  }

  // What the field that is gone stood in.
  [[nodiscard]] Field holder(const Field& gone) const {
    std::string_view name = gone.name;
    for (auto end = name.find_last_of(".[ "); end != std::string_view::npos; end = name.find_last_of(".[ ")) {
      name = name.substr(0, end);
      if (const auto* known = found_in(now_fields, {gone.request, name})) return *known;
    }
    return {.name = {}, .type = {}, .line = now.line};
  }

  void gone(const Field& field) {
    if (field.request || told_above(field)) return;  // what is no longer taken is ignored
    if (const auto* other = renamed_to(field)) {
      add("field renamed", field,
          std::string(std::string_view(other->name).substr(holder_of(other->name).size())), *other);
    } else {
      add("field removed", field, "", holder(field));
      removed.insert(field.name);
    }
  }

  void compare_sent(const Field& field, const Field& same) {
    if (const auto what = api::narrowed(field, same); !what.empty()) add("now narrower", field, what, same);
  }

  void compare_answered(const Field& field, const Field& same) {
    if (same.nullable && !field.nullable)
      add("now nullable", field, same.type + " or null", same);
    else if (field.required && !same.required)
      add("now nullable", field, "not required", same);
    else if (const auto values = api::added_values(field, same); !values.empty())
      add("value added", field, values, same);
  }

  void compare_answers() {
    for (const auto& answer : old.answers)
      if (std::find(now.answers.begin(), now.answers.end(), answer) == now.answers.end()) {
        add("response removed", {.name = answer, .type = {}, .line = {}}, "",
            {.name = {}, .type = {}, .line = now.line}, false);
        removed.insert(answer);
      }
  }

  void compare() {
    for (const auto& field : now.fields)
      if (!found_in(old_fields, name_of(field)))
        new_fields.emplace(std::tuple(field.request, holder_of(field.name), std::string_view(field.type)),
                           &field);
    compare_answers();
    for (const auto& field : old.fields) {
      if (!now.knows(field.name)) continue;
      const auto* same = found_in(now_fields, name_of(field));
      if (!same)
        gone(field);
      else if (const auto to = api::retyped(field, *same); !to.type.empty())
        add(field.request ? "now narrower" : "type changed", field, to.type, *same, to.plain);
      else if (field.request)
        compare_sent(field, *same);
      else
        compare_answered(field, *same);
    }
    for (const auto& field : now.fields) {
      if (!field.request || !field.required || field.name == "body" || !old.knows(field.name)) continue;
      const auto* before = found_in(old_fields, name_of(field));
      if (!before || !before->required) add("new required field", field, field.type, field);
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

bool refers_to_others(std::string_view text) {
  constexpr std::string_view word = "$ref";
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto value = text.find_first_not_of("\"': \t", at + word.size());
    if (value != std::string_view::npos && text[value] != '#') return true;
  }
  return false;
}

source::Checked<ApiChanges> openapi_changes(const std::string& path, const std::string& before,
                                            const std::string& after, const OtherFiles& others) {
  auto new_values = source::read_yaml(path, after);
  if (!new_values) return tl::make_unexpected(new_values.error());
  auto old_values = source::read_yaml(path, before);
  if (!old_values) return ApiChanges{};
  const auto paths = line_of_paths(*new_values);
  api::Documents new_documents(path, *std::move(new_values), others.now);
  api::Documents old_documents(path, *std::move(old_values), others.before);
  const auto now = operations_of(new_documents);
  const auto old = operations_of(old_documents);
  ApiChanges result{.changes = {}, .notes = new_documents.notes()};
  if (now.cut || old.cut) return result;
  std::map<std::string_view, const Operation*> known;
  for (const auto& each : now.operations) known.emplace(each.key, &each);
  for (const auto& each : old.operations) {
    if (const auto same = known.find(each.key); same != known.end())
      Comparison{each, *same->second, result.changes}.compare();
    else if (now.all_paths)
      result.changes.push_back({"operation removed", "paths", each.name, "", paths, "", !each.deprecated});
  }
  return result;
}

}  // namespace detectors
