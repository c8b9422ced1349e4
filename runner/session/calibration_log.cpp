// The log: each entry's digest covers the one before it, so the log can be grown and not rewritten.
#include <fmt/format.h>

#include "runner/exercise/digest.hpp"
#include "runner/session/pack_store.hpp"

namespace runner::session {
namespace {

// Each part with its length before it, so that no two entries read the same.
std::string digest_of(const CalibrationStep& entry, const std::string& previous) {
  std::string bytes = fmt::format("{},", entry.number);
  for (const auto* part : {&entry.at, &entry.by, &entry.what, &entry.subject, &entry.detail, &previous})
    bytes += fmt::format("{}:{},", part->size(), *part);
  return exercise::sha256(bytes);
}

}  // namespace

Checked<std::monostate> add_step(Store& store, const CalibrationStep& entry) {
  auto& database = store.database();
  auto last = database.run("SELECT number, digest FROM calibration_log ORDER BY number DESC LIMIT 1");
  if (!last) return tl::make_unexpected(last.error());
  CalibrationStep made = entry;
  made.number = last->empty() ? 1 : static_cast<int>(integer_of((*last)[0][0])) + 1;
  const auto previous = last->empty() ? std::string() : text_of((*last)[0][1]);
  made.digest = digest_of(made, previous);
  auto added = database.run("INSERT INTO calibration_log VALUES (?1,?2,?3,?4,?5,?6,?7,?8)",
                            {std::int64_t{made.number}, made.at, made.by, made.what, made.subject,
                             made.detail, previous, made.digest});
  if (!added) return tl::make_unexpected(added.error());
  return std::monostate{};
}

Checked<CalibrationLog> read_log(Store& store) {
  auto rows = store.database().run(
      "SELECT number, made_at, made_by, what, subject, detail, previous, digest FROM calibration_log ORDER "
      "BY number");
  if (!rows) return tl::make_unexpected(rows.error());
  CalibrationLog log;
  std::string previous;
  for (const auto& row : *rows) {
    CalibrationStep entry{.number = static_cast<int>(integer_of(row[0])),
                          .at = text_of(row[1]),
                          .by = text_of(row[2]),
                          .what = text_of(row[3]),
                          .subject = text_of(row[4]),
                          .detail = text_of(row[5]),
                          .digest = text_of(row[7])};
    const bool fits = text_of(row[6]) == previous && digest_of(entry, previous) == entry.digest &&
                      entry.number == static_cast<int>(log.entries.size()) + 1;
    if (!fits && log.broken == 0) log.broken = entry.number;
    previous = entry.digest;
    log.entries.push_back(std::move(entry));
  }
  return log;
}

}  // namespace runner::session
