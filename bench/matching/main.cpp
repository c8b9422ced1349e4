// bench_matching DIR [--list] [--held-out]
// How far the matcher agrees with the labelled reviews in DIR/tests/review/corpus, where DIR holds the data
// (detectors/, exercises/, runner/review/english/): precision and recall at "identified", quadratic weighted
// kappa, fates, for development and for what is held out; and what thoughtless reviews are worth.
// --list      each disagreement, of development only
// --held-out  with --list, of what is held out instead: for the last look, never while tuning
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <string_view>

#include "bench/matching/print.hpp"
#include "bench/matching/sprays.hpp"

namespace {

using namespace bench;
using runner::session::Stage;

struct Request {
  std::filesystem::path data;
  bool list = false;
  bool held_out = false;
};

template <class T>
T or_exit(Checked<T> checked) {
  if (checked) return *std::move(checked);
  for (const auto& fault : checked.error()) fmt::print(stderr, "{}\n", to_string(fault));
  std::exit(2);
}

Request read_request(int count, char** values) {
  Request request;
  for (int i = 1; i < count; ++i) {
    const std::string_view value = values[i];
    if (value == "--list")
      request.list = true;
    else if (value == "--held-out")
      request.held_out = true;
    else
      request.data = value;
  }
  if (!request.data.empty()) return request;
  fmt::print(stderr, "usage: bench_matching DIR [--list] [--held-out]\n");
  std::exit(2);
}

using Stages = std::map<std::string, Stage>;  // by exercise

Stages set_stages(const runner::session::House& house, const std::vector<LabelledReview>& corpus) {
  Stages stages;
  for (const auto& labelled : corpus) {
    if (stages.contains(labelled.exercise)) continue;
    auto exercise = or_exit(load_exercise(house, labelled.exercise));
    auto chosen = runner::session::all_defects(exercise);
    stages.emplace(labelled.exercise,
                   or_exit(runner::session::set_stage(std::move(exercise), std::move(chosen))));
  }
  return stages;
}

void print_sprays(const runner::session::Bench& bench, const Stages& stages) {
  for (const auto& [exercise, stage] : stages) {
    fmt::print("\n== What thoughtless reviews of {} cover\n", exercise);
    const auto key = or_exit(key_of(stage, bench.catalog));
    for (const auto& spray : sprays(stage, key, *bench.language)) {
      const auto scored = or_exit(score_of(bench, stage, spray.review, "spray"));
      fmt::print("  {:.3f} (at most {:.2f}{})  score {:>5.1f}  {}\n", scored.card.coverage, spray.most,
                 scored.card.coverage > spray.most + 1e-9 ? ": TOO MUCH" : "", scored.card.score, spray.name);
      if (scored.card.coverage <= 1e-9) continue;
      for (const auto& defect : scored.assessment.defects)
        if (defect.level != runner::review::Level::missed)
          fmt::print("         {} {}\n", defect.defect, to_string(defect.level));
    }
  }
}

void run(const Request& request) {
  const runner::session::House house{.data = request.data, .store = {}};
  const auto corpus = or_exit(read_corpus(request.data / "tests" / "review" / "corpus"));
  const auto bench = or_exit(set_bench(house));
  const auto stages = set_stages(house, corpus);
  Outcomes outcomes;
  for (std::size_t i = 0; i < corpus.size(); ++i)
    or_exit(judge_review(bench, stages.at(corpus[i].exercise), corpus[i], i, outcomes));
  const Chosen development = [](const LabelledReview& labelled) { return !labelled.held_out; };
  const Chosen held_out = [](const LabelledReview& labelled) { return labelled.held_out; };
  fmt::print("== Development\n");
  print_figures(corpus, outcomes, development);
  print_breakdown(corpus, outcomes, development);
  fmt::print("\n== Held out\n");
  print_figures(corpus, outcomes, held_out);
  print_sprays(bench, stages);
  if (!request.list) return;
  fmt::print("\n== Disagreements\n");
  print_disagreements(corpus, outcomes, request.held_out ? held_out : development);
}

}  // namespace

int main(int count, char** values) { run(read_request(count, values)); }
