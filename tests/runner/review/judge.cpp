// The whole matcher on a small key: charge (missing-timeout, line 7), orders (n-plus-one, line 18), balance
// (lost-update, lines 23-24), and the decoy refund (line 11).
#include "runner/review/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using small::at;
using small::fates;
using small::judged;
using small::levels;
using small::overall;

struct Row {
  int line;
  std::string body;
  std::string levels;
};

void check(const std::vector<Row>& table) {
  for (const auto& row : table) {
    CAPTURE(row.line);
    CAPTURE(row.body);
    CHECK(levels(judged({row.line > 0 ? at(row.line, row.body) : overall(row.body)})) == row.levels);
  }
}

TEST_CASE("phrasings and their levels") {
  check({
      {7, "no timeout", "charge:identified"},
      {7, "There is no timeout on this call.", "charge:identified"},
      {7, "missing timeout!", "charge:identified"},
      {7, "this waits forever", "charge:identified"},
      {7, "Is there a timeout?", "charge:identified"},
      {7, "Shouldn't this have a timeout?", "charge:identified"},
      {7, "Please add a timeout.", "charge:explained"},
      {7, "nitpick: no timeout", "charge:identified"},
      {7, "No timeout here. If the gateway hangs every worker blocks.", "charge:explained"},
      {7, "no timout, worker will hang", "charge:explained"},
      {7, "No timeout: if the gateway hangs every worker blocks. Pass timeout=(1, 3).", "charge:fixed"},
      {7, "There is no timeout. Wrap it in try/except.", "charge:identified"},
      {7, "needs a timeout", "charge:identified"},
      {7, "timeout?", "charge:identified"},
      {7, "timeout", "charge:located"},
      {7, "I couldn't find a place where a timeout is set.", "charge:identified"},
      {7, "no timeout, workers hang forever", "charge:explained"},
      {7, "workers hang forever", "charge:identified"},  // the consequence only restates the mechanism
      {7, "this looks off", "charge:located"},
      {7, "I would rename payload", "charge:located"},
      {5, "no timeout", "charge:identified"},
      {8, "no timeout on the post above", "charge:identified"},
      {18, "N+1 query", "orders:identified"},
      {18, "N+1: one query per order. Use selectinload.", "orders:explained"},
      {17, "this make 1 query per order", "orders:identified"},
      {15, "N+1", "orders:identified"},
      {23, "lost update", "balance:identified"},
      {23, "Race condition: two requests both read the old balance and one update is lost.",
       "balance:explained"},
      {23, "Read-modify-write. Use select_for_update.", "balance:explained"},
  });
}

TEST_CASE("what is asked, told of others or only in thought earns what it says") {
  check({
      {7, "Don't we need to set a timeout?", "charge:identified"},
      {7, "Shouldn't we set a timeout here?", "charge:identified"},
      {7, "Could we pass a timeout?", "charge:identified"},
      {7, "There is no timeout. Could we pass one, timeout=(1, 3) or so?", "charge:explained"},
      {7, "No timeout. The customer was told that the payment is fine, and the order never ships.",
       "charge:explained"},
      {7, "I first thought that there is no timeout, but the adapter sets one.", ""},
      {7, "There is no timeout, good.", "charge:identified"},  // praise of what is missing: meant ironically
      {7, "The gateway has a timeout, all workers come back, good.", ""},
      {7, "Nice, the timeout is handled.", ""},
      {7, "No timeout. If you pass timeout=(1, 3) the problem is gone.", "charge:explained"},
      {7, "No timeout. Wrap the call in a retry with a timeout of an hour.", "charge:explained"},
      {18, "N+1, so a merchant with many orders waits for the page and calls support.", "orders:explained"},
  });
}

