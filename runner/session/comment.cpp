#include "runner/session/comment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/digest.hpp"
#include "runner/session/anchor.hpp"
#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/pair_store.hpp"
#include "runner/session/review_file.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

bool holds(const fs::path& folder, const fs::path& here) {
  const auto relative = here.lexically_relative(folder);
  return !folder.empty() && !relative.empty() && *relative.begin() != "..";
}

Checked<review::Comment> draft_named(Store& store, const Attempt& attempt, const std::string& id) {
  if (auto open = still_open(store, attempt.id); !open) return tl::make_unexpected(open.error());
  auto all = store.comments(attempt.id);
  if (!all) return tl::make_unexpected(all.error());
  const auto found =
      std::find_if(all->begin(), all->end(), [&](const auto& comment) { return comment.id == id; });
  if (found != all->end()) return *found;
  std::vector<std::string> ids;
  for (const auto& comment : *all) ids.push_back(comment.id);
  return faulty({attempt.id,
                 {},
                 fmt::format("has no comment '{}'", id),
                 ids.empty() ? "it has none yet: `seedfault comment FILE:LINE -m TEXT` writes one"
                             : fmt::format("its comments are: {}", fmt::join(ids, ", "))});
}

// As it stands, where that is what the writer saw.
Checked<review::Comment> draft_seen(Store& store, const Attempt& attempt, const std::string& id,
                                    const std::string& made_from) {
  auto comment = draft_named(store, attempt, id);
  if (!comment || made_from.empty() || version_of(*comment) == made_from) return comment;
  return faulty({id,
                 {},
                 "was changed meanwhile, in another window",
                 "read what it says now, then save what it shall say"});
}

Checked<std::monostate> add(Store& store, const Attempt& attempt, review::Comment& comment) {
  auto id = store.next_comment_id(attempt.id);
  if (!id) return tl::make_unexpected(id.error());
  comment.id = *id;
  comment.author = attempt.candidate;
  if (auto put = store.put(attempt.id, comment); !put) return put;
  return tell_pair(store, attempt.id, event_of(comment));
}

// The summary that was written on the review page, as the comment that it becomes.
std::optional<review::Comment> summary_in(const Closing& closing) {
  if (closing.summary.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  review::Comment comment;
  comment.body = closing.summary;
  comment.state = review::CommentState::draft;
  comment.source = "web";
  return comment;
}

}  // namespace

Checked<std::monostate> still_open(Store& store, std::string_view id) {
  const auto attempt = store.attempt(id);
  if (!attempt) return tl::make_unexpected(attempt.error());
  if (attempt->state == AttemptState::open) return std::monostate{};
  return faulty({attempt->id,
                 {},
                 fmt::format("was submitted on {}", attempt->submitted_at),
                 "a submitted review is final; start another attempt to practise again"});
}

Checked<std::vector<Attempt>> list_attempts(const House& house) {
  std::error_code ignored;
  if (!fs::exists(house.store / "attempts.sqlite", ignored)) return std::vector<Attempt>{};
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  return store->attempts();
}

Checked<Attempt> find_attempt(const House& house, const std::string& id, const fs::path& here) {
  if (!id.empty()) {
    auto store = Store::open(house);
    if (!store) return tl::make_unexpected(store.error());
    return store->attempt(id);
  }
  auto all = list_attempts(house);
  if (!all) return tl::make_unexpected(all.error());
  for (const auto& attempt : *all)
    if (holds(attempt.folder, here)) return attempt;
  std::vector<Attempt> open;
  std::copy_if(all->begin(), all->end(), std::back_inserter(open),
               [](const auto& each) { return each.state == AttemptState::open; });
  if (open.size() == 1) return open.front();
  std::vector<std::string> ids;
  for (const auto& attempt : open) ids.push_back(attempt.id);
  return faulty({here.string(),
                 {},
                 open.empty() ? "there is no open attempt"
                              : "more than one attempt is open, and none of them is in this folder",
                 open.empty() ? "`seedfault start <exercise>` makes one"
                              : fmt::format("say which with --attempt: {}", fmt::join(ids, ", "))});
}

Checked<review::Comment> add_comment(const House& house, const Attempt& attempt,
                                     const CommentRequest& request) {
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  return add_comment(house, **stage, attempt, request);
}

