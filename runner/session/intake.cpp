#include "runner/session/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace runner::session {

ImportedComment imported_comment(const review::Comment& comment, const std::string& id,
                                 const std::string& file, const std::string& record) {
  return {.id = id,
          .file = file,
          .record = record,
          .path = comment.path,
          .side = comment.side,
          .lines = comment.lines,
          .anchor = comment.anchor,
          .why = comment.anchor_note};
}

namespace {
// Of a text's own length and content; texts themselves would be the whole file once more in memory.
std::string digest(std::string_view text) {
  return fmt::format("{}:{:x}", text.size(), std::hash<std::string_view>()(text));
}
}  // namespace

Checked<std::monostate> Intake::begin() {
  result_.attempt = attempt_.id;
  const auto there = store_.comments(attempt_.id);
  if (!there) return tl::make_unexpected(there.error());
  for (const auto& comment : *there) {
    known_[identity(comment)].push_back({.id = comment.id, .body = digest(comment.body)});
    if (!comment.origin.external_id.empty()) ids_[comment.origin.external_id] = comment.id;
  }
  const auto next = store_.next_comment_id(attempt_.id);
  if (!next) return tl::make_unexpected(next.error());
  std::from_chars(next->data() + 1, next->data() + next->size(), next_);
  return std::monostate{};
}

void Intake::begin_file(const std::string& path, std::string_view format) {
  result_.files.push_back({.path = path, .format = std::string(format), .notes = {}});
}

void Intake::leave_out(std::string record, std::string why) {
  result_.left_out.push_back({result_.files.back().path, std::move(record), std::move(why)});
}

// By its id where it was written; without one, by all that it says.
std::string Intake::identity(const review::Comment& comment) {
  if (!comment.origin.external_id.empty())
    return fmt::format("{}\n{}", comment.source, comment.origin.external_id);
  return fmt::format("{}\n\n{}\n{}\n{}\n{}", comment.source, comment.path, to_string(comment.side),
                     to_string(comment.lines), digest(comment.body));
}

// Word for word what stands there already.
bool Intake::same_again(std::vector<Known>& all, const std::string& body, const std::string& record) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.body == body; });
  if (same == all.end()) return false;
  same->met = true;
  leave_out(record, same->mine ? fmt::format("the same as {}, which is taken in", same->id)
                               : fmt::format("it is there already, as {}", same->id));
  return true;
}

// True when nothing is left to do. A changed text of an earlier import replaces what stands there.
bool Intake::is_known(const comments::Found& found, const review::Comment& comment) {
  const auto known = known_.find(identity(comment));
  if (known == known_.end()) return false;
  auto& all = known->second;
  const auto body = digest(comment.body);
  if (same_again(all, body, found.record)) return true;
  auto& notes = result_.files.back().notes;
  const auto old = std::find_if(all.begin(), all.end(), [](const auto& each) { return !each.met; });
  if (old == all.end()) {
    notes.push_back(
        fmt::format("{}: {} has the same id and another text; both are kept", found.record, all.front().id));
    return false;
  }
  auto changed = comment;
  changed.id = old->id;
  old->body = body;
  old->met = true;
  put(changed, found.record);
  notes.push_back(
      fmt::format("{}: its text has changed: {} is brought up to date", found.record, changed.id));
  return true;
}

void Intake::put(review::Comment comment, const std::string& record) {
  comment.author = attempt_.candidate;
  comment.state = review::CommentState::draft;
  if (const auto parent = ids_.find(comment.reply_to); parent != ids_.end())
    comment.reply_to = parent->second;
  else if (!comment.reply_to.empty())
    orphans_.emplace_back(comment.id, std::exchange(comment.reply_to, ""));
  if (auto done = store_.put(attempt_.id, comment); !done && faults_.empty()) faults_ = done.error();
  auto& file = result_.files.back();
  ++file.comments;
  result_.comments.push_back(imported_comment(comment, comment.id, file.path, record));
}

void Intake::take(comments::Found&& found) {
  if (!faults_.empty()) return;
  const auto author = found.comment.author;
  if (!author_.empty() && author != author_)
    return leave_out(std::move(found.record),
                     author.empty() ? "it does not say who wrote it" : fmt::format("written by {}", author));
  const auto came_as = found.comment.id;
  const auto record = found.record;
  auto comment = placer_.placed(found);
  if (is_known(found, comment)) return;
  const auto key = identity(comment);
  comment.id = fmt::format("c{}", next_++);
  if (!author.empty()) authors_.insert(author);
  known_[key].push_back({.id = comment.id, .body = digest(comment.body), .mine = true, .met = true});
  if (!came_as.empty()) ids_.emplace(came_as, comment.id);
  put(std::move(comment), record);
}

Checked<std::monostate> Intake::finish() {
  if (!faults_.empty()) return tl::make_unexpected(faults_);
  for (const auto& [id, parent] : orphans_) {
    const auto found = ids_.find(parent);
    if (found == ids_.end() || found->second == id) {
      ++result_.replies_without_parent;
      continue;
    }
    if (auto done = store_.set_reply(attempt_.id, id, found->second); !done) return done;
  }
  result_.authors.assign(authors_.begin(), authors_.end());
  return std::monostate{};
}

}  // namespace runner::session
