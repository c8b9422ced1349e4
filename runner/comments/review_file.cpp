#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runner/comments/comments.hpp"
#include "runner/comments/entry.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/reading.hpp"
#include "runner/comments/template.hpp"

namespace runner::comments {
namespace {

using detectors::source::Checked;
using detectors::source::Faults;
using detectors::source::Line;

constexpr std::array<std::string_view, 2> own_headings{"Verdict", "Comments"};

// A comment in the making.
struct Draft {
  enum class Kind { entry, summary, stray };
  Kind kind = Kind::entry;
  int line = 0;  // of the file
  EntryLine entry;
  std::vector<std::string_view> lines;  // those behind the first
};

// Walks the file line by line. What a line means depends on what is open: a fence, an HTML comment, a
// section, an entry.
struct Walk {
  std::string path;
  Faults faults;
  std::vector<std::string> notes;
  std::vector<Draft> drafts;
  std::optional<std::size_t> open;  // the draft that further lines belong to
  std::size_t summary_level = 0;    // of the summary's heading; 0 outside of it
  bool in_verdict = false;
  std::string fence;
  int opened_at = 0;    // the line of the open fence or HTML comment
  bool hidden = false;  // inside <!-- -->
  int number = 0;
  review::Verdict verdict = review::Verdict::none;

  void fault(int line, std::string problem, std::string remedy) {
    faults.push_back({path, Line{line}, std::move(problem), std::move(remedy)});
  }
  void note(std::string text) { notes.push_back(fmt::format("line {}: {}", number, text)); }

  void begin(Draft::Kind kind, EntryLine entry = {}) {
    drafts.push_back({.kind = kind, .line = number, .entry = std::move(entry), .lines = {}});
    open = drafts.size() - 1;
  }

  void add(std::string_view line) {
    const bool blank = trimmed_blanks(line).empty();
    if (!open && blank) return;
    if (!open) begin(Draft::Kind::stray);
    drafts[*open].lines.push_back(line);
  }

  void take_hidden(std::string_view line) {
    constexpr std::string_view verdict_mark = "verdict: ";  // as an exported review says it
    const auto hidden_text = trimmed_blanks(line);
    if (hidden_text.starts_with(verdict_mark)) {
      const auto word = hidden_text.substr(verdict_mark.size());
      verdict = review::verdict_named(word.substr(0, word.find(' '))).value_or(verdict);
    }
    const auto entry = read_entry(line);
    if (entry && !is_example(entry->text))
      note(fmt::format("the entry for {} stands inside <!-- -->, so it is not read", entry->path));
    if (line.find("-->") != std::string_view::npos) hidden = false;
  }

  void take_heading(const Heading& heading, std::string_view line) {
    const bool deeper = summary_level > 0 && heading.level > summary_level;
    const auto is = [&](std::string_view name) {
      return std::equal(name.begin(), name.end(), heading.text.begin(), heading.text.end(),
                        [](char a, char b) { return a == b || (a | 0x20) == (b | 0x20); });
    };
    if (is("Summary")) {
      in_verdict = false;
      begin(Draft::Kind::summary);
      summary_level = heading.level;
      return;
    }
    if (deeper) return add(line);
    open.reset();
    summary_level = 0;
    in_verdict = is("Verdict");
    const bool own =
        std::any_of(own_headings.begin(), own_headings.end(), is) || heading.text.starts_with(template_title);
    if (!own && !heading.text.empty())
      note(fmt::format("the heading \"{}\" is not part of any comment", heading.text));
  }

  // What is no verdict is kept as any other text.
  bool take_verdict(std::string_view line) {
    const auto text = trimmed_blanks(line);
    if (text.empty()) return true;
    const auto written = written_verdict(text);
    if (written)
      verdict = *written;
    else
      note(fmt::format("\"{}\" is no verdict: approve, request changes, or comment", text));
    return written.has_value();
  }

  bool begins_entry(const EntryLine& entry) const {
    const bool inside = open && drafts[*open].kind == Draft::Kind::entry;
    return summary_level == 0 && (!inside || entry.indent <= drafts[*open].entry.indent);
  }

