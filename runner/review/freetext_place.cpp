#include "runner/review/freetext_place.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::review {
namespace {

using detectors::source::Outline;
using detectors::source::ScopeKind;

// A comment right there is 65 % likely to be about the defect, where one in six of all pairs is: a factor of
// nine.
constexpr double on_the_lines = 2.2;
constexpr double in_the_function = 1.4;
constexpr double in_the_file = 0.0;
constexpr double elsewhere_in_the_file = -0.4;
constexpr double in_another_file = -1.5;
constexpr int close_by = 3;  // lines

// "src/app.py" and "./src/app.py", or the last parts of it, are the same file.
bool same_file(std::string_view a, std::string_view b) {
  if (a.starts_with("./")) a.remove_prefix(2);
  if (b.starts_with("./")) b.remove_prefix(2);
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (a.ends_with(b) && a[a.size() - b.size() - 1] == '/');
}

const Outline* outline_of(std::string_view path, const std::vector<FreeFile>& code) {
  const auto found =
      std::ranges::find_if(code, [&](const FreeFile& file) { return same_file(file.path, path); });
  return found == code.end() ? nullptr : &found->outline;
}

// The function that both places are in, if any.
const detectors::source::Scope* common_function(const Outline& outline, LineSpan a, LineSpan b) {
  const auto function_of = [&](LineSpan lines) {
    return enclosing(outline, innermost(outline, lines), ScopeKind::function);
  };
  const auto of_a = function_of(a);
  return of_a && of_a == function_of(b) ? &outline[*of_a] : nullptr;
}

}  // namespace

PlaceEvidence compare_places(const FreePlace& comment, const FreePlace& defect,
                             const std::vector<FreeFile>& code) {
  if (comment.path.empty() || defect.path.empty()) return {};
  if (!same_file(comment.path, defect.path))
    return {in_another_file, fmt::format("in another file, {}", comment.path)};
  if (comment.lines.none() || defect.lines.none()) return {in_the_file, "in the same file"};
  const int apart = distance(comment.lines, defect.lines);
  if (apart <= close_by)
    return {on_the_lines,
            apart == 0 ? "on the defect's lines" : fmt::format("{} lines from the defect", apart)};
  if (const auto* outline = outline_of(defect.path, code))
    if (const auto* function = common_function(*outline, comment.lines, defect.lines))
      return {in_the_function,
              "inside the same function" + (function->name.empty() ? "" : ", " + function->name)};
  return {elsewhere_in_the_file, fmt::format("elsewhere in the same file, {} lines away", apart)};
}

}  // namespace runner::review
