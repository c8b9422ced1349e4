#include "runner/session/audit.hpp"

#include "runner/session/comment.hpp"
#include "runner/session/in_transaction.hpp"
#include "temporary.hpp"

using namespace runner::session;

namespace {

void noted(const TestHouse& at, const std::string& action) {
  REQUIRE(in_transaction(at.house, [&](Store& store) {
    return note(store, {.actor = "i1", .action = action, .subject = "i2", .detail = {}});
  }));
}

std::vector<AuditEntry> three_entries(const TestHouse& at) {
  for (const auto* action : {"invite", "begin", "submit"}) noted(at, action);
  const auto log = audit_log(at.house);
  REQUIRE(log);
  REQUIRE(log->size() == 3);
  return *log;
}

// What was done to a log, and what the verification says of it.
struct Row {
  const char* what;
  void (*harm)(std::vector<AuditEntry>&);
  const char* problem;
};
constexpr Row harms[] = {
    {"a changed text", [](auto& log) { log[1].subject = "i3"; }, "was changed"},
    {"a changed time", [](auto& log) { log[0].at = "2020-01-01T00:00:00Z"; }, "was changed"},
    {"words moved from one field to the next",
     [](auto& log) { log[1].action = "beg", log[1].subject = "ini2"; }, "was changed"},
    {"an entry taken out", [](auto& log) { log.erase(log.begin() + 1); }, "is missing"},
    {"the first taken out", [](auto& log) { log.erase(log.begin()); }, "is missing"},
    {"an entry taken out and the rest renumbered",
     [](auto& log) { log.erase(log.begin() + 1), log[1].number = 2; }, "does not follow"},
    {"one changed and its own hash made anew",
     [](auto& log) { log[1].detail = "x", log[1].hash = hash_of(log[1]); }, "does not follow"},
    {"two in the other order", [](auto& log) { std::swap(log[0], log[1]); }, "is missing"},
};

}  // namespace

TEST_CASE("a log holds together, and its head is the last entry") {
  const TestHouse at;
  CHECK(verify(*audit_log(at.house))->number == 0);
  const auto log = three_entries(at);
  const auto head = verify(log);
  REQUIRE(head);
  CHECK(head->number == 3);
  CHECK(head->hash == log[2].hash);
  CHECK(log[0].previous.empty());
  CHECK(log[1].previous == log[0].hash);
}

TEST_CASE("whatever is done to a log behind its back is seen") {
  const TestHouse at;
  const auto whole = three_entries(at);
  for (const auto& row : harms) {
    INFO(row.what);
    auto log = whole;
    row.harm(log);
    const auto verified = verify(log);
    REQUIRE(!verified);
    CHECK(verified.error()[0].problem.find(row.problem) != std::string::npos);
  }
}

TEST_CASE("an end that was cut off is seen against a head that was kept") {
  const TestHouse at;
  auto log = three_entries(at);
  const AuditHead kept{.number = 3, .hash = log[2].hash};
  CHECK(verify(log, kept));
  log.pop_back();
  CHECK(verify(log));
  CHECK(!verify(log, kept));
  CHECK(!verify(three_entries(TestHouse()), {.number = 3, .hash = "another"}));
}

TEST_CASE("an entry comes and goes with the transaction of what it tells about") {
  const TestHouse at;
  const auto undone = in_transaction(at.house, [&](Store& store) -> Checked<std::monostate> {
    REQUIRE(note(store, {.actor = "i1", .action = "invite", .subject = "i2", .detail = {}}));
    return faulty({"x", {}, "y", "z"});
  });
  CHECK(!undone);
  CHECK(audit_log(at.house)->empty());
}
