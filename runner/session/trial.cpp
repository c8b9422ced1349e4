#include "runner/session/trial.hpp"
#include "runner/exercise/stand.hpp"

#include <algorithm>

#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "detectors/source/edit.hpp"
#include "detectors/source/file.hpp"
#include "runner/review/claim.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::SourceFile;

constexpr std::size_t largest_suggested_text = std::size_t{1} << 20U;

struct Tried {
  SourceFile before;
  SourceFile after;
  LineSpan replaced;  // of `before`
  int shift = 0;      // lines below `replaced` moved down by this many
};

int lines_in(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n')) +
         (text.empty() || text.ends_with('\n') ? 0 : 1);
}

std::optional<Tried> apply_suggestion(const Stage& stage, const review::Comment& comment,
                                      const review::Suggestion& suggestion) {
  const auto* text = exercise::text_of(stage.planted.tree, comment.path);
  if (!text || comment.side != review::Side::after) return std::nullopt;
  SourceFile before(comment.path, *text);
  const auto lines = suggestion.lines.none() ? comment.lines : suggestion.lines;
  if (!before.has(lines.first) || !before.has(lines.last) || lines.last < lines.first) return std::nullopt;
  auto replacement = suggestion.text;
  const bool last_line_of_file = lines.last.number == before.line_count();
  if (!replacement.empty() && !replacement.ends_with('\n') && !last_line_of_file) replacement += '\n';
  auto edited = detectors::source::apply(*text, {{before.bytes(lines), replacement}});
  if (edited.text.size() > largest_suggested_text) return std::nullopt;
  const int shift = lines_in(replacement) - (lines.last.number - lines.first.number + 1);
  return Tried{.before = std::move(before),
               .after = SourceFile(comment.path, std::move(edited.text)),
               .replaced = lines,
               .shift = shift};
}

// Where lines of the old text stand in the new one; lines that were replaced become all of the replacement.
LineSpan moved(const Tried& tried, LineSpan lines) {
  const auto line = [&](Line at, bool is_end) {
    if (at < tried.replaced.first) return at;
    if (at > tried.replaced.last) return Line{at.number + tried.shift};
    return is_end ? Line{std::max(tried.replaced.first.number, tried.replaced.last.number + tried.shift)}
                  : tried.replaced.first;
  };
  return {line(lines.first, false), line(lines.last, true)};
}

bool reported(const std::vector<detectors::Finding>& findings, const std::string& class_id, LineSpan lines) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) {
    return finding.class_id == class_id && overlap(finding.lines, lines);
  });
}

// What the detectors say after the suggestion of the defects that they reported before it.
struct Heard {
  std::vector<std::string> silenced;
  std::vector<std::string> reported;  // and not silenced in any of their places
};
Heard listen(const Tried& tried, const review::Key& key, const detectors::Catalog& catalog) {
  const auto before = detectors::scan(tried.before, catalog).findings;
  const auto after = detectors::scan(tried.after, catalog).findings;
  Heard heard;
  for (const auto& defect : key.defects) {
    bool silent = false;
    bool still = false;
    for (const auto& place : defect.places) {
      if (place.path != tried.before.path() || place.role != review::PlaceRole::primary ||
          !reported(before, defect.class_id, place.lines))
        continue;
      (reported(after, defect.class_id, moved(tried, place.lines)) ? still : silent) = true;
    }
    if (silent) heard.silenced.push_back(defect.id);
    if (still && !silent) heard.reported.push_back(defect.id);
  }
  return heard;
}

constexpr int near = 12;  // lines: a fix may stand some way from the planted statement, in the same function

}  // namespace

std::vector<std::string> defects_near(const review::Key& key, const review::Comment& comment,
                                      const review::Suggestion& suggestion) {
  const auto lines = suggestion.lines.none() ? comment.lines : suggestion.lines;
  std::vector<std::string> ids;
  for (const auto& defect : key.defects) {
    const bool touched = std::any_of(defect.places.begin(), defect.places.end(), [&](const auto& place) {
      return place.path == comment.path && distance(place.lines, lines) <= near;
    });
    if (touched) ids.push_back(defect.id);
  }
  return ids;
}

std::optional<exercise::Tree> suggested_tree(const Stage& stage, const review::Comment& comment,
                                             const review::Suggestion& suggestion) {
  auto tried = apply_suggestion(stage, comment, suggestion);
  if (!tried) return std::nullopt;
  auto tree = stage.planted.tree;
  for (auto& file : tree)
    if (file.path == comment.path) file.text = tried->after.text();
  return tree;
}

std::vector<review::SuggestionTrial> try_suggestions(const Bench& bench, const Stage& stage,
                                                     const review::Key& key, const review::Review& review,
                                                     const std::vector<StoredTrial>& proofs) {
  std::vector<review::SuggestionTrial> trials;
  for (const auto& comment : review.comments) {
    const auto suggestions = review::suggestions_of(comment);
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      review::SuggestionTrial trial{
          .comment = comment.id, .suggestion = i, .parses = false, .silenced = {}, .proofs = {}};
      std::vector<std::string> still;
      if (const auto tried = apply_suggestion(stage, comment, suggestions[i])) {
        trial.parses = !detectors::syntax_error(tried->after);
        if (trial.parses) {
          auto heard = listen(*tried, key, bench.catalog);
          trial.silenced = std::move(heard.silenced);
          still = std::move(heard.reported);
        }
      }
      // A fix takes both: a proof that passes while the detector still reports the defect says too little.
      for (const auto& proof : proofs)
        if (proof.comment == comment.id && proof.suggestion == i &&
            !(proof.verdict == review::ProofVerdict::passed &&
              std::find(still.begin(), still.end(), proof.defect) != still.end()))
          trial.proofs.emplace_back(proof.defect, proof.verdict);
      trials.push_back(std::move(trial));
    }
  }
  return trials;
}

}  // namespace runner::session
