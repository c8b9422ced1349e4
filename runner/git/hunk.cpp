#include "runner/git/hunk.hpp"

#include <fmt/format.h>

#include <optional>

namespace runner::git {
namespace {

using detectors::source::Line;
using detectors::source::SourceFile;
using detectors::source::TextEdit;

// A line as a message shows it: short, its unusual ending made visible.
std::string shown(std::string_view line) {
  std::string_view ending = " without a newline";
  if (line.ends_with('\n')) {
    line.remove_suffix(1);
    ending = "";
  }
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
    ending = "\\r";
  }
  if (line.size() <= 100) return fmt::format("\"{}\"{}", line, ending);
  std::size_t end = 100;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;  // between characters
  return fmt::format("\"{}…\"{}", line.substr(0, end), ending);
}

struct Walk {
  const SourceFile& old;
  int next = 1;  // the old line that the next context or removed line must be
  std::optional<TextEdit> run;
  std::vector<TextEdit> edits;

  [[nodiscard]] std::size_t offset() const {
    return old.has(Line{next}) ? old.bytes({Line{next}, Line{next}}).begin : old.text().size();
  }

  void close_run() {
    if (run) {
      auto edit = detectors::source::trimmed(*run, old.text());
      if (!edit.bytes.empty() || !edit.replacement.empty()) edits.push_back(std::move(edit));
    }
    run.reset();
  }

  void open_run() {
    if (!run) run = TextEdit{{offset(), offset()}, ""};
  }

  std::optional<Misfit> take(const HunkLine& line) {
    if (line.kind == HunkLineKind::added) {
      open_run();
      const bool unfinished = offset() == old.text().size() && run->bytes.empty() && !old.text().empty() &&
                              !old.text().ends_with('\n');
      if (unfinished) return Misfit{next - 1, "a newline at the end of the file", "none"};
      run->replacement += line.text;
      return std::nullopt;
    }
    if (!old.has(Line{next})) return Misfit{next, shown(line.text), "the end of the file"};
    const auto bytes = old.bytes({Line{next}, Line{next}});
    if (old.slice(bytes) != line.text) return Misfit{next, shown(line.text), shown(old.slice(bytes))};
    if (line.kind == HunkLineKind::context) {
      close_run();
    } else {
      open_run();
      run->bytes.end = bytes.end;
    }
    ++next;
    return std::nullopt;
  }
};

}  // namespace

tl::expected<std::vector<TextEdit>, Misfit> edits_of(const Hunk& hunk, const SourceFile& old) {
  Walk walk{.old = old, .next = hunk.old_lines > 0 ? hunk.first : hunk.first + 1, .run = {}, .edits = {}};
  if (walk.next < 1 || walk.next > old.line_count() + 1)
    return tl::make_unexpected(Misfit{hunk.first, fmt::format("line {}", hunk.first),
                                      fmt::format("a file of {} lines", old.line_count())});
  for (const auto& line : hunk.lines)
    if (auto misfit = walk.take(line)) return tl::make_unexpected(*std::move(misfit));
  walk.close_run();
  return std::move(walk.edits);
}

}  // namespace runner::git
