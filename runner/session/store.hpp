// The attempts on disk: one SQLite file, one transaction a command. Nothing of it is ever in the candidate's
// folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/database.hpp"
#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// What a sandboxed proof said of one suggestion; written by `verify`, read by `score`.
struct StoredTrial {
  std::string comment;
  std::size_t suggestion = 0;
  std::string defect;
  review::ProofVerdict verdict = review::ProofVerdict::not_run;
  std::string detail;
  std::string tier;  // of the sandbox that it ran in: "full"; "" when it was not run
};

// What one patch that was given beside the review showed of one defect; the newest of a patch and defect
// counts.
struct PatchTrial {
  std::string patch;   // the file's name
  std::string digest;  // SHA-256 of its text
  std::string defect;
  review::ProofVerdict verdict = review::ProofVerdict::not_run;
  std::string detail;
  std::string tier;  // as above
  std::string made_at;
};

// A score that was given. `document` is what `seedfault score --format json` printed.
struct ScoreRecord {
  int number = 0;  // from 1, within the attempt
  std::string made_at;
  std::string tool_version;
  std::string inputs;  // Scored::inputs
  std::string document;
};

enum class InvitationKey { id, token_hash };
enum class Viewed { no, yes };

class Store {
 public:
  // Opens the file and brings its schema up to date; a schema newer than this program is a fault.
  [[nodiscard]] static Checked<Store> open(const House& house);

  [[nodiscard]] Checked<Transaction> begin() { return Transaction::begin(database_); }
  [[nodiscard]] Database& database() { return database_; }  // for the logs that have a source of their own

  // `attempt.id` is given here: "<exercise>-<n>", n counting up over the whole store.
  [[nodiscard]] Checked<std::string> next_id(std::string_view exercise);
  [[nodiscard]] Checked<std::monostate> add(const Attempt& attempt);
  [[nodiscard]] Checked<std::monostate> submit(std::string_view id, review::Verdict verdict,
                                               std::string_view when);

  [[nodiscard]] Checked<Attempt> attempt(std::string_view id);  // an unknown id is a fault naming the nearest
  [[nodiscard]] Checked<std::vector<Attempt>> attempts();       // in the order of their making

  [[nodiscard]] Checked<std::vector<review::Comment>> comments(std::string_view attempt);
  [[nodiscard]] Checked<std::string> next_comment_id(std::string_view attempt);
  [[nodiscard]] Checked<std::monostate> put(std::string_view attempt,
                                            const review::Comment& comment);  // adds or replaces
  [[nodiscard]] Checked<std::monostate> set_reply(std::string_view attempt, std::string_view comment,
                                                  std::string_view answers);
  [[nodiscard]] Checked<std::monostate> remove(std::string_view attempt, std::string_view comment);

  [[nodiscard]] Checked<std::vector<StoredTrial>> trials(std::string_view attempt);
  [[nodiscard]] Checked<std::monostate> put(std::string_view attempt, const StoredTrial& trial);

  // Journals: what is in them stays as it is. Their numbers are given here and come back.
  [[nodiscard]] Checked<std::vector<review::Decision>> decisions(std::string_view attempt);
  [[nodiscard]] Checked<int> add(std::string_view attempt, const review::Decision& decision);
  [[nodiscard]] Checked<std::vector<ScoreRecord>> scores(std::string_view attempt);
  [[nodiscard]] Checked<int> add(std::string_view attempt, const ScoreRecord& score);
  [[nodiscard]] Checked<std::vector<PatchTrial>> patch_trials(std::string_view attempt);
  [[nodiscard]] Checked<int> add(std::string_view attempt, const PatchTrial& trial);

  // Baselines: attempt ids as "<exercise>@<name>"; no list of attempts holds them.
  [[nodiscard]] Checked<std::vector<Attempt>> baselines(std::string_view exercise);  // "": of all; by name
  [[nodiscard]] Checked<std::vector<review::Comment>> baseline_comments(const Attempt& baseline);
  [[nodiscard]] Checked<std::monostate> add_baseline(const Attempt& baseline,
                                                     const std::vector<review::Comment>& comments);
  [[nodiscard]] Checked<std::monostate> remove_baseline(const Attempt& baseline);  // with its comments

  // Invitations: ids as "i<n>". One that is put again changes what may change; token, role, name, exercise
  // and seed never do.
  [[nodiscard]] Checked<std::string> next_invitation_id();
  [[nodiscard]] Checked<std::monostate> put(const Invitation& invitation);
  [[nodiscard]] Checked<std::vector<Invitation>> invitations();  // in the order of their making
  [[nodiscard]] Checked<std::optional<Invitation>> invitation_by(InvitationKey key, std::string_view value);
  [[nodiscard]] Checked<std::vector<Pause>> pauses(std::string_view invitation);
  [[nodiscard]] Checked<std::monostate> begin_pause(std::string_view invitation, std::string_view when);
  [[nodiscard]] Checked<std::monostate> end_pause(std::string_view invitation, std::string_view when);

  // Of a review that is being written in the browser.
  [[nodiscard]] Checked<Closing> closing(std::string_view attempt);  // an empty one when there is none
  [[nodiscard]] Checked<std::monostate> put(std::string_view attempt, const Closing& closing);
  [[nodiscard]] Checked<std::vector<std::string>> viewed(std::string_view attempt);  // paths, sorted
  [[nodiscard]] Checked<std::monostate> set_viewed(std::string_view attempt, std::string_view path,
                                                   Viewed viewed);

  // The audit log: entries are added, never changed. `note` of audit.hpp makes them.
  [[nodiscard]] Checked<AuditEntry> last_audit_entry();  // number 0 when the log is empty
  [[nodiscard]] Checked<std::vector<AuditEntry>> audit_entries();
  [[nodiscard]] Checked<std::monostate> add(const AuditEntry& entry);

 private:
  [[nodiscard]] Checked<std::vector<Invitation>> invitations(std::string_view where,
                                                             const std::vector<Value>& values);
  explicit Store(Database database) : database_(std::move(database)) {}
  [[nodiscard]] Checked<int> add_numbered(std::string_view table, std::string_view attempt, Row values);
  Database database_;
};

}  // namespace runner::session
