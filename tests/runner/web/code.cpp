#include "runner/web/code.hpp"

#include <doctest/doctest.h>

namespace runner::web {

using detectors::source::Colour;

TEST_CASE("code is escaped inside and outside of its colours, and a colour never reaches past the text") {
  const session::Colouring colours{{"a.py",
                                    {{{.begin = 0, .end = 2, .colour = Colour::keyword},
                                      {.begin = 3, .end = 99, .colour = Colour::string}},
                                     {}}}};
  CHECK(code_html("if\"<b>\"", colours, "a.py", 1) ==
        "<span class=\"hl-keyword\">if</span>&quot;<span class=\"hl-string\">&lt;b&gt;&quot;</span>");
  CHECK(code_html("<x>", colours, "a.py", 2) == "&lt;x&gt;");
  CHECK(code_html("<x>", colours, "a.py", 3) == "&lt;x&gt;");
  CHECK(code_html("<x>", colours, "a.py", 0) == "&lt;x&gt;");
  CHECK(code_html("<x>", colours, "b.py", 1) == "&lt;x&gt;");
  CHECK(code_html("", colours, "a.py", 1).empty());
}

}  // namespace runner::web
