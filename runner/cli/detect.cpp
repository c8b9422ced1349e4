#include "runner/session/detect.hpp"

#include <cstdio>

#include "runner/cli/rows.hpp"
#include "runner/report/findings.hpp"

namespace runner::cli {
namespace {

constexpr std::size_t most_from_stdin = std::size_t{64} << 20U;

session::Checked<std::string> standard_input() {
  std::string text;
  char part[65536];
  while (const auto count = std::fread(part, 1, sizeof part, stdin)) {
    text.append(part, count);
    if (text.size() > most_from_stdin)
      return session::faulty({"standard input", {}, "is longer than 64 MiB", "give files instead"});
  }
  return text;
}

session::Checked<session::DetectRequest> request_of(const Arguments& arguments) {
  session::DetectRequest request;
  for (const auto& path : arguments.values("PATH")) request.paths.emplace_back(path);
  if (request.paths.empty()) request.paths.emplace_back(".");
  request.classes = arguments.values("--class");
  request.excludes = arguments.values("--exclude");
  if (const auto least = arguments.value("--severity"))
    request.least = detectors::source::severity_named(*least).value_or(request.least);
  if (arguments.value("--confidence") == "low") request.least_confidence = detectors::Confidence::low;
  if (const auto rules = arguments.value("--rules")) request.rules = *rules;
  if (const auto base = arguments.value("--base")) request.base = *base;
  if (request.paths.size() != 1 || request.paths.front() != "-") return request;
  const auto name = arguments.value("--as");
  if (!name)
    return session::faulty(
        {"standard input", {}, "has no name, so its language is not known", "add --as NAME.go"});
  auto text = standard_input();
  if (!text) return tl::make_unexpected(text.error());
  request.standard_input = *std::move(text);
  request.paths = {*name};
  return request;
}

std::string formatted(const std::string& format, const session::DetectReport& report,
                      const Context& context) {
  if (format == "json") return report::findings_json(report);
  if (format == "sarif") return report::findings_sarif(report);
  if (format == "rdjson") return report::findings_rdjson(report);
  return report::findings_text(report, context.out);
}

Result run_detect(const Arguments& arguments, const Context& context) {
  if (const auto rule = arguments.value("--explain")) {
    const auto own = arguments.value("--rules");
    const auto page = session::rule_page(context.house, *rule,
                                         own ? std::optional<std::filesystem::path>(*own) : std::nullopt);
    if (!page) return tl::make_unexpected(page.error());
    return print(arguments.has("--json") ? report::rule_json(*page) : report::rule_text(*page, context.out));
  }
  const auto request = request_of(arguments);
  if (!request) return tl::make_unexpected(request.error());
  const auto report = session::detect(context.house, *request);
  if (!report) return tl::make_unexpected(report.error());
  const auto format = arguments.has("--json") ? "json" : arguments.value("--format").value_or("text");
  if (auto printed = print(formatted(format, *report, context)); !printed) return printed;
  return report->findings() == 0 ? done : findings_told;
}

}  // namespace

Command detect_command() {
  return {
      .name = "detect",
      .summary = "Find backend failure modes in code of your own",
      .description =
          "Reads Python, Go, JavaScript, TypeScript, Java and SQL; runs nothing. What .gitignore leaves "
          "out is "
          "left out, and so are node_modules and the like.\n\n"
          "A finding that is right as it stands is marked in the code, on its line or the line above: "
          "seedfault: ignore[RULE] REASON. Without a reason the mark does nothing.",
      .options = {{.name = "PATH",
                   .value = "",
                   .help = "files and folders; this folder without it; - reads standard input",
                   .count = Option::Count::any},
                  {.name = "--class",
                   .value = "CLASS",
                   .help = "only this class; may be repeated",
                   .count = Option::Count::any},
                  {.name = "--severity",
                   .value = "LEAST",
                   .help = "only findings of this severity or above",
                   .choices = {"nit", "minor", "major", "blocker"}},
                  {.name = "--confidence",
                   .value = "LEAST",
                   .help =
                       "high, which it is without this: findings that are worth saying nine times in ten; "
                       "low: all of them",
                   .choices = {"high", "low"}},
                  {.name = "--exclude",
                   .value = "GLOB",
                   .help = "leave out paths like this; may be repeated",
                   .count = Option::Count::any},
                  {.name = "--rules",
                   .value = "DIR",
                   .help = "add rules/<class>/*.toml and tables/*.toml of your own"},
                  {.name = "--base",
                   .value = "REV",
                   .help =
                       "only files that differ from this revision, and what the change breaks for others"},
                  {.name = "--as",
                   .value = "NAME",
                   .help = "what standard input is called: its ending says the language"},
                  {.name = "--format",
                   .value = "FORMAT",
                   .help = "how to print: text, json, sarif, rdjson",
                   .choices = {"text", "json", "sarif", "rdjson"}},
                  {.name = "--explain", .value = "RULE", .help = "print what a rule is about, and stop"},
                  json_option},
      .examples = {"seedfault detect src", "seedfault detect --class missing-timeout --severity major .",
                   "seedfault detect --base main .", "git show HEAD:pay.go | seedfault detect - --as pay.go",
                   "seedfault detect --explain query-in-loop"},
      .run = run_detect};
}

}  // namespace runner::cli
