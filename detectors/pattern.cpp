#include "detectors/pattern.hpp"

#include <algorithm>
#include <cctype>

namespace detectors {
namespace {

using syntax::no_node;
using syntax::NodeId;
using syntax::Tree;

// A metavariable is written as a name that the grammar takes for an identifier.
constexpr std::string_view one_prefix = "seedfaultONE_";
constexpr std::string_view many_prefix = "seedfaultMANY_";
// A pattern is a person's own few lines; its depth bounds our recursion.
constexpr std::uint32_t deepest_pattern = 64;

bool name_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string with_plain_names(std::string_view code) {
  std::string result;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool many = code.substr(i).starts_with("$$$");
    const auto name = i + (many ? 3 : 1);
    if (code[i] != '$' || name >= code.size() || !name_letter(code[name])) {
      result += code[i];
      continue;
    }
    result += many ? many_prefix : one_prefix;
    i = name - 1;
  }
  return result;
}

// Go and Java read an expression at the top of a file as something else, or not at all.
std::pair<std::string_view, std::string_view> surroundings(syntax::Language language) {
  switch (language) {
    case syntax::Language::go:
      return {"package p\nfunc f() {\n", "\n}\n"};
    case syntax::Language::java:
      return {"class A { void f() {\n", ";\n} }\n"};
    case syntax::Language::python:
    case syntax::Language::javascript:
    case syntax::Language::typescript:
    case syntax::Language::tsx:
    case syntax::Language::sql:
      break;
  }
  return {"", ""};
}

std::vector<NodeId> children_of(const Tree& tree, NodeId id) {
  std::vector<NodeId> result;
  for (auto child = tree.first_child(id); child != no_node; child = tree.next_sibling(child))
    if (!tree.kind(child).ends_with("comment")) result.push_back(child);
  return result;
}

PatternNode build(const Tree& tree, NodeId id) {
  auto text = tree.slice(id);
  if (text.ends_with(';') && text.starts_with(many_prefix)) text.remove_suffix(1);  // $$$BODY; of Java
  for (const auto& [prefix, kind] :
       {std::pair{one_prefix, PatternNode::Kind::one}, std::pair{many_prefix, PatternNode::Kind::many}})
    if (text.starts_with(prefix) && std::all_of(text.begin(), text.end(), name_letter))
      return {.kind = kind, .text = std::string(text.substr(prefix.size()))};
  PatternNode node{.symbol = tree[id].kind};
  for (const auto child : children_of(tree, id)) node.children.push_back(build(tree, child));
  if (node.children.empty()) {
    node.kind = PatternNode::Kind::leaf;
    node.text = std::string(tree.slice(id));
  }
  return node;
}

// Several $$$ in one list, nested: each multiplies the ways to try.
constexpr int most_steps = 20'000;

struct Matcher {
  const Tree& tree;
  Bindings bindings;
  int steps = most_steps;

  bool bind(const std::string& name, std::string_view text) {
    if (name == "_") return true;
    const auto [known, fresh] = bindings.emplace(name, text);
    return fresh || known->second == text;
  }

  bool node(const PatternNode& pattern, NodeId id) {
    if (--steps < 0) return false;
    switch (pattern.kind) {
      case PatternNode::Kind::one:
        return tree[id].named && bind(pattern.text, tree.slice(id));
      case PatternNode::Kind::many:
        return true;
      case PatternNode::Kind::leaf:
        return tree[id].kind == pattern.symbol && tree.slice(id) == pattern.text;
      case PatternNode::Kind::node:
        break;
    }
    return tree[id].kind == pattern.symbol && list(pattern.children, 0, children_of(tree, id), 0);
  }

  static bool comma_before_many(const std::vector<PatternNode>& patterns, std::size_t p) {
    return patterns[p].text == "," && p + 1 < patterns.size() &&
           patterns[p + 1].kind == PatternNode::Kind::many;
  }

  // $$$ takes as few neighbours as it can; the number of tries is bounded by the list's length.
  bool list(const std::vector<PatternNode>& patterns, std::size_t p, const std::vector<NodeId>& nodes,
            std::size_t n) {
    while (p < patterns.size() && patterns[p].kind != PatternNode::Kind::many) {
      // Without neighbours, the comma before $$$ARGS falls away with it.
      if (comma_before_many(patterns, p)) {
        const auto kept = bindings;
        if (list(patterns, p + 2, nodes, n)) return true;
        bindings = kept;
      }
      if (steps <= 0 || n == nodes.size() || !node(patterns[p], nodes[n])) return false;
      ++p;
      ++n;
    }
    if (p == patterns.size()) return n == nodes.size();
    // And so does the comma after it.
    const auto next = p + 1 < patterns.size() && patterns[p + 1].text == "," ? p + 2 : p + 1;
    for (auto skip = n; skip <= nodes.size() && --steps > 0; ++skip) {
      const auto kept = bindings;
      if (list(patterns, skip == n ? next : p + 1, nodes, skip)) return true;
      bindings = kept;
    }
    return false;
  }
};

}  // namespace

tl::expected<Pattern, std::string> compile_pattern(std::string_view code, syntax::Language language) {
  const auto plain = with_plain_names(code);
  const auto [before, after] = surroundings(language);
  const auto parsed = syntax::parse(std::string(before) + plain + std::string(after), language);
  if (!parsed.tree || parsed.tree->size() == 0) return tl::make_unexpected(std::string("cannot be parsed"));
  const auto& tree = *parsed.tree;
  if (tree.first_error()) return tl::make_unexpected(std::string("is not valid code of the language"));
  NodeId root = no_node;  // the innermost node that is all of the pattern
  for (NodeId i = 1; i < tree.size(); ++i) {
    if (tree[i].depth > deepest_pattern) return tl::make_unexpected(std::string("is nested too deeply"));
    if (tree[i].begin == before.size() && tree[i].end == before.size() + plain.size()) root = i;
  }
  if (root == no_node) return tl::make_unexpected(std::string("must be one expression or one statement"));
  return Pattern{build(tree, root), language};
}

std::optional<Bindings> match_at(const Pattern& pattern, const syntax::Tree& tree, syntax::NodeId id,
                                 const Bindings& known) {
  if (pattern.root.kind == PatternNode::Kind::node && pattern.root.symbol != tree[id].kind)
    return std::nullopt;
  Matcher matcher{tree, known};
  if (!matcher.node(pattern.root, id)) return std::nullopt;
  return std::move(matcher.bindings);
}

}  // namespace detectors
