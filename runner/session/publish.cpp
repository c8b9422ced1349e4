#include "runner/session/publish.hpp"

#include "runner/git/repository.hpp"
#include "runner/session/folder.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {
namespace {

Checked<git::Published> made(const House& house, const Attempt& attempt) {
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto plan = repository_of(**stage);
  if (!plan) return tl::make_unexpected(plan.error());
  const TemporaryFolder folder("seedfault-publish");
  if (folder.path().empty())
    return faulty({"the folder for temporary files",
                   {},
                   "cannot be written to",
                   "free some space there, or set TMPDIR to a folder that can"});
  const auto repository = folder.path() / "repository";
  if (auto written = git::make_repository(repository, *plan); !written)
    return tl::make_unexpected(written.error());
  return git::publish(repository);
}

}  // namespace

Checked<std::shared_ptr<const git::Published>> published(const House& house, const Attempt& attempt) {
  return keep<git::Published>(house, attempt.exercise, "repository", attempt.planted,
                              [&] { return made(house, attempt); });
}

}  // namespace runner::session
