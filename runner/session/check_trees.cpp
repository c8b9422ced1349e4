// Points 1, 3 and 4: what can be told from the trees without running anything.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "runner/session/check_points.hpp"

namespace runner::session {
namespace {

using detectors::source::SourceFile;

constexpr int most_changed_lines = 400;

// The grammar of SQL is no one dialect's: it may refuse what PostgreSQL runs. Where it refuses the sound file
// it says nothing about a planted one; that the statements run is shown by points 2 and 5.
bool grammar_knows(const exercise::Tree& sound, const std::string& path) {
  if (!path.ends_with(".sql")) return true;
  return std::none_of(sound.begin(), sound.end(), [&](const auto& file) {
    return file.path == path && detectors::syntax_error(SourceFile(file.path, file.text));
  });
}

Faults syntax_faults(const Checking& checking, const Variant& variant) {
  Faults faults;
  for (const auto& file : variant.tree)
    if (const auto where = detectors::syntax_error(SourceFile(file.path, file.text));
        where && grammar_knows(checking.exercise.tree, file.path))
      faults.push_back(
          {fmt::format("exercises/{}/tree/{} ({})", checking.exercise.id, file.path, variant.name),
           where->line, "does not parse", "mend the tree, or the plant.patch that breaks it"});
  return faults;
}

void check_pairs(const Checking& checking, CheckPoint& point) {
  const auto& defects = checking.exercise.defects;
  for (std::size_t i = 0; i < defects.size(); ++i)
    for (std::size_t j = i + 1; j < defects.size(); ++j) {
      if (exercise::excluded(defects[i], defects[j])) continue;
      auto stage = set_stage(checking.exercise, checking.patches, {defects[i].id, defects[j].id});
      if (!stage) {
        add_faults(point, stage.error());
        continue;
      }
      const Variant pair{.name = defects[i].id + " with " + defects[j].id,
                         .chosen = {},
                         .tree = std::move(stage->planted.tree)};
      const auto faults = syntax_faults(checking, pair);
      add_faults(point, faults);
      if (faults.empty()) ++point.proven;
    }
}

void check_size(const Checking& checking, const Stage& stage, CheckPoint& point) {
  int changed = 0;
  for (const auto& diff : change_of(stage)) changed += diff.added + diff.removed;
  if (changed > most_changed_lines || changed == 0)
    point.faults.push_back(
        {fmt::format("exercises/{}/before.patch", checking.exercise.id),
         {},
         fmt::format("the pull request changes {} lines ({} defects planted)", changed, stage.chosen.size()),
         fmt::format("keep it between 1 and {}", most_changed_lines)});
  else
    ++point.proven;
}

std::vector<detectors::Finding> scan_tree(const Checking& checking, const exercise::Tree& tree) {
  std::vector<detectors::Finding> all;
  for (const auto& file : tree) {
    auto found = detectors::scan(SourceFile(file.path, file.text), checking.bench.catalog).findings;
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return all;
}

bool seen_at(const std::vector<detectors::Finding>& findings, const std::string& class_id,
             const std::vector<review::Place>& places) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) {
    return finding.class_id == class_id && std::any_of(places.begin(), places.end(), [&](const auto& place) {
             return place.role == review::PlaceRole::primary && place.path == finding.path &&
                    overlap(place.lines, finding.lines);
           });
  });
}

std::string tree_file(const Checking& checking, const std::string& path) {
  return fmt::format("exercises/{}/tree/{}", checking.exercise.id, path);
}

}  // namespace

CheckPoint check_composition(const Checking& checking) {
  CheckPoint point;
  const auto all = all_defects(checking.exercise);
  for (const auto& chosen : {std::vector<std::string>{}, all}) {
    const auto stage = set_stage(checking.exercise, checking.patches, chosen);
    if (stage)
      check_size(checking, *stage, point);
    else
      add_faults(point, stage.error());
  }
  for (const auto& defect : checking.exercise.defects)
    if (const auto alone = set_stage(checking.exercise, checking.patches, {defect.id}); !alone)
      add_faults(point, alone.error());
  for (const auto& variant : variants(checking)) {
    const auto faults = syntax_faults(checking, variant);
    add_faults(point, faults);
    if (faults.empty()) ++point.proven;
  }
  check_pairs(checking, point);
  std::stable_sort(point.faults.begin(), point.faults.end(),
                   [](const auto& a, const auto& b) { return a.path < b.path; });
  point.faults.erase(std::unique(point.faults.begin(), point.faults.end()), point.faults.end());
  return point;
}

CheckPoint check_detection(const Checking& checking) {
  CheckPoint point;
  const auto sound = scan_tree(checking, checking.exercise.tree);
  for (const auto& defect : checking.exercise.defects) {
    const auto file = defect_file(checking.exercise, defect.id, "defect.toml");
    if (!detectors::find_class(checking.bench.catalog, defect.class_id))
      point.faults.push_back({file,
                              {},
                              fmt::format("class '{}' does not exist", defect.class_id),
                              "use one of detectors/classes/, or add it there"});
    if (defect.detectable == exercise::Detectable::no) continue;
    for (const auto& finding : sound)
      if (finding.class_id == defect.class_id)
        point.faults.push_back({tree_file(checking, finding.path), finding.lines.first,
                                fmt::format("the sound tree has a {} already ({}): {}", finding.class_id,
                                            finding.rule, finding.message),
                                "mend the sound tree, or the rule if it is wrong"});
    const auto stage = set_stage(checking.exercise, checking.patches, {defect.id});
    if (!stage) continue;  // point 1 says why
    if (seen_at(scan_tree(checking, stage->planted.tree), defect.class_id,
                stage->planted.stands.front().places))
      ++point.proven;
    else
      point.faults.push_back(
          {file,
           {},
           fmt::format("no detector reports {} where the defect is planted", defect.class_id),
           "write a rule that sees it, or state detector = \"none\" with a detector_reason"});
  }
  point.faults.erase(std::unique(point.faults.begin(), point.faults.end()), point.faults.end());
  return point;
}

CheckPoint check_decoys(const Checking& checking) {
  CheckPoint point;
  for (const auto& variant : variants(checking)) {
    const auto findings = scan_tree(checking, variant.tree);
    for (const auto& decoy : checking.exercise.decoys) {
      const auto file = fmt::format("exercises/{}/decoys/{}.toml", checking.exercise.id, decoy.id);
      const auto places = exercise::locate(variant.tree, decoy.places, file, detectors::outline);
      if (!places && variant.chosen.empty()) add_faults(point, places.error());
      if (!places) continue;
      const bool reported = !decoy.class_id.empty() && seen_at(findings, decoy.class_id, *places);
      if (reported)
        point.faults.push_back(
            {file,
             {},
             fmt::format("a detector reports {} at the decoy ({})", decoy.class_id, variant.name),
             "mend the rule: the code is right, and the decoy says why"});
      else
        ++point.proven;
    }
  }
  return point;
}

}  // namespace runner::session
