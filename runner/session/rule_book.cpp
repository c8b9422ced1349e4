#include "runner/session/rule_book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/rule_fixtures.hpp"
#include "detectors/rules.hpp"
#include "detectors/source/nearest.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view skeleton = R"(# One rule: the folder's name is its class, the file's name its id.
languages = ["python"]
severity = "major"  # nit, minor, major, blocker
confidence = "high"  # or low: told only when asked for
message = "`{callee}` is called without a deadline"  # {callee} and its like come from the subject
why = "What happens in production when nobody mends it, in one or two sentences."
fix = "What to write instead."

[match]
# What is looked at one by one: call, except, retry-loop, log-value, pattern, query, …
subject = "call"
# Dotted names, endings ("*gateway.charge"), or labels that rows of tables/*.toml give ("outbound").
call = ["legacy.gateway.charge"]
argument_absent = ["deadline"]
not_inside = ["test"]

# Each language needs a bad and a good example; `seedfault rules test` runs them.
[[examples]]
language = "python"
bad = """
import legacy

def pay(order):
    legacy.gateway.charge(order)
"""
good = """
import legacy

def pay(order):
    legacy.gateway.charge(order, deadline=2)
"""
)";

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error))
    if (std::error_code unknown; at->is_regular_file(unknown)) files.push_back(at->path());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_id(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::vector<std::string> names_of(const std::vector<detectors::syntax::Language>& languages) {
  std::vector<std::string> names;
  for (const auto language : languages) names.emplace_back(detectors::syntax::name_of(language));
  return names;
}

}  // namespace

RulePage page_of(const detectors::Catalog& catalog, std::size_t rule) {
  const auto& each = catalog.rules->rules[rule];
  RulePage page{.id = each.id,
                .class_id = each.class_id,
                .class_title = {},
                .severity = std::string(to_string(each.severity)),
                .message = each.message,
                .why = each.why,
                .fix = each.fix,
                .languages = names_of(each.languages),
                .examples = {},
                .sure = each.confidence == detectors::Confidence::high};
  if (const auto* its = detectors::find_class(catalog, each.class_id)) page.class_title = its->title;
  for (const auto& example : each.examples)
    page.examples.push_back({std::string(detectors::syntax::name_of(example.language)), example.code,
                             example.bad, example.before.value_or("")});
  for (const auto& high : each.high) page.sure_in.push_back({names_of(high.languages), high.when});
  return page;
}

Checked<std::vector<ClassPage>> rule_book(const House& house) {
  const auto catalog = load_catalog(house);
  if (!catalog) return tl::make_unexpected(catalog.error());
  std::vector<ClassPage> pages;
  for (const auto& its : catalog->classes) {
    ClassPage page{
        .id = its.id, .title = its.title, .what = its.what, .why = its.why, .fix = its.fix, .rules = {}};
    for (std::size_t i = 0; i < catalog->rules->rules.size(); ++i)
      if (catalog->rules->rules[i].class_id == its.id) page.rules.push_back(page_of(*catalog, i));
    pages.push_back(std::move(page));
  }
  return pages;
}

Checked<RulesTested> test_rules(const House& house, const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return faulty({folder.string(), {}, "is no folder", "name one with rules/<class>/<rule>.toml"});
  const auto catalog = detectors::load_catalog(house.data, folder);
  if (!catalog) return tl::make_unexpected(catalog.error());
  auto faults = detectors::check_rules(*catalog, folder);
  RulesTested tested;
  for (const auto& rule : catalog->rules->rules) {
    if (!rule.file.starts_with(folder.generic_string())) continue;
    ++tested.rules;
    tested.examples += rule.examples.size();
  }
  for (const auto& path : files_below(folder / "fixtures")) {
    if (detectors::is_fixtures_before(path)) continue;
    const auto text = read_file(path);
    if (!text) {
      faults.insert(faults.end(), text.error().begin(), text.error().end());
      continue;
    }
    ++tested.fixtures;
    const auto before = read_file(detectors::fixtures_before(path));
    const auto more =
        detectors::check_fixture({path.generic_string(), *text}, *catalog, before ? &*before : nullptr);
    faults.insert(faults.end(), more.begin(), more.end());
  }
  if (tested.rules == 0 && faults.empty())
    return faulty({(folder / "rules").string(), {}, "holds no rule", "`seedfault rules new` begins one"});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return tested;
}

Checked<std::monostate> known_class(const House& house, const std::string& class_id) {
  const auto catalog = load_catalog(house);
  if (!catalog) return tl::make_unexpected(catalog.error());
  if (detectors::find_class(*catalog, class_id)) return std::monostate{};
  std::vector<std::string> ids;
  for (const auto& each : catalog->classes) ids.push_back(each.id);
  return faulty(
      {class_id,
       {},
       "is no defect class",
       detectors::source::did_you_mean(class_id, ids).value_or("`seedfault detect --class x` names them")});
}

Checked<fs::path> new_rule(const House& house, const fs::path& folder, const std::string& class_id,
                           const std::string& rule) {
  if (const auto known = known_class(house, class_id); !known) return tl::make_unexpected(known.error());
  if (!is_id(rule))
    return faulty(
        {rule, {}, "is no rule's name", "use small letters, digits and dashes: call-without-deadline"});
  auto path = folder / "rules" / class_id / (rule + ".toml");
  std::error_code error;
  if (fs::exists(path, error)) return faulty({path.string(), {}, "is there already", "choose another name"});
  fs::create_directories(path.parent_path(), error);
  if (const auto written = write_file(path, skeleton); !written) return tl::make_unexpected(written.error());
  return path;
}

}  // namespace runner::session
