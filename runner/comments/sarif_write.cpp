// SARIF 2.1.0 (OASIS, errata 01). A finding without a severity is of kind "review", for which the standard
// asks for level "none"; a severity makes it of kind "fail", which is what is meant when no kind is written.
#include <fmt/format.h>

#include <algorithm>
#include "runner/comments/outgoing.hpp"
#include "runner/comments/sarif.hpp"
#include "runner/review/label.hpp"

namespace runner::comments {

namespace {

std::string rule_of(const review::Comment& comment) {
  if (!comment.label.empty()) return comment.label;
  std::string text = comment.body;
  const auto label = review::take_label(text);
  return label.name.empty() ? "comment" : label.name;
}

// Whole lines, the last one's newline included: up to the first column of the line behind them. Without
// columns a region leaves that newline out, and nothing could delete a line.
OrderedJson whole_lines(review::LineSpan lines) {
  return {{"startLine", lines.first.number},
          {"startColumn", 1},
          {"endLine", lines.last.number + 1},
          {"endColumn", 1}};
}

OrderedJson fixes(const review::Comment& comment) {
  auto all = OrderedJson::array();
  for (const auto& suggestion : comment.suggestions) {
    OrderedJson replacement{{"deletedRegion", whole_lines(suggestion.lines)},
                            {"insertedContent", {{"text", suggestion.text}}}};
    OrderedJson change{{"artifactLocation", {{"uri", sarif_uri(comment.path)}, {"uriBaseId", "SRCROOT"}}},
                       {"replacements", OrderedJson::array({std::move(replacement)})}};
    all.push_back({{"artifactChanges", OrderedJson::array({std::move(change)})}});
  }
  return all;
}

OrderedJson properties(const Outgoing& outgoing, std::size_t index) {
  const auto& comment = outgoing.review.comments[index];
  OrderedJson bag{{"comment", comment.id}};
  if (comment.severity) bag["severity"] = to_string(*comment.severity);
  if (!comment.lines.none() && comment.side == review::Side::before) bag["side"] = to_string(comment.side);
  if (!comment.reply_to.empty()) bag["replyTo"] = comment.reply_to;
  if (!comment.thread.empty()) bag["thread"] = comment.thread;
  if (!comment.decorations.empty()) bag["decorations"] = comment.decorations;
  if (!outgoing.judged) return bag;
  bag["claims"] = OrderedJson::array();
  for (const auto& claim : outgoing.judged->assessment.claims)
    if (claim.claim.comment == index)
      bag["claims"].push_back(
          {{"fate", to_string(claim.fate)}, {"target", claim.target}, {"reason", claim.reason}});
  return bag;
}

OrderedJson finding(const Outgoing& outgoing, std::size_t index) {
  const auto& comment = outgoing.review.comments[index];
  OrderedJson json{{"ruleId", rule_of(comment)}};
  if (!comment.severity) json["kind"] = "review";
  json["level"] = comment.severity ? sarif_level(*comment.severity) : "none";
  json["message"] = {{"text", comment.body.empty() ? "A suggested change." : comment.body}};
  if (!comment.path.empty())
    json["locations"] = OrderedJson::array({sarif_location(comment.path, comment.lines)});
  json["partialFingerprints"] = {{"seedfault/v1", fmt::format("{}/{}", outgoing.attempt, comment.id)}};
  if (auto all = fixes(comment); !all.empty()) json["fixes"] = std::move(all);
  json["properties"] = properties(outgoing, index);
  return json;
}

OrderedJson findings_run(const Outgoing& outgoing) {
  auto results = OrderedJson::array();
  std::vector<std::string> rules;
  for (std::size_t i = 0; i < outgoing.review.comments.size(); ++i) {
    results.push_back(finding(outgoing, i));
    const auto rule = results.back()["ruleId"].get<std::string>();
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }
  OrderedJson driver{{"name", outgoing.reviewer.empty() ? outgoing.attempt : outgoing.reviewer},
                     {"rules", OrderedJson::array()}};
  for (const auto& rule : rules) driver["rules"].push_back({{"id", rule}});
  OrderedJson run{{"tool", {{"driver", std::move(driver)}}},
                  {"columnKind", "unicodeCodePoints"},
                  {"originalUriBaseIds", {{"SRCROOT", {{"description", {{"text", "the repository"}}}}}}},
                  {"results", std::move(results)}};
  if (has_verdict(outgoing)) run["properties"] = {{"verdict", to_string(outgoing.review.verdict)}};
  return run;
}

}  // namespace

Exported write_sarif(const Outgoing& outgoing) {
  OrderedJson log{
      {"$schema",
       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", OrderedJson::array({findings_run(outgoing)})}};
  if (outgoing.judged) log["runs"].push_back(sarif_key_run(outgoing));
  Exported exported{.text = written(log), .notes = {}};
  note(exported.notes, outgoing.review.comments, has_columns,
       "the regions are whole lines: the columns are left out");
  note(exported.notes, outgoing.review.comments, is_of_old_side,
       "on the old side, for which SARIF has no word: the line number is that of the old file, and "
       "properties say so");
  return exported;
}

}  // namespace runner::comments