TEST_CASE("the right line and the wrong problem, and words that turn round") {
  check({
      {7, "SQL injection", "charge:located"},
      {7, "N+1 query", ""},
      {7, "timeout is set, good", ""},
      {7, "nice and short", ""},
      {7, "praise: no timeout, brave", ""},
      {7, "no need for a timeout here", ""},
      {23, "this is not a race because the row is locked", ""},
      {23, "no lost update here", ""},
      {18, "selectinload avoids the N+1 here, nice", ""},
      {7, "why requests?", ""},
      {8, "please rename this", ""},  // beside the defect, about nothing of it
      {23, "race condition", "balance:identified"},
      {7, "nit: trailing space", "charge:located"},
      {26, "no timeout", ""},
      {26, "this looks off", ""},
      {18, "no timeout", ""},
      {7, "rename response", "charge:located"},
  });
}

TEST_CASE("without a line, words must say which place is meant") {
  check({
      {0, "`Gateway.charge` has no timeout", "charge:identified"},
      {0, "payments/gateway.py:7 has no timeout", "charge:identified"},
      {0, "The charge call has no timeout, a hanging gateway blocks every worker.", "charge:explained"},
      {0, "no timeout", ""},
      {0, "Please think about timeouts.", ""},
      {0, "1. charge has no timeout\n2. list_orders is an N+1\n3. lost update on the balance in credit()",
       "charge:identified orders:identified balance:identified"},
  });
}

TEST_CASE("one comment with two claims is credited for two defects") {
  CHECK(levels(judged({at(7, "- no timeout here\n- list_orders() below is an N+1")})) ==
        "charge:identified orders:identified");
  CHECK(levels(judged({overall("charge() has no timeout, and list_orders() is an N+1.")})) ==
        "charge:identified orders:identified");
}

TEST_CASE("several claims for one defect: the best counts, the rest are duplicates") {
  const auto result =
      judged({at(7, "no timeout"), at(7, "No timeout. If the gateway hangs every worker blocks."),
              at(8, "missing timeout")});
  CHECK(levels(result) == "charge:explained");
  CHECK(fates(result) == "duplicate, credited, duplicate");
  CHECK(result.defects[0].claim == 1);
  CHECK(result.defects[0].duplicates == std::vector<std::size_t>{0, 2});
}

TEST_CASE("a vague remark is credited once at most") {
  CHECK(levels(judged({at(7, "this looks off"), at(18, "this looks off"), at(23, "this looks off")}))
            .find(' ') == std::string::npos);
}

TEST_CASE("what becomes of a claim that is not credited") {
  const std::vector<std::pair<Comment, std::string>> table{
      {at(11, "no timeout"), "decoy hit"},
      {at(11, "No timeout here. If the gateway hangs every worker blocks."), "decoy hit"},
      {at(26, "SQL injection, this is a bug"), "noise"},
      {at(26, "this will crash"), "noise"},
      {at(3, "This logs the card number."), "valid extra"},
      {at(26, "nice"), "neutral"},
      {at(26, "why three?"), "neutral"},
      {at(26, "nit: this breaks the style"), "neutral"},
      {at(26, "Rename this constant."), "neutral"},
      {overall("LGTM"), "neutral"},
      {overall("Some things here will go wrong, and this is a bug."), "neutral"},
      {overall("Every error is swallowed, this is a bug."), "noise"},
  };
  for (const auto& [comment, fate] : table) {
    CAPTURE(comment.body);
    CHECK(fates(judged({comment})) == fate);
  }
}

TEST_CASE("kind words and questions stay neutral, however often they are said") {
  CHECK(fates(judged({at(3, "nice"), at(12, "nice"), at(26, "nice")})) == "neutral, neutral, neutral");
  CHECK(fates(judged({at(13, "why three?"), at(26, "why three?")})) == "neutral, neutral");
  CHECK(fates(judged({at(13, "this will crash"), at(26, "this will crash")})) == "noise, noise");
}

