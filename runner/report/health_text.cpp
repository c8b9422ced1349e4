#include <fmt/format.h>

#include <algorithm>

#include "runner/report/calibration_words.hpp"
#include "runner/report/health.hpp"
#include "runner/report/health_words.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using measure::Direction;
using measure::Sample;

std::string share(const std::optional<double>& value) { return value ? percent(*value) : "-"; }

std::string alarm(Direction direction, const std::optional<std::size_t>& at) {
  if (direction == Direction::none) return "steady";
  return fmt::format("{} since attempt {}", direction == Direction::up ? "up" : "down", at.value_or(0) + 1);
}

std::string items(const measure::ExerciseHealth& health, const Style& style) {
  Table cells{.heads = {"Defect", "Seen", "Found", "Located", "Share found", "Discrimination", "Over time"},
              .rows = {}};
  if (health.sample == Sample::counts_only) {
    cells.heads.resize(4);
    for (const auto& item : health.items)
      cells.rows.push_back({item.info.id, fmt::format("{}", item.seen), fmt::format("{}", item.found),
                            fmt::format("{}", item.located)});
    return table(cells, style);
  }
  for (const auto& item : health.items) {
    const bool few = item.sample == Sample::counts_only;
    cells.rows.push_back(
        {item.info.id, fmt::format("{}", item.seen), fmt::format("{}", item.found),
         fmt::format("{}", item.located),
         few ? "-" : fmt::format("{} ({})", share(item.difficulty), percent(*item.difficulty_interval)),
         few ? "-" : figure(item.discrimination), few ? "-" : alarm(item.alarm, item.alarm_at)});
  }
  return table(cells, style);
}

std::vector<std::string> findings_of(const measure::ExerciseHealth& health) {
  std::vector<std::string> notes;
  for (const auto& item : health.items) {
    if (item.alarm == Direction::up)
      notes.push_back(fmt::format("{} is found more and more often: it may have leaked.", item.info.id));
    if (item.exposed)
      notes.push_back(
          fmt::format("{} was seen by {} candidates: what so many know is passed on. Rest it, or change the "
                      "variant, before the chart says so.",
                      item.info.id, item.seen));
    if (item.difficulty && *item.difficulty > 0.95)
      notes.push_back(fmt::format("{} is found by nearly everybody: it tells nobody apart.", item.info.id));
    if (item.difficulty && *item.difficulty < 0.05)
      notes.push_back(fmt::format("{} is found by nearly nobody.", item.info.id));
    if (item.discrimination.interval && item.discrimination.interval->high < 0)
      notes.push_back(fmt::format("{} is found more by those who find less: look at it.", item.info.id));
    if (item.located_share && *item.located_share > 0.3)
      notes.push_back(fmt::format(
          "{}: {} point at the place and do not say what is wrong; its words may be missing something.",
          item.info.id, percent(*item.located_share)));
  }
  if (health.alarm == Direction::up)
    notes.emplace_back("Coverage as a whole rises: the exercise may be known outside.");
  for (const auto& cluster : health.clusters)
    notes.push_back(
        fmt::format("{} of {} candidates name {} at {}:{}-{}, which nobody planted{}: look at it.",
                    cluster.attempts, health.attempts, cluster.class_id, one_line(cluster.path),
                    cluster.first_line, cluster.last_line, cluster.judged ? "" : " or has judged"));
  return notes;
}

std::string whole(const measure::ExerciseHealth& health, const Style& style) {
  std::string out;
  const auto line = [&](const std::string& text) { out += paragraph(text, {.first = 2, .rest = 4}, style); };
  line(fmt::format("Reliability (KR-20) over {} that all had: {}; standard error {} defects.",
                   counted(health.common_items, "defect"), figure(health.reliability.alpha),
                   figure(health.reliability.standard_error)));
  line(
      fmt::format("A file's place in the change and the share found in it: r = {}. With one order for all, "
                  "this cannot be told from easier files.",
                  figure(health.position_effect)));
  line(fmt::format("Minutes and coverage: r = {}. Time is reported, never scored.",
                   figure(health.time_effect)));
  if (health.time_groups.size() > 1)
    for (const auto& group : health.time_groups)
      line(fmt::format("With {}% of the usual time: {}, mean coverage {}.", group.factor,
                       counted(group.attempts, "attempt"),
                       group.coverage ? percent(*group.coverage) : "not told of so few"));
  line("Coverage over time: " + alarm(health.alarm, health.alarm_at) + ".");
  if (health.variants.size() > 1)
    for (std::size_t i = 0; i < std::min<std::size_t>(health.variants.size(), 5); ++i) {
      const auto& variant = health.variants[i];
      line(fmt::format("Variant of {}, {}: {} found, equated {}.", counted(variant.planted.size(), "defect"),
                       counted(variant.attempts, "attempt"),
                       variant.mean ? percent(*variant.mean) : "too few to say what share was",
                       share(variant.equated)));
    }
  if (!health.unknown) return out;
  const auto& unknown = *health.unknown;
  line(fmt::format(
      "Real defects that nobody planted: {} found; Chapman estimates {} ({} to {}), Lincoln-Petersen {}, "
      "Mills {}. {}",
      unknown.capture.first + unknown.capture.second - unknown.capture.both,
      number(unknown.population.chapman), number(unknown.population.interval.low),
      number(unknown.population.interval.high), figure(unknown.population.lincoln_petersen),
      figure(unknown.mills), population_assumptions));
  return out;
}

