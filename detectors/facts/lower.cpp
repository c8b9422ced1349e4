#include "detectors/facts/lower.hpp"

#include <fmt/format.h>

namespace detectors::facts {

Lowering::Lowering(syntax::Query query, std::vector<Meaning> meanings)
    : query_(std::move(query)), meanings_(std::move(meanings)) {}

tl::expected<Lowering, syntax::QueryError> Lowering::compile(std::string_view facts_scm,
                                                             syntax::Language language) {
  auto query = syntax::Query::compile(facts_scm, language);
  if (!query) return tl::make_unexpected(query.error());
  std::vector<Meaning> meanings;
  for (const std::string_view name : query->capture_names()) {
    Meaning meaning;
    if (name.starts_with("part."))
      meaning.part = part_named(name.substr(5));
    else
      meaning.role = role_named(name);
    meaning.own = name == "flag.own";
    if (!meaning.part && !meaning.role && !meaning.own && name != "flag.async")
      return tl::make_unexpected(
          syntax::QueryError{source::Line{0}, fmt::format("@{} names no role and no part", name)});
    meanings.push_back(meaning);
  }
  return Lowering(std::move(*query), std::move(meanings));
}

// A pattern that begins further out knows more of a node than one that begins at it: its role stands.
std::vector<Fact> Lowering::lower(const syntax::Tree& tree) const {
  std::vector<Fact> facts(tree.size());
  std::vector<NodeId> told_by(tree.size(), no_node);
  query_.each_match(tree, [&](const syntax::Match& match) {
    Fact* fact = nullptr;
    for (const auto& capture : match.captures) {
      const auto& meaning = meanings_[capture.name];
      if (meaning.part) continue;
      auto& told = told_by[capture.node];
      if (meaning.role && told != no_node && told < match.root && facts[capture.node].role != *meaning.role)
        continue;
      fact = &facts[capture.node];
      if (!meaning.role) {
        (meaning.own ? fact->own : fact->async) = true;
        continue;
      }
      fact->role = *meaning.role;
      told = match.root;
    }
    for (const auto& capture : match.captures) {
      const auto& meaning = meanings_[capture.name];
      if (!fact || !meaning.part) continue;
      if (const auto at = slot(fact->role, *meaning.part)) fact->parts[*at] = capture.node;
    }
  });
  return facts;
}

}  // namespace detectors::facts
