#include "runner/review/sentence.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<std::string> read(const std::string& text) {
  std::vector<std::string> found;
  for (const auto bytes : runner::review::sentences(text))
    found.push_back(text.substr(bytes.begin, bytes.size()));
  return found;
}

TEST_CASE("where sentences end") {
  using Texts = std::vector<std::string>;
  const std::vector<std::pair<std::string, Texts>> table{
      {"", {}},
      {"  \n ", {}},
      {"No timeout here. Workers hang.", {"No timeout here.", "Workers hang."}},
      {"Really? Yes!", {"Really?", "Yes!"}},
      {"Use requests.post(url).", {"Use requests.post(url)."}},
      {"e.g. the gateway hangs. Bad.", {"e.g. the gateway hangs.", "Bad."}},
      {"Wait 1.5 s. Then fail", {"Wait 1.5 s.", "Then fail"}},
      {"hmm... this hangs", {"hmm... this hangs"}},
      {"Hmm... This hangs", {"Hmm...", "This hangs"}},
      {"(It hangs.) So what", {"(It hangs.)", "So what"}},
      {"first\nsecond", {"first", "second"}},
      {"see config.py line 3. ok", {"see config.py line 3.", "ok"}},
      {"locks, pools, etc. are held", {"locks, pools, etc. are held"}},
      {"locks, pools, etc. All held.", {"locks, pools, etc.", "All held."}},
      {"What?! No.", {"What?!", "No."}},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

}  // namespace
