#include "runner/review/polarity.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

// What the text does to the first place of the phrase; "absent" when it is not there.
std::string reading(const std::string& text, const std::string& phrase, Names names) {
  PhraseBook book(*small::english());
  const auto parts = add_parts(book, *small::english());
  const auto wanted = book.add(phrase);
  const auto tokens = tokenize(text, *small::english());
  const auto hits = book.find(tokens);
  const auto found = marks(tokens, hits, parts);
  for (const auto& hit : hits)
    if (hit.phrase == wanted)
      return std::string(to_string(stance(tokens, found, hit.sentence, {hit.first, hit.last}, names).stance));
  return "absent";
}

struct Row {
  std::string text;
  std::string phrase;
  std::string stance;
};

TEST_CASE("what is said to be wrong") {
  const std::vector<Row> table{
      {"There is no timeout on this call", "no timeout", "asserted"},
      {"no timeout", "no timeout", "asserted"},
      {"This is a race", "race", "asserted"},
      {"this is not a race because the row is locked", "race", "denied"},
      {"This isn't a race", "race", "denied"},
      {"Isn't this a race?", "race", "asserted"},
      {"Doesn't this race with the webhook?", "race", "asserted"},
      {"Won't two requests race here?", "race", "asserted"},
      {"There is no race here", "race", "denied"},
      {"I don't see a race", "race", "denied"},
      {"not sure, but this looks like a race", "race", "asserted"},
      {"I'm not sure this is safe, it can race", "race", "asserted"},
      {"Not only a race, a deadlock too", "race", "asserted"},
      {"It does not lock the row, so two requests race", "race", "asserted"},
      {"Without a lock two requests race", "race", "asserted"},
      {"Nothing prevents a race here", "race", "asserted"},
      {"The transaction does not prevent the race", "race", "asserted"},
      {"The lock prevents the race", "race", "denied"},
      {"with_for_update avoids the race", "race", "denied"},
      {"We lock the row to avoid a race", "race", "denied"},
      {"Please lock the row to avoid a race", "race", "asserted"},
      {"You should lock the row to prevent a race", "race", "asserted"},
      {"Use for_update to avoid the race", "race", "asserted"},
      {"How do we avoid the race?", "race", "asserted"},
      {"No need for a timeout here", "no ... timeout", "denied"},
      {"a timeout is not needed, no timeout is fine", "no timeout", "denied"},
      {"No timeout is fine for a batch of ten, this runs on every request", "no timeout", "asserted"},
      {"It is fine that there is no timeout", "no timeout", "denied"},
      {"This is fine in tests, but there is no timeout in production", "no timeout", "asserted"},
      {"Nice, but no timeout", "no timeout", "asserted"},
      {"Nice work overall, no timeout on the gateway call", "no timeout", "asserted"},
      {"Looks good, except that there is no timeout", "no timeout", "asserted"},
      {"Great that there is no race any more", "race", "denied"},
      {"If there were no lock, two requests would race", "race", "hypothetical"},
      {"If we had no lock here it would race", "race", "hypothetical"},
      {"If two requests arrive at once they race", "race", "asserted"},
      {"previously there was no timeout", "no timeout", "hypothetical"},
      {"This used to race", "race", "hypothetical"},
      {"It used to be safe, now two requests race", "race", "asserted"},
      {"This would race under load", "race", "asserted"},
      {"This might race", "race", "asserted"},
      {"false alarm: no timeout", "no timeout", "denied"},
      {"That would be good to fix: it can race", "race", "asserted"},
      {"Good catch, but it still races", "race", "asserted"},
      {"Please don't swallow the error", "swallow", "asserted"},
      {"Never swallow errors", "swallow", "asserted"},
      {"The error should not be swallowed", "swallow", "asserted"},
      {"We must not swallow it", "swallow", "asserted"},
      {"The error is not swallowed", "swallow", "denied"},
      {"It never swallows the error", "swallow", "denied"},
      {"I'd rather not swallow this", "swallow", "asserted"},
      {"Avoid floats for money", "float money", "asserted"},
      {"Please don't use float for money", "float money", "asserted"},
      {"We do not use float for money", "float money", "denied"},
      {"The race cannot happen", "race", "denied"},
      {"Why is there no timeout?", "no timeout", "asserted"},
      {"Is it ok that there is no timeout?", "no timeout", "asserted"},
      {"I like it, though two requests race", "race", "asserted"},
      {"hmm no timeout :(", "no timeout", "asserted"},
      {"this isn’t a race", "race", "denied"},
      {"this isnt a race", "race", "denied"},
      {"the session protects us from the race", "race", "denied"},
      {"the session does not protect us from the race", "race", "asserted"},
      {"The event is lost for good", "is lost", "asserted"},
      {"The order is lost for good and nobody knows", "nobody know", "asserted"},
      {"The gateway was told that all is fine, and the event is lost", "is lost", "asserted"},
      {"The caller is told all is fine although it failed", "fail", "asserted"},
      {"I wonder how the lost event is handled here", "lost", "asserted"},
      {"I don't get how the race is handled here", "race", "asserted"},
      {"It is not clear how we handle the race", "race", "asserted"},
      {"The race is handled here", "race", "denied"},
      {"Fine to have a query per charge", "query per charge", "denied"},
      {"Is it fine to have a query per charge?", "query per charge", "asserted"},
      {"Not fine to have a query per charge", "query per charge", "asserted"},
      {"If it fails we have already told exams that everything is fine", "fail", "asserted"},
      {"The error is swallowed, so the caller thinks everything is fine", "swallow", "asserted"},
      {"The error is swallowed, so the client believes that it is ok", "swallow", "asserted"},
      {"I think the race is fine here", "race", "denied"},
      {"who waits? nobody, jobs die in the middle", "die", "asserted"},
      {"Nobody, the jobs race", "race", "asserted"},
      {"Attempts are limited and poison jobs get buried, good.", "poison", "praised"},
      {"The jobs race, very good", "race", "praised"},
      {"no timeout here, good", "no timeout", "asserted"},
      {"I thought about whether it would be better to wait, but then it would be lost, so I think it's right",
       "lost", "denied"},
      {"I first thought that this is a race, but the row is locked", "race", "hypothetical"},
      {"I was about to complain about a race, but you lock it", "race", "hypothetical"},
      {"It may race, but not often, so this is fine", "race", "denied"},
      {"It is fine in tests, but in production it will race, so we need a lock", "race", "asserted"},
      {"I don't understand why there is no await", "no await", "asserted"},
      {"Nice, so double captures are handled!", "double capture", "denied"},
      {"Nice, the thundering herd is handled", "thundering_herd", "denied"},
  };
  CHECK(table.size() >= 60);
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(reading(row.text, row.phrase, Names::wrong) == row.stance);
  }
}

