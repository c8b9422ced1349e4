#include "detectors/facts/role.hpp"

#include <algorithm>
#include <vector>

namespace detectors::facts {
namespace {

struct RoleRow {
  std::string_view name;
  Role role;
  std::vector<Part> parts;
};

const std::vector<RoleRow>& role_rows() {  // NOLINT(readability-function-size): a table
  using enum Role;
  using P = Part;
  static const std::vector<RoleRow> rows{
      {"identifier", identifier, {}},
      {"attribute", attribute, {P::object, P::name}},
      {"subscript", subscript, {P::object, P::value}},
      {"string", string, {}},
      {"interpolation", interpolation, {P::value}},
      {"integer", integer, {}},
      {"float", float_, {}},
      {"boolean", boolean, {}},
      {"none", none, {}},
      {"collection", collection, {}},
      {"pair", pair, {P::name, P::value}},
      {"binary", binary, {P::left, P::right}},
      {"unary", unary, {P::value}},
      {"compare", compare, {}},
      {"logical", logical, {P::left, P::right}},
      {"not", not_, {P::value}},
      {"conditional", conditional, {}},
      {"group", group, {P::value}},
      {"await", await, {P::value}},
      {"yield", yield, {}},
      {"as", as, {P::value, P::alias}},
      {"call", call, {P::callee, P::arguments, P::object, P::name}},
      {"spawn", spawn, {P::value}},
      {"deferred", deferred, {P::value}},
      {"keyword", keyword, {P::name, P::value}},
      {"splat", splat, {}},
      {"spread", spread, {}},
      {"function", function, {P::name, P::parameters, P::body, P::type}},
      {"lambda", lambda, {P::parameters, P::body}},
      {"type", type, {P::name, P::arguments, P::body}},
      {"decorator", decorator, {P::value}},
      {"decorated", decorated, {}},
      {"parameters", parameters, {}},
      {"parameter", parameter, {P::name, P::type, P::value}},
      {"receiver", receiver, {P::name, P::type}},
      {"assign", assign, {P::target, P::value, P::type}},
      {"augment", augment, {P::target, P::value}},
      {"import", import, {P::module, P::alias}},
      {"import-from", import_from, {P::module, P::name, P::alias}},
      {"loop", loop, {P::target, P::iterable, P::body, P::condition}},
      {"comprehension", comprehension, {P::target, P::iterable, P::body}},
      {"branch", branch, {P::condition, P::body}},
      {"else", else_, {P::body}},
      {"try", try_, {P::body}},
      {"except", except, {P::type, P::body, P::name}},
      {"finally", finally, {P::body}},
      {"with", with, {P::body}},
      {"with-item", with_item, {P::value}},
      {"block", block, {}},
      {"module", module, {}},
      {"statement", statement, {}},
      {"return", return_, {}},
      {"raise", raise, {}},
      {"break", break_, {}},
      {"continue", continue_, {}},
      {"pass", pass, {}},
      {"global", global, {}},
      {"case", case_, {}},
  };
  return rows;
}

constexpr std::array<std::pair<std::string_view, Part>, 15> part_rows{{
    {"name", Part::name},
    {"object", Part::object},
    {"value", Part::value},
    {"callee", Part::callee},
    {"arguments", Part::arguments},
    {"parameters", Part::parameters},
    {"body", Part::body},
    {"type", Part::type},
    {"target", Part::target},
    {"left", Part::left},
    {"right", Part::right},
    {"module", Part::module},
    {"alias", Part::alias},
    {"iterable", Part::iterable},
    {"condition", Part::condition},
}};

// role_rows() is in the order of people, the enumeration's order is ours to index by.
std::array<std::array<std::uint8_t, part_rows.size()>, 64> slots_by_role() {
  std::array<std::array<std::uint8_t, part_rows.size()>, 64> table{};
  for (auto& row : table) row.fill(0xff);
  for (const auto& row : role_rows())
    for (std::size_t i = 0; i < row.parts.size(); ++i)
      table[static_cast<std::size_t>(row.role)][static_cast<std::size_t>(row.parts[i])] =
          static_cast<std::uint8_t>(i);
  return table;
}

}  // namespace

std::optional<Role> role_named(std::string_view name) {
  for (const auto& row : role_rows())
    if (row.name == name) return row.role;
  return std::nullopt;
}

std::optional<Part> part_named(std::string_view name) {
  for (const auto& [known, part] : part_rows)
    if (known == name) return part;
  return std::nullopt;
}

std::optional<std::size_t> slot(Role role, Part part) {
  static const auto table = slots_by_role();
  const auto found = table[static_cast<std::size_t>(role)][static_cast<std::size_t>(part)];
  if (found == 0xff) return std::nullopt;
  return found;
}

}  // namespace detectors::facts
