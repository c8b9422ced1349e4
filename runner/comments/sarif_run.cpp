#include "runner/comments/sarif_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

SarifRule read_rule(const Record& descriptor) {
  SarifRule rule{.id = descriptor.text("id"),
                 .level = descriptor.object("defaultConfiguration").text("level"),
                 .messages = {}};
  const auto strings = descriptor.object("messageStrings");
  for (const auto& [key, value] : strings.json().items())
    if (value.is_object() && value.contains("text") && value["text"].is_string())
      rule.messages.emplace_back(key, value["text"].get<std::string>());
  return rule;
}

void take_tool(const Record& tool, SarifRun& run) {
  const auto driver = tool.object("driver");
  run.tool = driver.text("name");
  const auto version = driver.text(driver.has("semanticVersion") ? "semanticVersion" : "version");
  if (!version.empty()) run.tool += " " + version;
  for (const auto& rule : driver.list("rules")) run.rules.push_back(read_rule(rule));
  for (const auto& extension : tool.list("extensions"))
    for (const auto& rule : extension.list("rules")) run.rules.push_back(read_rule(rule));
}

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// "{0}" by the first argument, "{{" by "{" (3.11.5).
std::string with_arguments(std::string_view text, const std::vector<std::string>& arguments) {
  if (arguments.empty()) return std::string(text);  // tools that have none do not double their braces
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = i + 1 < text.size() && text[i] == text[i + 1] && (text[i] == '{' || text[i] == '}');
    const bool placeholder = i + 2 < text.size() && text[i] == '{' && text[i + 1] >= '0' &&
                             text[i + 1] <= '9' && text[i + 2] == '}';
    const auto index = placeholder ? static_cast<std::size_t>(text[i + 1] - '0') : arguments.size();
    if (placeholder && index < arguments.size()) {
      result += arguments[index];
      i += 2;
    } else {
      result += text[i];
      if (doubled) ++i;
    }
  }
  return result;
}

std::vector<std::string> arguments_of(const Record& message) {
  std::vector<std::string> arguments;
  const auto list = message.json().find("arguments");
  if (list != message.json().end() && list->is_array())
    for (const auto& each : *list)
      arguments.push_back(each.is_string() ? each.get<std::string>() : each.dump());
  return arguments;
}

}  // namespace

SarifRun read_run(Reading& reading, Value value) {
  SarifRun run;
  members(reading, value, [&](const std::string& key, Value member) {
    if (key == "results" && is_list(member)) run.results = member;
    if (key == "tool") take_tool(Record(reading, member, "tool"), run);
    if (key == "columnKind" && member == "\"unicodeCodePoints\"") run.unit = ColumnUnit::code_points;
    if (key == "artifacts" && is_list(member))
      elements(reading, member, [&](Value each) {
        run.artifacts.push_back(Record(reading, each, "artifact").object("location").text("uri"));
      });
    if (key == "versionControlProvenance" && is_list(member))
      elements(reading, member, [&](Value each) {
        if (run.commit.empty())
          run.commit = Record(reading, each, "versionControlProvenance").text("revisionId");
      });
  });
  return run;
}

const SarifRule* rule_of(const SarifRun& run, const Record& result) {
  auto id = result.text("ruleId");
  if (id.empty()) id = result.object("rule").text("id");
  const auto found =
      std::find_if(run.rules.begin(), run.rules.end(), [&](const auto& rule) { return rule.id == id; });
  if (!id.empty() && found != run.rules.end()) return &*found;
  const auto index = result.index("ruleIndex");
  return index && *index < run.rules.size() ? &run.rules[*index] : nullptr;
}

std::string message_of(const SarifRun& run, const Record& result) {
  const auto message = result.object("message");
  const auto arguments = arguments_of(message);
  for (const auto* key : {"markdown", "text"})
    if (message.has(key)) return with_arguments(message.text(key), arguments);
  const auto id = message.text("id");
  if (const auto* rule = rule_of(run, result))
    for (const auto& [name, text] : rule->messages)
      if (name == id) return with_arguments(text, arguments);
  return "";
}

std::string path_in_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  const bool file = uri.starts_with(scheme);
  if (file) uri.remove_prefix(scheme.size());
  if (file && !uri.starts_with('/')) uri.remove_prefix(std::min(uri.find('/'), uri.size()));  // a host
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool escape =
        uri[i] == '%' && i + 2 < uri.size() && hex_of(uri[i + 1]) >= 0 && hex_of(uri[i + 2]) >= 0;
    if (!escape) {
      path += uri[i];
      continue;
    }
    path += static_cast<char>(hex_of(uri[i + 1]) * 16 + hex_of(uri[i + 2]));
    i += 2;
  }
  return is_utf8(path) && path.find('\0') == std::string::npos ? path : std::string(uri);
}

}  // namespace runner::comments
