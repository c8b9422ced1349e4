// Markdown as reviewers and AI tools write it: findings as list items or below headings, each with its place
// at the front, in fields ("File: …", "Lines: …"), or somewhere in its text.
#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/entry.hpp"
#include "runner/comments/finding.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;

// What headings above a finding say for it.
struct Context {
  std::string path;
  std::optional<review::Severity> severity;
};

class Walk {
 public:
  explicit Walk(Reading& reading) : reading_(reading) {}

  void take(std::string_view line) {
    ++number_;
    if (!fence_.empty()) {
      if (closes_fence(line, fence_)) fence_.clear();
      return add(line);
    }
    fence_ = fence_opened(line);
    if (!fence_.empty()) return add(line);
    if (const auto heading = read_heading(line)) return take_heading(*heading, line);
    if (begins_finding(line)) begin(line);
    add(line);
    blank_ = trimmed_blanks(line).empty();
  }

  void finish() {
    if (!lines_.empty()) emit();
    lines_.clear();
    heading_.clear();
  }

 private:
  void begin(std::string_view line) {
    if (!lines_.empty()) emit();
    lines_.clear();
    first_ = number_;
    item_ = is_item(line);
    placed_ = false;
  }

  void add(std::string_view line) {
    if (lines_.empty() && trimmed_blanks(line).empty()) return;
    if (lines_.empty()) first_ = number_;
    placed_ = placed_ || is_place_field(line);
    lines_.push_back(line);
  }

  // A list item or an entry of its own; the fields of a finding below a heading are none.
  bool begins_finding(std::string_view line) const {
    if (is_field(line) || trimmed_blanks(line).empty()) return false;
    const bool outer = indent_of(line) < 2;
    if (outer && (is_item(line) || read_entry(line))) return !(placed_ && !item_);
    return outer && blank_ && item_;  // prose behind a list
  }

  void take_heading(const Heading& heading, std::string_view line) {
    if (!lines_.empty()) emit();
    lines_.clear();
    item_ = false;
    blank_ = false;
    const auto place = heading_place(heading.text);
    context_ = {.path = place.path.empty() && heading.level > 2 ? context_.path : place.path,
                .severity = severity_in_heading(heading.text)};
    placed_ = !place.lines.none();
    heading_ = without_bullet(heading.text);
    heading_line_ = number_;
    if (!placed_) return;
    first_ = number_;  // "### `app/x.py:24` No timeout" is the finding's own first line
    lines_.push_back(line.substr(std::min(line.find_first_not_of("# "), line.size())));
    heading_.clear();
  }

  void emit() {
    auto finding = read_finding(lines_, context_.path);
    auto& comment = finding.comment;
    if (comment.body.empty() && comment.path.empty()) return;
    const bool titled = !heading_.empty() && !item_ && !is_section_title(heading_);
    if (titled) comment.body = heading_ + "\n\n" + comment.body;
    if (!item_) heading_.clear();
    if (!comment.severity) comment.severity = context_.severity;
    comment.source = "markdown";
    finding.record = fmt::format("line {}", first_);
    if (comment.path.empty() && !titled && !item_)
      reading_.note(
          fmt::format("line {}: names no place: read as a comment on the review as a whole", first_));
    reading_.found(std::move(finding));
  }

  Reading& reading_;
  Context context_;
  std::string heading_;
  int heading_line_ = 0;
  std::vector<std::string_view> lines_;  // of the open finding
  std::string fence_;
  int first_ = 0;
  int number_ = 0;
  bool item_ = false;
  bool placed_ = false;  // a field of the open finding names its place
  bool blank_ = false;   // the line before was blank
};

}  // namespace

void read_markdown_findings(Reading& reading) {
  Walk walk(reading);
  for (auto rest = reading.text; !rest.empty();) walk.take(take_line(rest));
  walk.finish();
}

bool is_markdown(const Look& look) {
  return look.ends_in(".md") || look.ends_in(".markdown") || look.head.starts_with("# ") ||
         look.head.find("\n## ") != std::string_view::npos;
}

}  // namespace runner::comments
