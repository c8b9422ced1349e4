// Reviewdog's Diagnostic Format: rdjson is one DiagnosticResult, rdjsonl a Diagnostic a line. Lines and
// columns count from 1, columns are UTF-8 bytes. A range ends before its end column; without columns it
// includes its last line. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
#include <fmt/format.h>

#include "runner/comments/further_places.hpp"
#include "runner/comments/json_record.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::Column;
using review::CommentScope;

struct Span {
  review::LineSpan lines;
  review::ColumnSpan columns;
};

Span span_in(const Record& range) {
  const auto start = range.object("start");
  const auto end = range.object("end");
  const int first = start.number("line");
  const int last = end.number("line");
  const int begin = start.number("column");
  const int stop = end.number("column");
  if (begin == 0) return {span_of(first, last), {}};
  // "…up to column 1" does not touch that line
  if (last > first && stop == 1) return {span_of(first, last - 1), {Column{begin}, Column{0}}};
  return {span_of(first, last), {Column{begin}, Column{stop}}};
}

// Fixes keep what is meant by "before column 1 of the next line": they are applied as they stand.
Fix fix_in(const Record& suggestion) {
  const auto range = suggestion.object("range");
  const auto start = range.object("start");
  const auto end = range.object("end");
  return {.lines = span_of(start.number("line"), end.number("line")),
          .columns = {Column{start.number("column")}, Column{end.number("column")}},
          .text = suggestion.body("text")};
}

// As write_rdjson spells them; other tools have their own thoughts about how bad an error is.
std::optional<review::Severity> severity_in(const std::string& word) {
  if (word == "ERROR") return review::Severity::blocker;
  if (word == "WARNING") return review::Severity::major;
  if (word == "INFO") return review::Severity::minor;
  return std::nullopt;
}

// write_rdjson's nit: INFO is the lowest severity that there is, so its text says it.
void take_nit(review::Comment& comment) {
  auto marked = comment;
  marked.severity.reset();
  take_severity_mark(marked);
  if (marked.severity == review::Severity::nit) comment = std::move(marked);
}

struct Defaults {  // what the whole result says for each of its diagnostics
  std::string source;
  std::string severity;
};

void read_diagnostic(Reading& reading, const Defaults& defaults, Value value, std::size_t ordinal) {
  Record record(reading, value, "diagnostic");
  if (!record.good()) return;
  auto found = found_in(record, "id", "rdjson");
  found.record = fmt::format("diagnostic {}", ordinal);
  auto& comment = found.comment;
  comment.body = record.body("message");
  const auto location = record.object("location");
  comment.path = unix_path(location.text("path"));
  const auto span = span_in(location.object("range"));
  comment.lines = span.lines;
  comment.columns = span.columns;
  if (!comment.path.empty()) comment.scope = span.lines.none() ? CommentScope::file : CommentScope::lines;
  if (comment.path.empty()) comment.lines = {}, comment.columns = {};
  std::vector<FurtherPlace> further;
  for (const auto& related : record.list("related_locations")) {
    const auto place = related.object("location");
    further.push_back({.path = unix_path(place.text("path")),
                       .lines = span_in(place.object("range")).lines,
                       .said = related.body("message")});
  }
  std::erase_if(further, [](const auto& place) { return place.path.empty(); });
  note_places(reading, found.record, add_further_places(comment, further));
  const auto severity = record.text("severity");
  comment.severity = severity_in(severity.empty() ? defaults.severity : severity);
  if (comment.severity == review::Severity::minor) take_nit(comment);
  take_label(record.object("code").id("value"), comment);
  comment.origin.instance = record.object("source").text("name");
  if (comment.origin.instance.empty()) comment.origin.instance = defaults.source;
  for (const auto& suggestion : record.list("suggestions")) found.fixes.push_back(fix_in(suggestion));
  reading.found(std::move(found));
}

// `source` and `severity` of the result may stand behind its diagnostics.
Defaults defaults_of(Reading& reading, Value document) {
  Defaults defaults;
  members(reading, document, [&](const std::string& key, Value value) {
    if (key == "source" && is_object(value)) defaults.source = Record(reading, value, "source").text("name");
    if (key == "severity") {
      const auto json = Json::parse(value, nullptr, false);
      if (json.is_string()) defaults.severity = json.get<std::string>();
    }
  });
  return defaults;
}

}  // namespace

void read_rdjson(Reading& reading) {
  std::size_t count = 0;
  documents(reading, reading.text, [&](Value document) {
    if (!is_object(document))
      return reading.fault(reading.line_at(document), "is not a DiagnosticResult",
                           "write {\"diagnostics\": […]}");
    const auto defaults = defaults_of(reading, document);
    if (!reading.faults.empty()) return;
    members(reading, document, [&](const std::string& key, Value value) {
      if (key == "diagnostics" && is_list(value))
        elements(reading, value, [&](Value each) { read_diagnostic(reading, defaults, each, ++count); });
    });
  });
}

void read_rdjsonl(Reading& reading) {
  std::size_t count = 0;
  objects(reading, reading.text, [&](Value each) { read_diagnostic(reading, {}, each, ++count); });
}

bool is_rdjson(const Look& look) { return look.shape == Look::Shape::json_object && look.has("diagnostics"); }

bool is_rdjsonl(const Look& look) {
  return look.shape == Look::Shape::json_object && look.has("message") && look.has("location");
}

}  // namespace runner::comments
