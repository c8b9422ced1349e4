#include "runner/session/review_file.hpp"

#include <fmt/format.h>

#include "runner/comments/comments.hpp"
#include "runner/session/anchor.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace fs = std::filesystem;

ReviewFile read_review_file(const Stage& stage, const Attempt& attempt) {
  ReviewFile read;
  const auto path = fs::path(attempt.folder) / "REVIEW.md";
  std::error_code ignored;
  if (attempt.folder.empty() || !fs::exists(path, ignored)) return read;
  const auto text = read_file(path);
  if (!text) return {.comments = {}, .notes = {}, .faults = text.error(), .verdict = {}};
  auto imported = comments::read_review_file(path.string(), *text);
  if (!imported) return {.comments = {}, .notes = {}, .faults = imported.error(), .verdict = {}};
  read.notes = std::move(imported->notes);
  read.verdict = imported->review.verdict;
  for (auto& comment : imported->review.comments) {
    comment.state = review::CommentState::draft;
    if (auto placed = anchored(stage, std::move(comment), path.string(), attempt.folder))
      read.comments.push_back(*std::move(placed));
    else
      for (auto& fault : placed.error()) {
        fault.path = fmt::format("{}: {}", path.string(), fault.path);
        read.faults.push_back(std::move(fault));
      }
  }
  return read;
}

Checked<review::Verdict> decided_verdict(std::optional<review::Verdict> given, review::Verdict written) {
  using review::Verdict;
  if (!given && written == Verdict::none)
    return faulty({"REVIEW.md",
                   {},
                   "there is no verdict",
                   "write approve, request changes or comment under \"## Verdict\", or give --verdict"});
  if (written == Verdict::none) return *given;
  if (given && *given != Verdict::none && *given != written)
    return faulty(
        {"REVIEW.md",
         {},
         fmt::format("the verdict is {} there, and {} was given", to_string(written), to_string(*given)),
         "change one of them"});
  return written;
}

}  // namespace runner::session
