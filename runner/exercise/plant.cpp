#include "runner/exercise/plant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "runner/exercise/stand.hpp"

namespace runner::exercise {
namespace {

using detectors::source::Fault;
using detectors::source::SourceFile;
using detectors::source::TextEdit;

// One defect's change of one file, on the way into the tree. `owner` is an index into the chosen defects.
struct Change {
  std::size_t owner = 0;
  const FileEdits* edits = nullptr;
};
using Changes = std::map<std::string, std::vector<Change>>;  // by path

std::string patch_of(const Exercise& exercise, const std::string& defect) {
  return fmt::format("exercises/{}/defects/{}/plant.patch", exercise.id, defect);
}

// What is wrong with one file's edits against the tree they are meant for; "" when nothing is.
std::string misfit(const Tree& tree, const FileEdits& file) {
  const auto* old = text_of(tree, file.path);
  if (const auto unsafe = unsafe_path(file.path)) return fmt::format("the path '{}' {}", file.path, *unsafe);
  if (file.created && old) return fmt::format("creates {}, which is there already", file.path);
  if (file.created) return "";
  if (!old) return fmt::format("changes {}, which is not in the tree", file.path);
  for (const auto& edit : file.edits)
    if (edit.bytes.begin > edit.bytes.end || edit.bytes.end > old->size())
      return fmt::format("changes bytes that {} does not have", file.path);
  for (std::size_t i = 1; i < file.edits.size(); ++i)
    if (conflict(file.edits[i - 1], file.edits[i]))
      return fmt::format("changes one place of {} twice", file.path);
  return "";
}

Faults misfits(const Tree& tree, const TreeEdits& edits, const std::string& described_in) {
  Faults faults;
  for (const auto& file : edits)
    if (auto problem = misfit(tree, file); !problem.empty())
      faults.push_back({described_in, {}, std::move(problem), "make the patch again from tree/"});
  for (std::size_t i = 1; i < edits.size(); ++i)
    if (edits[i - 1].path == edits[i].path)
      faults.push_back({described_in,
                        {},
                        fmt::format("changes {} in two sections", edits[i].path),
                        "make the patch again from tree/"});
  return faults;
}

std::string created_text(const FileEdits& file) { return detectors::source::apply("", file.edits).text; }

void add_to(Tree& tree, TextFile file) {
  const auto at = std::lower_bound(tree.begin(), tree.end(), file,
                                   [](const auto& a, const auto& b) { return a.path < b.path; });
  tree.insert(at, std::move(file));
}

// The place where two defects' changes of one file cannot both be made; line 0 when it is the file as a
// whole.
struct Clash {
  bool any = false;
  detectors::source::Line line;
};
Clash clash(const FileEdits& a, const FileEdits& b, const Tree& tree) {
  if (a.created || b.created || a.deleted || b.deleted) return {true, {}};
  for (const auto& one : a.edits)
    for (const auto& other : b.edits)
      if (conflict(one, other))
        return {true, SourceFile(a.path, *text_of(tree, a.path))
                          .position(std::max(one.bytes.begin, other.bytes.begin))
                          .line};
  return {};
}

Faults clashes(const Exercise& exercise, const std::vector<std::string>& chosen, const Changes& changes) {
  Faults faults;
  for (const auto& [path, list] : changes)
    for (std::size_t i = 0; i < list.size(); ++i)
      for (auto j = i + 1; j < list.size(); ++j) {
        const auto found = clash(*list[i].edits, *list[j].edits, exercise.tree);
        if (!found.any) continue;
        const auto& a = chosen[list[i].owner];
        const auto& b = chosen[list[j].owner];
        const auto line = found.line.number > 0 ? fmt::format(", line {} of tree/", found.line.number) : "";
        faults.push_back(
            {patch_of(exercise, a),
             {},
             fmt::format("'{}' and '{}' both change {}{}", a, b, path, line),
             fmt::format("write excludes = [\"{}\"] in {}'s defect.toml, or move one of them", b, a)});
      }
  return faults;
}

using Spans = std::map<std::string, std::vector<detectors::source::LineSpan>>;  // by path

// Makes every change of one file, in one pass, and notes for each owner where its edits stand.
void change_file(Tree& tree, const std::string& path, const std::vector<Change>& list,
                 std::vector<Spans>& stands) {
  const auto at = std::find_if(tree.begin(), tree.end(), [&](const auto& file) { return file.path == path; });
  if (list[0].edits->deleted) {
    tree.erase(at);
    return;
  }
  if (list[0].edits->created) {
    const SourceFile file(path, created_text(*list[0].edits));
    if (file.line_count() > 0) stands[list[0].owner][path] = {visible_lines(file, {0, file.text().size()})};
    add_to(tree, {path, file.text()});
    return;
  }
  std::vector<TextEdit> edits;
  std::vector<std::size_t> owners;
  for (const auto& change : list)
    for (const auto& edit : change.edits->edits) {
      edits.push_back(edit);
      owners.push_back(change.owner);
    }
  auto edited = detectors::source::apply(at->text, edits);
  const SourceFile file(path, std::move(edited.text));
  const SourceFile before(path, at->text);
  for (std::size_t i = 0; i < edits.size(); ++i)
    if (const auto lines = stand_of(file, edited.placed[i], before.slice(edits[i].bytes)); !lines.none())
      stands[owners[i]][path].push_back(lines);
  at->text = file.text();
}

// Lines that only import stand for the defect when it has no others; beside others they are a place that is
// forgiven.
std::vector<review::Place> planted_places(const Spans& spans, const Tree& tree) {
  std::vector<review::Place> places;
  bool other = false;
  for (const auto& [path, lines] : spans) {
    const auto* text = text_of(tree, path);
    const SourceFile file(path, text ? *text : "");
    for (const auto& span : joined(lines)) {
      const auto role = only_imports(file, span) ? review::PlaceRole::neutral : review::PlaceRole::primary;
      other = other || role == review::PlaceRole::primary;
      places.push_back({.path = path, .lines = span, .role = role, .side = review::Side::after});
    }
  }
  if (!other)
    for (auto& place : places) place.role = review::PlaceRole::primary;
  return places;
}

// The chosen ids must be known before anything is made of them.
Faults unknown(const Exercise& exercise, const std::vector<DefectEdits>& edits,
               const std::vector<std::string>& chosen) {
  Faults faults;
  for (const auto& id : chosen) {
    const auto has_id = [&](const auto& defect) { return defect.id == id; };
    const bool known = std::any_of(exercise.defects.begin(), exercise.defects.end(), has_id);
    const bool read =
        std::any_of(edits.begin(), edits.end(), [&](const auto& each) { return each.defect == id; });
    if (!known || !read)
      faults.push_back({"exercises/" + exercise.id,
                        {},
                        fmt::format("has no defect '{}' to plant", id),
                        "choose from the folders of defects/"});
  }
  return faults;
}

const DefectEdits& edits_for(const std::vector<DefectEdits>& edits, const std::string& id) {
  return *std::find_if(edits.begin(), edits.end(), [&](const auto& each) { return each.defect == id; });
}

void add(Faults& all, const Faults& more) { all.insert(all.end(), more.begin(), more.end()); }

// The author's places follow the planted ones.
Faults add_named_places(Planted& planted, const Exercise& exercise, const Outliner& outliner) {
  Faults faults;
  for (auto& stand : planted.stands) {
    const auto defect = std::find_if(exercise.defects.begin(), exercise.defects.end(),
                                     [&](const auto& each) { return each.id == stand.defect; });
    const auto described_in = fmt::format("exercises/{}/defects/{}/defect.toml", exercise.id, stand.defect);
    if (auto named = locate(planted.tree, defect->places, described_in, outliner))
      stand.places.insert(stand.places.end(), named->begin(), named->end());
    else
      add(faults, named.error());
    if (stand.places.empty() && defect->places.empty() && !defect->absence)
      faults.push_back({described_in,
                        {},
                        "the defect has no place: its patch leaves no line behind",
                        "add [[places]] with a path and code, or absence = true"});
  }
  return faults;
}

}  // namespace

Checked<Tree> apply(const Tree& tree, const TreeEdits& edits) {
  if (auto faults = misfits(tree, edits, "patch"); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  auto result = tree;
  std::vector<Spans> ignored(1);
  for (const auto& file : edits) change_file(result, file.path, {{0, &file}}, ignored);
  return result;
}

Checked<Planted> plant(const Exercise& exercise, const std::vector<DefectEdits>& edits,
                       const std::vector<std::string>& chosen, const Outliner& outliner) {
  if (auto faults = unknown(exercise, edits, chosen); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  Changes changes;
  Faults faults;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto& own = edits_for(edits, chosen[i]).edits;
    add(faults, misfits(exercise.tree, own, patch_of(exercise, chosen[i])));
    for (const auto& file : own) changes[file.path].push_back({i, &file});
  }
  if (faults.empty()) faults = clashes(exercise, chosen, changes);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  Planted planted{.tree = exercise.tree, .stands = {}};
  std::vector<Spans> stands(chosen.size());
  for (const auto& [path, list] : changes) change_file(planted.tree, path, list, stands);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    planted.stands.push_back({chosen[i], planted_places(stands[i], planted.tree)});
  faults = add_named_places(planted, exercise, outliner);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return planted;
}

}  // namespace runner::exercise
