#include "runner/comments/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace runner::comments {
namespace {

using detectors::source::Line;
using detectors::source::Severity;

constexpr std::size_t most_faults = 20;

// "\u0000" is all that JSON can carry and a text cannot.
void without_nul(std::string& text) { std::erase(text, '\0'); }

}  // namespace

void Reading::found(Found comment) {
  without_nul(comment.comment.body);
  without_nul(comment.comment.path);
  const bool silent = comment.comment.body.find_first_not_of(" \t\r\n") == std::string::npos &&
                      comment.comment.suggestions.empty() && comment.fixes.empty();
  silent ? leave_out(std::move(comment.record), "it has no text") : take(std::move(comment));
}

void Reading::leave_out(std::string record, std::string why) {
  harvest.left_out.push_back({std::move(record), std::move(why)});
}

void Reading::fault(Line line, std::string problem, std::string remedy) {
  if (faults.size() == most_faults)
    ++more_faults;
  else
    faults.push_back({path, line, std::move(problem), std::move(remedy)});
}

Line Reading::line_at(std::string_view part) const {
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): a place in the text, not the end of a string
  const auto* end = std::clamp(part.data(), text.data(), text.data() + text.size());
  const auto before = std::string_view(text).substr(0, static_cast<std::size_t>(end - text.data()));
  return Line{static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1};
}

std::string unix_lines(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      result.push_back(text[i]);
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      result.push_back('\n');
  return result;
}

std::string small_letters(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string unix_path(std::string_view path) {
  std::string result(path);
  std::replace(result.begin(), result.end(), '\\', '/');
  while (result.starts_with("./")) result.erase(0, 2);
  return result;
}

review::LineSpan span_of(int first, int last) {
  if (first <= 0) first = last;
  if (last < first) last = first;
  return first <= 0 ? review::LineSpan{} : review::LineSpan{Line{first}, Line{last}};
}

// Nothing is scored by it: it only tells readers of a report how bad the reviewer found it.
std::optional<review::Severity> severity_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, Severity>, 26> words{{
      {"blocker", Severity::blocker},   {"blocking", Severity::blocker}, {"critical", Severity::blocker},
      {"fatal", Severity::blocker},     {"p0", Severity::blocker},       {"major", Severity::major},
      {"error", Severity::major},       {"high", Severity::major},       {"serious", Severity::major},
      {"p1", Severity::major},          {"minor", Severity::minor},      {"warning", Severity::minor},
      {"warn", Severity::minor},        {"medium", Severity::minor},     {"moderate", Severity::minor},
      {"p2", Severity::minor},          {"nit", Severity::nit},          {"nitpick", Severity::nit},
      {"info", Severity::nit},          {"information", Severity::nit},  {"note", Severity::nit},
      {"low", Severity::nit},           {"trivial", Severity::nit},      {"style", Severity::nit},
      {"informational", Severity::nit}, {"p3", Severity::nit},
  }};
  const auto wanted = small_letters(word);
  for (const auto& [name, severity] : words)
    if (name == wanted) return severity;
  return std::nullopt;
}

void take_label(std::string_view text, review::Comment& comment) {
  const auto open = text.find(" (");
  const bool decorated = open != std::string_view::npos && text.ends_with(')');
  comment.label = label_of(decorated ? text.substr(0, open) : text);
  if (comment.label.empty() || !decorated) return;
  auto rest = text.substr(open + 2, text.size() - open - 3);
  while (!rest.empty()) {
    const auto end = std::min(rest.find(", "), rest.size());
    comment.decorations.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
}

std::string label_of(std::string_view word) {
  static constexpr std::array<std::string_view, 14> labels{
      "praise", "nitpick", "suggestion", "issue",  "todo",    "question", "thought",
      "chore",  "note",    "typo",       "polish", "quibble", "nit",      "bug"};
  auto wanted = small_letters(word);
  if (std::find(labels.begin(), labels.end(), wanted) == labels.end()) return "";
  return wanted == "nit" ? "nitpick" : wanted;
}

}  // namespace runner::comments
