#include "runner/session/start.hpp"

#include <fmt/format.h>

#include <random>

#include "runner/session/clock.hpp"
#include "runner/session/folder.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

Attempt described(const std::string& candidate, const Stage& stage, std::uint64_t seed) {
  return {.id = {},
          .exercise = stage.exercise.id,
          .exercise_version = stage.exercise.version,
          .exercise_digest = stage.exercise.digest,
          .tool_version = std::string(tool_version()),
          .seed = seed,
          .planted = stage.chosen,
          .candidate = candidate,
          .folder = {},
          .base_commit = {},
          .change_commit = {},
          .state = AttemptState::open,
          .verdict = review::Verdict::none,
          .started_at = now_utc(),
          .submitted_at = {}};
}

}  // namespace

std::uint64_t draw_seed() {
  std::random_device device;
  return device() % 1'000'000U;
}

Checked<Attempt> start(const House& house, const StartRequest& request) {
  auto loaded = load_exercise(house, request.exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  const auto seed = request.seed ? *request.seed : draw_seed();
  auto chosen = request.plant.empty() ? exercise::choose(*loaded, seed) : request.plant;
  const auto stage = set_stage(*std::move(loaded), std::move(chosen));
  if (!stage) return tl::make_unexpected(stage.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto id = store->next_id(stage->exercise.id);
  if (!id) return tl::make_unexpected(id.error());

  auto attempt = described(request.candidate, *stage, seed);
  attempt.id = *id;
  const auto target = fs::absolute(request.into.empty() ? fs::path(*id) : request.into).lexically_normal();
  attempt.folder = target.filename().empty() ? target.parent_path().string() : target.string();
  FolderInTheMaking folder(attempt.folder);
  if (auto made = folder.make(); !made) return tl::make_unexpected(made.error());
  const auto ids = fill_folder(folder.path(), *stage);
  if (!ids) return tl::make_unexpected(ids.error());
  attempt.base_commit = ids->base_commit;
  attempt.change_commit = ids->change_commit;
  if (auto added = store->add(attempt); !added) return tl::make_unexpected(added.error());
  if (auto renamed = folder.rename(); !renamed) return tl::make_unexpected(renamed.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  folder.keep();
  return attempt;
}

Checked<Attempt> start_without_folder(Store& store, const Stage& stage, std::uint64_t seed,
                                      const std::string& candidate) {
  auto attempt = described(candidate, stage, seed);
  const auto id = store.next_id(stage.exercise.id);
  if (!id) return tl::make_unexpected(id.error());
  attempt.id = *id;
  const TemporaryFolder folder("seedfault-start");  // the commits' ids are their content's
  if (folder.path().empty())
    return faulty({"the folder for temporary files",
                   {},
                   "cannot be written to",
                   "free some space there, or set TMPDIR to a folder that can"});
  const auto ids = fill_folder(folder.path(), stage);
  if (!ids) return tl::make_unexpected(ids.error());
  attempt.base_commit = ids->base_commit;
  attempt.change_commit = ids->change_commit;
  if (auto added = store.add(attempt); !added) return tl::make_unexpected(added.error());
  return attempt;
}

}  // namespace runner::session
