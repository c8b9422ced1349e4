// The audit log: who did what to what, each entry chained to the one before by its hash, so that an entry
// that was changed, taken out or put in between is seen. An end that was cut off is seen against a head that
// was kept elsewhere. No entry holds a name or a text that a person wrote: erasing a person leaves the chain
// whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

inline constexpr std::string_view command_line = "command line";  // as an actor

struct Deed {
  std::string actor;
  std::string action;
  std::string subject;
  std::string detail = {};
};
// Adds an entry: in the transaction of what it tells about.
[[nodiscard]] Checked<std::monostate> note(Store& store, const Deed& deed);

[[nodiscard]] std::string hash_of(const AuditEntry& entry);  // over every field but `hash`
[[nodiscard]] Checked<std::vector<AuditEntry>> audit_log(const House& house);

struct AuditHead {
  int number = 0;    // 0: the log is empty
  std::string hash;  // of the last entry
};
// The head of a log that holds together. Faults: the first entry whose number, predecessor or hash is not
// what it must be; an entry that `kept` names and that is missing or another.
[[nodiscard]] Checked<AuditHead> verify(const std::vector<AuditEntry>& log, const AuditHead& kept = {});

}  // namespace runner::session
