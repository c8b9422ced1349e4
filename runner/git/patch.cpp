#include "runner/git/patch.hpp"

#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <set>

#include "runner/git/handle.hpp"
#include "runner/git/hunk.hpp"
#include "runner/git/library.hpp"

namespace runner::git {
namespace {

using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::Faults;
using detectors::source::Line;
using detectors::source::SourceFile;
using detectors::source::TextEdit;

constexpr std::string_view make_again = "make the patch again with `git diff`";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// libgit2 says "… at line 7" at best; 0 when it does not say.
Line complaint_line(const std::string& complaint) {
  const auto at = complaint.rfind("line ");
  if (at == std::string::npos) return {};
  int number = 0;
  for (auto i = at + 5;
       i < complaint.size() && complaint[i] >= '0' && complaint[i] <= '9' && number < 10'000'000; ++i)
    number = number * 10 + (complaint[i] - '0');
  return Line{number};
}

Hunk hunk_at(git_patch* patch, std::size_t index, std::size_t& patch_lines) {
  const git_diff_hunk* header = nullptr;
  if (git_patch_get_hunk(&header, &patch_lines, patch, index) != 0) return {};
  Hunk hunk{.first = header->old_start, .old_lines = header->old_lines, .lines = {}};
  for (std::size_t i = 0; i < patch_lines; ++i) {
    const git_diff_line* line = nullptr;
    if (git_patch_get_line_in_hunk(&line, patch, index, i) != 0) continue;
    const std::string text(line->content, line->content_len);
    switch (line->origin) {
      case GIT_DIFF_LINE_CONTEXT:
        hunk.lines.push_back({HunkLineKind::context, text});
        break;
      case GIT_DIFF_LINE_ADDITION:
        hunk.lines.push_back({HunkLineKind::added, text});
        break;
      case GIT_DIFF_LINE_DELETION:
        hunk.lines.push_back({HunkLineKind::removed, text});
        break;
      default:  // "\ No newline at end of file" speaks of the line before it
        if (!hunk.lines.empty() && hunk.lines.back().text.ends_with('\n')) hunk.lines.back().text.pop_back();
    }
  }
  return hunk;
}

struct Reader {
  const std::string& name;
  OldText old_text;
  const void* context;
  std::vector<std::string_view> lines;  // of the patch
  std::size_t at = 0;                   // the patch line from which the next hunk's header is looked for
  Faults faults;
  std::vector<PatchedFile> files;
  std::set<std::string> seen;

  void fault(Line line, std::string problem, std::string remedy) {
    faults.push_back({name, line, std::move(problem), std::move(remedy)});
  }

  // The line of the next hunk's header. Hunks follow each other in the patch as libgit2 hands them out.
  Line next_header() {
    while (at < lines.size() && !lines[at].starts_with("@@ -")) ++at;
    return Line{static_cast<int>(at) + 1};
  }

  // libgit2 stops at the count of the hunk's header; what stands behind it must not be lost in silence. And
  // the signature that was added below must not be taken for a line of the hunk.
  void check_end(std::size_t patch_lines) {
    at += patch_lines + 1;
    if (at > lines.size())
      fault(Line{static_cast<int>(lines.size())}, "the hunk has fewer lines than its header says",
            std::string(make_again));
    if (at >= lines.size() || lines[at].empty() || lines[at] == "-- ") return;
    const char mark = lines[at].front();
    if (mark == '+' || mark == '-' || mark == ' ')
      fault(Line{static_cast<int>(at) + 1}, "the hunk has more lines than its header says",
            std::string(make_again));
  }

  void read_hunk(git_patch* patch, std::size_t index, const SourceFile& old, PatchedFile& file) {
    const auto header = next_header();
    std::size_t patch_lines = 0;
    const auto hunk = hunk_at(patch, index, patch_lines);
    check_end(patch_lines);
    auto edits = edits_of(hunk, old);
    if (!edits) {
      const auto& misfit = edits.error();
      return fault(header,
                   fmt::format("the hunk does not fit {}:{}: expected {}, found {}", file.path, misfit.line,
                               misfit.expected, misfit.found),
                   "make the patch again from the tree as it is now");
    }
    for (auto& edit : *edits) {
      if (!file.edits.empty() && edit.bytes.begin < file.edits.back().bytes.end)
        return fault(header, fmt::format("the hunk overlaps the one before it in {}", file.path),
                     std::string(make_again));
      file.edits.push_back(std::move(edit));
    }
  }

  // A mode of 0 is one that the patch does not name.
  static bool plain(std::uint16_t mode) {
    return mode == 0 || mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  }

  // What no patch may do to a file; "" when the kind of change is one that can be read.
  std::string refusal(const git_diff_delta& delta, const std::string* old) const {
    const auto& path = delta.new_file.path;
    if (!plain(delta.old_file.mode) || !plain(delta.new_file.mode))
      return fmt::format("has {} as a link or a submodule", path);
    if (delta.flags & GIT_DIFF_FLAG_BINARY) return fmt::format("changes {} as a binary file", path);
    if (delta.status == GIT_DELTA_ADDED)
      return old ? fmt::format("creates {}, which is there already", path) : "";
    if (delta.status == GIT_DELTA_DELETED)
      return old ? "" : fmt::format("deletes {}, which is not there", delta.old_file.path);
    if (delta.status != GIT_DELTA_MODIFIED) return fmt::format("renames or copies {}", delta.old_file.path);
    if (!old) return fmt::format("changes {}, which is not there", path);
    if (delta.old_file.mode != delta.new_file.mode && delta.old_file.mode != 0 && delta.new_file.mode != 0)
      return fmt::format("changes the mode of {}", path);
    return "";
  }

