// bench_matching DIR [--list | --list-first] [--class-words] [--sprays | --speed | --held-out | --unplanned]
// How far the matcher agrees with the labelled reviews in DIR/tests/review/corpus and the blind ones of
// DIR/exercises, where DIR holds the data (detectors/, exercises/, runner/review/english/): precision and
// recall at "identified", quadratic weighted kappa, fates. Development comes in two halves, so that what was
// tuned on the first can be checked against the second.
// --list        each disagreement of development
// --list-first  those of its first half only
// --unplanned   also the fates of true findings whose defect is taken out of the key: slower
// --class-words without the consequences and remedies that the authors gave to their defects: how the matcher
//               does on defects whose author thought of none
// --sprays      what thoughtless reviews are worth
// --speed       how long 1,000 comments against 50 defects take
// --held-out    what is held out, instead of development: for one look at the end, never while tuning
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <string_view>

#include "bench/matching/print.hpp"
#include "bench/matching/speed.hpp"
#include "bench/matching/sprays.hpp"
#include "bench/matching/unplanned.hpp"

namespace {

using namespace bench;
using runner::session::Stage;

struct Request {
  std::filesystem::path data;
  bool list = false;
  bool first_half = false;  // list that half only
  bool sprays = false;
  bool speed = false;
  bool held_out = false;
  bool unplanned = false;
  bool class_words = false;
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
    else if (value == "--list-first")
      request.list = request.first_half = true;
    else if (value == "--sprays")
      request.sprays = true;
    else if (value == "--speed")
      request.speed = true;
    else if (value == "--unplanned")
      request.unplanned = true;
    else if (value == "--class-words")
      request.class_words = true;
    else if (value == "--held-out")
      request.held_out = true;
    else
      request.data = value;
  }
  if (!request.data.empty()) return request;
  fmt::print(
      stderr,
      "usage: bench_matching DIR [--list | --list-first] [--unplanned] [--class-words] [--sprays | --speed | "
      "--held-out]\n");
  std::exit(2);
}

// By exercise, and what of it is planted.
using Stages = std::map<std::pair<std::string, std::vector<std::string>>, Stage>;

Stages set_stages(const runner::session::House& house, const std::vector<LabelledReview>& corpus,
                  bool class_words) {
  Stages stages;
  for (const auto& labelled : corpus) {
    if (stages.contains({labelled.exercise, labelled.planted})) continue;
    auto exercise = or_exit(load_exercise(house, labelled.exercise));
    if (class_words)
      for (auto& defect : exercise.defects) defect.words.effect = defect.words.remedy = {};
    auto chosen = labelled.planted.empty() ? runner::session::all_defects(exercise) : labelled.planted;
    stages.emplace(std::pair(labelled.exercise, labelled.planted),
                   or_exit(runner::session::set_stage(std::move(exercise), std::move(chosen))));
  }
  return stages;
}

void print_sprays(const runner::session::Bench& bench, const Stages& stages) {
  for (const auto& [staged, stage] : stages) {
    fmt::print("\n== What thoughtless reviews of {} cover\n", staged.first);
    const auto key = or_exit(key_of(stage, bench.catalog));
    for (const auto& spray : sprays(stage, key, *bench.language)) {
      const auto scored = or_exit(score_of(bench, stage, spray.review, "spray"));
      fmt::print("  {:.3f} (at most {:.2f}{})  score {:>5.1f}  unjudged {:>3} of {:>4}  {}\n",
                 scored.card.coverage, spray.most,
                 scored.card.coverage > spray.most + 1e-9 ? ": TOO MUCH" : "", scored.card.score,
                 scored.card.counts.unjudged, scored.assessment.claims.size(), spray.name);
      if (scored.card.coverage <= 1e-9) continue;
      for (const auto& defect : scored.assessment.defects)
        if (defect.level != runner::review::Level::missed)
          fmt::print("         {} {}\n", defect.defect, to_string(defect.level));
    }
  }
}

void print_speed(const runner::session::Bench& bench, const Stages& stages,
                 const std::vector<LabelledReview>& corpus) {
  const auto key = or_exit(key_of(stages.begin()->second, bench.catalog));
  const auto timing = time_judging(key, bench.language, corpus);
  fmt::print("{} comments against {} defects: median {:.0f} ms, {:.0f} ms of them on the processor\n",
             timing.comments, timing.defects, timing.median_ms, timing.processor_ms);
}

// Every second review of each style.
bool in_first_half(const std::vector<LabelledReview>& corpus, const LabelledReview& labelled) {
  std::size_t before = 0;
  for (const auto& other : corpus) {
    if (other.name == labelled.name) break;
    if (other.style == labelled.style && !other.held_out) ++before;
  }
  return before % 2 == 0;
}

void print_development(const Request& request, const std::vector<LabelledReview>& corpus,
                       const Outcomes& outcomes) {
  const auto half = [&](bool first) {
    return [&corpus, first](const LabelledReview& each) { return in_first_half(corpus, each) == first; };
  };
  const Chosen all = [](const LabelledReview&) { return true; };
  fmt::print("== Development, first half\n");
  print_figures(corpus, outcomes, half(true));
  fmt::print("\n== Development, second half\n");
  print_figures(corpus, outcomes, half(false));
  fmt::print("\n== Development\n");
  print_figures(corpus, outcomes, all);
  print_breakdown(corpus, outcomes, all);
  if (!request.list) return;
  fmt::print("\n== Disagreements\n");
  print_disagreements(corpus, outcomes, request.first_half ? Chosen(half(true)) : all);
}

void run(const Request& request) {
  const runner::session::House house{.data = request.data, .store = {}};
  auto corpus = or_exit(read_labelled(house));
  std::erase_if(corpus, [&](const LabelledReview& each) { return each.held_out != request.held_out; });
  const auto bench = or_exit(set_bench(house));
  const auto stages = set_stages(house, corpus, request.class_words);
  if (request.speed) return print_speed(bench, stages, corpus);
  Outcomes outcomes;
  for (std::size_t i = 0; i < corpus.size(); ++i) {
    const auto& stage = stages.at({corpus[i].exercise, corpus[i].planted});
    or_exit(judge_review(bench, stage, corpus[i], i, outcomes));
    if (request.unplanned) or_exit(judge_unplanned(bench, stage, corpus[i], i, outcomes));
  }
  if (request.held_out) {
    fmt::print("== Held out\n");
    return print_figures(corpus, outcomes, [](const LabelledReview&) { return true; });
  }
  print_development(request, corpus, outcomes);
  if (request.sprays) print_sprays(bench, stages);
}

}  // namespace

int main(int count, char** values) { run(read_request(count, values)); }
