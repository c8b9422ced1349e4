#include "detectors/sql_places.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "detectors/facts/collect.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

constexpr std::array<std::string_view, 25> before_names{
    "from",     "join",   "into", "update",  "table", "exists",   "index",   "column",
    "database", "schema", "view", "add",     "alter", "to",       "as",      "select",
    "set",      "type",   "drop", "trigger", "on",    "distinct", "cascade", "sequence"};
// Statements that define things: nothing in them can be bound.
constexpr std::array<std::string_view, 28> definitions{
    "create", "alter",   "drop",      "attach",  "set",      "pragma",  "grant",
    "show",   "explain", "vacuum",    "lock",    "notify",   "listen",  "truncate",
    "revoke", "use",     "rename",    "kill",    "declare",  "fetch",   "close",
    "move",   "begin",   "savepoint", "release", "rollback", "reindex", "cluster"};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string first_word(std::string_view text) {
  const auto begin = std::find_if(text.begin(), text.end(),
                                  [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  return facts::lowered({begin, std::find_if_not(begin, text.end(), is_word)});
}

// The literal that holds the n-th of its placeholders, up to it; all of it when there are fewer.
std::string_view up_to_placeholder(std::string_view literal, std::size_t number) {
  for (std::size_t i = 0; i + 1 < literal.size(); ++i) {
    const bool percent = literal[i] == '%' && literal[i + 1] != '%';
    if (literal[i] == '%' && !percent) ++i;
    if ((percent || literal[i] == '{') && number-- == 0) return literal.substr(0, i);
  }
  return literal;
}

// "{name}", where the placeholders are named; nothing where they are not.
std::string_view up_to_named(std::string_view literal, std::string_view name) {
  const auto at = name.empty() ? std::string_view::npos : literal.find("{" + std::string(name));
  return at == std::string_view::npos ? std::string_view{} : literal.substr(0, at);
}

// The literal that an expression is, or that a variable of this file stands for.
NodeId literal_of(const Facts& facts, NodeId expression) {
  auto node = bare(facts, expression);
  const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
  if (known && known->kind == Definition::Kind::assignment && known->value != no_node && !known->unpacked)
    node = bare(facts, known->value);
  return facts.role(node) == Role::string ? node : no_node;
}

// The text that stands before the value, as far as one literal tells.
std::string_view text_before(const Facts& facts, NodeId statement, NodeId value) {
  NodeId below = value;
  for (auto at = facts.tree[value].parent; at != no_node && at + 1 > statement; at = facts.tree[at].parent) {
    if (facts.role(at) == Role::string)
      return facts.text(at).substr(0, facts.tree[below].begin - facts.tree[at].begin);
    const auto* call = facts.call(at);
    const auto left = facts.role(at) == Role::binary ? bare(facts, facts.part(at, Part::left)) : no_node;
    const bool formats = left != no_node && facts.role(left) == Role::string &&
                         below != facts.part(at, Part::left) &&
                         facts.text(left).find('%') != std::string_view::npos;
    if (formats) {
      std::size_t number = 0;
      if (facts.role(below) == Role::collection)
        for (NodeId i = below; i < value; ++i)
          if (facts.tree[i].parent == below && facts.role(i) != Role::none_ && facts.tree[i].after <= value)
            ++number;
      return up_to_placeholder(facts.text(left), number);
    }
    if (call != nullptr) {
      const auto text = call->receiver == no_node ? no_node : literal_of(facts, call->receiver);
      std::size_t number = 0;
      std::string_view name;
      for (const auto& given : call->arguments) {
        name = given.name;
        if (facts.tree.inside(value, given.value)) break;
        ++number;
      }
      if (text != no_node && !up_to_named(facts.text(text), name).empty())
        return up_to_named(facts.text(text), name);
      if (text != no_node) return up_to_placeholder(facts.text(text), number);
      if (number > 0 && facts.role(bare(facts, call->arguments.front().value)) == Role::string)
        return up_to_placeholder(facts.text(call->arguments.front().value), number - 1);
      return {};
    }
    // a + b: what stands before it in the text.
    if (facts.role(at) == Role::binary && below == facts.part(at, Part::right)) {
      const auto text = facts.text(facts.part(at, Part::left));
      const auto end = text.find_last_of("\"'`");
      return end == std::string_view::npos ? text : text.substr(0, end);
    }
    below = at;
  }
  return {};
}

}  // namespace

bool stands_for_a_name(const Facts& facts, NodeId statement, NodeId value) {
  auto before = text_before(facts, statement, value);
  if (before.empty()) return false;
  const auto opened = before.find_first_of("\"'`");
  if (opened <= 2) before.remove_prefix(opened);
  const auto verb = first_word(before);
  if (std::find(definitions.begin(), definitions.end(), verb) != definitions.end()) return true;
  const char last = before.back();
  if (is_word(last) || last == '"' || last == '`' || last == '[' || last == '.') return before.size() > 3;
  const auto end = before.find_last_not_of(" \n\t{$(");
  if (end == std::string_view::npos) return false;
  auto begin = end;
  while (begin > 0 && is_word(before[begin - 1])) --begin;
  const auto word = facts::lowered(before.substr(begin, end + 1 - begin));
  return std::find(before_names.begin(), before_names.end(), word) != before_names.end();
}

}  // namespace detectors
