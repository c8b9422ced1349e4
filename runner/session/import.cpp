#include "runner/session/import.hpp"

#include <fmt/format.h>

#include <map>

#include "runner/session/anchor.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

// The comment at its place, or on the review as a whole with a note where its place is not in the pull
// request.
review::Comment placed_or_kept(const Stage& stage, const std::string& folder, review::Comment comment,
                               ImportResult& result) {
  if (auto anchored_comment = anchored(stage, comment, comment.source, folder)) {
    ++result.placed;
    return *std::move(anchored_comment);
  } else {
    const auto place = fmt::format("{}:{}", comment.path, to_string(comment.lines));
    result.notes.push_back(fmt::format("{}: {}; kept as a comment on the review as a whole", place,
                                       anchored_comment.error().front().problem));
    comment.body = fmt::format("`{}`: {}", place, comment.body);
  }
  comment.scope = review::CommentScope::review;
  comment.anchor = review::AnchorQuality::none;
  comment.path.clear();
  comment.lines = {};
  return comment;
}

}  // namespace

Checked<comments::Imported> read_review(const std::string& format, const std::string& path,
                                        std::string_view text) {
  std::vector<std::string_view> names;
  for (const auto& each : comments::formats()) {
    names.push_back(each.name);
    if (format.empty() ? each.recognises(path, text) : each.name == format) return each.read(path, text);
  }
  return faulty(
      {path,
       {},
       format.empty() ? "is in no format that seedfault knows" : fmt::format("no such format '{}'", format),
       fmt::format("use --from with one of: {}", fmt::join(names, ", "))});
}

PlacedReview place_review(const Stage& stage, const comments::Imported& imported, const std::string& folder) {
  PlacedReview placed{.comments = {}, .result = {.placed = 0, .notes = imported.notes}};
  for (const auto& read : imported.review.comments)
    placed.comments.push_back(placed_or_kept(stage, folder, read, placed.result));
  return placed;
}

Checked<ImportResult> import_file(const House& house, const Attempt& attempt, const std::string& format,
                                  const std::string& path, std::string_view text) {
  const auto imported = read_review(format, path, text);
  if (!imported) return tl::make_unexpected(imported.error());
  return import_review(house, attempt, *imported);
}

Checked<ImportResult> import_review(const House& house, const Attempt& attempt,
                                    const comments::Imported& imported) {
  if (attempt.state != AttemptState::open)
    return faulty(
        {attempt.id, {}, "was submitted already", "a submitted review is final; start another attempt"});
  const auto stage = stage_of(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto placed = place_review(*stage, imported, attempt.folder);
  std::map<std::string, std::string> ids;  // as it came -> as it is kept, for replies
  for (auto& comment : placed.comments) {
    const auto id = store->next_comment_id(attempt.id);
    if (!id) return tl::make_unexpected(id.error());
    if (!comment.id.empty()) ids[comment.id] = *id;
    if (const auto original = ids.find(comment.reply_to); original != ids.end())
      comment.reply_to = original->second;
    comment.id = *id;
    comment.author = attempt.candidate;
    comment.state = review::CommentState::draft;
    if (auto put = store->put(attempt.id, comment); !put) return tl::make_unexpected(put.error());
  }
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return std::move(placed.result);
}

}  // namespace runner::session