TEST_CASE("suggestions that were tried") {
  const std::string fence =
      "```suggestion\n        response = requests.post(PAY_URL, json=payload, timeout=3)\n```";
  const SuggestionTrial good{.comment = "c0", .parses = true, .silenced = {"charge"}};
  auto broken = good;
  broken.parses = false;
  auto silent_no = good;
  silent_no.silenced.clear();
  auto refuted = good;
  refuted.proofs = {{"charge", ProofVerdict::failed}};
  CHECK(levels(judged({at(7, fence)}, {good})) == "charge:explained");
  CHECK(levels(judged({at(7, "No timeout.\n" + fence)}, {good})) == "charge:explained");
  CHECK(levels(judged({at(7, "No timeout.\n" + fence)}, {broken})) == "charge:identified");
  CHECK(levels(judged({at(7, "No timeout.\n" + fence)}, {silent_no})) == "charge:identified");
  CHECK(levels(judged({at(7, "No timeout.\n" + fence)}, {refuted})) == "charge:identified");
  CHECK(judged({at(7, "No timeout.\n" + fence)}, {silent_no}).defects[0].wrong_remedy == "the suggestion");
}

TEST_CASE("a wrong remedy caps and is named") {
  const auto result =
      judged({at(18, "N+1: one query per order, cache it. With many orders the page gets slow.")});
  CHECK(levels(result) == "orders:explained");
  CHECK_FALSE(result.defects[1].wrong_remedy.empty());
}

TEST_CASE("spraying earns next to nothing") {
  const std::vector<std::string> guesses{"no timeout",
                                         "N+1 query",
                                         "lost update",
                                         "race condition",
                                         "swallowed error",
                                         "not idempotent",
                                         "sensitive data in the log",
                                         "missing index"};
  std::string list;
  std::string soup;
  std::vector<Comment> each;
  std::vector<Comment> soups;
  for (const auto& guess : guesses) list += "- " + guess + "\n";
  for (const auto& guess : guesses) soup += guess + ", ";
  for (int line = 1; line <= 26; ++line) {
    for (const auto& guess : guesses) each.push_back(at(line, guess));
    soups.push_back(at(line, soup));
  }
  CHECK(levels(judged(each)).empty());
  CHECK(levels(judged(soups)).empty());
  CHECK(levels(judged({overall(list)})).empty());
  std::vector<Comment> vague;
  for (int line = 1; line <= 26; ++line)
    vague.push_back(at(line, "Remark " + std::to_string(line) + " on this line."));
  CHECK(levels(judged(vague)).empty());
  std::vector<Comment> reworded;
  for (int line = 1; line <= 26; ++line)
    reworded.push_back(at(line, "No timeout for call " + std::to_string(line)));
  CHECK(levels(judged(reworded)).empty());
}

TEST_CASE("one kind of defect after the other, each told closely, with the line that it stands on") {
  const std::vector<std::string> kinds{
      "no timeout here, and if that happens under load, every worker hangs.",
      "one query per order here, and if that happens under load, pages get slow.",
      "lost update here, and if that happens under load, money is lost.",
      "the error is swallowed here, and if that happens under load, nobody knows."};
  const SourceFile file(small::path, small::code);
  std::vector<Comment> comments;
  for (int line = 1; line <= 26; ++line) {
    std::string code(file.line({line}));
    code.erase(0, std::min(code.find_first_not_of(' '), code.size()));
    if (!code.empty())
      comments.push_back(at(line, fmt::format("`{}`: {}", code, kinds[comments.size() % kinds.size()])));
  }
  CHECK(levels(judged(comments)).empty());
}

