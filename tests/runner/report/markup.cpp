#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "runner/report/html.hpp"
#include "runner/report/prose.hpp"

using namespace runner::report;

TEST_CASE("a comment's Markdown becomes HTML that can do nothing") {
  const std::vector<std::pair<const char*, const char*>> table{
      {"plain", "<p>plain</p>\n"},
      {"two\nlines", "<p>two<br />\nlines</p>\n"},
      {"**bold** and `code`", "<p><strong>bold</strong> and <code>code</code></p>\n"},
      {"~~gone~~", "<p><del>gone</del></p>\n"},
      {"# Title", "<p><strong>Title</strong></p>\n"},
      {"a <b>b</b>", "<p>a &lt;b&gt;b&lt;/b&gt;</p>\n"},
      {"<div>\nx\n</div>", "<pre><code>&lt;div&gt;\nx\n&lt;/div&gt;\n</code></pre>\n"},
      {"<!-- hidden -->", "<pre><code>&lt;!-- hidden --&gt;\n</code></pre>\n"},
      {"[a](https://example.org)", "<p><a href=\"https://example.org\">a</a></p>\n"},
      {"[a](javascript:alert(1))", "<p>a (javascript:alert(1))</p>\n"},
      {"[a](JaVaScRiPt:x)", "<p>a (JaVaScRiPt:x)</p>\n"},
      {"[a](data:text/html,x)", "<p>a (data:text/html,x)</p>\n"},
      {"[a](../../etc/passwd)", "<p>a (../../etc/passwd)</p>\n"},
      {"![a](https://example.org/a.png)", "<p>image: a (https://example.org/a.png)</p>\n"},
      {"[![badge](https://example.org/b.svg)](https://example.org)",
       "<p><a href=\"https://example.org\">image: badge (https://example.org/b.svg)</a></p>\n"},
      {"![a **b** [c](javascript:d)](e)", "<p>image: a <strong>b</strong> c (javascript:d) (e)</p>\n"},
      {"```suggestion\nx < y\n```", "<pre><code class=\"language-suggestion\">x &lt; y\n</code></pre>\n"},
      {"", ""},
      {"\x1b[31m", "<p>\xE2\x90\x9B[31m</p>\n"},
  };
  for (const auto& [markdown, html] : table)
    CHECK_MESSAGE((markup(markdown) == html), markdown << " -> " << markup(markdown));
}

TEST_CASE("text is escaped for elements and attributes") {
  CHECK(escaped("<a b=\"c\" d='e'>&\n") == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\n");
}

TEST_CASE("deep nesting and long lines are read in reasonable time") {
  CHECK(markup(std::string(20000, '>')).size() > 1000);
  CHECK(markup(std::string(50000, '[')).size() > 1000);
}

TEST_CASE("a comment's lines end where they were ended, a document's flow") {
  CHECK(markup("a\nb") == "<p>a<br />\nb</p>\n");
  CHECK(prose("a\nb") == "<p>a\nb</p>\n");
  CHECK(prose("<script>x</script>").find("<script") == std::string::npos);
}
