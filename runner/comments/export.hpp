// Comments out: one file a format, one row a format. What a format has no place for is said in a note, never
// dropped in silence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runner/git/patch.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/comment.hpp"
#include "runner/review/key.hpp"

namespace runner::comments {

// The key, and what the review was found to say about it. It leaves the house after submission only.
struct Judged {
  review::Key key;
  review::Assessment assessment;
};

struct Outgoing {
  review::Review review;
  std::string attempt;       // "payments-webhook-1": names documents and fingerprints
  std::string reviewer;      // a pseudonym, or ""
  std::string base_commit;   // of the candidate's repository; "" for a review without one
  std::string head_commit;   // the same
  std::string tool_version;  // seedfault's
  std::vector<git::FileDiff> change;
  std::optional<Judged> judged;
};

struct Exported {
  std::string text;
  std::vector<std::string> notes;  // what the format holds elsewhere, or not at all, and for which comments
};

enum class HoldsKey { no, yes };

struct ExportFormat {
  std::string_view name;  // "github"
  std::string_view title;
  HoldsKey holds_key = HoldsKey::no;  // whether Outgoing::judged is written
  Exported (*write)(const Outgoing&);
};

[[nodiscard]] std::span<const ExportFormat> export_formats();
[[nodiscard]] const ExportFormat* export_format_named(std::string_view name);

// The body of one POST to GitHub's /repos/{owner}/{repo}/pulls/{number}/reviews.
[[nodiscard]] Exported write_github(const Outgoing& outgoing);
// A list; each element is the body of one POST to GitLab's /projects/{id}/merge_requests/{iid}/draft_notes.
[[nodiscard]] Exported write_gitlab(const Outgoing& outgoing);
// reviewdog's Diagnostic Format, as one document and as one line a diagnostic.
[[nodiscard]] Exported write_rdjson(const Outgoing& outgoing);
[[nodiscard]] Exported write_rdjsonl(const Outgoing& outgoing);
// SARIF 2.1.0: a run with the findings, and one with the key where there is one.
[[nodiscard]] Exported write_sarif(const Outgoing& outgoing);
[[nodiscard]] Exported write_csv(const Outgoing& outgoing);       // RFC 4180, UTF-8, for a spreadsheet
[[nodiscard]] Exported write_markdown(const Outgoing& outgoing);  // what read_review_file reads back

}  // namespace runner::comments
