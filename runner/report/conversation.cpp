#include "runner/report/conversation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "runner/report/lookup.hpp"

namespace runner::report {
namespace {

using review::Fate;
using review::Level;

constexpr std::size_t most_missed = 5;
constexpr std::size_t most_own = 2;
constexpr std::size_t longest_quote = 400;  // bytes

// What to ask of who got so far: each question goes for the step that their words left out.
struct Next {
  Level level;
  std::string_view ask;
};
constexpr Next next_step[] = {
    {Level::located, "You stopped at this place. What is wrong with it?"},
    {Level::identified, "When does it go wrong, and who notices first?"},
    {Level::explained, "What would you change, and how would you show that it helps?"},
    {Level::fixed, "What does your change cost, and in which case would it not be enough?"},
};

std::string_view next_for(Level level) {
  for (const auto& next : next_step)
    if (next.level == level) return next.ask;
  return "What happens here on a bad day?";
}

std::string cut(const std::string& text) {
  if (text.size() <= longest_quote) return text;
  auto end = text.find_last_of(" \n", longest_quote);
  if (end == std::string::npos) end = longest_quote;
  return text.substr(0, end) + " …";
}

std::string place_text(const std::vector<review::Place>& places) {
  return places.empty() ? std::string()
                        : fmt::format("{}:{}", places.front().path, to_string(places.front().lines));
}

Question about_defect(const session::Scored& scored, std::size_t index) {
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  Question question{.about = defect.title,
                    .where = place_text(main_places(defect)),
                    .quote = result.claim ? cut(comment_of(scored, *result.claim).body) : "",
                    .ask = {},
                    .listen = {defect.why, defect.fix}};
  question.ask.emplace_back(
      result.level == Level::missed
          ? fmt::format("Look at {} once more. What happens here on a bad day?",
                        question.where.empty() ? "the change as a whole" : question.where)
          : std::string(next_for(result.level)));
  if (!result.wrong_remedy.empty())
    question.ask.push_back(fmt::format("You would do this: {}. What happens then?", result.wrong_remedy));
  question.ask.insert(question.ask.end(), defect.follow_ups.begin(), defect.follow_ups.end());
  return question;
}

// Whoever wrote a comment can tell how they came to it, and can say it again in other words.
std::vector<Question> own_words(const session::Scored& scored) {
  std::vector<const review::Comment*> comments;
  for (const auto& comment : scored.review.comments)
    if (comment.scope != review::CommentScope::review) comments.push_back(&comment);
  std::ranges::stable_sort(comments, std::ranges::greater{},
                           [](const auto* each) { return each->body.size(); });
  std::vector<Question> questions;
  for (std::size_t i = 0; i < std::min(most_own, comments.size()); ++i)
    questions.push_back({.about = "their own words",
                         .where = comments[i]->scope == review::CommentScope::lines
                                      ? fmt::format("{}:{}", comments[i]->path, to_string(comments[i]->lines))
                                      : comments[i]->path,
                         .quote = cut(comments[i]->body),
                         .ask = {"How did you come upon this? What did you look at first?",
                                 "Say it once more, to somebody who does not know this code."},
                         .listen = {}});
  return questions;
}

void add_claims(std::vector<Question>& questions, const session::Scored& scored, Fate fate) {
  for (const auto index : claims_of_fate(scored, fate)) {
    const auto& claim = scored.assessment.claims[index];
    const auto* decoy = fate == Fate::decoy_hit ? decoy_named(scored, claim.target) : nullptr;
    questions.push_back({.about = decoy ? decoy->title : "a claim that nothing here confirms",
                         .where = decoy ? place_text(decoy->places) : "",
                         .quote = cut(comment_of(scored, index).body),
                         .ask = {"What would have to be true for this to fail?",
                                 "What in the code would convince you that it is fine?"},
                         .listen = {decoy ? decoy->reason : claim.reason}});
  }
}

std::string listed(std::string_view title, const std::vector<Question>& questions) {
  if (questions.empty()) return "";
  auto out = fmt::format("## {}\n\n", title);
  for (const auto& each : questions) {
    out +=
        fmt::format("### {}{}\n\n", each.about, each.where.empty() ? "" : fmt::format(" ({})", each.where));
    for (std::size_t at = 0; at < each.quote.size();) {
      const auto end = std::min(each.quote.find('\n', at), each.quote.size());
      out += "> " + each.quote.substr(at, end - at) + "\n";
      at = end + 1;
    }
    if (!each.quote.empty()) out += "\n";
    for (const auto& ask : each.ask) out += "- " + ask + "\n";
    for (const auto& listen : each.listen)
      if (!listen.empty()) out += "- *Listen for:* " + listen + "\n";
    out += "\n";
  }
  return out;
}

}  // namespace

Conversation conversation_of(const session::Scored& scored) {
  Conversation conversation;
  for (const auto index : by_severity(scored.key)) {
    const bool missed = result_of(scored, index).level == Level::missed;
    if (!missed)
      conversation.wrote.push_back(about_defect(scored, index));
    else if (conversation.went_by.size() < most_missed)
      conversation.went_by.push_back(about_defect(scored, index));
  }
  conversation.own = own_words(scored);
  add_claims(conversation.claimed, scored, Fate::decoy_hit);
  add_claims(conversation.claimed, scored, Fate::noise);
  return conversation;
}

std::string conversation_markdown(const session::Scored& scored) {
  const auto conversation = conversation_of(scored);
  return fmt::format("# Conversation about {}\n\n", scored.attempt.id) +
         listed("What they saw", conversation.wrote) + listed("Whose words they are", conversation.own) +
         listed("What is right as far as we know", conversation.claimed) +
         listed("What went by", conversation.went_by);
}

}  // namespace runner::report
