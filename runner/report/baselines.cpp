#include "runner/report/baselines.hpp"

#include <fmt/format.h>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {

std::string baselines_text(const std::vector<session::Scored>& baselines, const Style& style) {
  if (baselines.empty())
    return paragraph("No baselines. `seedfault baseline EXERCISE FILE` takes a tool's findings in.", {},
                     style);
  Table rows{.heads = {"baseline", "coverage", "precision", "score", "found", "comments", "added"},
             .rows = {}};
  for (const auto& scored : baselines) {
    const auto& card = scored.card;
    rows.rows.push_back({one_line(scored.attempt.id), percent(card.coverage),
                         card.precision ? percent(*card.precision) : "n/a", points(card.score),
                         fmt::format("{} of {}", card.counts.hits, card.counts.defects),
                         fmt::format("{}", scored.review.comments.size()),
                         one_line(scored.attempt.submitted_at)});
  }
  std::string out = table(rows, style);
  for (const auto& scored : baselines)
    for (const auto& note : scored.notes)
      if (note.find("has changed since") != std::string::npos)
        out += paragraph(fmt::format("{}: {}", one_line(scored.attempt.id), one_line(note)), {}, style);
  return out;
}

std::string baselines_json(const std::vector<session::Scored>& baselines) {
  Json out = Json::array();
  for (const auto& scored : baselines) {
    const auto& card = scored.card;
    out.push_back(Json{{"id", scored.attempt.id},
                       {"exercise", scored.attempt.exercise},
                       {"name", scored.attempt.candidate},
                       {"exercise_version", scored.attempt.exercise_version},
                       {"planted", scored.attempt.planted},
                       {"added_at", scored.attempt.submitted_at},
                       {"comments", scored.review.comments.size()},
                       {"coverage", rounded(card.coverage)},
                       {"coverage_interval", json(card.coverage_interval)},
                       {"precision", json(card.precision)},
                       {"score", rounded(card.score)},
                       {"found", card.counts.hits},
                       {"defects", card.counts.defects},
                       {"notes", scored.notes}});
  }
  return written(Json{{"schema", "seedfault.baselines/1"}, {"baselines", std::move(out)}});
}

}  // namespace runner::report
