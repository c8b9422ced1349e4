#include "runner/comments/quoted_diff.hpp"

#include "runner/comments/diff_hunk.hpp"
#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

// "a/app/x.py\t2026-…" -> "app/x.py"; "" for /dev/null.
std::string path_of(std::string_view text) {
  text = text.substr(0, text.find('\t'));
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text == "/dev/null") return "";
  if (text.starts_with("a/") || text.starts_with("b/")) text.remove_prefix(2);
  return unix_path(text);
}

bool is_file_header(std::string_view line) {
  for (const std::string_view start : {"index ", "new file mode", "deleted file mode", "old mode", "new mode",
                                       "similarity index", "rename from", "rename to", "Binary files"})
    if (line.starts_with(start)) return true;
  return false;
}

}  // namespace

void QuotedDiff::leave() {
  in_hunk_ = false;
  in_file_ = false;
  place_ = {};
}

bool QuotedDiff::take_header(std::string_view line) {
  constexpr std::string_view git = "diff --git ";
  if (line.starts_with(git)) {
    const auto names = line.substr(git.size());
    const auto middle = names.find(" b/");
    before_path_ = path_of(names.substr(0, middle));
    after_path_ = middle == std::string_view::npos ? before_path_ : path_of(names.substr(middle + 1));
    in_file_ = true;
  } else if (line.starts_with("--- a/") || line == "--- /dev/null") {
    before_path_ = path_of(line.substr(4));
    from_seen_ = true;
    in_file_ = true;
    in_hunk_ = false;
    return true;
  } else if (line.starts_with("+++ ") && (from_seen_ || line.starts_with("+++ b/"))) {
    after_path_ = path_of(line.substr(4));
    in_file_ = true;
  } else if (const auto hunk = read_hunk_header(line)) {
    before_ = hunk->before;
    after_ = hunk->after;
    in_hunk_ = in_file_ = true;
    from_seen_ = false;
    return true;
  } else if (!in_file_ || in_hunk_ || !is_file_header(line)) {
    return false;
  }
  from_seen_ = false;
  in_hunk_ = false;
  place_ = {.path = after_path_.empty() ? before_path_ : after_path_,
            .side = after_path_.empty() ? review::Side::before : review::Side::after,
            .line = 0,
            .code = {}};
  return true;
}

void QuotedDiff::take_code(std::string_view line) {
  const char mark = line.empty() ? ' ' : line[0];
  const auto code = line.empty() ? line : line.substr(1);
  const bool removed = mark == '-';
  const int number = removed ? before_ : after_;
  if (mark != '+' && before_ > 0) ++before_;
  if (mark != '-' && after_ > 0) ++after_;
  if (code.find_first_not_of(" \t") == std::string_view::npos) return;  // nobody comments on a blank line
  place_ = {.path = removed || after_path_.empty() ? before_path_ : after_path_,
            .side = removed ? review::Side::before : review::Side::after,
            .line = number,
            .code = std::string(code)};
}

bool QuotedDiff::take(std::string_view line) {
  if (take_header(line)) return true;
  if (!in_hunk_) {  // a reply may quote no more than the changed line itself
    const bool changed = line.size() > 1 && (line[0] == '+' || line[0] == '-');
    if (changed) before_ = after_ = 0;
    if (changed) take_code(line);
    return changed;
  }
  if (line.starts_with('\\')) return true;  // "\ No newline at end of file"
  if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '+' || line[0] == '-')
    return take_code(line), true;
  before_ = after_ = 0;  // "[...]": how much was cut away nobody knows
  return true;
}

}  // namespace runner::comments
