#include "runner/report/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/lookup.hpp"
#include "runner/report/words.hpp"

namespace runner::report {

std::string coverage_note(const review::Scorecard& card) {
  return fmt::format("{} of {} identified or better (95%: {})", card.counts.hits,
                     counted(card.counts.defects, "planted defect"), percent(card.hit_interval));
}

std::string precision_note(const review::Scorecard& card) {
  const auto& counts = card.counts;
  const int countable = counts.relevant + counts.noise + counts.decoy_claims;
  if (!card.precision) return fmt::format("n too small: {} counted", counted(countable, "claim"));
  return fmt::format("{} of {} that count {} relevant", counts.relevant, counted(countable, "claim"),
                     counts.relevant == 1 ? "was" : "were");
}

std::string score_note(const review::Scorecard& card) {
  std::string note = fmt::format("coverage {}", points(card.coverage * 100));
  if (card.noise_deduction > 0)
    note += fmt::format(", less {} for noise", points(card.noise_deduction * 100));
  if (card.extra_bonus > 0) note += fmt::format(", plus {} for valid extras", points(card.extra_bonus * 100));
  return note;
}

std::string f_note(const session::Scored& scored) {
  const auto& value = scored.card.f_beta;
  const std::string name = fmt::format("F{:g}", scored.policy.beta);
  if (!value) return name + " needs a precision, and there were too few claims for one.";
  return fmt::format(
      "{} {}: precision and coverage in one number, in which coverage weighs {:g} times as much.", name,
      number(*value), scored.policy.beta);
}

std::string detection_note(const review::Scorecard& card) {
  const auto& found = card.detection;
  if (!found) return "Without decoys in the exercise there is no d' and no c.";
  const auto& counts = card.counts;
  return fmt::format(
      "d' {}: how well right and wrong code were told apart. c {}: above 0 slow to raise an alarm, below 0 "
      "quick. "
      "From {} of {} and {} of {} hit.",
      number(found->d_prime), number(found->criterion), counts.hits, counted(counts.defects, "defect"),
      counts.decoy_hits, counted(counts.decoys, "decoy"));
}

std::string verdict_flag(const session::Scored& scored) {
  if (!scored.card.approved_over_blocker) return {};
  std::string flag = "Approved although nothing flags a planted blocker:";
  const char* separator = " ";
  for (const auto& id : scored.card.unflagged_blockers) {
    const std::size_t index = defect_index(scored, id);
    flag += separator + (index < scored.key.defects.size() ? scored.key.defects[index].title : id);
    separator = "; ";
  }
  return flag + ". This stands beside the score, not in it.";
}

std::string with_titles(const session::Scored& scored, std::string_view text) {
  std::string note;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(" ,;:."), rest.size());
    const std::size_t index = defect_index(scored, rest.substr(0, end));
    if (index < scored.key.defects.size())
      note += fmt::format("\"{}\"", scored.key.defects[index].title);
    else
      note += rest.substr(0, end);
    if (end < rest.size()) note += rest[end];
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return note;
}

std::string band_note(const session::Scored& scored) { return with_titles(scored, scored.card.band_reason); }

std::string stability_note(const session::Scored& scored) {
  const auto& stability = scored.card.stability;
  std::string note = fmt::format("With any one defect left out, coverage stays within {}",
                                 percent(review::Interval{stability.lowest, stability.highest}));
  note += stability.band_moves ? ", and the band moves" : ", and the band stays";
  const std::size_t index = defect_index(scored, stability.swings_on);
  if (index < scored.key.defects.size())
    note += fmt::format("; most hangs on \"{}\"", scored.key.defects[index].title);
  return note + '.';
}

}  // namespace runner::report
