#include "runner/report/score_text.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"
#include "runner/report/printable.hpp"
#include "sample.hpp"

using namespace runner::report;

namespace {

int widest_line(std::string_view text) {
  int widest = 0;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    widest = std::max(widest, display_width(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return widest;
}

std::string without_colour(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else
      plain += text[i];
  }
  return plain;
}

}  // namespace

TEST_CASE("the report is what the golden file says") {
  check_golden("score.txt", score_text(sample(), {}));
  check_golden("score-48.txt", score_text(sample(), {.colour = Colour::no, .width = 48}));
  check_golden("score-empty.txt", score_text(empty_sample(), {}));
}

TEST_CASE("no line is wider than the style") {
  for (const int width : {40, 60, 76, 80, 120}) {
    CAPTURE(width);
    CHECK(widest_line(score_text(sample(), {.colour = Colour::no, .width = width})) <= width);
  }
}

TEST_CASE("without colour no escape code is written, not even a comment's own") {
  const std::string text = score_text(sample(), {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("<U+202E>") != std::string::npos);
}

TEST_CASE("colour adds nothing but colour") {
  const std::string coloured = score_text(sample(), {.colour = Colour::yes, .width = 80});
  CHECK(coloured.find("\x1b[1m") != std::string::npos);
  CHECK((without_colour(coloured) == score_text(sample(), {})));
}

TEST_CASE("every defect and every claim that is not credited is in the report") {
  const auto scored = sample();
  const std::string text = score_text(scored, {.colour = Colour::no, .width = 0});
  for (const auto& defect : scored.key.defects)
    CHECK_MESSAGE(text.find(defect.title) != std::string::npos, defect.id);
  for (const auto& claim : scored.assessment.claims)
    if (claim.fate != runner::review::Fate::credited)
      CHECK_MESSAGE(text.find(claim.reason) != std::string::npos, claim.reason);
}
