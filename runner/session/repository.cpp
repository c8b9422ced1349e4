// Stage -> the plan of the candidate's repository.
#include "runner/session/clock.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {
namespace {

// The code before the change was committed some days earlier, at another hour: as in real life.
constexpr std::int64_t base_is_older_by = 6 * 24 * 3600 + 3 * 3600 + 1020;

git::CommitPlan commit_of(const exercise::Tree& tree, const exercise::PullRequest& request,
                          const Moment& when) {
  git::CommitPlan plan{.files = {},
                       .message = {},
                       .author = request.author,
                       .email = request.email,
                       .seconds = when.seconds,
                       .offset_minutes = when.offset_minutes};
  for (const auto& file : tree) plan.files.push_back({.path = file.path, .text = file.text});
  return plan;
}

std::string change_message(const exercise::PullRequest& request) {
  return request.ticket.empty() ? request.title + "\n" : request.title + "\n\nRefs: " + request.ticket + "\n";
}

}  // namespace

Checked<git::RepositoryPlan> repository_of(const Stage& stage) {
  const auto& request = stage.exercise.pull_request;
  const auto when = read_moment(request.when);
  if (!when)
    return faulty({"exercises/" + stage.exercise.id + "/exercise.toml",
                   {},
                   "pull_request.when is \"" + request.when + "\", not a time",
                   "write it as 2026-03-17T09:42:00+01:00"});
  auto earlier = *when;
  earlier.seconds -= base_is_older_by;
  git::RepositoryPlan plan{.base = commit_of(stage.before, request, earlier),
                           .change = commit_of(stage.planted.tree, request, *when),
                           .branch = request.branch};
  plan.base.message = request.base_message + "\n";
  plan.change.message = change_message(request);
  return plan;
}

}  // namespace runner::session
