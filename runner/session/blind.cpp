// What raters must not know of a review, taken out of it.
#include <algorithm>
#include <array>
#include <cctype>

#include "runner/review/bootstrap.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/panel.hpp"
#include "runner/session/score.hpp"

namespace runner::session {
namespace {

constexpr std::array<std::string_view, 24> birds{
    "avocet", "bittern", "bunting", "cormorant", "curlew",    "dipper",  "dunlin",  "fieldfare",
    "gannet", "godwit",  "grebe",   "heron",     "kestrel",   "lapwing", "linnet",  "nuthatch",
    "osprey", "plover",  "redwing", "siskin",    "spoonbill", "teal",    "wagtail", "whimbrel"};

// FNV-1a: the order of a pack's names needs no more.
std::uint64_t seed_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

bool in_word(const std::string& text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
}

// Whole words only: "Ann" does not touch "Annual".
void replace_name(std::string& text, const std::string& name, const std::string& by) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    if ((at > 0 && in_word(text, at - 1)) || in_word(text, at + name.size())) {
      at += name.size();
      continue;
    }
    text.replace(at, name.size(), by);
    at += by.size();
  }
}

std::vector<std::string> names_in(const Scored& scored) {
  std::vector<std::string> names{scored.attempt.candidate};
  for (const auto& comment : scored.review.comments) names.push_back(comment.author);
  for (const auto& decision : scored.decisions) names.push_back(decision.by);
  std::erase_if(names, [](const std::string& name) { return name.size() < 2; });
  std::ranges::sort(names, std::ranges::greater{}, &std::string::size);  // "ana maria" before "ana"
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void blind_comment(review::Comment& comment, const std::string& code) {
  comment.author = code;
  comment.thread.clear();
  comment.origin = {};
  comment.raw.clear();
}

}  // namespace

std::vector<std::string> code_names(std::string_view pack, std::size_t count) {
  std::vector<std::string> names(birds.begin(), birds.end());
  review::Dice dice(seed_of(pack));
  for (std::size_t i = 0; i + 1 < names.size(); ++i)
    std::swap(names[i], names[i + dice.below(names.size() - i)]);
  for (std::size_t i = birds.size(); i < count; ++i) names.push_back(names[i % birds.size()] + "-again");
  names.resize(count);
  return names;
}

Scored blinded(Scored whole, const std::string& code) {
  auto scored = without_panel(std::move(whole));  // what a panel said would prime the next rater
  const auto names = names_in(scored);
  const auto blind = [&](std::string& text) {
    for (const auto& name : names) replace_name(text, name, code);
  };
  for (auto& comment : scored.review.comments) {
    blind_comment(comment, code);
    blind(comment.body);
  }
  for (auto& claim : scored.assessment.claims) {
    blind(claim.claim.text);
    blind(claim.reason);
  }
  for (auto& pair : scored.assessment.pairs)
    for (auto& evidence : pair.evidence) {
      blind(evidence.text);
      blind(evidence.quote);
    }
  scored.decisions.clear();  // who decided what would prime the next
  scored.notes.clear();
  scored.inputs.clear();
  auto& attempt = scored.attempt;
  attempt.id = attempt.candidate = code;
  attempt.folder.clear();
  attempt.base_commit.clear();
  attempt.change_commit.clear();
  attempt.started_at.clear();
  attempt.submitted_at.clear();
  return scored;
}

namespace {

// What a panel decided of an attempt, or the author of a sample review wrote down; none where one is lacking.
std::vector<Level> known_levels(const std::vector<std::string>& defects,
                                const std::vector<std::pair<std::string, Level>>& known) {
  std::vector<Level> levels;
  for (const auto& id : defects)
    for (const auto& [defect, level] : known)
      if (defect == id) levels.push_back(level);
  return levels.size() == defects.size() ? levels : std::vector<Level>{};
}

}  // namespace

Checked<PackReview> freeze(const House& house, const Scored& whole, const std::string& code,
                           std::string document) {
  const auto scored = without_panel(whole);
  if (scored.attempt.state == AttemptState::open)
    return faulty({scored.attempt.id,
                   {},
                   "is still open: its comments may change",
                   "take it into a pack once it is submitted (`seedfault submit`)"});
  PackReview review{.code = code,
                    .source = scored.attempt.id,
                    .title = scored.exercise_title,
                    .defects = {},
                    .program = {},
                    .gold = {},
                    .program_band = scored.card.band,
                    .anchor = {},
                    .document = std::move(document)};
  for (const auto& result : scored.assessment.defects) {
    review.defects.push_back(result.defect);
    review.program.push_back(result.level);
  }
  if (whole.panel) {
    std::vector<std::pair<std::string, Level>> decided;
    for (const auto& each : whole.panel->defects) decided.emplace_back(each.panel.id, *each.panel.result);
    review.gold = known_levels(review.defects, decided);
  }
  const auto slash = scored.attempt.id.find('/');
  if (slash == std::string::npos) return review;
  const auto exercise = load_exercise(house, scored.attempt.id.substr(0, slash));
  if (!exercise) return tl::make_unexpected(exercise.error());
  const auto sample = sample_named(*exercise, scored.attempt.id.substr(slash + 1));
  if (!sample) return tl::make_unexpected(sample.error());
  review.gold = known_levels(review.defects, sample->expected);
  return review;
}

}  // namespace runner::session
