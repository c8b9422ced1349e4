#include "detectors/openapi_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "detectors/facts/words.hpp"
#include "detectors/openapi.hpp"
#include "detectors/subjects.hpp"

namespace detectors {
namespace {

Finding finding_of(const Rule& rule, const ApiChange& change, const source::SourceFile& file) {
  Candidate candidate;
  candidate.fields = {
      {"contract", change.operation}, {"field", change.field}, {"now", change.now}, {"step", change.kind}};
  auto bytes = file.bytes({change.line, change.line});
  const auto line = file.line(change.line);
  bytes.begin += std::min(line.find_first_not_of(" \t"), line.size());
  bytes.end =
      std::max(bytes.begin, std::min(bytes.end, file.bytes({change.line, change.line}).begin + line.size()));
  return {
      .rule = rule.id,
      .class_id = rule.class_id,
      .severity = rule.severity,
      .confidence = !rule.high.empty() && change.plain ? Confidence::high : rule.confidence,
      .path = file.path(),
      .bytes = bytes,
      .lines = {change.line, change.line},
      .begin = file.position(bytes.begin),
      .message = filled(rule.message, candidate),
      .because = {fmt::format("{}: {} of `{}`: `{}`{}",
                              change.from.empty() ? fmt::format("line {}", change.line.number) : change.from,
                              change.kind, change.operation, change.field,
                              change.now.empty() ? "" : fmt::format(", now `{}`", change.now))}};
}

}  // namespace

Scan scan_document(const source::SourceFile& file, const std::string& before, const RuleSet& rules,
                   const OtherFiles& others) {
  Scan result;
  if (!is_openapi(file.path(), file.text()) || !is_openapi(file.path(), before)) return result;
  auto told = openapi_changes(file.path(), before, file.text(), others);
  if (!told) {
    for (const auto& fault : told.error())
      result.notes.push_back(fmt::format("line {}: {}; not looked at", fault.line.number, fault.problem));
    return result;
  }
  result.notes = std::move(told->notes);
  for (const auto& rule : rules.rules) {
    if (rule.match.subject != Subject::contract_change) continue;
    // One schema that many operations share is one change of the document; so is one in another file.
    std::set<std::pair<std::size_t, std::string>> seen;
    for (const auto& change : told->changes)
      if (facts::has_any_phrase(change.kind, rule.match.words) &&
          seen.emplace(change.from.empty() ? change.line.number : 0, change.from).second)
        result.findings.push_back(finding_of(rule, change, file));
  }
  std::stable_sort(result.findings.begin(), result.findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.bytes.begin, a.rule) < std::tie(b.bytes.begin, b.rule);
  });
  return result;
}

}  // namespace detectors
