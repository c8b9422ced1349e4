// SARIF 2.1.0: what linters and AI reviewers say. A result is a comment unless it tells of a rule that passed
// or a person has accepted its suppression.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os.html
#include "runner/comments/sarif_run.hpp"

#include <fmt/format.h>

#include "runner/comments/further_places.hpp"
#include "runner/comments/json_record.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::Column;
using review::CommentScope;

// endColumn is the column behind the last character (3.30.8); without one the region goes to the line's end.
review::ColumnSpan columns_of(const Record& region) {
  if (!region.has("startColumn")) return {};
  return {Column{region.number("startColumn")}, Column{region.number("endColumn")}};
}

review::LineSpan lines_of(const Record& region) {
  const int first = region.number("startLine");
  const int last = region.number("endLine");
  return span_of(first, last > first && region.number("endColumn") == 1 ? last - 1 : last);
}

void take_region(const Record& region, review::Comment& comment) {
  comment.lines = lines_of(region);
  comment.columns =
      comment.lines.last.number < region.number("endLine") ? review::ColumnSpan{} : columns_of(region);
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
  const bool offsets = region.has("charOffset") || region.has("byteOffset");
  if (!comment.lines.none() || !offsets) return;
  comment.anchor = AnchorQuality::inferred;
  comment.anchor_note = "its region counts characters of the file, not lines";
}

std::string path_of(const SarifRun& run, const Record& artifact) {
  const auto index = artifact.index("index");
  auto uri = artifact.text("uri");
  if (uri.empty() && index && *index < run.artifacts.size()) uri = run.artifacts[*index];
  return unix_path(path_in_uri(uri));
}

void take_first_place(const Record& physical, const std::string& path, Found& found) {
  auto& comment = found.comment;
  comment.path = path;
  take_region(physical.object("region"), comment);
  if (const auto code = physical.object("region").object("snippet").text("text");
      comment.lines.first == comment.lines.last)
    found.code = code.substr(0, code.find_first_of("\r\n"));
}

// The comment stands at the first place that names a file; all others are named in its text.
void take_places(Reading& reading, const SarifRun& run, const Record& result, Found& found) {
  std::vector<FurtherPlace> further;
  for (const auto* key : {"locations", "relatedLocations"})
    for (const auto& location : result.list(key)) {
      const auto physical = location.object("physicalLocation");
      const auto path = path_of(run, physical.object("artifactLocation"));
      if (path.empty()) continue;
      if (found.comment.path.empty())
        take_first_place(physical, path, found);
      else
        further.push_back({.path = path,
                           .lines = lines_of(physical.object("region")),
                           .said = location.object("message").body("text")});
    }
  note_places(reading, found.record, add_further_places(found.comment, further));
}

void take_fixes(Reading& reading, const SarifRun& run, const Record& result, Found& found) {
  for (const auto& fix : result.list("fixes"))
    for (const auto& change : fix.list("artifactChanges")) {
      const auto path = path_of(run, change.object("artifactLocation"));
      if (path != found.comment.path) {
        reading.note(
            fmt::format("{}: its fix of {} is not kept, it stands in another file", found.record, path));
        continue;
      }
      for (const auto& replacement : change.list("replacements")) {
        const auto region = replacement.object("deletedRegion");
        found.fixes.push_back({.lines = span_of(region.number("startLine"), region.number("endLine")),
                               .columns = columns_of(region),
                               .text = replacement.object("insertedContent").body("text")});
      }
    }
}

bool left_out(Reading& reading, const Record& result, const std::string& name) {
  const auto kind = result.text("kind");
  if (kind == "pass" || kind == "notApplicable")
    return reading.leave_out(name, fmt::format("its kind is {}: it reports no problem", kind)), true;
  for (const auto& suppression : result.list("suppressions")) {
    const auto status = suppression.text("status");
    if (status.empty() || status == "accepted")
      return reading.leave_out(name, "suppressed in the tool"), true;
  }
  if (result.text("baselineState") == "absent")
    return reading.leave_out(name, "its baselineState is absent: it is no longer there"), true;
  return false;
}

// `level` by itself is "warning" (3.27.10); a rule may say otherwise.
std::string level_of(const SarifRun& run, const Record& result) {
  if (result.has("level")) return result.text("level");
  const auto* rule = rule_of(run, result);
  return rule != nullptr && !rule->level.empty() ? rule->level : "warning";
}

// What write_sarif keeps there, because SARIF has no field for it.
void take_own_properties(const Record& bag, review::Comment& comment) {
  if (comment.id.empty() && bag.has("comment") && bag.json()["comment"].is_string())
    comment.id = bag.id("comment");
  if (const auto own = bag.json().find("severity"); own != bag.json().end() && own->is_string())
    comment.severity = severity_of(own->get<std::string>());
  if (bag.json().contains("side") && bag.json()["side"] == "before") comment.side = review::Side::before;
  if (bag.json().contains("replyTo") && bag.json()["replyTo"].is_string())
    comment.reply_to = bag.id("replyTo");
  if (bag.json().contains("thread") && bag.json()["thread"].is_string()) comment.thread = bag.id("thread");
  if (const auto own = bag.json().find("decorations"); own != bag.json().end() && own->is_array())
    for (const auto& each : *own)
      if (each.is_string()) comment.decorations.push_back(each.get<std::string>());
}

void read_result(Reading& reading, const SarifRun& run, Value value, std::size_t ordinal) {
  Record result(reading, value, "result");
  if (!result.good()) return;
  auto found = found_in(result, "guid", "sarif");
  found.record = fmt::format("result {}", ordinal);
  if (left_out(reading, result, found.record)) return;
  auto& comment = found.comment;
  found.unit = run.unit;
  comment.body = unix_lines(message_of(run, result));
  comment.severity = severity_of(level_of(run, result));
  comment.label = label_of(result.text("ruleId"));
  comment.origin.instance = run.tool;
  comment.origin.commit = run.commit;
  take_own_properties(result.object("properties"), comment);
  take_places(reading, run, result, found);
  take_fixes(reading, run, result, found);
  reading.found(std::move(found));
}

}  // namespace

void read_sarif(Reading& reading) {
  std::size_t count = 0;
  documents(reading, reading.text, [&](Value document) {
    if (!is_object(document))
      return reading.fault(reading.line_at(document), "is not a SARIF log",
                           "write {\"version\": \"2.1.0\", \"runs\": […]}");
    members(reading, document, [&](const std::string& key, Value runs) {
      if (key != "runs" || !is_list(runs)) return;
      elements(reading, runs, [&](Value value) {
        if (!is_object(value))
          return reading.fault(reading.line_at(value), "a run is not an object", "write {…} there");
        const auto run = read_run(reading, value);
        if (run.tool == "seedfault" || run.tool.starts_with("seedfault "))
          return reading.leave_out("a run of seedfault", "the key of an exercise, no review");
        if (!run.results.empty() && reading.faults.empty())
          elements(reading, run.results, [&](Value each) { read_result(reading, run, each, ++count); });
      });
    });
  });
}

bool is_sarif(const Look& look) { return look.shape == Look::Shape::json_object && look.has("runs"); }

}  // namespace runner::comments