  void skip_hunks(git_patch* patch) {
    for (std::size_t i = 0; i < git_patch_num_hunks(patch); ++i) {
      (void)next_header();
      std::size_t patch_lines = 0;
      (void)hunk_at(patch, i, patch_lines);
      at += patch_lines + 1;
    }
  }

  void read_file(git_patch* patch) {
    const auto* delta = git_patch_get_delta(patch);
    const bool created = delta->status == GIT_DELTA_ADDED;
    const bool deleted = delta->status == GIT_DELTA_DELETED;
    PatchedFile file{.path = deleted ? delta->old_file.path : delta->new_file.path,
                     .created = created,
                     .deleted = deleted,
                     .edits = {}};
    const auto* old = old_text(context, file.path);
    const auto here = git_patch_num_hunks(patch) > 0 ? next_header() : Line{};
    auto problem = refusal(*delta, old);
    if (problem.empty() && !seen.insert(file.path).second)
      problem = fmt::format("changes {} in two sections", file.path);
    if (!problem.empty()) {
      fault(here, std::move(problem),
            "a patch may change, create or delete text files, by their paths from the top of the repository "
            "(a/app/x.py b/app/x.py)");
      return skip_hunks(patch);
    }
    const SourceFile before(file.path, old ? *old : "");
    for (std::size_t i = 0; i < git_patch_num_hunks(patch); ++i) read_hunk(patch, i, before, file);
    finish(std::move(file), before, here);
  }

  void finish(PatchedFile file, const SourceFile& before, Line here) {
    if (file.created && file.edits.empty()) file.edits.push_back({{0, 0}, ""});
    if (!file.created && !file.deleted && file.edits.empty() && faults.empty())
      fault(here, fmt::format("changes nothing in {}", file.path), std::string(make_again));
    if (file.deleted) {
      if (faults.empty() && !detectors::source::apply(before.text(), file.edits).text.empty())
        fault(here, fmt::format("deletes {} but not all of its lines", file.path), std::string(make_again));
      file.edits.clear();
    }
    files.push_back(std::move(file));
  }

  void read(git_diff* diff) {
    while (at < lines.size() && !lines[at].starts_with("diff --git ")) ++at;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
      Handle<git_patch, git_patch_free> patch;
      if (git_patch_from_diff(out(patch), diff, i) != 0 || !patch)
        fault({}, fmt::format("cannot be read: {}", last_complaint()), std::string(make_again));
      else
        read_file(patch.get());
    }
  }
};

// libgit2 1.5 ends its copy of a line at a NUL and still tells the whole length.
Checked<void> without_nul(const std::string& name, std::string_view patch) {
  const auto nul = patch.find('\0');
  if (nul == std::string_view::npos) return {};
  const auto line = std::count(patch.begin(), patch.begin() + static_cast<std::ptrdiff_t>(nul), '\n') + 1;
  return detectors::source::faulty(Fault{name, Line{static_cast<int>(line)},
                                         "has a NUL byte, which no line of text has",
                                         "leave binary files out of the patch"});
}

Fault not_a_patch(const std::string& name, std::string_view patch) {
  if (patch.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return {name, {}, "is empty", std::string(make_again)};
  if (patch.find("diff --git ") == std::string_view::npos)
    return {name, Line{1}, "has no `diff --git` header",
            "make the patch with `git diff`, or `git diff --no-index` outside a repository"};
  const auto complaint = last_complaint();
  return {name, complaint_line(complaint), fmt::format("is not a patch that git reads: {}", complaint),
          std::string(make_again)};
}

}  // namespace

Checked<std::vector<PatchedFile>> read_patch(std::string_view patch, const std::string& patch_name,
                                             OldText old_text, const void* context) {
  if (auto text = without_nul(patch_name, patch); !text) return tl::make_unexpected(std::move(text.error()));
  start_library();
  // libgit2 wants more to come after the header of an empty new file: the signature of a mailed patch will
  // do.
  const auto text = std::string(patch) + (patch.ends_with('\n') ? "-- \n" : "\n-- \n");
  Handle<git_diff, git_diff_free> diff;
  const int result = git_diff_from_buffer(out(diff), text.data(), text.size());
  if (result != 0 || !diff || git_diff_num_deltas(diff.get()) == 0)
    return detectors::source::faulty(not_a_patch(patch_name, patch));
  Reader reader{.name = patch_name,
                .old_text = old_text,
                .context = context,
                .lines = lines_of(patch),
                .at = 0,
                .faults = {},
                .files = {},
                .seen = {}};
  reader.read(diff.get());
  if (!reader.faults.empty()) return tl::make_unexpected(std::move(reader.faults));
  return std::move(reader.files);
}

}  // namespace runner::git
