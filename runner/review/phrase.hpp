// The phrase language: how data says by which words people name a thing. A phrase is a row of terms that must
// occur in one sentence, in order:
//
//   timeout            a word, compared by stem: "timeouts" and "timed" do, small typos of long words too
//   hang/block/stall   any one of these words
//   {absent}           any member of the named set in english/synonyms.toml; a member may be several words
//   ("does not
//                      have") or name another set
//   connection?        may be missing
//   for_update         these words directly behind each other; "read-modify-write" in a text reads as three
//   words, and so
//                      does `select_for_update` or `readTimeout` (split at case and underscore) besides its
//                      own whole
//   {number}           a number, in digits or letters
//
// Between two terms at most three other words may stand; "..." between them allows ten. "a & b" means both
// sides in one sentence, in either order. Matching ignores case, accents and British/American spelling.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/position.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

inline constexpr int usual_gap = 3;  // other words that may stand between two terms
inline constexpr int wide_gap = 10;  // the same with "..." between them

struct Alternative {
  enum class Kind { words, set, number };
  Kind kind = Kind::words;
  std::vector<std::string> stems;  // directly behind each other
  std::string set;
};

struct Term {
  std::vector<Alternative> alternatives;
  bool optional = false;
  int gap = usual_gap;  // between the term before and this one
};

struct Phrase {
  std::vector<std::vector<Term>> sides;  // more than one with "&"
};

// The error is one clause: "the brace is not closed in \"{absent timeout\"".
[[nodiscard]] tl::expected<Phrase, std::string> read_phrase(std::string_view text,
                                                            const LanguageData& language);

// The same with the stems of a piece of text given by whoever may remember them.
using StemsOf = std::function<std::vector<std::string>(std::string_view)>;
[[nodiscard]] tl::expected<Phrase, std::string> read_phrase(std::string_view text, const StemsOf& stems_of);

// What is wrong with the phrase, an unknown set included; none when it can be used.
[[nodiscard]] std::optional<std::string> phrase_problem(std::string_view text, const LanguageData& language);
[[nodiscard]] std::optional<std::string> phrase_problem(std::string_view text, const Language& language);

// "{absent}" names the set "absent"; anything else names none.
[[nodiscard]] std::optional<std::string> set_named_by(std::string_view member);

// Does the phrase occur in the text? For tests and for authors who try a phrase; many phrases are found by a
// PhraseBook.
[[nodiscard]] bool occurs(std::string_view phrase, std::string_view text, const Language& language);

}  // namespace runner::review
