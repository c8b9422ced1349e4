#include "runner/session/showing.hpp"

#include <algorithm>

#include "detectors/highlight.hpp"
#include "detectors/source/file.hpp"
#include "runner/session/kept.hpp"

namespace runner::session {
namespace {

using detectors::source::Paint;

// A paint that goes over several lines becomes one on each.
std::vector<std::vector<Paint>> by_line(const detectors::source::SourceFile& file,
                                        const std::vector<Paint>& paints) {
  std::vector<std::vector<Paint>> lines;
  auto paint = paints.begin();
  for (int number = 1; number <= file.line_count(); ++number) {
    const detectors::source::Line line{number};
    const auto begin = file.bytes({line, line}).begin;
    const auto end = begin + file.line(line).size();
    auto& here = lines.emplace_back();
    while (paint != paints.end() && paint->end <= begin) ++paint;
    for (auto each = paint; each != paints.end() && each->begin < end; ++each)
      here.push_back({.begin = std::max(each->begin, begin) - begin,
                      .end = std::min(each->end, end) - begin,
                      .colour = each->colour});
  }
  return lines;
}

Colouring colouring_of(const exercise::Tree& tree) {
  Colouring colouring;
  for (const auto& file : tree) {
    const detectors::source::SourceFile source(file.path, file.text);
    if (const auto paints = detectors::highlight(file.path, source.text()); !paints.empty())
      colouring.emplace(file.path, by_line(source, paints));
  }
  return colouring;
}

Checked<Showing> made(const House& house, const Attempt& attempt) {
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  return showing_of(**stage);
}

}  // namespace

Introduction introduction_of(const exercise::Exercise& exercise) {
  return {.title = exercise.title,
          .brief = exercise.brief,
          .ai_policy = exercise.ai_policy,
          .minutes = exercise.minutes,
          .language = exercise.language,
          .level = exercise.level};
}

Showing showing_of(const Stage& stage) {
  return {.introduction = introduction_of(stage.exercise),
          .pull_request = stage.exercise.pull_request,
          .before = stage.before,
          .after = stage.planted.tree,
          .changes = change_of(stage),
          .before_colours = colouring_of(stage.before),
          .after_colours = colouring_of(stage.planted.tree)};
}

Checked<Introduction> introduction(const House& house, const std::string& exercise) {
  const auto kept = keep<Introduction>(house, exercise, "introduction", {}, [&]() -> Checked<Introduction> {
    const auto loaded = load_exercise(house, exercise);
    if (!loaded) return tl::make_unexpected(loaded.error());
    return introduction_of(*loaded);
  });
  if (!kept) return tl::make_unexpected(kept.error());
  return **kept;
}

Checked<std::shared_ptr<const Showing>> showing(const House& house, const Attempt& attempt) {
  return keep<Showing>(house, attempt.exercise, "showing", attempt.planted,
                       [&] { return made(house, attempt); });
}

}  // namespace runner::session
