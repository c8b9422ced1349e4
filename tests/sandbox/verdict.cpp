#include "sandbox/verdict.hpp"

#include <doctest/doctest.h>

using namespace sandbox;

namespace {

Outcome with(Ending ending, std::optional<std::string> report) {
  Outcome outcome;
  outcome.ending = ending;
  outcome.report = std::move(report);
  return outcome;
}

}  // namespace

TEST_CASE("a verdict") {
  const std::string silent = "it exited with 0 without the harness's completion record";
  struct Row {
    Outcome outcome;
    ProofVerdict verdict;
  };
  const Row rows[] = {
      {with(Exited{0}, "n0nce passed\n3 tests"), Passed{}},
      {with(Exited{1}, "n0nce failed\nt: 1 != 2"), Failed{"t: 1 != 2"}},
      {with(Exited{0}, "n0nce failed\nt: 1 != 2"), Failed{"t: 1 != 2"}},
      {with(Exited{1}, "n0nce inconclusive\nno test"), Inconclusive{"no test"}},
      {with(Exited{0}, std::nullopt), Inconclusive{silent}},
      {with(Exited{0}, ""), Inconclusive{silent}},
      {with(Exited{0}, "other passed\n"), Inconclusive{silent}},
      {with(Exited{0}, " passed\n"), Inconclusive{silent}},
      {with(Exited{0}, "n0nce passed"), Inconclusive{silent}},
      {with(Exited{0}, "forged passed\nn0nce passed\n"), Inconclusive{silent}},
      {with(Exited{3}, std::nullopt),
       Inconclusive{"it exited with 3 without the harness's completion record"}},
      {with(Exited{1}, "n0nce passed\n"), Inconclusive{"it reported success but exited with 1"}},
      {with(Exited{0}, "n0nce splendid\n"), Inconclusive{"it reported success but exited with 0"}},
      {with(Signalled{9}, "n0nce passed\n"), Inconclusive{"killed by signal 9"}},
      {with(TimedOut{}, "n0nce passed\n"), Inconclusive{"out of time (wall clock)"}},
      {with(OutOfMemory{}, "n0nce failed\nx"), Inconclusive{"out of memory"}},
  };
  for (const auto& [outcome, verdict] : rows) {
    CAPTURE(outcome.report.value_or("none"));
    CHECK(verdict_of(outcome, "n0nce") == verdict);
  }
}

TEST_CASE("an empty nonce proves nothing") {
  CHECK(std::holds_alternative<Inconclusive>(verdict_of(with(Exited{0}, " passed\n"), "")));
}

TEST_CASE("bounded text") {
  struct Row {
    std::string text;
    std::string bounded;
  };
  const Row rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"tab\tline\n", "tab\tline\n"},
      {"exactly ten", "exactly…"},
      {"1234567890", "1234567890"},
      {"12345678901", "1234567…"},
      {"\x1b[2J", "?[2J"},
      {"a\xff\xfe"
       "b",
       "a??b"},
      {"\xc3\xa9\xc3", "é?"},
      {"\xed\xa0\x80", "???"},
      {"\xc0\xaf", "??"},
      {"ééééé", "ééééé"},
      {"éééééé", "ééé…"},
      {"\xc2\x9b"
       "1m",
       "?1m"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(bounded(text, 10) == expected);
    CHECK(bounded(text, 10).size() <= 10);
  }
}
