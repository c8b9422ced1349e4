#include "runner/session/placing.hpp"
#include "runner/exercise/stand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/anchor.hpp"
#include "runner/session/columns.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;
using review::AnchorQuality;
using review::CommentScope;
using review::Side;

// Notes of several findings stand beside each other; the worst anchor stays.
void infer(review::Comment& comment, AnchorQuality quality, const std::string& note) {
  if (comment.anchor == AnchorQuality::exact || quality == AnchorQuality::none) comment.anchor = quality;
  if (!comment.anchor_note.empty()) comment.anchor_note += "; ";
  comment.anchor_note += note;
}

std::string place_of(const review::Comment& comment) {
  return comment.lines.none() ? comment.path : fmt::format("{}:{}", comment.path, to_string(comment.lines));
}

// Its words stay, and its place goes before them.
review::Comment kept_on_review(review::Comment comment, std::string why) {
  const auto place = place_of(comment);
  infer(comment, AnchorQuality::none, fmt::format("{}; kept on the review as a whole", why));
  comment.body = fmt::format("`{}`: {}", place, comment.body);
  comment.scope = CommentScope::review;
  comment.path.clear();
  comment.lines = {};
  comment.columns = {};
  return comment;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool reads(const detectors::source::SourceFile& file, Line line, std::string_view code) {
  return file.has(line) && trimmed(file.line(line)) == trimmed(code);
}

// The lines of the file that read as the code does.
std::vector<Line> lines_reading(const detectors::source::SourceFile& file, std::string_view code) {
  std::vector<Line> lines;
  for (Line line{1}; file.has(line); ++line.number)
    if (reads(file, line, code)) lines.push_back(line);
  return lines;
}

void move_last_line(review::Comment& comment, Line to) {
  const int height = comment.lines.none() ? 0 : comment.lines.last.number - comment.lines.first.number;
  comment.lines = {Line{std::max(1, to.number - height)}, to};
}

bool same_commit(std::string_view a, std::string_view b) {
  const auto length = std::min(a.size(), b.size());
  return length >= 7 && a.substr(0, length) == b.substr(0, length);
}

}  // namespace

Placer::Located Placer::locate(const std::string& path) const {
  const auto in_change = [&](const std::string& candidate) {
    return exercise::text_of(stage_.planted.tree, candidate) || exercise::text_of(stage_.before, candidate);
  };
  if (const auto plain = plain_path(stage_, path); in_change(plain)) return {plain, ""};
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const auto rest = path.substr(slash + 1);
    if (!in_change(rest)) continue;
    const bool ours = path.substr(0, slash).ends_with(stage_.exercise.id);
    return {rest, ours ? "" : fmt::format("its path \"{}\" is read as {}", path, rest)};
  }
  std::vector<std::string> same_name;
  for (const auto& each : stage_.planted.tree)
    if (each.path.ends_with("/" + path)) same_name.push_back(each.path);
  if (same_name.size() != 1) return {};
  return {same_name[0], fmt::format("its path \"{}\" is read as {}", path, same_name[0])};
}

const Placer::Located& Placer::located(const std::string& path) {
  auto known = located_.find(path);
  if (known == located_.end()) known = located_.emplace(path, locate(path)).first;
  return known->second;
}

const Placer::File* Placer::file(Side side, const std::string& path) {
  const auto [known, is_new] = files_.try_emplace({side, path});
  if (is_new)
    if (const auto* text = exercise::text_of(side == Side::after ? stage_.planted.tree : stage_.before, path))
      known->second.emplace(path, *text);
  return known->second ? &*known->second : nullptr;
}

// The first line below a file's first @@ has position 1; further @@ lines count too.
void Placer::take_diff_position(comments::Found& found) {
  auto& comment = found.comment;
  if (!change_) change_ = change_of(stage_);
  const auto diff = std::find_if(change_->begin(), change_->end(),
                                 [&](const auto& each) { return each.path == comment.path; });
  int position = -1;
  if (diff != change_->end())
    for (const auto& hunk : diff->hunks) {
      ++position;
      for (const auto& line : hunk.lines) {
        if (++position != found.diff_position) continue;
        comment.side = line.after.number > 0 ? Side::after : Side::before;
        const auto number = comment.side == Side::after ? line.after : line.before;
        comment.lines = {number, number};
      }
    }
  if (!comment.lines.none())
    infer(comment, AnchorQuality::inferred,
          fmt::format("counted from its position {} in the diff", found.diff_position));
}

