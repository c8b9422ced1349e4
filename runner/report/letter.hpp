// The letter to a candidate: what they found, what kind of thing went by, how to practise. Without the key it
// holds nothing that the candidate did not write or could not know: no defect's name, no line that they left
// alone, no count of what was planted.
#pragma once

#include <string>
#include <vector>

#include "runner/report/listing.hpp"
#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// One thing that the candidate said.
struct Remark {
  std::string comment;  // its id
  std::string where;    // "app/gateway.py:24", "the review as a whole"
  std::string said;     // in their own words
  std::string level;    // "explained"; "" for what is no match to a planted defect
  std::string note;     // what we make of it, and what would be the next step
};

enum class Saw { none, some, all };
struct SkillNote {
  std::string skill;
  std::string title;
  Saw saw = Saw::none;
  std::string note;
  std::string practise;  // "" where nothing went by
};

// With the key only.
struct WentBy {
  std::string title;
  std::string where;
  std::string why;
  std::string fix;
};

struct Letter {
  std::string title;
  std::vector<std::string> opening;  // paragraphs
  std::vector<Remark> found;         // in the order of writing
  std::vector<Remark> extras;        // right, and not planted
  std::vector<Remark> unjudged;      // told closely, not planted, and nobody has checked it yet
  std::vector<Remark> unconfirmed;   // on code that is right as far as we know
  std::vector<SkillNote> skills;
  std::vector<WentBy> went_by;  // the most severe first
  std::vector<std::string> closing;
  std::string attempt;
};

[[nodiscard]] Letter letter_of(const session::Scored& scored, Answers answers);

[[nodiscard]] std::string letter_text(const Letter& letter, const Style& style);
[[nodiscard]] std::string letter_markdown(const Letter& letter);
[[nodiscard]] std::string letter_html(const Letter& letter);
[[nodiscard]] std::string letter_json(const Letter& letter);  // "seedfault.letter/1"

}  // namespace runner::report
