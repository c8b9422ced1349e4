#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/report/rule_book.hpp"
#include "runner/session/files.hpp"
#include "runner/session/rule_book.hpp"
#include "runner/session/rule_import.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;

Result which(const Arguments& /*arguments*/, const Context& /*context*/) {
  return session::faulty({"seedfault rules",
                          {},
                          "does not say what",
                          "say `rules test`, `rules new`, `rules import` or `rules pages`"});
}

Result test(const Arguments& arguments, const Context& context) {
  const auto tested = session::test_rules(context.house, arguments.text("DIR"));
  if (!tested) return tl::make_unexpected(tested.error());
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.rules-test/1"},
                      {"rules", tested->rules},
                      {"examples", tested->examples},
                      {"fixtures", tested->fixtures}}
                     .dump(2) +
                 "\n");
  return print(fmt::format("Held: {} rules, {} examples, {} fixtures.\n", tested->rules, tested->examples,
                           tested->fixtures));
}

Result begin(const Arguments& arguments, const Context& context) {
  const auto path = session::new_rule(context.house, arguments.text("DIR"), arguments.text("CLASS"),
                                      arguments.text("RULE"));
  if (!path) return tl::make_unexpected(path.error());
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.rules-new/1"}, {"rule", path->generic_string()}}.dump(2) + "\n");
  return print(fmt::format(
      "wrote {}\n\nEdit it, then: seedfault rules test {}\nand:           seedfault detect --rules {} .\n",
      path->generic_string(), arguments.text("DIR"), arguments.text("DIR")));
}

std::string imported_text(const session::ImportedRule& rule) {
  auto out = rule.path.empty() ? fmt::format("{}: not taken\n", rule.id)
                               : fmt::format("{}: wrote {}\n", rule.id, rule.path.generic_string());
  for (const auto& each : rule.left_out) out += fmt::format("  left out: {}\n", each);
  if (!rule.doubt.empty()) out += fmt::format("  its examples do not hold yet: {}\n", rule.doubt);
  return out;
}

Result take_over(const Arguments& arguments, const Context& context) {
  const auto rules = session::import_rules(context.house, arguments.text("FILE"), arguments.text("DIR"),
                                           arguments.text("CLASS"));
  if (!rules) return tl::make_unexpected(rules.error());
  auto json = Json::array();
  std::string text;
  std::size_t taken = 0;
  for (const auto& rule : *rules) {
    json.push_back(Json{{"rule", rule.id},
                        {"path", rule.path.generic_string()},
                        {"leftOut", rule.left_out},
                        {"doubt", rule.doubt}});
    text += imported_text(rule);
    taken += rule.path.empty() ? 0U : 1U;
  }
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.rules-import/1"}, {"rules", json}}.dump(2) + "\n");
  return print(text + fmt::format("{} of {} rules taken; `seedfault rules test {}` tries them\n", taken,
                                  rules->size(), arguments.text("DIR")));
}

Result pages(const Arguments& arguments, const Context& context) {
  const auto book = session::rule_book(context.house);
  if (!book) return tl::make_unexpected(book.error());
  const std::filesystem::path folder = arguments.text("DIR");
  std::error_code error;  // where it cannot be made, writing says so
  std::filesystem::create_directories(folder, error);
  std::vector<std::string> names;
  const auto write = [&](const std::string& name, const std::string& text) {
    names.push_back(name);
    return session::write_file(folder / name, text);
  };
  if (const auto written = write("README.md", report::book_markdown(*book)); !written)
    return tl::make_unexpected(written.error());
  for (const auto& page : *book)
    if (const auto written = write(page.id + ".md", report::class_markdown(page)); !written)
      return tl::make_unexpected(written.error());
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.rules-pages/1"}, {"pages", names}}.dump(2) + "\n");
  return print(fmt::format("wrote {} pages\n", names.size()));
}

const Option folder_option{
    .name = "DIR",
    .value = "",
    .help = "holds rules/<class>/<rule>.toml, tables/*.toml, fixtures/<class>/<name>.<ending>",
    .count = Option::Count::required};

}  // namespace

Command rules_command() {
  return {.name = "rules",
          .summary = "Rules of your own: begin one, prove them; the pages of all",
          .description = "docs/detectors.md says what a rule can ask for.",
          .options = {},
          .examples = {"seedfault rules test ours"},
          .run = which};
}

Command rules_test_command() {
  return {.name = "rules test",
          .summary = "Run the examples and fixtures of rules of your own",
          .description =
              "Every bad example must be found and every good one left alone. In a fixture, `ruleid: RULE` "
              "stands above "
              "each expected finding and `ok: RULE` above each tempting clean line; the findings of the "
              "class must be "
              "exactly those. todoruleid and todook mark known gaps.",
          .options = {folder_option, json_option},
          .examples = {"seedfault rules test ours"},
          .run = test};
}

Command rules_new_command() {
  return {.name = "rules new",
          .summary = "Begin a rule: a commented file whose examples hold",
          .description = "",
          .options =
              {folder_option,
               {.name = "CLASS", .value = "", .help = "its defect class", .count = Option::Count::required},
               {.name = "RULE",
                .value = "",
                .help = "its name: small letters and dashes",
                .count = Option::Count::required},
               json_option},
          .examples = {"seedfault rules new ours missing-timeout call-without-deadline"},
          .run = begin};
}

Command rules_import_command() {
  return {.name = "rules import",
          .summary = "Take over rules of semgrep or ast-grep",
          .description =
              "Takes patterns, any, all and not, inside and has, and regular expressions; says by name and "
              "line what "
              "has no counterpart. A rule that would mean something else without it is not taken. Our "
              "patterns are "
              "matched as they are written: names are not resolved, and the order of arguments counts.",
          .options =
              {{.name = "FILE",
                .value = "",
                .help = "YAML with rules; ast-grep's tests in it become examples",
                .count = Option::Count::required},
               folder_option,
               {.name = "CLASS", .value = "", .help = "their defect class", .count = Option::Count::required},
               json_option},
          .examples = {"seedfault rules import semgrep.yml ours missing-timeout"},
          .run = take_over};
}

Command rules_pages_command() {
  return {.name = "rules pages",
          .summary = "Write a page in Markdown for each class, from the rules",
          .description = "docs/rules is made by it.",
          .options = {{.name = "DIR", .value = "", .help = "where they go", .count = Option::Count::required},
                      json_option},
          .examples = {"seedfault rules pages docs/rules"},
          .run = pages};
}

}  // namespace runner::cli
