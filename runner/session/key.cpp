// Stage -> Key: the author's data and the planted tree become what the judge works on.
#include <algorithm>

#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::SourceFile;

std::vector<LineSpan> changed_lines(const git::FileDiff& diff) {
  std::vector<LineSpan> spans;
  for (const auto& hunk : diff.hunks)
    for (const auto& line : hunk.lines) {
      if (line.kind != git::DiffLineKind::added) continue;
      if (!spans.empty() && spans.back().last.number + 1 == line.after.number)
        spans.back().last = line.after;
      else
        spans.push_back({line.after, line.after});
    }
  return spans;
}

// Of a planted file; a tree is parsed once.
detectors::source::Outline outline_of(const Stage& stage, const SourceFile& file) {
  const auto known = stage.outlines.find(file.path());
  return known == stage.outlines.end() ? detectors::outline(file) : known->second;
}

std::vector<review::CodeFile> code_of(const Stage& stage) {
  std::vector<review::CodeFile> code;
  const auto changes = change_of(stage);
  const auto change_to = [&](const std::string& path) {
    return std::find_if(changes.begin(), changes.end(), [&](const auto& diff) { return diff.path == path; });
  };
  const auto add = [&](const std::string& path) {
    const auto* before = exercise::text_of(stage.before, path);
    const auto* after = exercise::text_of(stage.planted.tree, path);
    review::CodeFile file{.after = SourceFile(path, after ? *after : ""),
                          .before = SourceFile(path, before ? *before : ""),
                          .outline = {},
                          .changed = {},
                          .in_change = false};
    file.outline = outline_of(stage, file.after);
    if (const auto change = change_to(path); change != changes.end()) {
      file.changed = changed_lines(*change);
      file.in_change = true;
    }
    code.push_back(std::move(file));
  };
  for (const auto& file : stage.planted.tree) add(file.path);
  for (const auto& file : stage.before)
    if (!exercise::text_of(stage.planted.tree, file.path)) add(file.path);
  return code;
}

review::Defect defect_of(const exercise::PlantedDefect& planted, const detectors::DefectClass& its_class) {
  return {.id = planted.id,
          .class_id = planted.class_id,
          .class_title = its_class.title,
          .pattern = its_class.pattern,
          .skill = its_class.skill,
          .instinct = its_class.instinct,
          .severity = planted.severity,
          .weight = planted.weight,
          .title = planted.title,
          .why = planted.why,
          .fix = planted.fix,
          .places = {},
          .absence = planted.absence,
          .class_words = its_class.words,
          .words = planted.words,
          .near_misses = planted.near_misses,
          .follow_ups = planted.follow_ups};
}

Checked<std::vector<review::Defect>> defects_of(const Stage& stage, const detectors::Catalog& catalog) {
  std::vector<review::Defect> defects;
  Faults faults;
  for (const auto& stand : stage.planted.stands) {
    const auto& all = stage.exercise.defects;
    const auto planted =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == stand.defect; });
    const auto* its_class = detectors::find_class(catalog, planted->class_id);
    if (!its_class) {
      faults.push_back({"exercises/" + stage.exercise.id + "/defects/" + planted->id + "/defect.toml",
                        {},
                        "class '" + planted->class_id + "' does not exist",
                        "use one of detectors/classes/, or add it there"});
      continue;
    }
    defects.push_back(defect_of(*planted, *its_class));
    defects.back().places = stand.places;
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return defects;
}

// A decoy whose code a planted defect has changed is no decoy in this variant: it is left out.
std::vector<review::Decoy> decoys_of(const Stage& stage) {
  std::vector<review::Decoy> decoys;
  for (const auto& decoy : stage.exercise.decoys) {
    auto places = exercise::locate(stage.planted.tree, decoy.places, decoy.id,
                                   [&](const SourceFile& file) { return outline_of(stage, file); });
    if (!places) continue;
    decoys.push_back({.id = decoy.id,
                      .title = decoy.title,
                      .places = *std::move(places),
                      .reason = decoy.reason,
                      .false_alarm = decoy.false_alarm,
                      .class_id = decoy.class_id});
  }
  return decoys;
}

}  // namespace

Checked<review::Key> key_of(const Stage& stage, const detectors::Catalog& catalog) {
  auto defects = defects_of(stage, catalog);
  if (!defects) return tl::make_unexpected(defects.error());
  review::Key key{
      .defects = *std::move(defects),
      .decoys = decoys_of(stage),
      .sightings = {},
      .code = code_of(stage),
      .classes = {},
      .given = {stage.exercise.brief, stage.exercise.pull_request.title, stage.exercise.pull_request.body}};
  for (const auto& file : key.code)
    for (const auto& finding : detectors::scan(file.after, catalog).findings)
      key.sightings.push_back({.class_id = finding.class_id,
                               .path = finding.path,
                               .lines = finding.lines,
                               .message = finding.message});
  for (const auto& each : catalog.classes) key.classes.push_back({.class_id = each.id, .words = each.words});
  return key;
}

}  // namespace runner::session
