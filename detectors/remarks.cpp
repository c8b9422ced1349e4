#include "detectors/remarks.hpp"

#include <algorithm>
#include <cctype>

#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

bool is_comment(const Facts& facts, NodeId id) { return facts.tree.kind(id).ends_with("comment"); }

// eslint-disable, @ts-ignore, ruleid, TODO: said to a tool or of work that is left, no reason.
bool is_a_note(std::string_view text) {
  for (const std::string_view known :
       {"eslint", "@ts-", "istanbul", "c8 ", "TODO", "FIXME", "XXX", "prettier", "nolint", "noqa",
        "type:", "biome", "ruleid:", "high:", "low:", "ok:"})
    if (text.find(known) != std::string_view::npos) return true;
  return false;
}

int count_words(std::string_view text) {
  int count = 0;
  int letters = 0;
  for (const char c : text) {
    letters = std::isalpha(static_cast<unsigned char>(c)) != 0 ? letters + 1 : 0;
    if (letters == 2) ++count;
  }
  return count;
}

// "// ignore" names what is done; from three words on it may say why.
bool gives_reason(const Facts& facts, NodeId id) {
  constexpr int fewest = 3;
  const auto text = facts.text(id);
  return is_comment(facts, id) && !is_a_note(text) && count_words(text) >= fewest;
}

bool says_it_is_meant(const Facts& facts, NodeId id) {
  static const std::vector<std::string> signs{
      "await",       "wait",    "background",    "asynchronously", "fire",        "forget",   "purpose",
      "intentional", "ignore",  "intentionally", "deliberately",   "best effort", "not",      "no",
      "never",       "without", "don",           "doesn",          "needn",       "harmless", "regardless"};
  return gives_reason(facts, id) && has_any_phrase(facts.text(id), signs);
}

bool holds_reason(const Facts& facts, NodeId block) {
  for (NodeId i = block; i < facts.tree[block].after; ++i)
    if (gives_reason(facts, i)) return true;
  return false;
}

// Above the statement, or behind it on its line.
bool stands_at(const Facts& facts, NodeId statement) {
  const auto parent = facts.tree[statement].parent;
  if (parent == no_node) return false;
  NodeId before = no_node;
  for (auto at = facts.tree.first_child(parent); at != no_node; at = facts.tree.next_sibling(at)) {
    if (at < statement && facts.tree[at].named) before = at;
    if (at <= statement || !facts.tree[at].named) continue;
    if (facts.line(at) == facts.line(facts.tree[statement].after - 1) && says_it_is_meant(facts, at))
      return true;
    break;
  }
  while (before != no_node && is_comment(facts, before)) {
    if (says_it_is_meant(facts, before)) return true;
    NodeId above = no_node;
    for (auto at = facts.tree.first_child(parent); at != no_node && at < before;
         at = facts.tree.next_sibling(at))
      if (facts.tree[at].named) above = at;
    before = above;
  }
  return false;
}

}  // namespace

bool is_explained(const Facts& facts, NodeId id) {
  if (facts.role(id) == Role::except && holds_reason(facts, id)) return true;
  const auto statement = statement_of(facts, id);
  if (statement == no_node) return false;
  const auto loop =
      enclosing(facts, statement, Role::loop);  // what is said of a loop is said of what it does
  return stands_at(facts, statement) || (loop != no_node && stands_at(facts, loop));
}

}  // namespace detectors
