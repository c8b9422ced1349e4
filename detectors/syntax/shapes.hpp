// Which kinds of node are types, functions, loops and blocks in each language: what an outline is made of.
#pragma once

#include <string_view>

#include "detectors/syntax/language.hpp"

namespace detectors::syntax {

enum class Shape {
  other,
  type,
  function,
  loop,
  block,      // a compound statement that is no loop
  container,  // holds statements: a body
  wrapper,    // decorators or `export` around a definition: belongs to what it wraps
  comment,
};

[[nodiscard]] Shape shape_of(Language language, std::string_view kind);

}  // namespace detectors::syntax
