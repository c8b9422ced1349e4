#include "runner/session/export.hpp"

#include <fmt/format.h>

#include "runner/session/comment.hpp"

namespace runner::session {
namespace {

using comments::HoldsKey;

Faults refusals(const Scored& scored, const comments::ExportFormat& format, HoldsKey with_key) {
  Faults faults;
  if (with_key == HoldsKey::no) return faults;
  if (format.holds_key == HoldsKey::no) {
    std::vector<std::string_view> able;
    for (const auto& each : comments::export_formats())
      if (each.holds_key == HoldsKey::yes) able.push_back(each.name);
    faults.push_back({"--with-key",
                      {},
                      fmt::format("the format '{}' has no place for the key", format.name),
                      fmt::format("use --to {}, or `seedfault score`", fmt::join(able, " or --to "))});
  }
  if (scored.attempt.state == AttemptState::open)
    faults.push_back({scored.attempt.id,
                      {},
                      "is still open, and the key is not given out before submission",
                      "run `seedfault submit` first, or leave --with-key out"});
  return faults;
}

comments::Outgoing outgoing_of(const Scored& scored, HoldsKey with_key) {
  const auto& attempt = scored.attempt;
  comments::Outgoing outgoing{.review = scored.review,
                              .attempt = attempt.id,
                              .reviewer = attempt.candidate,
                              .base_commit = attempt.base_commit,
                              .head_commit = attempt.change_commit,
                              .tool_version = attempt.tool_version,
                              .change = scored.diffs,
                              .judged = {}};
  if (with_key == HoldsKey::yes) outgoing.judged = {scored.key, scored.assessment};
  return outgoing;
}

}  // namespace

Checked<ExportResult> export_review(const House& house, const Scored& scored, const std::string& format,
                                    HoldsKey with_key) {
  const auto* chosen = comments::export_format_named(format);
  if (chosen == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& each : comments::export_formats()) names.push_back(each.name);
    return faulty({"--to",
                   {},
                   fmt::format("no such format '{}'", format),
                   fmt::format("use one of: {}", fmt::join(names, ", "))});
  }
  if (auto faults = refusals(scored, *chosen, with_key); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  auto outgoing = outgoing_of(scored, with_key);
  ExportResult result;
  if (scored.attempt.state == AttemptState::open) {
    auto listing = list_comments(house, scored.attempt);
    if (!listing) return tl::make_unexpected(listing.error());
    if (!listing->review_file_faults.empty()) return tl::make_unexpected(listing->review_file_faults);
    outgoing.review.comments = std::move(listing->comments);
    result.notes.push_back(fmt::format("{} is still open: these are drafts", scored.attempt.id));
  }
  auto exported = chosen->write(outgoing);
  result.text = std::move(exported.text);
  result.notes.insert(result.notes.end(), exported.notes.begin(), exported.notes.end());
  return result;
}

}  // namespace runner::session
