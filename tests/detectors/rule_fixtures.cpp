// The rules' fixtures: fixtures/<class>/<language>.<ext>.
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "data.hpp"
#include "detectors/rule_fixtures.hpp"
#include "detectors/rules.hpp"
#include "tests/source_tree.hpp"

namespace {

namespace fs = std::filesystem;
std::vector<fs::path> fixture_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_tree("/tests/detectors/fixtures")))
    if (entry.is_regular_file() && !detectors::is_fixtures_before(entry.path()))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every fixture has exactly the findings that it states") {
  for (const auto& path : fixture_files()) {
    const auto class_id = path.parent_path().filename().string();
    const detectors::source::SourceFile file(class_id + "/" + path.filename().string(),
                                             read_file(path.string()));
    const auto other = detectors::fixtures_before(path);
    const auto before = fs::exists(other) ? std::optional(read_file(other.string())) : std::nullopt;
    for (const auto& fault : detectors::check_fixture(file, real_catalog(), before ? &*before : nullptr))
      CHECK_MESSAGE(false, fmt::format("{}:{}: {}", fault.path, fault.line.number, fault.problem));
  }
}

TEST_CASE("what a fixture's marks say wrongly is told, each by its line") {
  const detectors::source::SourceFile file("missing-timeout/a.py",
                                           "import requests\n"
                                           "requests.get(a)\n"
                                           "# ruleid: call-without-timeout\n"
                                           "requests.get(b, timeout=1)\n"
                                           "# todook: call-without-timeout\n"
                                           "requests.get(c, timeout=1)\n"
                                           "# todoruleid: call-without-timeout\n"
                                           "requests.get(d)\n");
  std::vector<int> lines;
  for (const auto& fault : detectors::check_fixture(file, real_catalog())) lines.push_back(fault.line.number);
  CHECK(lines == std::vector<int>{4, 2, 8, 8, 6});
}

TEST_CASE("a mark of another confidence than the finding's is told") {
  const detectors::source::SourceFile file("missing-timeout/a.py",
                                           "import requests\n"
                                           "# low: call-without-timeout\n"
                                           "requests.get(a)\n"
                                           "# high: call-without-timeout\n"
                                           "requests.get(b)\n"
                                           "# high: call-without-timeout\n"
                                           "requests.get(c, timeout=1)\n");
  std::vector<std::string> problems;
  for (const auto& fault : detectors::check_fixture(file, real_catalog())) problems.push_back(fault.problem);
  CHECK(problems == std::vector<std::string>{"'call-without-timeout' finds this line with high confidence",
                                             "'call-without-timeout' does not find this line"});
}

namespace {

// Whether a marked line holds code: a mark above nothing proves nothing.
bool is_code(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const auto rest = line.substr(first);
  return !rest.starts_with("//") && !rest.starts_with("--") &&
         !(rest.starts_with('#') && !rest.starts_with("#["));
}

struct Marked {
  std::map<std::pair<std::string, std::string_view>, int> ruleid, ok;  // by rule and family of languages
  std::map<std::string, std::set<std::string>> clean;  // by class: the places of its clean lines
};

Marked all_marks() {
  std::map<std::string, std::string> class_of;
  for (const auto& rule : real_catalog().rules->rules) class_of[rule.id] = rule.class_id;
  Marked all;
  for (const auto& path : fixture_files()) {
    const detectors::source::SourceFile file(path.string(), read_file(path.string()));
    const auto language = detectors::syntax::language_by_path(path.string());
    const auto family = language ? detectors::syntax::family_of(*language) : std::string_view("openapi");
    const auto marks = detectors::marks_of(file);
    const auto check = [&](const auto& mark) {
      const auto line = mark.first <= file.line_count() ? file.line(detectors::source::Line{mark.first}) : "";
      CHECK_MESSAGE(is_code(line), fmt::format("{}:{}: a mark above no code", path.string(), mark.first));
      CHECK_MESSAGE(class_of.contains(mark.second),
                    fmt::format("{}: there is no rule '{}'", path.string(), mark.second));
    };
    for (const auto& mark : marks.ruleid) check(mark), ++all.ruleid[{mark.second, family}];
    for (const auto& mark : marks.ok) {
      check(mark);
      ++all.ok[{mark.second, family}];
      all.clean[class_of[mark.second]].insert(fmt::format("{}:{}", path.string(), mark.first));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every rule has a bad and a tempting clean line in a fixture of each of its languages") {
  const auto all = all_marks();
  for (const auto& rule : real_catalog().rules->rules)
    for (const auto language : rule.languages) {
      const std::pair key{rule.id, detectors::syntax::family_of(language)};
      CHECK_MESSAGE(all.ruleid.contains(key), fmt::format("{}: no `ruleid` in {}", rule.id, key.second));
      CHECK_MESSAGE(all.ok.contains(key), fmt::format("{}: no `ok` in {}", rule.id, key.second));
    }
}

TEST_CASE("every class that has rules has ten tempting clean lines") {
  const auto all = all_marks();
  for (const auto& rule : real_catalog().rules->rules) {
    const auto known = all.clean.find(rule.class_id);
    const auto count = known == all.clean.end() ? 0 : known->second.size();
    CHECK_MESSAGE(count >= 10, fmt::format("{}: {} clean lines", rule.class_id, count));
  }
}