  void take(std::string_view line) {
    ++number;
    if (!fence.empty()) {
      add(line);
      if (closes_fence(line, fence)) fence.clear();
      return;
    }
    if (hidden) return take_hidden(line);
    if (trimmed_blanks(line).starts_with("<!--")) {
      hidden = true;
      opened_at = number;
      return take_hidden(trimmed_blanks(line).substr(4));
    }
    if (const auto heading = read_heading(line)) return take_heading(*heading, line);
    if (in_verdict && !open && take_verdict(line)) return;
    auto entry = read_entry(line);
    if (entry && begins_entry(*entry)) return begin(Draft::Kind::entry, *std::move(entry));
    if (entry && summary_level > 0)
      note("this stands in the summary; under \"## Comments\" it would have a place of its own");
    fence = fence_opened(line);
    opened_at = number;
    add(line);
  }

  void finish() {
    if (!fence.empty())
      fault(opened_at, "the code fence that opens here never closes",
            fmt::format("write {} below the code", fence));
    if (hidden) fault(opened_at, "the comment <!-- that opens here never closes", "write --> behind it");
  }
};

std::string body_of(const Draft& draft) {
  auto rest = joined_body(draft.lines);
  if (draft.entry.text.empty()) return rest;
  const bool paragraph = !draft.lines.empty() && trimmed_blanks(draft.lines.front()).empty();
  return draft.entry.text + (rest.empty() ? "" : paragraph ? "\n\n" : "\n") + rest;
}

// None for what says nothing: the summary that was left empty, an example of the template.
std::optional<review::Comment> comment_of(Walk& walk, const Draft& draft) {
  const auto& entry = draft.entry;
  const auto body = body_of(draft);
  walk.number = draft.line;
  if (draft.kind != Draft::Kind::entry) {
    if (body.empty()) return std::nullopt;
    if (draft.kind == Draft::Kind::stray)
      walk.note("this belongs to no entry: read as a comment on the review as a whole");
    return review::Comment{
        .id = {}, .scope = review::CommentScope::review, .body = body, .source = "review-file"};
  }
  if (is_example(body)) {
    walk.note("an example of the template is not a comment");
    return std::nullopt;
  }
  if (!entry.malformed.empty())
    walk.fault(draft.line, fmt::format("\"{}\" are no lines of {}", entry.malformed, entry.path),
               "write a line as 24, several as 24-26");
  if (body.empty())
    walk.fault(draft.line, fmt::format("the entry for {} says nothing", entry.path),
               "write what is wrong there, or remove the line");
  if (!entry.column.empty()) walk.note(fmt::format("the column {} is not kept, the line is", entry.column));
  return review::Comment{
      .id = {},
      .scope = entry.lines.none() ? review::CommentScope::file : review::CommentScope::lines,
      .path = unix_path(entry.path),
      .side = review::Side::after,
      .lines = entry.lines,
      .body = body,
      .suggestions = {},
      .severity = entry.severity,
      .author = {},
      .thread = {},
      .reply_to = {},
      .state = review::CommentState::submitted,
      .anchor = review::AnchorQuality::exact,
      .source = "review-file",
      .raw = {}};
}

void walk_lines(Walk& walk, std::string_view text) {
  while (!text.empty()) walk.take(take_line(text));
  walk.finish();
}

}  // namespace

void read_review_entries(Reading& reading) {
  Walk walk{.path = reading.path,
            .faults = {},
            .notes = {},
            .drafts = {},
            .open = {},
            .summary_level = 0,
            .in_verdict = false,
            .fence = {},
            .opened_at = 0,
            .hidden = false,
            .number = 0,
            .verdict = review::Verdict::none};
  walk_lines(walk, reading.text);
  std::size_t count = 0;
  for (const auto& draft : walk.drafts)
    if (auto comment = comment_of(walk, draft)) {
      comment->id = fmt::format("r{}", ++count);
      reading.found({.comment = *std::move(comment), .record = fmt::format("line {}", draft.line)});
    }
  for (auto& fault : walk.faults)
    reading.fault(fault.line, std::move(fault.problem), std::move(fault.remedy));
  reading.harvest.verdict = walk.verdict;
  for (auto& note : walk.notes) reading.note(std::move(note));
}

bool is_review_file(const Look& look) {
  return look.head.starts_with(fmt::format("# {}", template_title)) || look.path == "REVIEW.md" ||
         look.path.ends_with("/REVIEW.md") || look.path.ends_with(".review.md");
}

Checked<Imported> read_review_file(const std::string& path, std::string_view text) {
  return read_whole(*format_named("review-file"), path, text);
}

}  // namespace runner::comments
