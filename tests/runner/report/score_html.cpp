#include "runner/report/score_html.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <vector>

#include "golden.hpp"
#include "runner/report/page.hpp"
#include "sample.hpp"

using namespace runner::report;

namespace {

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), regex); it != std::sregex_iterator(); ++it)
    found.push_back((*it)[1]);
  return found;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Every tag that is opened is closed, in order.
std::string unbalanced(const std::string& html) {
  static const std::set<std::string> alone{"meta", "br", "col", "rect", "!doctype"};
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-z!][a-z0-9]*)[^>]*>");
  for (auto it = std::sregex_iterator(html.begin(), html.end(), tag); it != std::sregex_iterator(); ++it) {
    const std::string name = (*it)[2];
    if (alone.contains(name)) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back() + " stays open";
}

double channel(int value) {
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& colour) {
  const int rgb = std::stoi(colour, nullptr, 16);
  return 0.2126 * channel((rgb >> 16) & 255) + 0.7152 * channel((rgb >> 8) & 255) +
         0.0722 * channel(rgb & 255);
}

// WCAG 2.2, "contrast ratio".
double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::map<std::string, std::string> colours_in(const std::string& block) {
  std::map<std::string, std::string> found;
  const std::regex variable("--([a-z-]+): #([0-9a-f]{6})");
  for (auto it = std::sregex_iterator(block.begin(), block.end(), variable); it != std::sregex_iterator();
       ++it)
    found[(*it)[1]] = (*it)[2];
  return found;
}

}  // namespace

TEST_CASE("the page is what the golden file says") {
  check_golden("score.html", score_html(sample()));
  check_golden("score-empty.html", score_html(empty_sample()));
}

TEST_CASE("the page is well formed, its ids are unique and every link leads somewhere") {
  for (const auto& scored : {sample(), empty_sample()}) {
    const std::string html = score_html(scored);
    CHECK(unbalanced(html) == "");
    const auto ids = all_of(html, " id=\"([^\"]*)\"");
    const std::set<std::string> unique(ids.begin(), ids.end());
    CHECK(unique.size() == ids.size());
    for (const auto& target : all_of(html, "href=\"#([^\"]*)\""))
      CHECK_MESSAGE(unique.contains(target), target);
    for (const auto& target : all_of(html, "aria-labelledby=\"([^\"]*)\""))
      CHECK_MESSAGE(unique.contains(target), target);
  }
}

TEST_CASE("headings go down one step at a time, from one h1") {
  int before = 0;
  int first_level = 0;
  for (const auto& level : all_of(score_html(sample()), "<h([1-6])")) {
    const int now = std::stoi(level);
    CHECK(now <= before + 1);
    first_level += now == 1 ? 1 : 0;
    before = now;
  }
  CHECK(first_level == 1);
}

TEST_CASE("what a comment holds is shown and does nothing") {
  const std::string html = score_html(sample());
  CHECK(has(html, "&lt;script&gt;alert("));
  CHECK(has(html, "&lt;img src=x onerror=alert(1)&gt;"));
  CHECK(has(html, "image: beacon (https://example.org/p.png)"));
  CHECK(has(html, "go (javascript:alert(1))"));
  CHECK(has(html, "&lt;PAY-412&gt; &amp; tell"));
  CHECK(has(html, "&lt;div onclick=&quot;alert(2)&quot;&gt;"));
  CHECK(has(html, "<a href=\"https://example.org/\">docs</a>"));
  for (const std::string_view active :
       {"<script", "<img", "<iframe", "<link", "href=\"javascript", "\x1b", "\xE2\x80\xAE", "\xFF"})
    CHECK_MESSAGE(!has(html, active), active);
  CHECK(all_of(html, "(<[a-z]+[^>]* on[a-z]+=)").empty());
}

TEST_CASE("nothing is loaded from elsewhere") {
  const std::string html = score_html(sample());
  CHECK(all_of(html, "(<[a-z][^>]* (?:src|srcset)=|url\\(|@import|<style>.*<style>)").empty());
  CHECK(has(html, "default-src 'none'"));
}

TEST_CASE("text is readable on its ground in both schemes") {
  const std::string style(page_style());
  const auto dark_start = style.find("prefers-color-scheme: dark");
  REQUIRE(dark_start != std::string::npos);
  constexpr std::array<std::array<const char*, 2>, 26> pairs{{
      {"ink", "bg"},         {"ink", "panel"},      {"ink", "add"},        {"ink", "del"},
      {"ink", "warn-soft"},  {"ink", "bad-soft"},   {"muted", "bg"},       {"muted", "panel"},
      {"muted", "add-n"},    {"muted", "del-n"},    {"accent", "bg"},      {"accent", "panel"},
      {"good", "good-soft"}, {"info", "info-soft"}, {"warn", "warn-soft"}, {"bad", "bad-soft"},
      {"good", "bg"},        {"info", "bg"},        {"warn", "bg"},        {"bad", "bg"},
      {"good", "panel"},     {"warn", "panel"},     {"bad", "panel"},      {"info", "panel"},
      {"ink", "add-n"},      {"ink", "del-n"},
  }};
  for (const auto& block :
       {style.substr(0, dark_start), style.substr(dark_start, style.find("* { box-sizing") - dark_start)}) {
    const auto colours = colours_in(block);
    for (const auto& [text, ground] : pairs) {
      REQUIRE(colours.contains(text));
      REQUIRE(colours.contains(ground));
      CHECK_MESSAGE(contrast(colours.at(text), colours.at(ground)) >= 4.5, text << " on " << ground);
    }
  }
}

TEST_CASE("the contrast of black and white is 21") {
  CHECK(contrast("000000", "ffffff") == doctest::Approx(21));
}

TEST_CASE("each defect's place and card lead to each other, each comment stands once") {
  const auto scored = sample();
  const std::string html = score_html(scored);
  for (std::size_t d = 0; d < scored.key.defects.size(); ++d) {
    const std::string card = "defect-" + std::to_string(d + 1);
    CHECK_MESSAGE(has(html, "id=\"" + card + "\""), card);
    for (std::size_t p = 0; p < scored.key.defects[d].places.size(); ++p)
      CHECK_MESSAGE(has(html, "href=\"#" + card + "-place-" + std::to_string(p + 1)), card);
  }
  CHECK(all_of(html, "(class=\"note-box\")").size() == scored.review.comments.size());
}