std::string_view caution(Sample sample) {
  switch (sample) {
    case Sample::counts_only:
      return "Below 30 attempts: counts, and nothing that follows from them.";
    case Sample::wide:
      return "Below 100 attempts: the intervals are wide.";
    case Sample::full:
      return "";
  }
  return "";
}

}  // namespace

std::string health_text(const session::HealthReport& report, const Style& style) {
  std::string out;
  for (const auto& each : report.exercises) {
    const auto& health = each.health;
    out += heading(fmt::format("{}, version {}: {}", each.exercise, one_line(each.version),
                               counted(health.attempts, "attempt")),
                   style);
    if (const auto note = caution(health.sample); !note.empty())
      out += paragraph(std::string("Note: ") + std::string(note), {.first = 0, .rest = 6}, style) + "\n";
    out += items(health, style);
    if (health.sample != Sample::counts_only) out += "\n" + whole(health, style);
    for (const auto& note : findings_of(health))
      out += paragraph("! " + note, {.first = 2, .rest = 4}, style);
  }
  if (report.exercises.empty()) out += "No attempt has been scored yet.\n";
  if (report.not_scored > 0)
    out +=
        paragraph(fmt::format("\n{} submitted and not scored: `seedfault rescore --all --keep` scores them.",
                              counted(report.not_scored, "attempt")),
                  {}, style);
  return out;
}

std::string impact_text(const measure::Impact& impact, const Style& style) {
  Table cells{.heads = {"Group", "Selected", "Rate", "Ratio", "Fisher's p", "Note"}, .rows = {}};
  for (const auto& each : impact.groups) {
    std::string note = each.group.name == impact.reference ? "compared with" : "";
    if (each.under_four_fifths) note = "under four fifths";
    if (each.few) note += note.empty() ? "too few to conclude from" : "; too few to conclude from";
    cells.rows.push_back({one_line(each.group.name),
                          fmt::format("{} of {}", each.group.selected, each.group.total),
                          fmt::format("{} ({})", percent(each.rate), percent(each.interval)),
                          figure(each.ratio), each.p ? fmt::format("{:.4f}", *each.p) : "-", note});
  }
  return table(cells, style) +
         paragraph(
             "A ratio under four fifths is a reason to look, and one above it no proof of fairness; a small "
             "p "
             "says that chance alone is unlikely, not why. Nothing of this file is kept.",
             {}, style);
}

std::string rescored_text(const std::vector<session::Rescored>& all, const Style& style) {
  std::string out;
  int changed = 0;
  for (const auto& each : all) {
    if (!each.note.empty())
      out +=
          paragraph(fmt::format("{}: {}", each.attempt, one_line(each.note)), {.first = 0, .rest = 4}, style);
    if (each.changes.empty()) continue;
    ++changed;
    out += ink(style, Ink::bold, one_line(each.attempt)) +
           fmt::format(": {} by {}, {} by {}\n", points(each.score_before), each.version_before,
                       points(each.score_after), each.version_after);
    for (const auto& change : each.changes) {
      out +=
          fmt::format("  {}: {} -> {}\n", change.defect, to_string(change.before), to_string(change.after));
      for (const auto& [when, texts] :
           {std::pair{"before", &change.evidence_before}, std::pair{"after ", &change.evidence_after}})
        out += labelled(fmt::format("    {}  ", when),
                        texts->empty() ? "nothing" : one_line(fmt::format("{}", fmt::join(*texts, "; "))),
                        style);
    }
  }
  return out +
         fmt::format("{} scored again; a level changed in {}.\n", counted(all.size(), "attempt"), changed);
}

}  // namespace runner::report