Checked<review::Comment> add_comment(const House& house, const Stage& stage, const Attempt& attempt,
                                     const CommentRequest& request) {
  review::Comment comment{.id = {},
                          .scope = request.scope,
                          .path = request.path,
                          .side = request.side,
                          .lines = request.lines,
                          .body = request.body,
                          .suggestions = {},
                          .severity = request.severity,
                          .author = attempt.candidate,
                          .thread = {},
                          .reply_to = {},
                          .state = review::CommentState::draft,
                          .anchor = review::AnchorQuality::exact,
                          .source = request.source,
                          .raw = {}};
  auto placed = anchored(stage, std::move(comment),
                         request.source == "cli" ? "the command line" : "the comment", attempt.folder);
  if (!placed) return tl::make_unexpected(placed.error());
  return in_transaction(house, [&](Store& store) -> Checked<review::Comment> {
    if (auto open = still_open(store, attempt.id); !open) return tl::make_unexpected(open.error());
    if (auto added = add(store, attempt, *placed); !added) return tl::make_unexpected(added.error());
    return *placed;
  });
}

std::string version_of(const review::Comment& comment) {
  const auto severity =
      comment.severity ? detectors::source::to_string(*comment.severity) : std::string_view();
  return exercise::sha256(fmt::format("{}\n{}", severity, comment.body)).substr(0, 16);
}

Checked<review::Comment> edit_comment(const House& house, const Attempt& attempt, const std::string& id,
                                      const CommentChange& change) {
  return in_transaction(house, [&](Store& store) -> Checked<review::Comment> {
    auto comment = draft_seen(store, attempt, id, change.made_from);
    if (!comment) return comment;
    if (change.body) comment->body = *change.body;
    if (change.severity || change.keep_severity == KeepSeverity::no) comment->severity = change.severity;
    if (comment->body.find_first_not_of(" \t\r\n") == std::string::npos)
      return faulty({id,
                     {},
                     "the comment would have no text",
                     fmt::format("`seedfault comments remove {}` removes it", id)});
    if (auto put = store.put(attempt.id, *comment); !put) return tl::make_unexpected(put.error());
    auto told = tell_pair(store, attempt.id, event_of(*comment));
    if (!told) return tl::make_unexpected(std::move(told.error()));
    return comment;
  });
}

Checked<review::Comment> remove_comment(const House& house, const Attempt& attempt, const std::string& id,
                                        const std::string& made_from) {
  return in_transaction(house, [&](Store& store) -> Checked<review::Comment> {
    auto comment = draft_seen(store, attempt, id, made_from);
    if (!comment) return comment;
    if (auto removed = store.remove(attempt.id, id); !removed) return tl::make_unexpected(removed.error());
    auto told = tell_pair(store, attempt.id, taken_event(id));
    if (!told) return tl::make_unexpected(std::move(told.error()));
    return comment;
  });
}

Checked<CommentListing> list_comments(const House& house, const Attempt& attempt) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto stored = store->comments(attempt.id);
  if (!stored) return tl::make_unexpected(stored.error());
  CommentListing listing{.comments = *std::move(stored), .notes = {}, .review_file_faults = {}};
  if (attempt.state != AttemptState::open) return listing;
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  auto read = read_review_file(**stage, attempt);
  listing.comments.insert(listing.comments.end(), read.comments.begin(), read.comments.end());
  listing.notes = std::move(read.notes);
  listing.review_file_faults = std::move(read.faults);
  return listing;
}

Checked<Attempt> submit(const House& house, const Attempt& attempt, std::optional<review::Verdict> given,
                        std::string_view actor) {
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  auto read = read_review_file(**stage, attempt);
  if (!read.faults.empty()) return tl::make_unexpected(std::move(read.faults));
  const auto verdict = decided_verdict(given, read.verdict);
  if (!verdict) return tl::make_unexpected(verdict.error());
  return in_transaction(house, [&](Store& store) -> Checked<Attempt> {
    if (auto open = still_open(store, attempt.id); !open) return tl::make_unexpected(open.error());
    const auto closing = store.closing(attempt.id);
    if (!closing) return tl::make_unexpected(closing.error());
    if (auto summary = summary_in(*closing)) read.comments.push_back(*std::move(summary));
    for (auto& comment : read.comments)
      if (auto added = add(store, attempt, comment); !added) return tl::make_unexpected(added.error());
    if (auto done = store.submit(attempt.id, *verdict, now_utc()); !done)
      return tl::make_unexpected(done.error());
    const Deed deed{.actor = std::string(actor),
                    .action = "submit",
                    .subject = attempt.id,
                    .detail = std::string(to_string(*verdict))};
    if (auto noted = note(store, deed); !noted) return tl::make_unexpected(noted.error());
    if (auto told = tell_pair(store, attempt.id, ended_event(actor)); !told)
      return tl::make_unexpected(std::move(told.error()));
    return store.attempt(attempt.id);
  });
}

}  // namespace runner::session
