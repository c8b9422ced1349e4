#include "runner/web/diff_rows.hpp"

#include "detectors/source/file.hpp"

namespace runner::web {
namespace {

using detectors::source::Line;
using detectors::source::SourceFile;
using git::DiffLine;
using git::DiffLineKind;

class Rows {
 public:
  Rows(const SourceFile& file, const std::set<int>& opened, Layout layout)
      : file_(file), opened_(opened), layout_(layout) {}

  void hunk(const git::DiffHunk& hunk) {
    for (const auto& line : hunk.lines)
      if (line.after.number > 0 || line.before.number > 0) {
        gap_before(line);
        break;
      }
    for (const auto& line : hunk.lines) add(line);
  }

  std::vector<DiffRow> finish() {
    run_ = 0;
    if (file_.line_count() > after_) gap(after_ + 1, file_.line_count());
    return std::move(rows_);
  }

 private:
  void gap_before(const DiffLine& line) {
    run_ = 0;
    // The first line that both sides have: both counts grow alike in what lies between.
    const int first =
        line.kind == DiffLineKind::removed ? after_ + (line.before.number - before_) : line.after.number;
    if (first > after_ + 1) gap(after_ + 1, first - 1);
  }

  void gap(int first, int last) {
    const int number = gaps_++;
    const int shift = before_ - after_;
    if (!opened_.contains(number)) {
      rows_.push_back({.kind = RowKind::gap, .gap = number, .lines = last - first + 1});
    } else {
      for (int line = first; line <= last; ++line) {
        const std::string text(file_.line(Line{line}));
        rows_.push_back({.kind = RowKind::context,
                         .before = line + shift,
                         .after = line,
                         .before_text = text,
                         .after_text = text});
      }
    }
    before_ = last + shift, after_ = last;
  }

  void add(const DiffLine& line) {
    switch (line.kind) {
      case DiffLineKind::context:
        run_ = 0;
        rows_.push_back({.kind = RowKind::context,
                         .before = line.before.number,
                         .after = line.after.number,
                         .before_text = line.text,
                         .after_text = line.text});
        break;
      case DiffLineKind::removed:
        rows_.push_back({.kind = RowKind::removed, .before = line.before.number, .before_text = line.text});
        ++run_;
        break;
      case DiffLineKind::added:
        added(line);
        break;
    }
    if (line.before.number > 0) before_ = line.before.number;
    if (line.after.number > 0) after_ = line.after.number;
  }

  // Beside each other a removed line stands with the line that took its place.
  void added(const DiffLine& line) {
    if (layout_ == Layout::split && run_ > 0) {
      auto& row = rows_[rows_.size() - run_];
      row.kind = RowKind::changed, row.after = line.after.number, row.after_text = line.text;
      --run_;
      return;
    }
    run_ = 0;
    rows_.push_back({.kind = RowKind::added, .after = line.after.number, .after_text = line.text});
  }

  const SourceFile& file_;
  const std::set<int>& opened_;
  Layout layout_;
  std::vector<DiffRow> rows_;
  std::size_t run_ = 0;  // removed rows at the end that still have no partner
  int before_ = 0;       // the last line of each side so far
  int after_ = 0;
  int gaps_ = 0;
};

}  // namespace

std::vector<DiffRow> diff_rows(const git::FileDiff& diff, std::string_view after, const std::set<int>& opened,
                               Layout layout) {
  const SourceFile file(diff.path, std::string(after));
  Rows rows(file, opened, layout);
  for (const auto& hunk : diff.hunks) rows.hunk(hunk);
  return rows.finish();
}

}  // namespace runner::web
