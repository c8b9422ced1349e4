#include "runner/report/letter_sections.hpp"

#include "runner/report/html.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

LetterItem item(const Remark& remark) {
  const auto level = review::level_named(remark.level);
  return {.title = {},
          .where = remark.where,
          .quote = remark.said,
          .mark = remark.level,
          .tone = level ? tone(*level) : "plain",
          .texts = remark.note.empty() ? std::vector<std::string>{} : std::vector{remark.note}};
}

LetterItem item(const SkillNote& skill) {
  LetterItem made{.title = skill.title,
                  .where = {},
                  .quote = {},
                  .mark = skill.saw == Saw::all    ? "all of it"
                          : skill.saw == Saw::some ? "some of it"
                                                   : "not yet",
                  .tone = skill.saw == Saw::all    ? "good"
                          : skill.saw == Saw::some ? "info"
                                                   : "warn",
                  .texts = {skill.note}};
  if (!skill.practise.empty()) made.texts.push_back("To practise: " + skill.practise);
  return made;
}

LetterItem item(const WentBy& defect) {
  return {.title = defect.title,
          .where = defect.where,
          .quote = {},
          .mark = {},
          .tone = "plain",
          .texts = {defect.why, "To mend it: " + defect.fix}};
}

template <class Value>
LetterSection section(std::string heading, std::string lead, const std::vector<Value>& values) {
  LetterSection made{.heading = std::move(heading), .lead = std::move(lead), .items = {}};
  for (const auto& value : values) made.items.push_back(item(value));
  return made;
}

}  // namespace

std::vector<LetterSection> letter_sections(const Letter& letter) {
  std::vector<LetterSection> all;
  all.push_back(section("What you found",
                        letter.found.empty()
                            ? "Nothing of what we had planted, this time."
                            : counted(letter.found.size(), "thing") + " that we had planted.",
                        letter.found));
  if (!letter.extras.empty()) all.push_back(section("What you found beyond that", "", letter.extras));
  if (!letter.unjudged.empty())
    all.push_back(section(
        "What nobody has judged yet",
        "We had not planned these, and you tell them closely enough to be checked. They count neither "
        "for you nor against you until a person has looked; you may ask for that.",
        letter.unjudged));
  if (!letter.unconfirmed.empty())
    all.push_back(
        section("Where we see it differently",
                "These remarks claim a defect where, as far as we know, nothing goes wrong in the way that "
                "they describe.",
                letter.unconfirmed));
  if (!letter.skills.empty())
    all.push_back(section("What kind of thing went by, and how to practise",
                          "By skill, for what this change had to show.", letter.skills));
  if (!letter.went_by.empty())
    all.push_back(section("What you did not mention",
                          "This tells the key of the exercise: please keep it to yourself.", letter.went_by));
  return all;
}

}  // namespace runner::report
