#include "detectors/ignore.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace detectors {
namespace {

constexpr std::string_view mark = "seedfault: ignore[";

struct Mark {
  std::set<std::string, std::less<>> rules;
  bool reason = false;
};

Mark mark_in(std::string_view line) {
  Mark found;
  const auto at = line.find(mark);
  const auto end = at == std::string_view::npos ? at : line.find(']', at);
  if (end == std::string_view::npos) return found;
  auto names = line.substr(at + mark.size(), end - at - mark.size());
  while (!names.empty()) {
    const auto comma = std::min(names.find(','), names.size());
    auto name = names.substr(0, comma);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    found.rules.emplace(name);
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  found.reason = line.find_first_not_of(" \t\r*/-", end + 1) != std::string_view::npos;
  return found;
}

}  // namespace

Listened without_ignored(const source::SourceFile& file, std::vector<Finding> findings) {
  Listened result;
  if (file.text().find(mark) == std::string::npos) {
    result.findings = std::move(findings);
    return result;
  }
  for (auto& finding : findings) {
    bool ignored = false;
    for (const int above : {0, 1}) {
      const source::Line line{finding.begin.line.number - above};
      if (line.number < 1) continue;
      const auto found = mark_in(file.line(line));
      if (!found.rules.contains(finding.rule) && !found.rules.contains(finding.class_id)) continue;
      ignored |= found.reason;
      if (!found.reason)
        result.notes.push_back(
            fmt::format("line {}: the mark gives no reason and ignores nothing", line.number));
    }
    if (ignored)
      ++result.ignored;
    else
      result.findings.push_back(std::move(finding));
  }
  return result;
}

}  // namespace detectors
