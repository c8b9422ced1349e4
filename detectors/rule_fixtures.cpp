#include "detectors/rule_fixtures.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "detectors/scan.hpp"

namespace detectors {
namespace {

using Marks = std::set<FixtureMarks::Mark>;

bool stands_alone(std::string_view before) {
  return before.find_first_not_of(" \t#/-*") == std::string_view::npos;
}

void add_marks(Marks& to, std::string_view line, std::string_view word, int number) {
  const auto at = line.find(word);
  if (at == std::string_view::npos || !stands_alone(line.substr(0, at))) return;
  auto rest = line.substr(at + word.size());
  while (true) {
    const auto begin = rest.find_first_not_of(" ,\t\r*/");
    if (begin == std::string_view::npos) return;
    const auto end = std::min(rest.find_first_of(" ,\t\r", begin), rest.size());
    to.insert({number + 1, std::string(rest.substr(begin, end - begin))});
    rest.remove_prefix(end);
  }
}

}  // namespace

FixtureMarks marks_of(const source::SourceFile& file) {
  FixtureMarks marks;
  for (int i = 1; i <= file.line_count(); ++i) {
    const auto line = file.line(source::Line{i});
    add_marks(marks.todoruleid, line, "todoruleid:", i);
    add_marks(marks.todook, line, "todook:", i);
    add_marks(marks.ruleid, line, "ruleid:", i);
    add_marks(marks.ok, line, "ok:", i);
    add_marks(marks.high, line, "high:", i);
    add_marks(marks.low, line, "low:", i);
  }
  for (const auto* sure : {&marks.high, &marks.low}) marks.ruleid.insert(sure->begin(), sure->end());
  return marks;
}

bool is_fixtures_before(const std::filesystem::path& path) { return path.stem().extension() == ".before"; }

std::filesystem::path fixtures_before(const std::filesystem::path& path) {
  return path.parent_path() / (path.stem().string() + ".before" + path.extension().string());
}

source::Faults check_fixture(const source::SourceFile& file, const Catalog& catalog,
                             const std::string* before) {
  source::Faults faults;
  const auto marks = marks_of(file);
  const auto class_id = std::filesystem::path(file.path()).parent_path().filename().string();
  const auto seen = before ? scan(file, *before, catalog) : scan(file, catalog);
  const bool all = find_class(catalog, class_id) == nullptr;
  const auto add = [&](int line, std::string problem, std::string remedy) {
    faults.push_back({file.path(), source::Line{line}, std::move(problem), std::move(remedy)});
  };
  for (const auto& note : seen.notes) add(1, note, "mend the fixture");
  Marks found;
  for (const auto& finding : seen.findings) {
    if (!all && finding.class_id != class_id) continue;
    const auto& mark = *found.insert({finding.begin.line.number, finding.rule}).first;
    const bool high = finding.confidence == Confidence::high;
    if ((high ? marks.low : marks.high).contains(mark))
      add(mark.first,
          fmt::format("'{}' finds this line with {} confidence", mark.second, high ? "high" : "low"),
          "mend [[high-confidence]], or the mark");
  }
  for (const auto& mark : marks.ruleid)
    if (!found.contains(mark))
      add(mark.first, fmt::format("'{}' does not find this line", mark.second),
          "mend the rule, or mark it todoruleid");
  for (const auto& mark : found)
    if (!marks.ruleid.contains(mark) && !marks.todook.contains(mark))
      add(mark.first, fmt::format("'{}' finds this line, which is not marked", mark.second),
          "mend the rule, or mark it ruleid");
  for (const auto& mark : marks.todoruleid)
    if (found.contains(mark))
      add(mark.first, fmt::format("'{}' finds this line by now", mark.second), "mark it ruleid");
  for (const auto& mark : marks.todook)
    if (!found.contains(mark))
      add(mark.first, fmt::format("'{}' leaves this line by now", mark.second), "mark it ok");
  return faults;
}

}  // namespace detectors
