#include "detectors/contract_types.hpp"

#include <algorithm>
#include <array>

#include "detectors/contract_type_parts.hpp"

namespace detectors {

namespace {

using written::applied;
using written::last_part;
using written::parts;
using written::trimmed;
using written::without_inner;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 13> text_names{
    "string", "str",     "String",    "CharSequence",  "UUID",           "uuid", "datetime",
    "date",   "Instant", "LocalDate", "LocalDateTime", "OffsetDateTime", "Time"};
constexpr std::array<std::string_view, 15> whole_names{"int",     "int8",  "int16",  "int32",  "int64",
                                                       "uint",    "uint8", "uint16", "uint32", "uint64",
                                                       "Integer", "Long",  "long",   "short",  "Short"};
constexpr std::array<std::string_view, 6> fraction_names{"float",  "float32", "float64",
                                                         "double", "Double",  "Float"};
constexpr std::array<std::string_view, 4> truth_names{"bool", "boolean", "Boolean", "bool_"};
constexpr std::array<std::string_view, 3> exact_names{"Decimal", "BigDecimal", "decimal"};
constexpr std::array<std::string_view, 12> list_names{"list",     "List",       "Array", "ReadonlyArray",
                                                      "Sequence", "Set",        "set",   "tuple",
                                                      "Iterable", "Collection", "array", "FrozenSet"};
constexpr std::array<std::string_view, 5> absent_names{"None", "null", "undefined", "nil", "void"};

constexpr std::array<std::string_view, 4> nullable_names{"Optional", "Nullable", "Maybe", "NotRequired"};

// z.string().nullish(), of which the brackets are gone.
bool is_null_schema(std::string_view chain) {
  for (const std::string_view step : {".nullable", ".nullish", ".optional"})
    if (const auto at = chain.find(step); at != std::string_view::npos) return true;
  return chain.starts_with("z.nullable") || chain.starts_with("z.optional");
}

// The name under which a plain value is compared; "" for one that the text does not explain.
std::string_view plain(std::string_view name) {
  if (is_one_of(name, text_names)) return "text";
  if (is_one_of(name, whole_names)) return "whole number";
  if (is_one_of(name, fraction_names)) return "fraction";
  if (is_one_of(name, truth_names)) return "truth value";
  if (is_one_of(name, exact_names)) return "decimal";
  return name == "number" ? "number" : "";
}

void add_members(std::string_view written, std::vector<std::string>& members);

void add_list(std::string_view inner, std::vector<std::string>& members) {
  const auto of = sent_type(inner);
  std::string name = "[]";
  for (const auto& each : of.members) name += (name == "[]" ? "" : "|") + each;
  members.push_back(std::move(name));
}

// z.string().min(1), z.array(z.number()), z.enum(["a"])
void add_schema(std::string_view schema, std::vector<std::string>& members) {
  schema.remove_prefix(2);
  const auto open = schema.find('(');
  const auto name = schema.substr(0, open);
  const auto close = open == std::string_view::npos ? open : schema.find(')', open);
  const auto inner =
      close == std::string_view::npos ? std::string_view() : schema.substr(open + 1, close - open - 1);
  if (name == "array") return add_list(inner, members);
  if (name != "enum" || !inner.starts_with('[')) {
    members.emplace_back(plain(name).empty() ? "?" : plain(name));
    return;
  }
  for (const auto value : parts(inner.substr(1, inner.size() - 2), ',')) members.emplace_back(value);
}

void add_applied(std::string_view name, std::string_view inner, std::string_view whole,
                 std::vector<std::string>& members) {
  if (name == "Optional") return add_members(inner, members);
  if (name == "Union" || name == "Literal") {
    for (const auto part : parts(inner, ',')) add_members(part, members);
    return;
  }
  if (is_one_of(last_part(name), list_names))
    return add_list(parts(inner, ',').empty() ? "" : parts(inner, ',')[0], members);
  members.push_back("?" + std::string(whole));
}

void add_member(std::string_view written, std::vector<std::string>& members) {
  auto type = trimmed(written);
  while (type.starts_with('*') || type.starts_with('&')) type.remove_prefix(1);
  if (type.starts_with("readonly ")) type = trimmed(type.substr(9));
  if (type.empty() || is_one_of(type, absent_names)) return;
  if (type.starts_with("z.")) return add_schema(type, members);
  const bool quoted = type.front() == '"' || type.front() == '\'';
  if (quoted && type.size() > 1 && type.back() == type.front()) return void(members.emplace_back(type));
  if (type.starts_with("[]")) return add_list(type.substr(2), members);
  if (type.ends_with("[]")) return add_list(type.substr(0, type.size() - 2), members);
  if (type.front() == '(' && type.back() == ')' && parts(type.substr(1, type.size() - 2), '|').size() > 1)
    return add_members(type.substr(1, type.size() - 2), members);
  if (const auto known = plain(last_part(type)); !known.empty()) return void(members.emplace_back(known));
  const auto [name, inner] = applied(type);
  if (!inner.empty()) return add_applied(name, inner, type, members);
  members.push_back("?" + std::string(last_part(type)));
}

void add_members(std::string_view written, std::vector<std::string>& members) {
  for (const auto part : parts(written, '|')) add_member(part, members);
}

bool is_literal(std::string_view member) { return member.front() == '"' || member.front() == '\''; }
bool is_unknown(std::string_view member) { return member.find('?') != std::string_view::npos; }
std::string_view value_of_literal(std::string_view member) { return member.substr(1, member.size() - 2); }

bool has(const SentType& type, std::string_view member) {
  return std::find(type.members.begin(), type.members.end(), member) != type.members.end();
}

// A list of them is sent where one of them was, or the other way round: that much is sure of any name.
bool is_other_shape(std::string_view member, const SentType& from) {
  if (member.starts_with("[]")) return from.members.size() == 1 && from.members[0] == member.substr(2);
  return from.members.size() == 1 && from.members[0] == "[]" + std::string(member);
}

bool is_covered(std::string_view member, const SentType& from);

// A list of which every element was in a list before.
bool is_covered_list(std::string_view list, const SentType& from) {
  return std::ranges::any_of(from.members, [&](std::string_view each) {
    if (!each.starts_with("[]")) return false;
    SentType before;
    for (const auto element : parts(each.substr(2), '|')) before.members.emplace_back(element);
    return std::ranges::all_of(parts(list.substr(2), '|'),
                               [&](std::string_view element) { return is_covered(element, before); });
  });
}

bool is_covered(std::string_view member, const SentType& from) {
  if (has(from, member)) return true;
  if (member.starts_with("[]")) return is_covered_list(member, from);
  if (is_literal(member))
    return has(from, "text") ||
           std::any_of(from.members.begin(), from.members.end(), [&](const std::string& each) {
             return is_literal(each) && value_of_literal(each) == value_of_literal(member);
           });
  const bool counts = member == "whole number" || member == "fraction";
  return counts && has(from, "number");
}

}  // namespace

SentType sent_type(std::string_view written) {
  // Types are read by going down into their brackets: what nobody wrote by hand is not explained.
  constexpr std::size_t longest = 500;
  SentType type;
  if (written.size() > longest) return {{"?"}};
  add_members(written, type.members);
  std::sort(type.members.begin(), type.members.end());
  type.members.erase(std::unique(type.members.begin(), type.members.end()), type.members.end());
  return type;
}

bool may_be_null(std::string_view written) {
  auto type = trimmed(written);
  if (type.starts_with('*')) return true;
  if (type.starts_with("z.")) return is_null_schema(without_inner(type));
  while (type.size() > 1 && type.front() == '(' && type.back() == ')' && parts(type, '|').size() == 1)
    type = trimmed(type.substr(1, type.size() - 2));
  return std::ranges::any_of(parts(type, '|'), [&](std::string_view part) {
    if (is_one_of(part, absent_names) || part.starts_with("@Nullable")) return true;
    const auto [name, inner] = applied(part);
    if (is_one_of(last_part(name), nullable_names)) return true;
    return last_part(name) == "Union" &&
           std::ranges::any_of(parts(inner, ','), [](auto each) { return is_one_of(each, absent_names); });
  });
}

bool is_function_type(std::string_view written) {
  return without_inner(written).find("=>") != std::string::npos;
}

std::vector<std::string> literal_values(const SentType& type) {
  std::vector<std::string> values;
  for (const auto& each : type.members) {
    if (!is_literal(each)) return {};
    values.emplace_back(value_of_literal(each));
  }
  return values;
}

bool surely_exceeds(const SentType& to, const SentType& from) {
  const bool explained =
      std::none_of(from.members.begin(), from.members.end(), is_unknown) && !from.members.empty();
  return std::any_of(to.members.begin(), to.members.end(), [&](const std::string& member) {
    if (is_covered(member, from)) return false;
    return is_other_shape(member, from) || (explained && !is_unknown(member));
  });
}

}  // namespace detectors
