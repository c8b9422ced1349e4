// detectors/rules/<class>/<rule>.toml.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/load_match.hpp"
#include "detectors/read.hpp"
#include "detectors/rules.hpp"

namespace detectors {
namespace {

using source::Manifest;

constexpr std::array<std::string_view, 4> severities{"nit", "minor", "major", "blocker"};
constexpr std::array<std::string_view, 2> confidences{"low", "high"};
struct Loader {
  RuleSet& set;
  Manifest& file;
  Manifest& match;
  Rule rule;
  std::filesystem::path folder;

  std::vector<syntax::Language> languages_of(Manifest& table) {
    std::vector<syntax::Language> languages;
    for (const auto& name : table.texts("languages")) {
      if (const auto language = syntax::language_named(name))
        languages.push_back(*language);
      else
        table.fault("languages", fmt::format("'{}' is no language", name),
                    "use python, go, javascript, typescript, tsx, java, sql");
    }
    return languages;
  }

  void read_languages() {
    rule.languages = languages_of(file);
    if (rule.languages.empty()) file.fault("languages", "no languages", "add languages = [\"python\"]");
  }

  void read_confidence() {
    if (file.has("confidence"))
      rule.confidence = static_cast<Confidence>(chosen(file, "confidence", confidences));
    for (auto& table : file.tables("high-confidence")) {
      if (file.has("confidence"))
        table.fault("high-confidence", "'confidence' is said for all of the rule as well",
                    "leave one of them out");
      rule.confidence = Confidence::low;
      rule.high.push_back(read_high(table));
    }
  }

  HighConfidence read_high(Manifest& table) {
    HighConfidence high{.languages = languages_of(table), .when = {}, .match = {}};
    if (high.languages.empty()) high.languages = rule.languages;
    for (const auto language : high.languages)
      if (!rule.speaks(language))
        table.fault("languages", fmt::format("{} is none of the rule's languages", syntax::name_of(language)),
                    "name some of `languages` at the top");
    const auto keys = table.keys();
    const bool only_languages =
        std::all_of(keys.begin(), keys.end(), [](auto& key) { return key == "languages"; });
    if (!only_languages) high.when = table.required_text("when");
    read_relations(set, table, high.languages, high.match);
    return high;
  }

  void read_examples() {
    for (auto& table : file.tables("examples")) {
      const auto language = syntax::language_named(table.required_text("language"));
      if (!language || !rule.speaks(*language)) {
        table.fault("language", "the example's language is none of the rule's", "name one of `languages`");
        continue;
      }
      const auto before = table.text("before");
      for (const auto kind : {"bad", "good"})
        if (auto code = table.text(kind))
          rule.examples.push_back(
              {*language, table.line(kind), std::move(*code), kind == std::string_view("bad"), before});
    }
    for (const auto language : rule.languages)
      for (const bool bad : {true, false})
        if (std::none_of(rule.examples.begin(), rule.examples.end(), [&](auto& e) {
              return syntax::family_of(e.language) == syntax::family_of(language) && e.bad == bad;
            }))
          file.fault("examples",
                     fmt::format("no {} example in {}", bad ? "bad" : "good", syntax::name_of(language)),
                     "add [[examples]] with language, bad and good");
  }

  void read_rule() {
    rule.class_id = folder.filename().string();
    read_languages();
    rule.severity = static_cast<source::Severity>(chosen(file, "severity", severities));
    rule.message = file.required_text("message");
    rule.why = file.required_text("why");
    rule.fix = file.required_text("fix");
    read_match(set, match, folder, rule);
    read_confidence();
    read_examples();
  }
};

}  // namespace

void load_rules(const std::filesystem::path& folder, RuleSet& set, source::Faults& faults) {
  const auto add = [&](const source::Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); };
  const auto files = files_with_ending(folder, ".toml");
  if (!files) return add(files.error());
  for (const auto& file : *files) {
    auto manifest = read_manifest(file);
    if (!manifest) {
      add(manifest.error());
      continue;
    }
    auto match = manifest->table("match");
    if (!match) {
      add({{file.shown, {}, "the table [match] is missing", "add [match] with a subject"}});
      continue;
    }
    Loader loader{set,
                  *manifest,
                  *match,
                  {.id = file.path.stem().string(), .file = file.shown},
                  file.path.parent_path()};
    loader.read_rule();
    add(manifest->finish());
    set.rules.push_back(std::move(loader.rule));
  }
  std::stable_sort(set.rules.begin(), set.rules.end(), [](auto& a, auto& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < set.rules.size(); ++i)
    if (set.rules[i].id == set.rules[i - 1].id)
      add({{set.rules[i].file,
            {},
            fmt::format("there is a rule '{}' already", set.rules[i].id),
            "rename the file"}});
}

}  // namespace detectors