// What the reviewer saw decides over the number that came with it.
void Placer::check_code(comments::Found& found) {
  auto& comment = found.comment;
  if (trimmed(found.code).empty()) return;
  const auto* own = file(comment.side, comment.path);
  if (own && !comment.lines.none() && reads(*own, comment.lines.last, found.code)) return;
  const auto told = to_string(comment.lines);
  auto lines = own ? lines_reading(*own, found.code) : std::vector<Line>{};
  if (lines.size() > 1 && comment.lines.none())
    return infer(comment, AnchorQuality::inferred, "the line that it quotes stands in several places");
  if (lines.empty()) {
    if (!told.empty() && own) infer(comment, AnchorQuality::inferred, "its line reads differently here");
    return;
  }
  const auto nearest = std::min_element(lines.begin(), lines.end(), [&](Line a, Line b) {
    return std::abs(a.number - comment.lines.last.number) < std::abs(b.number - comment.lines.last.number);
  });
  move_last_line(comment, *nearest);
  infer(comment, AnchorQuality::inferred,
        told.empty() ? fmt::format("found by the line that it quotes")
                     : fmt::format("told to be line {}, found by the line that it quotes", told));
}

// The file was not told, but the line is: the one file of the change that has it, once.
void Placer::find_code(comments::Found& found) {
  if (!change_) change_ = change_of(stage_);
  auto& comment = found.comment;
  std::vector<std::pair<std::string, Line>> places;
  for (const auto& diff : *change_)
    if (const auto* own = file(comment.side, diff.path))
      for (const auto line : lines_reading(*own, found.code)) places.emplace_back(diff.path, line);
  if (places.size() != 1)
    return infer(comment, AnchorQuality::none,
                 fmt::format("the line that it quotes stands {}; kept on the review as a whole",
                             places.empty() ? "in no file of the change" : "in several places"));
  comment.scope = CommentScope::lines;
  comment.path = places[0].first;
  comment.lines = {places[0].second, places[0].second};
  infer(comment, AnchorQuality::inferred, "found by the line that it quotes");
}

void Placer::check_commit(comments::Found& found) const {
  auto& comment = found.comment;
  const auto& commit = comment.origin.commit;
  const auto& own = comment.side == Side::after ? change_commit_ : base_commit_;
  if (commit.empty() || own.empty()) return;
  if (same_commit(commit, change_commit_)) {
    if (comment.anchor == AnchorQuality::outdated) {  // outdated by later commits, which are not ours
      comment.anchor = AnchorQuality::exact;
      comment.anchor_note.clear();
    }
    return;
  }
  const bool verified = !trimmed(found.code).empty() && comment.anchor == AnchorQuality::exact;
  if (!verified && comment.anchor == AnchorQuality::exact)
    infer(comment, AnchorQuality::inferred,
          fmt::format("written on commit {}, not on the change's {}", commit.substr(0, 12),
                      change_commit_.substr(0, 12)));
}

// False when the file has none of the lines.
bool Placer::check_lines(review::Comment& comment, const File& file) const {
  if (file.has(comment.lines.first) && file.has(comment.lines.last)) return true;
  const int count = file.line_count();
  if (file.has(comment.lines.first)) {
    infer(comment, AnchorQuality::inferred,
          fmt::format("it went on to line {}, the file has {}", comment.lines.last.number, count));
    comment.lines.last = Line{count};
    comment.columns = {};
    return true;
  }
  const auto told = to_string(comment.lines);
  comment.scope = CommentScope::file;
  comment.lines = {};
  comment.columns = {};
  infer(comment, AnchorQuality::none,
        fmt::format("there is no line {}: {} has {}; kept on the file", told, comment.path, count));
  return false;
}

review::Comment Placer::placed(comments::Found found) {
  auto& comment = found.comment;
  if (comment.path.empty() && !trimmed(found.code).empty()) find_code(found);
  if (comment.scope == CommentScope::review || comment.path.empty()) {
    comment.scope = CommentScope::review;
    return std::move(comment);
  }
  const auto& place = located(comment.path);
  if (place.path.empty()) {
    auto reason = fmt::format("{}: no such file in the pull request", comment.path);
    return kept_on_review(std::move(comment), std::move(reason));
  }
  comment.path = place.path;
  if (!place.note.empty()) infer(comment, AnchorQuality::inferred, place.note);
  if (!file(comment.side, comment.path))  // deleted or created by the change: the other side has its lines
    comment.side = comment.side == Side::after ? Side::before : Side::after;
  if (comment.scope == CommentScope::file) return std::move(comment);
  if (found.diff_position > 0) take_diff_position(found);
  check_code(found);
  if (comment.lines.none()) {
    comment.scope = CommentScope::file;
    infer(comment, AnchorQuality::none, "no line of the file could be told; kept on the file");
    return std::move(comment);
  }
  check_commit(found);
  const auto* text = file(comment.side, comment.path);
  if (check_lines(comment, *text)) convert_columns(found, *text);
  return std::move(comment);
}

}  // namespace runner::session
