#include "runner/exercise/stand.hpp"

#include <algorithm>

namespace runner::exercise {
namespace {

// Go lists what it imports in a block: a path in quotes, perhaps with a name before it.
bool quoted_path(std::string_view line) {
  const auto quote = line.find('"');
  if (quote == std::string_view::npos || line.size() < quote + 3 || line.back() != '"') return false;
  const auto path = line.substr(quote + 1, line.size() - quote - 2);
  const auto name = line.substr(0, quote);
  return path.find_first_of("\" ") == std::string_view::npos &&
         name.find_first_of("(=:,+") == std::string_view::npos;
}

bool imports(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return true;  // a blank line brings nothing else
  line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
  const auto begins = [&](std::string_view word) { return line.starts_with(word); };
  if (begins("import ") || begins("#include") || begins("using ")) return true;
  if (begins("from ") && line.find(" import ") != std::string_view::npos) return true;
  const bool bound = begins("const ") || begins("let ") || begins("var ");
  return (bound && line.find("= require(") != std::string_view::npos) || quoted_path(line);
}

}  // namespace

using detectors::source::ByteSpan;
using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::SourceFile;

LineSpan visible_lines(const SourceFile& file, ByteSpan bytes) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto text = file.slice(bytes);
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return file.lines(bytes);
  return file.lines({bytes.begin + first, bytes.begin + text.find_last_not_of(blanks) + 1});
}

LineSpan stand_of(const SourceFile& file, ByteSpan placed, std::string_view removed) {
  if (file.line_count() == 0) return {};
  if (!placed.empty()) return visible_lines(file, placed);
  const auto here = file.position(placed.begin).line;
  const auto last = Line{file.line_count()};
  const bool at_start = placed.begin == 0 || file.text()[placed.begin - 1] == '\n';
  const bool at_end = placed.begin == file.text().size();
  const bool whole_lines = removed.ends_with('\n') ? at_start : at_end && removed.starts_with('\n');
  if (!whole_lines && !(at_start && at_end)) return {here, here};
  if (at_end) return {last, last};  // what followed is gone: only the line before is left
  return {Line{std::max(1, here.number - 1)}, here};
}

bool only_imports(const SourceFile& file, LineSpan lines) {
  if (lines.none()) return false;
  for (auto at = lines.first; at <= lines.last; ++at.number)
    if (!imports(file.line(at))) return false;
  return true;
}

std::vector<LineSpan> joined(std::vector<LineSpan> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<LineSpan> result;
  for (const auto& span : spans) {
    if (!result.empty() && distance(result.back(), span) <= 1)
      result.back() = hull(result.back(), span);
    else
      result.push_back(span);
  }
  return result;
}

const std::string* text_of(const Tree& tree, std::string_view path) {
  const auto found =
      std::lower_bound(tree.begin(), tree.end(), path,
                       [](const TextFile& file, std::string_view wanted) { return file.path < wanted; });
  return found != tree.end() && found->path == path ? &found->text : nullptr;
}

}  // namespace runner::exercise
