// The letter as headed sections, the same in every form that people read. Of this room alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/letter.hpp"

namespace runner::report {

// "quote", said at `where`, then what we make of it. Or a heading of its own with texts.
struct LetterItem {
  std::string title;               // of a skill or a defect; "" for a remark
  std::string where;               // "" where there is no place
  std::string quote;               // the candidate's own words, Markdown taken off
  std::string mark;                // a word on it: "explained", "some of it"; "" for none
  std::string_view tone;           // of that word, as html.hpp's chips have it
  std::vector<std::string> texts;  // paragraphs
};

struct LetterSection {
  std::string heading;
  std::string lead;  // "" for none
  std::vector<LetterItem> items;
};

[[nodiscard]] std::vector<LetterSection> letter_sections(const Letter& letter);  // those that say something

}  // namespace runner::report
