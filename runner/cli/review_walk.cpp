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
using review::Fate;
using review::Level;
using session::Checked;
using session::DecisionRequest;
using session::Scored;

constexpr std::string_view help =
    "  a    accept: the comment is about this defect, at the level shown\n"
    "  r    reject: it is not about this defect\n"
    "  1    located: in the defect's place, without its cause\n"
    "  2    identified: it names the mechanism\n"
    "  3    explained: and what it leads to\n"
    "  4    fixed: and a remedy that works\n"
    "About a finding that nobody planned:\n"
    "  v    valid extra: it is right, and counts for the reviewer\n"
    "  w    wrong: nothing goes wrong there in this way; it counts as noise\n"
    "  n    neutral: it counts neither way\n"
    "Always:\n"
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

// The next thing to ask about: a close call, or a finding that nobody planned.
struct Question {
  std::string target;  // as `--pair` and `--claim` take it
  std::string card;
  std::string keys;
  Level if_accepted = Level::missed;
  bool about_pair = true;
};

// What a key decides; none when it decides nothing here.
std::optional<DecisionRequest> answer(const Question& question, const std::string& key) {
  if (key.size() != 1) return std::nullopt;
  const auto decision = [&](DecisionKind kind, Level level, Fate fate = {}) {
    return DecisionRequest{
        .target = question.target, .kind = kind, .level = level, .fate = fate, .reason = {}, .by = {}};
  };
  if (!question.about_pair) {
    if (key == "v") return decision(DecisionKind::count_as, {}, Fate::valid_extra);
    if (key == "w") return decision(DecisionKind::count_as, {}, Fate::noise);
    if (key == "n") return decision(DecisionKind::count_as, {}, Fate::neutral);
    return std::nullopt;
  }
  if (key == "a") return decision(DecisionKind::accept, question.if_accepted);
  if (key == "r") return decision(DecisionKind::reject, Level::missed);
  if (key[0] >= '1' && key[0] <= '4') return decision(DecisionKind::set, static_cast<Level>(key[0] - '0'));
  return std::nullopt;
}

std::string name_of(const Scored& scored, std::size_t claim) {
  const auto& each = scored.assessment.claims[claim].claim;
  return review::target_name(scored.review.comments[each.comment].id, each.ordinal, "");
}

class Walk {
 public:
  Walk(const Context& context, Scored scored, std::string by)
      : context_(context), scored_(std::move(scored)), by_(std::move(by)) {}

  Result run() {
    if (by_.empty()) by_ = answer_to("Who decides? ").value_or("");
    while (!over_) {
      const auto question = next();
      if (!question) break;
      if (auto asked = ask(*question); !asked) return asked;
    }
    const auto left = review::queue(scored_.assessment).size() + review::unjudged(scored_.assessment).size();
    return print(fmt::format("\n{} decided, {} left. `seedfault score {}` shows the score as it is now.\n",
                             made_, left, scored_.attempt.id));
  }

 private:
  Question about(const review::Queued& queued) const {
    const auto& pair = scored_.assessment.pairs[queued.pair];
    const auto level = std::max(pair.level, review::earned(pair));
    return {.target = name_of(scored_, pair),
            .card = report::pair_card(scored_, pair, context_.out) + "  " + queued.why,
            .keys = fmt::format("a accept as {}, r reject, 1-4 set the level", to_string(level)),
            .if_accepted = level};
  }

  Question about(std::size_t claim) const {
    return {.target = name_of(scored_, claim),
            .card = report::claim_card(scored_, claim, context_.out),
            .keys = "v valid extra, w wrong, n neutral",
            .about_pair = false};
  }

  std::optional<Question> next() {
    std::optional<Question> first;
    left_ = 0;
    const auto offer = [&](const std::string& name, const auto& what) {
      if (skipped_.contains(name)) return;
      if (!first) first = about(what);
      ++left_;
    };
    for (const auto& queued : review::queue(scored_.assessment))
      offer(name_of(scored_, scored_.assessment.pairs[queued.pair]), queued);
    for (const auto claim : review::unjudged(scored_.assessment)) offer(name_of(scored_, claim), claim);
    return first;
  }

  Result ask(const Question& question) {
    if (auto shown = print(fmt::format("\n{}  ({} left)\n\n{}\n", question.target, left_, question.card));
        !shown)
      return shown;
    while (true) {
      const auto key = answer_to(fmt::format("\n{}, s skip, u undo, q quit, ? help: ", question.keys));
      if (!key || *key == "q") {
        over_ = true;
        return done;
      }
      if (*key == "s") {
        skipped_.insert(question.target);
        return done;
      }
      if (*key == "u" && !latest_.empty())
        return decide({.target = latest_, .kind = DecisionKind::withdraw, .reason = {}, .by = {}});
      if (const auto request = answer(question, *key)) return decide(*request);
      fmt::print("{}", *key == "u" ? "nothing was decided in this sitting\n" : help);
    }
  }

  Result decide(DecisionRequest request) {
    const auto reason = answer_to("Why? ");
    if (!reason || reason->find_first_not_of(" \t\r") == std::string::npos)
      return print("nothing was decided: a decision needs a reason\n");
    request.reason = *reason;
    request.by = by_;
    const auto decided = session::decide(context_.house, scored_, request);
    if (!decided) return tl::make_unexpected(decided.error());
    auto after = session::score(context_.house, scored_.attempt);
    if (!after) return tl::make_unexpected(after.error());
    const auto change = moved(scored_, *after);
    scored_ = *std::move(after);
    const bool withdrawn = request.kind == DecisionKind::withdraw;
    made_ += withdrawn ? -1 : 1;
    latest_ = withdrawn ? "" : request.target;
    return print(change);
  }

  const Context& context_;
  Scored scored_;
  std::string by_;
  std::set<std::string> skipped_;
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
