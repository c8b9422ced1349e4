#include "detectors/syntax/query.hpp"

#include <algorithm>

#include "detectors/syntax/form.hpp"

namespace detectors::syntax {

struct Query::Compiled {
  ParsedQuery query;
  std::vector<std::vector<std::size_t>> by_kind;  // indices of forms, by the kind of their root
  std::vector<std::size_t> of_any_kind;           // those whose root is _
};

namespace {

// A pattern's own size bounds the recursion; the number of matches at one node is bounded here.
constexpr std::size_t most_matches_at_a_node = 10'000;

struct Matcher {
  const Tree& tree;
  const std::function<void(const Match&)>& use;
  const std::vector<Predicate>* predicates = nullptr;
  Match current{};
  std::size_t found = 0;  // at this node, by this form

  // What is left to match: the next child of this form, then of the forms around it.
  struct Rest {
    const Form* form;
    std::size_t child;
    NodeId from;  // the children before it are taken
    const Rest* outer;
  };

  [[nodiscard]] bool is_last_named(NodeId child) const {
    for (auto at = tree.next_sibling(child); at != no_node; at = tree.next_sibling(at))
      if (tree[at].named) return false;
    return true;
  }

  void enter(const Form& form, NodeId node, const Rest* rest) {
    const auto kept = current.captures.size();
    for (const auto name : form.captures) current.captures.push_back({name, node});
    if (form.alternatives.empty()) {
      const bool fits = form.kinds.empty() ? tree[node].named
                                           : std::find(form.kinds.begin(), form.kinds.end(),
                                                       tree[node].kind) != form.kinds.end();
      if (fits) go_on({&form, 0, tree.first_child(node), rest});
    }
    for (const auto& alternative : form.alternatives) enter(alternative, node, rest);
    current.captures.resize(kept);
  }

  void go_on(const Rest& rest) {
    if (found >= most_matches_at_a_node) return;
    if (rest.child == rest.form->children.size()) {
      if (rest.outer) return go_on(*rest.outer);
      ++found;
      if (std::all_of(predicates->begin(), predicates->end(),
                      [&](auto& p) { return holds(p, current, tree); }))
        use(current);
      return;
    }
    const auto& wanted = rest.form->children[rest.child];
    for (auto child = rest.from; child != no_node; child = tree.next_sibling(child)) {
      const bool place =
          (wanted.field == 0 || tree[child].field == wanted.field) && (!wanted.last || is_last_named(child));
      if (place) {
        const Rest after{rest.form, rest.child + 1, tree.next_sibling(child), rest.outer};
        enter(wanted, child, &after);
      }
      if (wanted.next && tree[child].named) return;
    }
  }
};

void add_kinds(const Form& form, std::vector<std::uint16_t>& kinds, bool& any) {
  for (const auto& alternative : form.alternatives) add_kinds(alternative, kinds, any);
  if (!form.alternatives.empty()) return;
  any |= form.kinds.empty();
  kinds.insert(kinds.end(), form.kinds.begin(), form.kinds.end());
}

}  // namespace

namespace {

// Captures that a match has a node for, whichever of the alternatives it took.
void add_sure_captures(const Form& form, std::vector<std::size_t>& sure) {
  sure.insert(sure.end(), form.captures.begin(), form.captures.end());
  for (const auto& child : form.children) add_sure_captures(child, sure);
}

}  // namespace

std::vector<std::vector<Literals>> Query::needed_texts() const {
  std::vector<std::vector<Literals>> needed;
  for (std::size_t i = 0; i < compiled_->query.forms.size(); ++i) {
    std::vector<std::size_t> sure;
    add_sure_captures(compiled_->query.forms[i], sure);
    auto& texts = needed.emplace_back();
    for (const auto& predicate : compiled_->query.predicates[i]) {
      if (!predicate.wanted || std::find(sure.begin(), sure.end(), predicate.capture) == sure.end()) continue;
      auto literals = predicate.kind == Predicate::Kind::matches ? literals_of(predicate.texts.front())
                                                                 : Literals{predicate.texts, true};
      if (!literals.texts.empty()) texts.push_back(std::move(literals));
    }
  }
  return needed;
}

Query::Query(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

const std::vector<std::string>& Query::capture_names() const { return compiled_->query.names; }

tl::expected<Query, QueryError> Query::compile(std::string_view text, Language language) {
  auto query = parse_query(text, language);
  if (!query) return tl::make_unexpected(query.error());
  auto compiled = std::make_shared<Compiled>();
  compiled->query = std::move(*query);
  for (std::size_t i = 0; i < compiled->query.forms.size(); ++i) {
    std::vector<std::uint16_t> kinds;
    bool any = false;
    add_kinds(compiled->query.forms[i], kinds, any);
    if (any) {
      compiled->of_any_kind.push_back(i);
      continue;
    }
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    for (const auto kind : kinds) {
      if (kind >= compiled->by_kind.size()) compiled->by_kind.resize(kind + 1U);
      compiled->by_kind[kind].push_back(i);
    }
  }
  return Query(std::move(compiled));
}

void Query::each_match(const Tree& tree, const std::function<void(const Match&)>& use) const {
  const auto& query = compiled_->query;
  const auto& by_kind = compiled_->by_kind;
  Matcher matcher{tree, use};
  const auto at = [&](NodeId node, std::size_t form) {
    matcher.found = 0;
    matcher.predicates = &query.predicates[form];
    matcher.current.pattern = form;
    matcher.current.root = node;
    matcher.enter(query.forms[form], node, nullptr);
  };
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree[node].kind < by_kind.size())
      for (const auto form : by_kind[tree[node].kind]) at(node, form);
    for (const auto form : compiled_->of_any_kind) at(node, form);
  }
}

std::vector<Match> Query::matches(const Tree& tree) const {
  std::vector<Match> found;
  each_match(tree, [&](const Match& match) { found.push_back(match); });
  return found;
}

}  // namespace detectors::syntax