TEST_CASE("what is there, or should be") {
  const std::vector<Row> table{
      {"timeout is set, good", "timeout", "denied"},
      {"Good timeout, well chosen", "timeout", "praised"},
      {"The timeout looks good", "timeout", "denied"},
      {"Nice use of idempotency keys", "idempotency key", "praised"},
      {"idempotency keys, nice!", "idempotency key", "praised"},
      {"👍 for the idempotency key", "idempotency key", "praised"},
      {"An idempotency key would be nice", "idempotency key", "asserted"},
      {"It would be good to add a timeout", "add timeout", "asserted"},
      {"no need for an index here", "index", "denied"},
      {"an index is unnecessary", "index", "denied"},
      {"please add an index", "add index", "asserted"},
      {"why not add an index?", "add index", "asserted"},
      {"Thanks for adding the timeout", "add timeout", "praised"},
      {"great, but add a timeout", "add timeout", "asserted"},
      {"I don't see a timeout", "timeout", "asserted"},
      {"Please pass a timeout, otherwise it takes down your lovely loop", "pass timeout", "asserted"},
      {"Why isn't this an update?", "update", "asserted"},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(reading(row.text, row.phrase, Names::thing) == row.stance);
  }
}

std::string wished(const std::string& text, const std::string& phrase) {
  PhraseBook book(*small::english());
  const auto parts = add_parts(book, *small::english());
  const auto wanted = book.add(phrase);
  const auto tokens = tokenize(text, *small::english());
  const auto hits = book.find(tokens);
  for (const auto& hit : hits) {
    if (hit.phrase != wanted) continue;
    switch (wish(tokens, marks(tokens, hits, parts), hit.sentence, {hit.first, hit.last})) {
      case Wish::none:
        return "none";
      case Wish::named:
        return "named";
      case Wish::asked:
        return "asked";
      case Wish::lacked:
        return "lacked";
      case Wish::wanted:
        return "wanted";
    }
  }
  return "not found";
}

TEST_CASE("is it asked for, or only spoken of?") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"please set a maximum", "wanted"},
      {"Use a maximum of 100.", "wanted"},
      {"maybe a maximum?", "wanted"},
      {"this needs a maximum", "lacked"},
      {"And it wants a maximum, too.", "lacked"},
      {"maximum.", "named"},
      {"maximum?", "named"},
      {"Where do we enforce a maximum on this?", "named"},
      {"It has a maximum in the other place.", "none"},
      {"Always read the maximum under the lock.", "wanted"},
      {"This always reads the maximum.", "none"},
      {"Just count the maximum and go on.", "wanted"},
      {"Default to the maximum, like the migration does.", "wanted"},
      {"Don't we need to set the maximum?", "asked"},
      {"Should this have a maximum?", "asked"},
      {"Shouldn't we set a maximum?", "wanted"},
      {"Could we agree on a maximum?", "wanted"},
      {"If you put the maximum before the loop this problem is gone.", "wanted"},
      {"The maximum of the query fixes it.", "wanted"},
      {"at least a maximum", "wanted"},
      {"At least it has a maximum.", "none"},
      {"We use a limit instead of a maximum.", "wanted"},
      {"a limit rather than maximum", "none"},
      {"helpers.maximum(3)", "named"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(wished(text, "maximum") == expected);
  }
}

}  // namespace
