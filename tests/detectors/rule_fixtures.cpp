// The rules' fixtures: fixtures/<class>/<language>.<ext>.
#include <algorithm>
#include <filesystem>

#include "data.hpp"
#include "detectors/rule_fixtures.hpp"
#include "tests/source_tree.hpp"

namespace {

namespace fs = std::filesystem;
std::vector<fs::path> fixture_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source_tree("/tests/detectors/fixtures")))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every fixture has exactly the findings that it states") {
  for (const auto& path : fixture_files()) {
    const auto class_id = path.parent_path().filename().string();
    const detectors::source::SourceFile file(class_id + "/" + path.filename().string(),
                                             read_file(path.string()));
    for (const auto& fault : detectors::check_fixture(file, real_catalog()))
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

TEST_CASE("every fixture is broad enough: six bad lines and ten tempting ones") {
  const auto files = fixture_files();
  REQUIRE(files.size() >= 16);
  for (const auto& path : files) {
    const auto marks = detectors::marks_of({path.string(), read_file(path.string())});
    CAPTURE(path.string());
    CHECK(marks.ruleid.size() >= 6);
    CHECK(marks.ok.size() >= 10);
  }
}
