// The rule fixtures: fixtures/<class>/<language>.<ext>. `ruleid: <rule>` stands on the line above an expected
// finding, `ok: <rule>` above a tempting clean line. The findings of the folder's class must be exactly the
// expected ones. `todoruleid` and `todook` mark known gaps, and are told when they no longer hold.
#include <algorithm>
#include <filesystem>
#include <set>

#include "data.hpp"
#include "detectors/scan.hpp"
#include "tests/source_tree.hpp"

namespace {

namespace fs = std::filesystem;
using Mark = std::pair<int, std::string>;  // line, rule

struct Marks {
  std::set<Mark> ruleid, ok, todoruleid, todook;
};

void add_marks(std::set<Mark>& to, std::string_view line, std::string_view word, int number) {
  const auto at = line.find(word);
  if (at == std::string_view::npos) return;
  const auto before = line.substr(0, at);
  if (before.find_first_not_of(" \t#/-*") != std::string_view::npos) return;
  std::stringstream rules{std::string(line.substr(at + word.size()))};
  for (std::string rule; rules >> rule;) to.insert({number + 1, rule.substr(0, rule.find(','))});
}

Marks marks_of(const detectors::source::SourceFile& file) {
  Marks marks;
  for (int i = 1; i <= file.line_count(); ++i) {
    const auto line = file.line(detectors::source::Line{i});
    add_marks(marks.todoruleid, line, "todoruleid:", i);
    add_marks(marks.todook, line, "todook:", i);
    add_marks(marks.ruleid, line, "ruleid:", i);
    add_marks(marks.ok, line, "ok:", i);
  }
  return marks;
}

std::vector<fs::path> fixture_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_tree("/tests/detectors/fixtures")))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::set<Mark> found_in(const detectors::source::SourceFile& file, const std::string& class_id) {
  const auto scan = detectors::scan(file, real_catalog());
  CHECK(scan.notes.empty());
  std::set<Mark> found;
  for (const auto& finding : scan.findings)
    if (finding.class_id == class_id) found.insert({finding.begin.line.number, finding.rule});
  return found;
}

}  // namespace

TEST_CASE("every fixture has exactly the findings that it states") {
  for (const auto& path : fixture_files()) {
    const auto class_id = path.parent_path().filename().string();
    const detectors::source::SourceFile file(class_id + "/" + path.filename().string(),
                                             read_file(path.string()));
    const auto marks = marks_of(file);
    const auto found = found_in(file, class_id);
    for (const auto& [line, rule] : marks.ruleid)
      CHECK_MESSAGE(found.count({line, rule}) == 1,
                    fmt::format("{}:{}: not found: {}", file.path(), line, rule));
    for (const auto& [line, rule] : found)
      CHECK_MESSAGE(marks.ruleid.count({line, rule}) + marks.todook.count({line, rule}) == 1,
                    fmt::format("{}:{}: not expected: {}", file.path(), line, rule));
    for (const auto& mark : marks.todoruleid)
      CHECK_MESSAGE(found.count(mark) == 0,
                    fmt::format("{}:{}: the gap is closed: ruleid", file.path(), mark.first));
    for (const auto& mark : marks.todook)
      CHECK_MESSAGE(found.count(mark) == 1,
                    fmt::format("{}:{}: the gap is closed: ok", file.path(), mark.first));
  }
}

TEST_CASE("every fixture is broad enough: six bad lines and ten tempting ones") {
  const auto files = fixture_files();
  REQUIRE(files.size() >= 16);
  for (const auto& path : files) {
    const auto marks = marks_of({path.string(), read_file(path.string())});
    CAPTURE(path.string());
    CHECK(marks.ruleid.size() >= 6);
    CHECK(marks.ok.size() >= 10);
  }
}
