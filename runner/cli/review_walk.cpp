#include "runner/cli/review_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "runner/report/queue_text.hpp"
#include "runner/review/queue.hpp"
#include "runner/session/decide.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {
namespace {

using review::DecisionKind;
using session::Checked;
using session::Scored;

constexpr std::string_view help =
    "  a    accept: the comment is about this defect, at the level shown\n"
    "  r    reject: it is not about this defect\n"
    "  1    located: in the defect's place, without its cause\n"
    "  2    identified: it names the mechanism\n"
    "  3    explained: and what it leads to\n"
    "  4    fixed: and a remedy that works\n"
    "  s    skip: leave it open for now\n"
    "  u    undo: withdraw the last decision of this sitting (the journal keeps both)\n"
    "  q    quit: what was decided is kept\n"
    "Each decision asks for a reason in a sentence; an empty one goes back to the question.\n";

// One line of standard input without its end; none at the end of input.
std::optional<std::string> answer_to(const std::string& question) {
  fmt::print("{}", question);
  std::fflush(stdout);
  std::string line;
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c == '\n') return line;
    line += static_cast<char>(c);
  }
  if (line.empty()) return std::nullopt;
  return line;
}

std::string name_of(const Scored& scored, const review::Pair& pair) {
  const auto& claim = scored.assessment.claims[pair.claim].claim;
  return review::target_name(scored.review.comments[claim.comment].id, claim.ordinal,
                             scored.key.defects[pair.defect].id);
}

class Walk {
 public:
  Walk(const Context& context, Scored scored, std::string by)
      : context_(context), scored_(std::move(scored)), by_(std::move(by)) {}

  Result run() {
    if (by_.empty()) by_ = answer_to("Who decides? ").value_or("");
    while (!over_) {
      const auto* pair = next();
      if (pair == nullptr) break;
      if (auto asked = ask(*pair); !asked) return asked;
    }
    const auto left = review::queue(scored_.assessment).size();
    return print(fmt::format("\n{} decided, {} left. `seedfault score {}` shows the score as it is now.\n",
                             made_, left, scored_.attempt.id));
  }

 private:
  const review::Pair* next() {
    const auto queue = review::queue(scored_.assessment);
    left_ = 0;
    const review::Pair* first = nullptr;
    for (const auto& queued : queue) {
      const auto& pair = scored_.assessment.pairs[queued.pair];
      if (skipped_.contains(name_of(scored_, pair))) continue;
      if (first == nullptr) first = &pair, why_ = queued.why;
      ++left_;
    }
    return first;
  }

  Result ask(const review::Pair& pair) {
    const auto name = name_of(scored_, pair);
    const auto level = std::max(pair.level, review::earned(pair));
    if (auto shown = print(fmt::format("\n{}  ({} left)\n\n{}  {}\n", name, left_,
                                       report::pair_card(scored_, pair, context_.out), why_));
        !shown)
      return shown;
    while (true) {
      const auto key = answer_to(
          fmt::format("\na accept as {}, r reject, 1-4 set the level, s skip, u undo, q quit, ? help: ",
                      to_string(level)));
      if (!key || *key == "q") {
        over_ = true;
        return done;
      }
      if (*key == "s") {
        skipped_.insert(name);
        return done;
      }
      if (*key == "u" && !latest_.empty())
        return decide(latest_, DecisionKind::withdraw, review::Level::missed);
      if (*key == "a") return decide(name, DecisionKind::accept, level);
      if (*key == "r") return decide(name, DecisionKind::reject, review::Level::missed);
      if (key->size() == 1 && (*key)[0] >= '1' && (*key)[0] <= '4')
        return decide(name, DecisionKind::set, static_cast<review::Level>((*key)[0] - '0'));
      fmt::print("{}", *key == "u" ? "nothing was decided in this sitting\n" : help);
    }
  }

  Result decide(const std::string& name, DecisionKind kind, review::Level level) {
    const auto reason = answer_to("Why? ");
    if (!reason || reason->find_first_not_of(" \t\r") == std::string::npos)
      return print("nothing was decided: a decision needs a reason\n");
    const auto decided = session::decide(
        context_.house, scored_,
        {.target = name, .kind = kind, .level = level, .fate = {}, .reason = *reason, .by = by_});
    if (!decided) return tl::make_unexpected(decided.error());
    auto after = session::score(context_.house, scored_.attempt);
    if (!after) return tl::make_unexpected(after.error());
    const auto change = moved(scored_, *after);
    scored_ = *std::move(after);
    made_ += kind == DecisionKind::withdraw ? -1 : 1;
    latest_ = kind == DecisionKind::withdraw ? "" : name;
    return print(change);
  }

  const Context& context_;
  Scored scored_;
  std::string by_;
  std::set<std::string> skipped_;
  std::string why_;     // the pair is queued
  std::string latest_;  // what was decided last in this sitting and not withdrawn, or ""
  std::size_t left_ = 0;
  int made_ = 0;
  bool over_ = false;
};

}  // namespace

std::string moved(const Scored& before, const Scored& after) {
  std::string text;
  for (std::size_t i = 0; i < after.assessment.defects.size(); ++i) {
    const auto& now = after.assessment.defects[i];
    const auto& then = before.assessment.defects[i];
    if (now.level != then.level)
      text += fmt::format("{}: {}, was {}\n", now.defect, to_string(now.level), to_string(then.level));
  }
  for (std::size_t i = 0; i < after.assessment.claims.size(); ++i) {
    const auto& now = after.assessment.claims[i];
    const auto& then = before.assessment.claims[i];
    if (now.fate != then.fate)
      text +=
          fmt::format("{}: {}, was {}\n",
                      review::target_name(after.review.comments[now.claim.comment].id, now.claim.ordinal, ""),
                      to_string(now.fate), to_string(then.fate));
  }
  return text.empty() ? "no level and no claim's standing has changed\n" : text;
}

Result walk_queue(const Context& context, Scored scored, std::string by) {
  return Walk(context, std::move(scored), std::move(by)).run();
}

}  // namespace runner::cli
