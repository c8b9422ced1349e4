// What the analysis must know of a language beyond what its facts.scm says. A row for each in traits.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "detectors/syntax/language.hpp"

namespace detectors::facts {

struct Traits {
  std::string_view self;       // how a method calls its own object; "": its first parameter, or its receiver
  bool first_is_self = false;  // the first parameter is the object
  bool bare_fields = false;    // fields and methods of the class are seen without the object
  bool errors_are_values = false;              // a call's last result says whether it failed
  std::vector<std::string_view> test_files;    // endings of a test's path
  std::vector<std::string_view> test_folders;  // "/tests/": parts of a test's path
};

[[nodiscard]] const Traits& traits_of(syntax::Language language);

}  // namespace detectors::facts
