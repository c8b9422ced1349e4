// What encloses what in a file: types, functions, loops, blocks, statements. An outline is the flat list of a
// file's scopes in source order, each naming its parent; it is all of the syntax tree that the rest of the
// house needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/position.hpp"

namespace detectors::source {

// From wide to narrow. `statement` is a simple statement with all of its lines, or a compound one's header
// only.
enum class ScopeKind { file, type, function, loop, block, statement };

struct Scope {
  ScopeKind kind = ScopeKind::file;
  std::string name;  // qualified with '.', "Gateway.charge"; "" where the language has no name for it
  ByteSpan bytes;    // whole construct, decorators and doc comment included
  LineSpan lines;
  LineSpan header;  // the lines of the signature or of the loop's head; equal to lines for a statement
  std::optional<std::size_t> parent;  // index into the outline; none for the file
  friend bool operator==(const Scope&, const Scope&) = default;
};

// Invariant (kept by detectors::outline): element 0 is the file; a parent precedes its children; siblings do
// not overlap.
using Outline = std::vector<Scope>;

// The index of the smallest scope that holds all the lines; 0 (the file) when none other does.
[[nodiscard]] std::size_t innermost(const Outline& outline, LineSpan lines);
// The nearest scope of that kind at or above `scope`.
[[nodiscard]] std::optional<std::size_t> enclosing(const Outline& outline, std::size_t scope, ScopeKind kind);
// The first scope whose name is `name`, or ends in "." + name.
[[nodiscard]] std::optional<std::size_t> named(const Outline& outline, std::string_view name);

}  // namespace detectors::source
