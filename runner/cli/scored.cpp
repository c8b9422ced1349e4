#include "runner/cli/command.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {

session::Checked<session::Scored> scored_named(const Context& context, const std::string& name) {
  if (const auto slash = name.find('/'); slash != std::string::npos)
    return session::score_sample(context.house, name.substr(0, slash), name.substr(slash + 1));
  const auto attempt = session::find_attempt(context.house, name, context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  return session::score(context.house, *attempt);
}

}  // namespace runner::cli
