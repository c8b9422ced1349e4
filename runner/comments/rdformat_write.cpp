// reviewdog's Diagnostic Format. Without columns both ends of a range are lines that belong to it.
#include <fmt/format.h>

#include "runner/comments/ordered_json.hpp"
#include "runner/comments/outgoing.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

const char* severity_name(review::Severity severity) {
  switch (severity) {
    case review::Severity::blocker:
      return "ERROR";
    case review::Severity::major:
      return "WARNING";
    case review::Severity::minor:
    case review::Severity::nit:
      break;
  }
  return "INFO";
}

OrderedJson range(review::LineSpan lines) {
  return {{"start", {{"line", lines.first.number}}}, {"end", {{"line", lines.last.number}}}};
}

// Without columns whole lines are replaced, and the last one's newline is not written.
std::string without_last_newline(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

OrderedJson diagnostic(const review::Comment& comment) {
  // RDFormat's lowest severity is INFO: a nit says so in its text
  const bool nit = comment.severity == review::Severity::nit;
  OrderedJson json{{"message", nit ? with_severity_mark(comment) : comment.body},
                   {"location", {{"path", comment.path}}}};  // "": no file of its own
  if (!comment.lines.none()) json["location"]["range"] = range(comment.lines);
  if (!comment.columns.none()) json["location"]["range"]["start"]["column"] = comment.columns.first.number;
  if (!comment.columns.none() && comment.columns.end.number > 0)
    json["location"]["range"]["end"]["column"] = comment.columns.end.number;
  if (comment.severity) json["severity"] = severity_name(*comment.severity);
  if (!comment.label.empty()) json["code"] = {{"value", label_with_decorations(comment)}};
  for (const auto& suggestion : comment.suggestions)
    json["suggestions"].push_back(
        {{"range", range(suggestion.lines)}, {"text", without_last_newline(suggestion.text)}});
  return json;
}

std::vector<std::string> losses(const Outgoing& outgoing) {
  std::vector<std::string> notes;
  const auto& comments = outgoing.review.comments;
  if (has_verdict(outgoing))
    notes.push_back(fmt::format("RDFormat holds no verdict: \"{}\" is given apart from it",
                                to_string(outgoing.review.verdict)));
  note(notes, comments, is_of_old_side,
       "on the old side, which RDFormat does not have: the line number is that of the old file");
  note(notes, comments, is_reply, "RDFormat holds no threads: the reply is a diagnostic of its own");
  return notes;
}

OrderedJson source(const Outgoing& outgoing) {
  return {{"name", outgoing.reviewer.empty() ? outgoing.attempt : outgoing.reviewer}};
}

}  // namespace

Exported write_rdjson(const Outgoing& outgoing) {
  OrderedJson json{{"source", source(outgoing)}, {"diagnostics", OrderedJson::array()}};
  for (const auto& comment : outgoing.review.comments) json["diagnostics"].push_back(diagnostic(comment));
  return {.text = written(json), .notes = losses(outgoing)};
}

Exported write_rdjsonl(const Outgoing& outgoing) {
  Exported exported{.text = {}, .notes = losses(outgoing)};
  for (const auto& comment : outgoing.review.comments) {
    auto json = diagnostic(comment);
    json["source"] = source(outgoing);
    exported.text += written(json, Layout::one_line);
  }
  return exported;
}

}  // namespace runner::comments
