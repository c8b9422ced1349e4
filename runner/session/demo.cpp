#include "runner/session/demo.hpp"

#include <fmt/format.h>

#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"
#include "runner/session/folder.hpp"
#include "runner/session/import.hpp"
#include "runner/session/score.hpp"
#include "runner/session/start.hpp"

namespace runner::session {
Checked<Demonstrated> demonstrate(const House& house, const std::string& exercise, const std::string& sample,
                                  const std::filesystem::path& into, const Progress& progress) {
  const auto loaded = load_exercise(house, exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  const auto recorded = sample_named(*loaded, sample);
  if (!recorded) return tl::make_unexpected(recorded.error());
  FolderInTheMaking folder(into);
  if (auto made = folder.make(); !made) return tl::make_unexpected(made.error());
  if (auto renamed = folder.rename(); !renamed) return tl::make_unexpected(renamed.error());
  const House demo_house{.data = house.data, .store = into / "attempts"};

  progress(
      fmt::format("planting {} defects of {}", recorded->planted.empty() ? "all" : "the review's", exercise));
  const auto attempt = start(demo_house, {.exercise = exercise,
                                          .seed = 1,
                                          .plant = planted_for(*loaded, *recorded),
                                          .candidate = "sample-" + sample,
                                          .into = into / "review"});
  if (!attempt) return tl::make_unexpected(attempt.error());
  progress(fmt::format("importing the recorded review \"{}\"", recorded->title));
  const auto imported = import_review(demo_house, *attempt, {.review = recorded->review, .notes = {}});
  if (!imported) return tl::make_unexpected(imported.error());
  const auto verdict =
      recorded->review.verdict == review::Verdict::none ? review::Verdict::comment : recorded->review.verdict;
  const auto submitted = submit(demo_house, *attempt, verdict);
  if (!submitted) return tl::make_unexpected(submitted.error());
  progress("scoring");
  auto scored = score(demo_house, *submitted);
  if (!scored) return tl::make_unexpected(scored.error());
  for (const auto& comment : imported->comments)
    if (comment.anchor != review::AnchorQuality::exact)
      scored->notes.push_back(fmt::format("{}: {}", comment.id, comment.why));
  folder.keep();
  return Demonstrated{.scored = *std::move(scored), .folder = into};
}

}  // namespace runner::session
