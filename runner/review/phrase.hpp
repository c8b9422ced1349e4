// The phrase language: how data says by which words people name a thing. A phrase is a row of terms that must occur in
// one sentence, in order:
//
//   timeout            a word, compared by stem: "timeouts" and "timed" do, small typos of long words too
//   hang/block/stall   any one of these words
//   {absent}           any member of the named set in english/synonyms.toml; a member may be several words ("does not
//                      have") or name another set
//   connection?        may be missing
//   for_update         these words directly behind each other; "read-modify-write" in a text reads as three words, and so
//                      does `select_for_update` or `readTimeout` (split at case and underscore) besides its own whole
//   {number}           a number, in digits or letters
//
// Between two terms at most three other words may stand; "..." between them allows ten. "a & b" means both sides in one
// sentence, in either order. Matching ignores case, accents and British/American spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/position.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

struct Phrase;

}  // namespace runner::review
