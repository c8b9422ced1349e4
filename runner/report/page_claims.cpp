#include <fmt/format.h>

#include <array>

#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

constexpr std::array uncredited{review::Fate::decoy_hit, review::Fate::noise,   review::Fate::valid_extra,
                                review::Fate::unjudged,  review::Fate::neutral, review::Fate::duplicate};

// What the claim was taken for: a decoy with the reason why it is right, a defect that another claim earned.
std::string target(const session::Scored& scored, const review::ClaimResult& result) {
  if (const auto* decoy = decoy_named(scored, result.target);
      result.fate == review::Fate::decoy_hit && decoy != nullptr)
    return fmt::format(" The code is right: {}", escaped(decoy->reason));
  const std::size_t defect = defect_index(scored, result.target);
  if (defect == scored.key.defects.size()) return {};
  return fmt::format(" See {}.", link(defect_anchor(defect), escaped(scored.key.defects[defect].title)));
}

std::string claim(const session::Scored& scored, std::size_t index) {
  const auto& result = scored.assessment.claims[index];
  return fmt::format(
      "<li><div>{}</div><div><blockquote><p>{}</p></blockquote><p>{}{}</p><p "
      "class=\"where\">{}</p></div></li>\n",
      chip(tone(result.fate), word(result.fate)), words_of(result.claim),
      escaped(with_titles(scored, result.reason)), target(scored, result), source_link(scored, index));
}

std::string asked(const session::Scored& scored, std::size_t index) {
  std::string out;
  const auto& defect = scored.key.defects[index];
  for (const auto& question : defect.follow_ups)
    out += fmt::format("<li>{}<br><span class=\"muted\">About {}, {}.</span></li>\n", escaped(question),
                       link(defect_anchor(index), escaped(defect.title)),
                       review::to_string(result_of(scored, index).level));
  return out;
}

}  // namespace

std::string page_claims(const session::Scored& scored) {
  std::string cards;
  for (const auto fate : uncredited)
    for (const auto index : claims_of_fate(scored, fate)) cards += claim(scored, index);
  cards = cards.empty() ? "<p>Nothing besides the claims that earned a level.</p>\n"
                        : fmt::format("<ul class=\"rows\">\n{}</ul>\n", cards);
  return fmt::format(
      "<section id=\"claims\" aria-labelledby=\"claims-title\">\n<h2 id=\"claims-title\">What else was "
      "said</h2>\n"
      "<p class=\"muted\">Decoy hits and noise lower precision; valid extras raise it; neutral remarks, "
      "duplicates and "
      "findings that nobody has judged yet count neither way.</p>\n{}</section>\n",
      cards);
}

std::string page_questions(const session::Scored& scored) {
  std::string questions;
  for (const auto index : by_severity(scored.key)) questions += asked(scored, index);
  if (questions.empty()) return {};
  return fmt::format(
      "<section id=\"questions\" aria-labelledby=\"questions-title\">\n<h2 id=\"questions-title\">Questions "
      "for the "
      "conversation</h2>\n<ul class=\"list\">\n{}</ul>\n</section>\n",
      questions);
}

}  // namespace runner::report
