#include "runner/report/calibration_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/words.hpp"

namespace runner::report {

using measure::Comparison;

const std::vector<Statistic>& statistics() {
  static const std::vector<Statistic> table{
      {"Raw agreement", "agreement", &Comparison::agreement},
      {"Cohen's kappa", "kappa", &Comparison::kappa},
      {"PABAK", "pabak", &Comparison::pabak},
      {"AC1", "ac1", &Comparison::ac1},
      {"Weighted kappa, linear", "linear", &Comparison::linear},
      {"Weighted kappa, quadratic", "quadratic", &Comparison::quadratic},
      {"Krippendorff's alpha, ordinal", "alpha", &Comparison::alpha},
      {"ICC(2,1)", "icc", &Comparison::icc},
      {"Bias, in levels", "bias", &Comparison::bias},
      {"Spread, in levels", "spread", &Comparison::spread},
      {"d'", "d_prime", &Comparison::d_prime}};
  return table;
}

std::string figure(const std::optional<double>& value) { return value ? number(*value) : "n/a"; }

std::string figure(const measure::Estimate& estimate) {
  if (!estimate.value || !estimate.interval) return figure(estimate.value);
  return fmt::format("{} ({} to {})", number(*estimate.value), number(estimate.interval->low),
                     number(estimate.interval->high));
}

std::string_view word(measure::Method method) {
  switch (method) {
    case measure::Method::none:
      return "none";
    case measure::Method::bootstrap:
      return "bootstrap";
    case measure::Method::jackknife:
      return "jackknife";
  }
  return "none";
}

std::string prevalence(const measure::Kappa& kappa) {
  std::vector<std::string> parts;
  for (std::size_t level = 0; level < kappa.prevalence.size(); ++level)
    parts.push_back(
        fmt::format("{} {}", to_string(static_cast<review::Level>(level)), percent(kappa.prevalence[level])));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string state_of(const session::Pack& pack) {
  if (!pack.revealed_at.empty()) return "revealed " + pack.revealed_at.substr(0, 10);
  int raters = 0, submitted = 0;
  for (const auto& rater : pack.raters) {
    if (rater.role != session::PackRole::rater) continue;
    ++raters;
    submitted += rater.submitted_at.empty() ? 0 : 1;
  }
  return fmt::format("{} of {} submitted", submitted, raters);
}

std::vector<std::string> cautions(const session::CalibrationReport& report) {
  std::vector<std::string> notes;
  const auto items = report.items.size();
  if (items < 40)
    notes.push_back(fmt::format(
        "{} by each rater are few: the intervals are wide, and no single figure decides about a person.",
        counted(items, "rating")));
  if (report.raters.size() == 2)
    notes.emplace_back("Two raters: each is the other's panel, so neither can be said to be right.");
  if (std::ranges::any_of(report.raters, &session::RaterReport::late))
    notes.emplace_back(
        "Who submitted after the reveal may have seen the others' ratings, and is no part of the panel that "
        "others are compared with.");
  notes.emplace_back(
      "Intervals (95%) resample whole reviews, since the ratings of one review hang together: few reviews "
      "make "
      "wide intervals. n/a: nothing varies, so nothing can be said; it is neither 0 nor 1.");
  return notes;
}

std::string next_step(const session::Interviewer& person, const measure::LadderPolicy& policy) {
  const auto* bar = bar_of(policy, person.rung);
  if (bar == nullptr) return "until " + person.certified_to;
  const auto parts = still_needed(person, *bar);
  return parts.empty() ? fmt::format("earned: {}", to_string(next_rung(person.rung)))
                       : fmt::format("{}: {}", to_string(next_rung(person.rung)), fmt::join(parts, "; "));
}

}  // namespace runner::report
