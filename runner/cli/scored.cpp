#include "runner/cli/command.hpp"
#include "runner/session/baseline.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {

session::Checked<session::Scored> scored_named(const Context& context, const std::string& name) {
  if (name.find('@') != std::string::npos) {
    const auto baseline = session::find_baseline(context.house, name);
    if (!baseline) return tl::make_unexpected(baseline.error());
    return session::score_baseline(context.house, *baseline);
  }
  if (const auto slash = name.find('/'); slash != std::string::npos)
    return session::score_sample(context.house, name.substr(0, slash), name.substr(slash + 1));
  const auto attempt = session::find_attempt(context.house, name, context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  return session::score(context.house, *attempt);
}

}  // namespace runner::cli
