#include "runner/session/audit.hpp"

#include <fmt/format.h>

#include "runner/session/clock.hpp"
#include "runner/session/secret.hpp"

namespace runner::session {
namespace {

constexpr std::string_view remedy =
    "somebody or something wrote to the store behind seedfault's back: compare with a backup";

tl::unexpected<Faults> broken(int number, std::string problem) {
  return faulty({fmt::format("audit entry {}", number), {}, std::move(problem), std::string(remedy)});
}

}  // namespace

std::string hash_of(const AuditEntry& entry) {
  std::string bytes = fmt::format("{},", entry.number);
  for (const auto* field :
       {&entry.at, &entry.actor, &entry.action, &entry.subject, &entry.detail, &entry.previous})
    bytes += fmt::format("{}:{},", field->size(), *field);
  return hash_of(std::string_view(bytes));
}

Checked<std::monostate> note(Store& store, const Deed& deed) {
  auto last = store.last_audit_entry();
  if (!last) return tl::make_unexpected(std::move(last.error()));
  AuditEntry entry{.number = last->number + 1,
                   .at = now_utc(),
                   .actor = deed.actor,
                   .action = deed.action,
                   .subject = deed.subject,
                   .detail = deed.detail,
                   .previous = last->hash,
                   .hash = {}};
  entry.hash = hash_of(entry);
  return store.add(entry);
}

Checked<std::vector<AuditEntry>> audit_log(const House& house) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  return store->audit_entries();
}

Checked<AuditHead> verify(const std::vector<AuditEntry>& log, const AuditHead& kept) {
  AuditHead head;
  bool met = kept.number == 0;
  for (const auto& entry : log) {
    if (entry.number != head.number + 1)
      return broken(head.number + 1, fmt::format("is missing: the next one is {}", entry.number));
    if (entry.previous != head.hash) return broken(entry.number, "does not follow from the one before it");
    if (entry.hash != hash_of(entry)) return broken(entry.number, "was changed after it was written");
    head = {.number = entry.number, .hash = entry.hash};
    if (entry.number == kept.number && entry.hash != kept.hash)
      return broken(entry.number, "is not the one whose hash was kept");
    met = met || entry.number == kept.number;
  }
  if (!met) return broken(kept.number, fmt::format("is missing: the log ends at {}", head.number));
  return head;
}

}  // namespace runner::session
