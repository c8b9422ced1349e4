#include "runner/report/letter.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"
#include "runner/report/practice.hpp"
#include "runner/report/words.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

using namespace runner::report;
namespace review = runner::review;

namespace {

using Written = std::string (*)(const Letter&);
std::string as_text(const Letter& letter) { return letter_text(letter, {.colour = Colour::no, .width = 0}); }
constexpr Written forms[] = {as_text, letter_markdown, letter_html, letter_json};

// What markup and escapes do to a text is undone, and capitals do not matter.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\\' && c != '\n') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  return out;
}

std::vector<std::string> strings_of_key(const review::Key& key) {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  for (const auto& defect : key.defects) {
    add({defect.id, defect.class_id, defect.class_title, defect.title, defect.why, defect.fix});
    for (const auto* words : {&defect.words, &defect.class_words})
      for (const auto* group :
           {&words->topic, &words->cause, &words->effect, &words->remedy, &words->wrong_remedy})
        add(*group);
    add(defect.near_misses);
    add(defect.follow_ups);
    for (const auto& each : defect.places) add({place(each)});
  }
  for (const auto& decoy : key.decoys) {
    add({decoy.id, decoy.title, decoy.reason});
    add(decoy.false_alarm);
    for (const auto& each : decoy.places) add({place(each)});
  }
  for (const auto& sighting : key.sightings) add({sighting.class_id, sighting.message});
  std::erase(all, "");
  return all;
}

bool in_own_words(const runner::session::Scored& scored, const std::string& text) {
  for (const auto& comment : scored.review.comments)
    if (bare(comment.body).find(bare(text)) != std::string::npos ||
        place(comment).find(text) != std::string::npos)
      return true;
  return false;
}

}  // namespace

TEST_CASE("the letter is what the golden files say") {
  const auto letter = letter_of(sample(), Answers::no);
  check_golden("letter.txt", letter_text(letter, {}));
  check_golden("letter.md", letter_markdown(letter));
  check_golden("letter.html", letter_html(letter));
  check_golden("letter.json", letter_json(letter));
  check_golden("letter-empty.txt", letter_text(letter_of(empty_sample(), Answers::no), {}));
  check_golden("letter-with-key.md", letter_markdown(letter_of(sample(), Answers::yes)));
}

TEST_CASE("the letter's JSON fits docs/letter.schema.json") {
  runner::Validator validator(runner::read_schema("letter.schema.json"));
  for (const auto answers : {Answers::no, Answers::yes})
    for (const auto& scored : {sample(), empty_sample()})
      for (const auto& fault :
           validator.check(runner::Document::parse(letter_json(letter_of(scored, answers)))))
        FAIL_CHECK(fault);
  CHECK(!validator.check({{"schema", "seedfault.letter/1"}}).empty());
}

TEST_CASE("no string of the key is in the letter, unless the candidate wrote it") {
  for (const auto& scored : {sample(), empty_sample()}) {
    const auto letter = letter_of(scored, Answers::no);
    std::size_t searched = 0;
    for (const auto form : forms) {
      const auto text = bare(form(letter));
      for (const auto& secret : strings_of_key(scored.key)) {
        if (in_own_words(scored, secret)) continue;
        ++searched;
        INFO(secret);
        CHECK(text.find(bare(secret)) == std::string::npos);
      }
    }
    CHECK(searched > 40);
  }
}

TEST_CASE("the search finds what a letter with the key tells") {
  const auto scored = sample();
  const auto text = bare(letter_markdown(letter_of(scored, Answers::yes)));
  std::size_t told = 0;
  for (const auto& secret : strings_of_key(scored.key))
    if (text.find(bare(secret)) != std::string::npos) ++told;
  CHECK(told > 3);
}

TEST_CASE("the letter holds no number of what was planted") {
  const auto scored = sample();
  for (const auto form : forms) {
    const auto text = form(letter_of(scored, Answers::no));
    CHECK(text.find("of 7") == std::string::npos);
    CHECK(text.find("seven") == std::string::npos);
    if (form != letter_html) CHECK(text.find('%') == std::string::npos);  // its style sheet has some
  }
}

TEST_CASE("every skill has words for what it is and how to practise") {
  for (const auto& skill : detectors::source::skills) {
    const auto practice = practice_of(skill.id);
    CHECK(practice.what.size() > 20);
    CHECK(practice.practise.size() > 60);
  }
  CHECK(practice_of("sorcery").practise.empty());
}

TEST_CASE("what earned a level is in the letter once, with the next step; false alarms are named kindly") {
  const auto letter = letter_of(sample(), Answers::no);
  const auto scored = sample();
  std::size_t earned = 0;
  for (const auto& result : scored.assessment.defects)
    if (result.level > review::Level::missed) ++earned;
  CHECK(letter.found.size() == earned);
  CHECK(!letter.unconfirmed.empty());
  for (const auto& remark : letter.found) CHECK(!remark.note.empty());
  for (const auto& skill : letter.skills) CHECK(skill.practise.empty() == (skill.saw == Saw::all));
}
