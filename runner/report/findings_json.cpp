#include <map>

#include "runner/report/findings.hpp"
#include "runner/report/json_values.hpp"

namespace runner::report {
namespace {

using detectors::Finding;
using detectors::source::Severity;

Json range_of(const Finding& finding) {
  return Json{{"startLine", finding.begin.line.number},
              {"startColumn", finding.begin.column.number},
              {"endLine", finding.lines.last.number}};
}

std::string_view sarif_level(Severity severity) {
  if (severity == Severity::blocker) return "error";
  return severity == Severity::major ? "warning" : "note";
}

std::string_view rdjson_level(Severity severity) {
  if (severity == Severity::blocker) return "ERROR";
  return severity == Severity::major ? "WARNING" : "INFO";
}

Json confidence_of(const session::RulePage& page) {
  Json high = Json::array();
  for (const auto& sure : page.sure_in)
    high.push_back(Json{{"languages", sure.languages}, {"when", sure.when}});
  return Json{{"else", page.sure ? "high" : "low"}, {"highIn", std::move(high)}};
}

}  // namespace

std::string findings_json(const session::DetectReport& report) {
  Json findings = Json::array();
  Json notes = Json::array();
  for (const auto& file : report.files) {
    for (const auto& finding : file.findings)
      findings.push_back(Json{{"path", finding.path},
                              {"line", finding.begin.line.number},
                              {"column", finding.begin.column.number},
                              {"lastLine", finding.lines.last.number},
                              {"rule", finding.rule},
                              {"class", finding.class_id},
                              {"severity", to_string(finding.severity)},
                              {"confidence", to_string(finding.confidence)},
                              {"message", finding.message},
                              {"because", finding.because}});
    for (const auto& note : file.notes) notes.push_back(Json{{"path", file.path}, {"note", note}});
  }
  return written(Json{{"schema", "seedfault.detect/1"},
                      {"files", report.scanned},
                      {"ignored", report.ignored},
                      {"lowConfidence", report.unlikely},
                      {"findings", std::move(findings)},
                      {"notes", std::move(notes)}});
}

std::string findings_sarif(const session::DetectReport& report) {
  std::map<std::string, std::string> rules;  // and their classes
  Json results = Json::array();
  for (const auto& file : report.files)
    for (const auto& finding : file.findings) {
      rules.emplace(finding.rule, finding.class_id);
      const Json place{{"physicalLocation", Json{{"artifactLocation", Json{{"uri", finding.path}}},
                                                 {"region", range_of(finding)}}}};
      results.push_back(Json{{"ruleId", finding.rule},
                             {"level", sarif_level(finding.severity)},
                             {"message", Json{{"text", finding.message}}},
                             {"locations", Json::array({place})},
                             {"properties", Json{{"confidence", to_string(finding.confidence)}}}});
    }
  Json known = Json::array();
  for (const auto& [id, class_id] : rules)
    known.push_back(Json{{"id", id}, {"properties", Json{{"class", class_id}}}});
  const Json driver{{"name", "seedfault"}, {"version", report.version}, {"rules", std::move(known)}};
  return written(Json{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", Json::array({Json{{"tool", Json{{"driver", driver}}}, {"results", std::move(results)}}})}});
}

std::string findings_rdjson(const session::DetectReport& report) {
  Json diagnostics = Json::array();
  for (const auto& file : report.files)
    for (const auto& finding : file.findings) {
      const Json start{{"line", finding.begin.line.number}, {"column", finding.begin.column.number}};
      diagnostics.push_back(
          Json{{"message", finding.message},
               {"location", Json{{"path", finding.path}, {"range", Json{{"start", start}}}}},
               {"severity", rdjson_level(finding.severity)},
               {"code", Json{{"value", finding.rule}}}});
    }
  return written(Json{{"source", Json{{"name", "seedfault"}}}, {"diagnostics", std::move(diagnostics)}});
}

std::string rule_json(const session::RulePage& page) {
  Json examples = Json::array();
  for (const auto& example : page.examples)
    examples.push_back(Json{{"language", example.language}, {"bad", example.bad}, {"code", example.code}});
  return written(Json{{"schema", "seedfault.rule/1"},
                      {"rule", page.id},
                      {"class", page.class_id},
                      {"severity", page.severity},
                      {"confidence", confidence_of(page)},
                      {"languages", page.languages},
                      {"message", page.message},
                      {"why", page.why},
                      {"fix", page.fix},
                      {"examples", std::move(examples)}});
}

}  // namespace runner::report
