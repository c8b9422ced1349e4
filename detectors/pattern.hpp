// Code patterns: a piece of code in the file's own language, with metavariables.
//
//     requests.$METHOD($$$ARGS)     $NAME stands for one node, $$$NAME for any number of neighbours
//
// The same metavariable twice stands for the same text. Comments and layout do not count.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/syntax/tree.hpp"

namespace detectors {

struct PatternNode {
  enum class Kind { node, leaf, one, many };
  Kind kind = Kind::node;
  std::uint16_t symbol = 0;
  std::string text;  // a leaf's text, or the metavariable's name
  std::vector<PatternNode> children;
};

struct Pattern {
  PatternNode root;
  syntax::Language language = syntax::Language::python;
};

using Bindings = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] tl::expected<Pattern, std::string> compile_pattern(std::string_view code,
                                                                 syntax::Language language);
// What the metavariables stand for when the pattern matches exactly this node; those of `known` must stand
// for the same. A pattern that can be tried in more ways than anybody waits for counts as no match.
[[nodiscard]] std::optional<Bindings> match_at(const Pattern& pattern, const syntax::Tree& tree,
                                               syntax::NodeId id, const Bindings& known = {});

}  // namespace detectors
