#include "bench/matching/print.hpp"

#include <fmt/format.h>

#include <map>

#include "runner/measure/agreement.hpp"
#include "runner/review/score.hpp"

namespace bench {
namespace {

namespace measure = runner::measure;
namespace review = runner::review;

struct Tally {
  int hits = 0, said = 0, deserved = 0;  // of pairs, at identified or better
  std::vector<int> expected, found;      // levels
};

void add(Tally& tally, const LevelOutcome& outcome) {
  const bool deserved = outcome.expected >= Level::identified;
  const bool said = outcome.found >= Level::identified;
  tally.hits += deserved && said ? 1 : 0;
  tally.said += said ? 1 : 0;
  tally.deserved += deserved ? 1 : 0;
  tally.expected.push_back(static_cast<int>(outcome.expected));
  tally.found.push_back(static_cast<int>(outcome.found));
}

std::string share(int part, int whole) {
  if (whole == 0) return "n/a";
  const auto interval = review::wilson(part, whole);
  return fmt::format("{:.3f} ({}/{}, 95 % {:.2f} to {:.2f})", static_cast<double>(part) / whole, part, whole,
                     interval.low, interval.high);
}

std::string kappa(const measure::Confusion& table) {
  const auto value = measure::weighted_kappa(table, measure::Weighting::quadratic);
  return value ? fmt::format("{:.3f}", *value) : "n/a";
}

void print_table(const measure::Confusion& table) {
  fmt::print("  deserved, down; given, across\n  {:<12}", "");
  for (int level = 0; level < 5; ++level) fmt::print("{:>12}", to_string(static_cast<Level>(level)));
  for (std::size_t row = 0; row < table.size(); ++row) {
    fmt::print("\n  {:<12}", to_string(static_cast<Level>(row)));
    for (const int count : table[row]) fmt::print("{:>12}", count);
  }
  fmt::print("\n");
}

void print_tally(const char* title, const Tally& tally) {
  const auto table = measure::confusion(tally.expected, tally.found, 5);
  fmt::print("{}\n  precision {}\n  recall    {}\n  quadratic weighted kappa {}\n", title,
             share(tally.hits, tally.said), share(tally.hits, tally.deserved), kappa(table));
  print_table(table);
}

Tally tally_of(const std::vector<LabelledReview>& corpus, const std::vector<LevelOutcome>& outcomes,
               const Chosen& chosen) {
  Tally tally;
  for (const auto& outcome : outcomes)
    if (chosen(corpus[outcome.review])) add(tally, outcome);
  return tally;
}

// Comments that are about no defect, inverted claims and other problems on the same line among them: how
// many are believed?
void print_traps(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes, const Chosen& chosen) {
  std::map<std::pair<std::size_t, std::size_t>, bool> believed;
  for (const auto& outcome : outcomes.comments)
    if (outcome.labelled_empty && chosen(corpus[outcome.review])) {
      auto& fell = believed[{outcome.review, outcome.comment}];
      fell = fell || outcome.found >= Level::identified;
    }
  int fallen = 0;
  for (const auto& [comment, fell] : believed) fallen += fell ? 1 : 0;
  fmt::print("Comments about no defect that are credited all the same, each alone\n  {}\n",
             share(fallen, static_cast<int>(believed.size())));
}

std::string kind(const std::string& fate) { return fate.substr(0, fate.find(':')); }

void print_fates(const std::vector<LabelledReview>& corpus, const std::vector<FateOutcome>& fates,
                 const char* heading, const Chosen& chosen) {
  std::map<std::string, std::map<std::string, int>> table;
  int agreed = 0, all = 0;
  for (const auto& outcome : fates) {
    if (!chosen(corpus[outcome.review])) continue;
    ++all;
    agreed += outcome.expected == outcome.found ? 1 : 0;
    ++table[kind(outcome.expected)][kind(outcome.found)];
  }
  if (all == 0) return;
  fmt::print("{}\n", heading);
  if (agreed > 0) fmt::print("  agreement {}\n", share(agreed, all));
  for (const auto& [expected, row] : table) {
    fmt::print("  {:<13}->", expected);
    for (const auto& [found, times] : row) fmt::print(" {} {},", times, found);
    fmt::print("\n");
  }
}

void print_rows(const std::map<std::string, Tally>& rows) {
  for (const auto& [name, tally] : rows)
    fmt::print("  {:<32} hits {:>3}   given {:>3}   deserved {:>3}   kappa {}\n", name, tally.hits,
               tally.said, tally.deserved, kappa(measure::confusion(tally.expected, tally.found, 5)));
}

void print_comment(const LabelledReview& labelled, std::size_t number) {
  const auto& comment = labelled.review.comments[number];
  fmt::print("    {}{}\n    {}\n", comment.path.empty() ? "(review)" : comment.path,
             comment.lines.none()
                 ? std::string{}
                 : fmt::format(":{}-{}", comment.lines.first.number, comment.lines.last.number),
             comment.body);
  for (const auto& why : labelled.labels[number].why) fmt::print("    label: {}\n", why);
}

char mark(const LevelOutcome& outcome) {
  const bool deserved = outcome.expected >= Level::identified;
  const bool said = outcome.found >= Level::identified;
  if (deserved == said) return ' ';
  return said ? '+' : '-';
}

void print_levels(const std::vector<LabelledReview>& corpus, const std::vector<LevelOutcome>& outcomes,
                  const Chosen& chosen, bool of_comments) {
  for (const auto& outcome : outcomes) {
    const auto& labelled = corpus[outcome.review];
    if (!chosen(labelled) || outcome.expected == outcome.found) continue;
    const auto place =
        of_comments ? fmt::format("{} #{}", labelled.name, labelled.review.comments[outcome.comment].id)
                    : labelled.name;
    fmt::print("{} {} {}: deserves {}, gets {}\n", mark(outcome), place, outcome.defect,
               to_string(outcome.expected), to_string(outcome.found));
    if (of_comments) print_comment(labelled, outcome.comment);
    fmt::print("    {}\n", outcome.reason);
  }
}

}  // namespace

void print_figures(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes,
                   const Chosen& chosen) {
  print_tally("Each defect of each review", tally_of(corpus, outcomes.reviews, chosen));
  print_tally("Each defect of each comment, given alone", tally_of(corpus, outcomes.comments, chosen));
  print_traps(corpus, outcomes, chosen);
  print_fates(corpus, outcomes.fates, "Fates of comments about no defect", chosen);
  print_fates(corpus, outcomes.unplanned, "Fates of true findings, their defect taken out of the key",
              chosen);
}

void print_breakdown(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes,
                     const Chosen& chosen) {
  std::map<std::string, Tally> styles, defects;
  for (const auto& outcome : outcomes.reviews) {
    if (!chosen(corpus[outcome.review])) continue;
    add(styles[corpus[outcome.review].style], outcome);
    add(defects[outcome.defect], outcome);
  }
  fmt::print("By style, each defect of each review\n");
  print_rows(styles);
  fmt::print("By defect\n");
  print_rows(defects);
}

void print_disagreements(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes,
                         const Chosen& chosen) {
  fmt::print("Levels of whole reviews (+ credited and not deserved, - deserved and not credited)\n");
  print_levels(corpus, outcomes.reviews, chosen, false);
  fmt::print("\nLevels of comments alone\n");
  print_levels(corpus, outcomes.comments, chosen, true);
  fmt::print("\nFates\n");
  auto fates = outcomes.fates;
  fates.insert(fates.end(), outcomes.unplanned.begin(), outcomes.unplanned.end());
  for (const auto& outcome : fates) {
    const auto& labelled = corpus[outcome.review];
    if (!chosen(labelled) || outcome.expected == outcome.found) continue;
    fmt::print("  {} #{}: is {}, taken for {}\n", labelled.name, labelled.review.comments[outcome.comment].id,
               outcome.expected, outcome.found);
    print_comment(labelled, outcome.comment);
  }
}

}  // namespace bench
