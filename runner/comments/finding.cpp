#include "runner/comments/finding.hpp"

#include <algorithm>
#include <array>

#include "runner/comments/entry.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/reading.hpp"
#include "runner/review/mention.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;

std::string without_marks(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '*' && c != '`') plain += c;
  return std::string(trimmed_blanks(plain));
}

struct Field {
  std::string name;  // in small letters
  std::string value;
};

std::optional<Field> field_in(std::string_view line) {
  const auto plain = without_marks(without_bullet(line));
  const auto colon = plain.find(':');
  if (colon > 12) return std::nullopt;  // or there is none
  const auto name = small_letters(std::string_view(plain).substr(0, colon));
  static constexpr std::array<std::string_view, 8> names{"file",  "path",     "location", "line",
                                                         "lines", "severity", "priority", "place"};
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  return Field{name, std::string(trimmed_blanks(std::string_view(plain).substr(colon + 1)))};
}

bool names_file(const std::string& name) {
  return name == "file" || name == "path" || name == "location" || name == "place";
}

void set_place(review::Comment& comment, const std::string& path, review::LineSpan lines) {
  comment.path = unix_path(path);
  comment.lines = lines;
  comment.scope = lines.none() ? CommentScope::file : CommentScope::lines;
}

// "app/x.py:24-26", "app/x.py lines 24 to 26", "app/x.py#L24"
void take_place(review::Comment& comment, const std::string& value) {
  const auto mentions = review::mentions_in(value, "");
  for (const auto& mention : mentions)
    if (!mention.path.empty()) return set_place(comment, mention.path, mention.lines);
  if (const auto place = read_place(value)) set_place(comment, place->path, place->lines);
}

void take_field(review::Comment& comment, const Field& field) {
  if (names_file(field.name)) return take_place(comment, field.value);
  if (field.name == "severity" || field.name == "priority") {
    comment.severity = severity_of(field.value.substr(0, field.value.find_first_of(" ,(")));
    return;
  }
  if (const auto read = lines_at_front(field.value); read && !read->lines.none() && !comment.path.empty())
    set_place(comment, comment.path, read->lines);
}

// "line 24: text", "L24-26: text", "24: text" in a file that a heading names
bool take_line_of(review::Comment& comment, std::string_view first, const std::string& path) {
  auto text = without_bullet(first);
  const bool bold = text.starts_with("**");
  if (bold) text.remove_prefix(2);
  for (const std::string_view word : {"lines ", "line ", "Lines ", "Line "})
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      break;
    }
  const auto read = lines_at_front(text);
  if (!read || read->lines.none()) return false;
  text.remove_prefix(read->length);
  if (bold && text.starts_with("**")) text.remove_prefix(2);
  if (!text.starts_with(':') && !text.starts_with(" -") && !text.starts_with(" \xe2\x80\x94")) return false;
  text.remove_prefix(std::min(text.find_first_not_of(":-* \t"), text.size()));
  set_place(comment, path, read->lines);
  comment.body = text;
  return true;
}

void take_first(review::Comment& comment, std::string_view first, const std::string& path) {
  if (const auto entry = read_entry(first)) {
    set_place(comment, entry->path, entry->lines);
    comment.severity = entry->severity;
    comment.body = entry->text;
  } else if (path.empty() || !take_line_of(comment, first, path)) {
    comment.body = without_bullet(first);
  }
}

// The first place that the text names, else the heading's file.
void infer_place(review::Comment& comment, const std::string& path) {
  if (!comment.path.empty()) return;
  const auto mentions = review::mentions_in(comment.body, path);
  const auto best = std::find_if(mentions.begin(), mentions.end(),
                                 [](const auto& each) { return !each.path.empty() && !each.lines.none(); });
  const auto file =
      std::find_if(mentions.begin(), mentions.end(), [](const auto& each) { return !each.path.empty(); });
  const auto named = best != mentions.end() ? best : file;
  if (named == mentions.end() && path.empty()) return;
  named != mentions.end() ? set_place(comment, named->path, named->lines) : set_place(comment, path, {});
  comment.anchor = AnchorQuality::inferred;
  comment.anchor_note =
      named != mentions.end() ? "placed where its text names a place" : "placed in the file of its heading";
}

}  // namespace

std::string_view without_bullet(std::string_view line) {
  auto text = trimmed_blanks(line);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool numbered = digits > 0 && digits + 1 < text.size() &&
                        (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
  const bool bullet =
      text.size() > 1 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
  if (numbered || bullet) text.remove_prefix(numbered ? digits + 2 : 2);
  return trimmed_blanks(text);
}

bool is_item(std::string_view line) {
  const auto text = trimmed_blanks(line);
  return without_bullet(line).size() != text.size();
}

bool is_field(std::string_view line) { return field_in(line).has_value(); }

bool is_place_field(std::string_view line) {
  const auto field = field_in(line);
  return field && names_file(field->name);
}

HeadingPlace heading_place(std::string_view heading) {
  const auto text = without_bullet(heading);
  if (const auto entry = read_entry(text)) return {unix_path(entry->path), entry->lines};
  const auto plain = without_marks(text.starts_with("File: ") ? text.substr(6) : text);
  if (const auto entry = read_entry(plain + ":"); entry && entry->text.empty())
    return {unix_path(entry->path), entry->lines};
  return {};
}

std::optional<review::Severity> severity_in_heading(std::string_view heading) {
  const auto plain = without_marks(without_bullet(heading));
  const auto first = std::string_view(plain).substr(0, plain.find_first_of(" :/("));
  return severity_of(first.starts_with('[') ? first.substr(1, first.find(']') - 1) : first);
}

bool is_section_title(std::string_view heading) {
  static constexpr std::array<std::string_view, 18> titles{
      "summary",     "overview",     "findings",        "issues",     "comments",        "review",
      "code review", "general",      "details",         "notes",      "major issues",    "verdict",
      "problems",    "minor issues", "critical issues", "conclusion", "recommendations", "overall"};
  const auto plain = small_letters(without_marks(heading));
  const auto name = trimmed_blanks(std::string_view(plain).substr(0, plain.find_first_of("(:")));
  return std::find(titles.begin(), titles.end(), name) != titles.end() ||
         severity_of(name.substr(0, name.find(' '))).has_value();
}

Found read_finding(const std::vector<std::string_view>& lines, const std::string& path) {
  Found found;
  auto& comment = found.comment;
  std::string rest;
  bool first = true;
  for (const auto line : lines) {
    if (!comment.raw.empty()) comment.raw += '\n';
    comment.raw += line;
    const auto field = field_in(line);
    if (field)
      take_field(comment, *field);
    else if (first)
      take_first(comment, line, path);
    else
      rest += "\n" + std::string(line.substr(std::min<std::size_t>(indent_of(line), 3)));
    first = first && field;
  }
  rest.erase(rest.find_last_not_of(" \t\n") + 1);
  comment.body += rest;
  comment.body.erase(0, std::min(comment.body.find_first_not_of('\n'), comment.body.size()));
  infer_place(comment, path);
  return found;
}

}  // namespace runner::comments
