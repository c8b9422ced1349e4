// How text for a terminal is to look. The caller decides (NO_COLOR, isatty, the window's width); report
// obeys.
#pragma once

namespace runner::report {

enum class Colour { no, yes };

// Colour never carries what the words do not say too. A width under 40 is read as 40; 0 means "do not wrap".
struct Style {
  Colour colour = Colour::no;
  int width = 80;  // columns
};

}  // namespace runner::report
