// What stands after the events of a pair session, as tables.
#include "runner/session/pair_values.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace runner::session;

namespace {

constexpr auto candidate = Voice::candidate;
constexpr auto interviewer = Voice::interviewer;

PairEvent event(Voice by, PairKind kind, std::string subject, std::string text = "") {
  return {.by = by, .kind = kind, .subject = std::move(subject), .text = std::move(text)};
}

// Numbered from 1, a minute apart.
std::vector<PairEvent> log_of(std::vector<PairEvent> events) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].number = static_cast<int>(i) + 1;
    events[i].at = fmt::format("2026-03-17T08:{:02}:00Z", i);
  }
  return events;
}

// A state in one line.
std::string told(const PairState& state) {
  std::string out;
  for (const auto& comment : state.comments) out += fmt::format("{}={} ", comment.id, comment.body);
  if (!state.closing.summary.empty()) out += fmt::format("closing={} ", state.closing.summary);
  for (const auto& said : state.said)
    out += fmt::format("{}:{}{} ", to_string(said.kind), said.subject, said.text);
  for (const auto& note : state.notes) out += fmt::format("note:{} ", note.text);
  for (const auto& sort : state.closed) out += fmt::format("closed:{} ", sort);
  if (state.seconds > 0) out += fmt::format("{}s ", state.seconds);
  if (state.running_since) out += "running ";
  if (!state.ended_at.empty()) out += "ended ";
  if (!out.empty()) out.pop_back();
  return out;
}

struct Story {
  std::vector<PairEvent> events;
  std::string state;
};

}  // namespace

TEST_CASE("the state after the events") {
  const Story rows[] = {
      {{}, ""},
      {{event(candidate, PairKind::comment, "c1", "one")}, "c1=one"},
      {{event(candidate, PairKind::comment, "c1", "one"), event(candidate, PairKind::comment, "c2", "two"),
        event(candidate, PairKind::comment, "c1", "changed")},
       "c1=changed c2=two"},
      {{event(candidate, PairKind::comment, "c1", "one"), event(candidate, PairKind::taken, "c1")}, ""},
      {{event(candidate, PairKind::taken, "c9")}, ""},
      {{event(candidate, PairKind::closing, "approve", "first"),
        event(candidate, PairKind::closing, "approve", "last")},
       "closing=last"},
      {{event(candidate, PairKind::ask, "", "logs?"), event(interviewer, PairKind::reveal, "app.log"),
        event(interviewer, PairKind::hint, "", "look again")},
       "ask:logs? reveal:app.log hint:look again"},
      {{event(interviewer, PairKind::note, "", "quick")}, "note:quick"},
      {{event(interviewer, PairKind::limit, "logs", "gone")}, "limit:logsgone closed:logs"},
      {{event(interviewer, PairKind::limit, "", "hurry")}, "limit:hurry"},
      {{event(interviewer, PairKind::clock, "start")}, "running"},
      {{event(interviewer, PairKind::clock, "start"), event(interviewer, PairKind::clock, "pause")}, "60s"},
      {{event(interviewer, PairKind::clock, "pause")}, ""},
      {{event(interviewer, PairKind::clock, "start"), event(interviewer, PairKind::clock, "start"),
        event(interviewer, PairKind::clock, "pause"), event(interviewer, PairKind::clock, "start")},
       "120s running"},
      {{event(interviewer, PairKind::clock, "start"), event(candidate, PairKind::ended, "i1")}, "60s ended"},
  };
  for (const auto& row : rows) CHECK(told(fold(log_of(row.events))) == row.state);
}

TEST_CASE("a log read in two parts gives the state of the whole") {
  const auto log =
      log_of({event(candidate, PairKind::comment, "c1", "one"), event(interviewer, PairKind::clock, "start"),
              event(interviewer, PairKind::note, "", "n"), event(candidate, PairKind::comment, "c1", "two"),
              event(interviewer, PairKind::ended, "i2")});
  for (std::size_t cut = 0; cut <= log.size(); ++cut) {
    auto state = fold(std::span(log).first(cut));
    for (const auto& each : std::span(log).subspan(cut)) apply(state, each);
    CHECK(told(state) == told(fold(log)));
    CHECK(state.last == 5);
  }
}

TEST_CASE("who may send and who sees each kind") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"comment", "candidate sends, candidate sees"},
      {"taken", "candidate sends, candidate sees"},
      {"closing", "candidate sends, candidate sees"},
      {"ask", "candidate sends, candidate sees"},
      {"prompt", "interviewer sends, candidate sees"},
      {"hint", "interviewer sends, candidate sees"},
      {"limit", "interviewer sends, candidate sees"},
      {"reveal", "interviewer sends, candidate sees"},
      {"note", "interviewer sends, kept from candidate"},
      {"clock", "interviewer sends, candidate sees"},
      {"ended", "both send, candidate sees"},
  };
  CHECK(std::size(rows) == pair_rules().size());
  for (const auto& [name, said] : rows) {
    const auto kind = pair_kind_named(name);
    REQUIRE(kind);
    const auto& rule = rule_of(*kind);
    const auto* by = rule.by_candidate && rule.by_interviewer ? "both send"
                     : rule.by_candidate                      ? "candidate sends"
                                                              : "interviewer sends";
    CHECK(fmt::format("{}, {}", by, sees(candidate, *kind) ? "candidate sees" : "kept from candidate") ==
          said);
    CHECK(sees(interviewer, *kind));
    CHECK(to_string(*kind) == name);
  }
  CHECK(!pair_kind_named("board"));
}

TEST_CASE("the clock") {
  auto state = fold(log_of({event(interviewer, PairKind::clock, "start")}));
  CHECK(clock_seconds(state, "2026-03-17T09:30:00Z") == 90 * 60);
  CHECK(clock_seconds(state, "2026-03-17T07:00:00Z") == 0);
  state = fold(
      log_of({event(interviewer, PairKind::clock, "start"), event(interviewer, PairKind::clock, "pause")}));
  CHECK(clock_seconds(state, "2026-03-17T09:30:00Z") == 60);
}

TEST_CASE("places, there and back") {
  for (const auto* text : {"review", "file a b.py", "after 3-5 x/y.py", "before 7-7 with space.py"}) {
    runner::review::Comment comment;
    set_place(comment, text);
    CHECK(place_text(comment) == text);
  }
  const std::pair<std::string_view, std::string_view> rows[] = {{"", "review"},
                                                                {"after", "review"},
                                                                {"after x y", "review"},
                                                                {"after 0-0 y", "review"},
                                                                {"after 5-3 y", "after 5-5 y"},
                                                                {"after 4 y", "after 4-4 y"},
                                                                {"file", "review"}};
  for (const auto& [text, read] : rows) {
    runner::review::Comment comment;
    set_place(comment, text);
    CHECK(place_text(comment) == read);
  }
}

TEST_CASE("sorts of artefacts, by name") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"restart.log", "logs"},       {"logs/app.txt", "logs"},           {"pool.csv", "metrics"},
      {"prometheus.txt", "metrics"}, {"query-plans.txt", "query plans"}, {"support-case.txt", "documents"}};
  for (const auto& [path, sort] : rows) CHECK(artefact_sort(path) == sort);
}
