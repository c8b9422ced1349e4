#include "runner/report/score_markdown.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"
#include "runner/report/html.hpp"
#include "sample.hpp"

using namespace runner::report;

TEST_CASE("the Markdown is what the golden file says") {
  check_golden("score.md", score_markdown(sample()));
  check_golden("score-empty.md", score_markdown(empty_sample()));
}

TEST_CASE("what strangers wrote neither formats the page nor calls a person nor breaks a table") {
  auto scored = sample();
  auto& claim = scored.assessment.claims[0].claim;
  claim.text = "@octocat **bold** | cell </details> <!-- `code` ![x](https://example.org/x.png) #12\n\n# big";
  scored.key.defects[0].title = "a | b\n---";
  const std::string text = score_markdown(scored);
  for (const std::string_view active :
       {"@octocat", "**bold**", "</details> <", "#12", "<!-- `code`", "![x](", "\n# big", "a | b"})
    CHECK_MESSAGE(text.find(active) == std::string::npos, active);
  CHECK(text.find("\\*\\*bold\\*\\* \\| cell") != std::string::npos);
}

TEST_CASE("every row of a table has as many cells as its head") {
  const std::string text = score_markdown(sample());
  std::size_t cells = 0;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = text.find('\n', start);
    const std::string line = text.substr(start, end - start);
    start = end + 1;
    if (!line.starts_with("|")) {
      cells = 0;
      continue;
    }
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
      bars += line[i] == '|' && line[i - (i > 0)] != '\\' ? 1U : 0U;
    if (cells == 0) cells = bars;
    CHECK_MESSAGE(bars == cells, line);
  }
}