TEST_CASE("a kind of defect named on every line, none of them often") {
  const std::vector<std::string> guesses{"no timeout",      "N+1 query",     "lost update",
                                         "swallowed error", "missing index", "not idempotent"};
  auto key = small::key();
  const std::string more = "payments/more.py";
  std::string code;
  for (int line = 1; line <= 16; ++line) code += fmt::format("step_{} = {}\n", line, line);
  key.code.push_back(
      {.after = SourceFile(more, code), .before = SourceFile(more, ""), .outline = {}, .changed = {}});
  key.code.back().outline = {{.kind = detectors::source::ScopeKind::file,
                              .lines = small::lines(1, 16),
                              .header = small::lines(1, 16)}};
  key.code.back().changed = {small::lines(1, 16)};
  Review review;
  for (int i = 0; i < 42; ++i) {
    review.comments.push_back(at(i < 26 ? i + 1 : i - 25,
                                 fmt::format("{} in step {}", guesses[static_cast<std::size_t>(i) % 6], i)));
    review.comments.back().id = fmt::format("c{}", i);
    if (i >= 26) review.comments.back().path = more;
  }
  CHECK(levels(judge(review, key, {}, small::english(), {})).empty());
  review.comments.resize(20);  // not half as many: what is right of them counts
  CHECK(levels(judge(review, key, {}, small::english(), {})) == "charge:identified");
}

TEST_CASE("every word of a vocabulary on every line") {
  const auto words = small::class_words("missing-timeout");
  std::string all;
  for (const auto& list : {words.topic, words.cause, words.effect, words.remedy})
    for (const auto& phrase : list) all += phrase + " ";
  std::erase_if(all, [](char c) { return c == '{' || c == '}' || c == '/' || c == '&'; });
  std::vector<Comment> comments;
  for (int line = 1; line <= 26; ++line) comments.push_back(at(line, all));
  CHECK(levels(judged(comments)).empty());
}

TEST_CASE("copying the code earns nothing") {
  std::vector<Comment> comments;
  const SourceFile file(small::path, small::code);
  for (int line = 1; line <= file.line_count(); ++line)
    comments.push_back(at(line, std::string(file.line({line}))));
  CHECK(levels(judged(comments)).empty());
  CHECK(levels(judged({at(7, "response = requests.post(PAY_URL, json=payload)")})).empty());
}

TEST_CASE("every piece of evidence is a sentence, and the score is their sum") {
  const auto result = judged({at(7, "No timeout here. If the gateway hangs every worker blocks.")});
  REQUIRE_FALSE(result.pairs.empty());
  const auto& pair = result.pairs.front();
  double sum = -3.4;
  for (const auto& evidence : pair.evidence) {
    CHECK_FALSE(evidence.text.empty());
    sum += evidence.weight;
  }
  CHECK(pair.score == doctest::Approx(1 / (1 + std::exp(-sum))));
}

TEST_CASE("pairs are ordered, and the same values give the same answer") {
  const std::vector<Comment> comments{at(7, "no timeout"), at(8, "missing timeout"), at(18, "N+1"),
                                      at(23, "lost update")};
  const auto a = judged(comments);
  const auto b = judged(comments);
  CHECK(std::ranges::is_sorted(
      a.pairs, {}, [](const Pair& pair) { return std::tuple(pair.defect, -pair.score, pair.claim); }));
  REQUIRE(a.pairs.size() == b.pairs.size());
  for (std::size_t i = 0; i < a.pairs.size(); ++i) {
    CHECK(a.pairs[i].score == b.pairs[i].score);
    CHECK(a.pairs[i].evidence == b.pairs[i].evidence);
  }
}

TEST_CASE("empty reviews, empty keys, any bytes") {
  CHECK(levels(judged({})).empty());
  CHECK(judged({}).defects.size() == 3);
  CHECK(judge({.comments = {at(1, "no timeout")}}, Key{}, {}, small::english()).defects.empty());
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  auto odd = at(7, all + all);
  odd.lines = small::lines(-5, 1000000);
  CHECK(judged({odd}).defects.size() == 3);
  std::string noise;
  for (int i = 0; i < 3000; ++i) noise += "no timeout ";
  CHECK(judged({at(7, noise)}).defects.size() == 3);
}

}  // namespace
