#include "runner/report/letter.hpp"

#include <fmt/format.h>

#include "runner/report/lookup.hpp"
#include "runner/report/practice.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::string said_in(const review::Claim& claim) {
  return claim.text.empty() ? "(a suggestion without words)" : printable(claim.text);
}

Remark remark(const session::Scored& scored, std::size_t claim, review::Level level, std::string note) {
  const auto& comment = comment_of(scored, claim);
  return {.comment = printable(comment.id),
          .where = one_line(place(comment)),
          .said = said_in(scored.assessment.claims[claim].claim),
          .level = level == review::Level::missed ? "" : std::string(review::to_string(level)),
          .note = std::move(note)};
}

std::string_view earned(review::Level level) {
  switch (level) {
    case review::Level::missed:
      return "";
    case review::Level::located:
      return "You stopped at the right place. The next step: say what is wrong there.";
    case review::Level::identified:
      return "You named what is wrong. The next step: say what happens then, and when.";
    case review::Level::explained:
      return "You named what is wrong and what follows from it. The next step: say how you would mend it.";
    case review::Level::fixed:
      return "You named what is wrong, what follows from it, and a remedy that works. Nothing is left to "
             "add.";
  }
  return "";
}

std::string note_on(const review::DefectResult& result) {
  std::string note(earned(result.level));
  if (!result.wrong_remedy.empty())
    note += " The remedy that you name would not be enough: it is worth a second look.";
  return note;
}

std::vector<Remark> found_in(const session::Scored& scored) {
  std::vector<Remark> found;
  for (std::size_t claim = 0; claim < scored.assessment.claims.size(); ++claim)
    for (std::size_t d = 0; d < scored.key.defects.size(); ++d) {
      const auto& result = result_of(scored, d);
      if (result.claim == claim && result.level > review::Level::missed)
        found.push_back(remark(scored, claim, result.level, note_on(result)));
    }
  return found;
}

std::vector<Remark> extras_in(const session::Scored& scored) {
  std::vector<Remark> extras;
  for (const auto claim : claims_of_fate(scored, review::Fate::valid_extra))
    extras.push_back(remark(scored, claim, review::Level::missed,
                            "Nobody planted this, and it is right. It counts for you."));
  return extras;
}

std::vector<Remark> unjudged_in(const session::Scored& scored) {
  std::vector<Remark> all;
  for (const auto claim : claims_of_fate(scored, review::Fate::unjudged))
    all.push_back(remark(scored, claim, review::Level::missed, ""));
  return all;
}

std::vector<Remark> unconfirmed_in(const session::Scored& scored) {
  std::vector<Remark> all;
  for (std::size_t claim = 0; claim < scored.assessment.claims.size(); ++claim) {
    const auto fate = scored.assessment.claims[claim].fate;
    if (fate == review::Fate::decoy_hit || fate == review::Fate::noise)
      all.push_back(remark(scored, claim, review::Level::missed, ""));
  }
  return all;
}

SkillNote skill_note(const review::SubScore& score) {
  const auto practice = practice_of(score.id);
  const Saw saw = score.found >= score.planted ? Saw::all : score.found > 0 ? Saw::some : Saw::none;
  const std::string_view verdict = saw == Saw::all    ? "You saw what there was to see."
                                   : saw == Saw::some ? "You saw some of it, and some went by."
                                                      : "There was some of this here, and it went by.";
  return {.skill = score.id,
          .title = std::string(theme_title(score.id)),
          .saw = saw,
          .note = fmt::format("{} This is about {}.", verdict, practice.what),
          .practise = saw == Saw::all ? "" : std::string(practice.practise)};
}

std::vector<WentBy> went_by_in(const session::Scored& scored) {
  std::vector<WentBy> all;
  for (const auto index : by_severity(scored.key)) {
    if (result_of(scored, index).level > review::Level::located) continue;
    const auto& defect = scored.key.defects[index];
    const auto places = main_places(defect);
    all.push_back({.title = defect.title,
                   .where = places.empty() ? "no line: something that is not there" : place(places.front()),
                   .why = defect.why,
                   .fix = defect.fix});
  }
  return all;
}

std::vector<std::string> opening(const session::Scored& scored) {
  return {fmt::format("Thank you for reviewing \"{}\".", one_line(scored.pull_request_title)),
          "This letter is about one review, not about you. It says what you saw, what kind of thing went by, "
          "and how to practise seeing it. Nobody finds everything: competent reviewers, working alone, find "
          "about half of what is planted."};
}

std::vector<std::string> closing(const session::Scored& scored, const Letter& letter) {
  std::vector<std::string> all;
  if (scored.card.approved_over_blocker)
    all.emplace_back(
        "You approved the change. We would have asked for changes: at least one thing in it would have hurt "
        "in production.");
  if (!letter.unconfirmed.empty())
    all.push_back(
        fmt::format("Being wrong now and then is part of reviewing: the first {} claims that turn out wrong "
                    "cost nothing.{}",
                    scored.policy.noise_free == 2 ? "two" : fmt::format("{:g}", scored.policy.noise_free),
                    letter.unconfirmed.size() > letter.found.size() + 2
                        ? " A few claims that you can stand behind say more than many: for each, ask what "
                          "would happen, and "
                          "to whom."
                        : ""));
  all.emplace_back(
      "Praise, questions, nitpicks and saying a thing twice count neither way. Time, and how good your "
      "English "
      "is, were not scored.");
  all.emplace_back(
      "Every credit rests on your own words, and a person can overrule any of them. If you think that we "
      "have "
      "misread you, say so to whoever sent you this letter, and name the comment.");
  return all;
}

}  // namespace

Letter letter_of(const session::Scored& scored, Answers answers) {
  Letter letter{.title = fmt::format("Your review of \"{}\"", one_line(scored.pull_request_title)),
                .opening = opening(scored),
                .found = found_in(scored),
                .extras = extras_in(scored),
                .unjudged = unjudged_in(scored),
                .unconfirmed = unconfirmed_in(scored),
                .skills = {},
                .went_by = {},
                .closing = {},
                .attempt = scored.attempt.id};
  for (const auto& score : scored.card.by_skill) letter.skills.push_back(skill_note(score));
  if (answers == Answers::yes) letter.went_by = went_by_in(scored);
  letter.closing = closing(scored, letter);
  return letter;
}

}  // namespace runner::report
