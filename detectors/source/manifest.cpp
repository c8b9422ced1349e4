#include "detectors/source/manifest.hpp"

#include <fmt/format.h>

// Hostile bytes reach assertions of toml++ 3.3 that its own checks behind them handle: it then throws as it
// should.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <list>

#include "detectors/source/nearest.hpp"

namespace detectors::source {
namespace {

Line line_at(const toml::node& node) { return Line{static_cast<int>(node.source().begin.line)}; }

std::string_view kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return "a date or time";
    case toml::node_type::none:
      break;
  }
  return "nothing";
}

}  // namespace

// One table of the file. The root owns the parsed document, the faults and all other tables; a Manifest of
// such a table shares the ownership of the root.
struct Manifest::Table {
  Table* root = nullptr;  // null in the root itself
  std::string path;
  toml::table document;      // the root's only
  Faults faults;             // the root's only
  std::list<Table> visited;  // the root's only: tables whose unknown keys finish() reports
  const toml::table* table = nullptr;
  std::vector<std::string> known;

  Table& top() { return root ? *root : *this; }

  Table& visit(const toml::table& inner) {
    auto& child = top().visited.emplace_back();
    child.root = &top();
    child.table = &inner;
    return child;
  }

  const toml::node* find(std::string_view key) {
    if (std::find(known.begin(), known.end(), key) == known.end()) known.emplace_back(key);
    return table->get(key);
  }

  void fault(Line line, std::string problem, std::string remedy) {
    top().faults.push_back({top().path, line, std::move(problem), std::move(remedy)});
  }

  void wrong_kind(std::string_view key, const toml::node& node, std::string_view wanted) {
    fault(line_at(node), fmt::format("'{}' is {}, not {}", key, kind_of(node), wanted),
          fmt::format("write {} there", wanted));
  }

  void report_unknown_keys() {
    for (const auto& [key, node] : *table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      fault(Line{static_cast<int>(key.source().begin.line)}, fmt::format("unknown key '{}'", key.str()),
            did_you_mean(key.str(), known)
                .value_or(fmt::format("remove it; known keys are: {}", fmt::join(known, ", "))));
    }
  }
};

Manifest::Manifest(std::shared_ptr<Table> table) : table_(std::move(table)) {}
Manifest::Manifest(Manifest&&) noexcept = default;
Manifest& Manifest::operator=(Manifest&&) noexcept = default;
Manifest::~Manifest() = default;

Checked<Manifest> Manifest::read(std::string path, std::string_view text) {
  auto root = std::make_shared<Table>();
  root->path = std::move(path);
  try {
    root->document = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return faulty({root->path, Line{static_cast<int>(error.source().begin.line)},
                   fmt::format("not valid TOML: {}", error.description()), "mend the syntax at this line"});
  }
  root->table = &root->document;
  return Manifest(std::move(root));
}

std::optional<std::string> Manifest::text(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_string()) return value->get();
  table_->wrong_kind(key, *node, "a text");
  return std::nullopt;
}

std::optional<std::int64_t> Manifest::integer(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_integer()) return value->get();
  table_->wrong_kind(key, *node, "a whole number");
  return std::nullopt;
}

std::optional<double> Manifest::real(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return std::nullopt;
  if (const auto value = node->value<double>(); value && node->is_number()) return value;
  table_->wrong_kind(key, *node, "a number");
  return std::nullopt;
}

std::optional<bool> Manifest::boolean(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_boolean()) return value->get();
  table_->wrong_kind(key, *node, "true or false");
  return std::nullopt;
}

std::vector<std::string> Manifest::texts(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return {};
  const auto* array = node->as_array();
  if (!array) {
    table_->wrong_kind(key, *node, "a list of texts");
    return {};
  }
  std::vector<std::string> result;
  for (const auto& element : *array) {
    if (const auto* value = element.as_string())
      result.push_back(value->get());
    else
      table_->wrong_kind(key, element, "a text in the list");
  }
  return result;
}

std::optional<Manifest> Manifest::table(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return std::nullopt;
  const auto* inner = node->as_table();
  if (!inner) {
    table_->wrong_kind(key, *node, "a table");
    return std::nullopt;
  }
  return Manifest(std::shared_ptr<Table>(table_, &table_->visit(*inner)));
}

std::vector<Manifest> Manifest::tables(std::string_view key) {
  const auto* node = table_->find(key);
  if (!node) return {};
  const auto* array = node->as_array();
  std::vector<Manifest> result;
  for (std::size_t i = 0; array && i < array->size(); ++i) {
    const auto* inner = array->get(i)->as_table();
    if (!inner) break;
    result.push_back(Manifest(std::shared_ptr<Table>(table_, &table_->visit(*inner))));
  }
  if (!array || result.size() != array->size()) table_->wrong_kind(key, *node, "a list of tables");
  return result;
}

std::vector<std::string> Manifest::keys() const {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& [key, node] : *table_->table) found.emplace_back(key.source().begin.line, key.str());
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.first < b.first; });
  std::vector<std::string> result;
  result.reserve(found.size());
  for (auto& [line, key] : found) result.push_back(std::move(key));
  return result;
}

std::string Manifest::required_text(std::string_view key) {
  if (auto value = text(key)) return *value;
  if (!has(key)) fault(key, fmt::format("'{}' is missing", key), fmt::format("add {} = \"…\"", key));
  return "";
}

std::int64_t Manifest::required_integer(std::string_view key) {
  if (auto value = integer(key)) return *value;
  if (!has(key))
    fault(key, fmt::format("'{}' is missing", key), fmt::format("add {} = <a whole number>", key));
  return 0;
}

std::string Manifest::required_choice(std::string_view key, std::span<const std::string_view> allowed) {
  auto value = required_text(key);
  if (value.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
  fault(key, fmt::format("'{}' is \"{}\"", key, value),
        fmt::format("use one of: {}", fmt::join(allowed, ", ")));
  return value;
}

bool Manifest::has(std::string_view key) const { return table_->table->contains(key); }

Line Manifest::line(std::string_view key) const {
  const auto* node = table_->table->get(key);
  return line_at(node ? *node : *table_->table);
}

void Manifest::fault(std::string_view key, std::string problem, std::string remedy) {
  table_->fault(line(key), std::move(problem), std::move(remedy));
}

Faults Manifest::finish() {
  table_->report_unknown_keys();
  for (auto& child : table_->top().visited) child.report_unknown_keys();
  auto faults = table_->top().faults;
  std::stable_sort(faults.begin(), faults.end(), [](auto& a, auto& b) { return a.line < b.line; });
  return faults;
}

}  // namespace detectors::source
