#include "detectors/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/prefilter.hpp"
#include "detectors/read.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"

namespace detectors {

namespace {

// The folders whose facts.scm make up a language, in order.
std::vector<std::string_view> folders_of(syntax::Language language) {
  switch (language) {
    case syntax::Language::javascript:
      return {"script", "javascript"};
    case syntax::Language::typescript:
    case syntax::Language::tsx:
      return {"script", "typescript"};
    case syntax::Language::python:
    case syntax::Language::go:
    case syntax::Language::java:
    case syntax::Language::sql:
      break;
  }
  return {syntax::name_of(language)};
}

}  // namespace

const facts::Lowering* Lowerings::of(syntax::Language language, std::string& note) const {
  auto& slot = slots_[static_cast<std::size_t>(language)];
  std::call_once(slot.once, [&] {
    std::string all;
    std::filesystem::path path;
    int lines_before = 0;  // of the file that is read last: errors are told in its own lines
    for (const auto folder : folders_of(language)) {
      path = folder_ / folder / "facts.scm";
      const auto text = read_text({path, path.generic_string()});
      if (!text) {
        slot.note = fmt::format("no facts.scm for {} yet: not looked at", syntax::name_of(language));
        return;
      }
      lines_before = static_cast<int>(std::count(all.begin(), all.end(), '\n'));
      all += *text;
    }
    auto lowering = facts::Lowering::compile(all, language);
    if (lowering) {
      slot.lowering = std::move(*lowering);
      return;
    }
    auto line = lowering.error().line.number;
    if (line > lines_before)
      line -= lines_before;
    else
      path = folder_ / folders_of(language).front() / "facts.scm";
    slot.note = fmt::format("{}:{}: {}", path.generic_string(), line, lowering.error().problem);
  });
  note = slot.note;
  return slot.lowering ? &*slot.lowering : nullptr;
}

RuleSet::RuleSet(std::filesystem::path languages)
    : labels(std::make_shared<facts::LabelNames>()),
      tables(syntax::languages.size(), facts::Tables(labels)),
      lowerings(std::move(languages)) {}

RuleSet::~RuleSet() = default;

const Prefilter& RuleSet::prefilter(syntax::Language language) const {
  auto& slot = prefilters_[static_cast<std::size_t>(language)];
  std::call_once(slot.once, [&] { slot.prefilter = std::make_unique<const Prefilter>(*this, language); });
  return *slot.prefilter;
}

namespace {

source::Checked<Catalog> load(const std::filesystem::path& data, const std::filesystem::path* own) {
  const auto folder = data / "detectors";
  source::Faults faults;
  Catalog catalog;
  if (auto classes = load_classes(folder / "classes"))
    catalog.classes = std::move(*classes);
  else
    faults = classes.error();
  const bool classes_known = faults.empty();
  auto rules = std::make_shared<RuleSet>(folder / "languages");
  load_tables(folder / "tables", *rules, faults);
  if (own && std::filesystem::exists(*own / "tables")) load_tables(*own / "tables", *rules, faults);
  load_rules(folder / "rules", *rules, faults);
  if (own && std::filesystem::exists(*own / "rules")) load_rules(*own / "rules", *rules, faults);
  for (const auto& rule : rules->rules)
    if (classes_known && !find_class(catalog, rule.class_id))
      faults.push_back({rule.file,
                        {},
                        fmt::format("there is no class '{}'", rule.class_id),
                        "put the rule into a folder that is named as a file of detectors/classes"});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  catalog.rules = std::move(rules);
  return catalog;
}

}  // namespace

source::Checked<Catalog> load_catalog(const std::filesystem::path& data) { return load(data, nullptr); }

source::Checked<Catalog> load_catalog(const std::filesystem::path& data, const std::filesystem::path& own) {
  return load(data, &own);
}

namespace {

std::string_view ending_of(syntax::Language language) {
  switch (language) {
    case syntax::Language::python:
      return ".py";
    case syntax::Language::go:
      return ".go";
    case syntax::Language::javascript:
      return ".js";
    case syntax::Language::typescript:
      return ".ts";
    case syntax::Language::tsx:
      return ".tsx";
    case syntax::Language::java:
      return ".java";
    case syntax::Language::sql:
      return ".sql";
  }
  return "";
}

void check_example(const Rule& rule, const Example& example, std::size_t number, const Catalog& catalog,
                   source::Faults& faults) {
  const source::SourceFile file(fmt::format("example{}", ending_of(example.language)), example.code);
  const auto seen = example.before ? scan(file, *example.before, catalog) : scan(file, catalog);
  const auto own =
      std::find_if(seen.findings.begin(), seen.findings.end(), [&](auto& f) { return f.rule == rule.id; });
  const bool found = own != seen.findings.end();
  const auto which = fmt::format("the {} {} example ({}. of the rule)", syntax::name_of(example.language),
                                 example.bad ? "bad" : "good", number);
  if (example.bad && !found)
    faults.push_back({rule.file, example.line, fmt::format("{} is not found by '{}'", which, rule.id),
                      "mend the rule or the example"});
  if (!example.bad && found)
    faults.push_back(
        {rule.file, example.line,
         fmt::format("{} is reported at its line {}: {}", which, own->begin.line.number, own->message),
         "mend the rule or the example"});
  for (const auto& note : seen.notes)
    faults.push_back({rule.file, example.line, fmt::format("{}: {}", which, note), "mend the example"});
}

}  // namespace

source::Faults check_rules(const Catalog& catalog) { return check_rules(catalog, {}); }

source::Faults check_rules(const Catalog& catalog, const std::filesystem::path& folder) {
  source::Faults faults;
  if (!catalog.rules) return faults;
  for (const auto& rule : catalog.rules->rules)
    if (rule.file.starts_with(folder.generic_string()))
      for (std::size_t i = 0; i < rule.examples.size(); ++i)
        check_example(rule, rule.examples[i], i + 1, catalog, faults);
  return faults;
}

}  // namespace detectors
