// What a comment asserts, beyond the words that it shares: it may approve of what the defect is about, and
// where the key names a defect's class, it may name that class's cause, effect and remedy, or deny them. Not
// fitted.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "runner/review/freetext.hpp"
#include "runner/review/freetext_signs.hpp"

namespace runner::review {

struct SpeechEvidence {
  double weight = 0;                // 0: nothing to say
  bool opposite = false;            // it asserts the opposite: whatever it shares, it is no match
  std::string text;                 // "names the cause: \"no timeout\""
  Level level = Level::identified;  // what the words are worth if the pair matches
};

class Speeches {
 public:
  Speeches(const std::vector<FreeDefect>& defects, const std::vector<PlainText>& texts,
           const Language& language);
  ~Speeches();
  Speeches(const Speeches&) = delete;
  Speeches& operator=(const Speeches&) = delete;

  [[nodiscard]] SpeechEvidence weigh(std::size_t text, std::size_t defect) const;

 private:
  struct Heard;
  std::unique_ptr<const Heard> heard_;
};

}  // namespace runner::review
