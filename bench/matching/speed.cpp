#include "bench/matching/speed.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "runner/review/judge.hpp"

namespace bench {
namespace {

namespace review = runner::review;

constexpr std::size_t comment_count = 1000;
constexpr std::size_t defect_count = 50;
constexpr int runs = 7;

review::Review long_review(const std::vector<LabelledReview>& corpus) {
  review::Review made{.comments = {}, .verdict = review::Verdict::comment};
  while (made.comments.size() < comment_count)
    for (const auto& labelled : corpus)
      for (const auto& comment : labelled.review.comments) {
        if (made.comments.size() == comment_count) return made;
        made.comments.push_back(comment);
        made.comments.back().id = std::to_string(made.comments.size());
      }
  return made;
}

review::Key wide_key(review::Key key) {
  const auto planted = key.defects.size();
  for (std::size_t i = 0; key.defects.size() < defect_count; ++i) {
    auto again = key.defects[i % planted];
    again.id += "-" + std::to_string(i);
    key.defects.push_back(std::move(again));
  }
  return key;
}

}  // namespace

Timing time_judging(const review::Key& key, const review::Language& language,
                    const std::vector<LabelledReview>& corpus) {
  const auto wide = wide_key(key);
  const auto big = long_review(corpus);
  std::vector<double> times;
  std::vector<double> busy;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const auto busy_begin = std::clock();
    const auto assessment = review::judge(big, wide, {}, language);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    busy.push_back(1000.0 * static_cast<double>(std::clock() - busy_begin) / CLOCKS_PER_SEC);
    if (assessment.defects.size() == wide.defects.size()) times.push_back(took.count());
  }
  std::ranges::sort(times);
  std::ranges::sort(busy);
  return {.comments = big.comments.size(),
          .defects = wide.defects.size(),
          .median_ms = times[times.size() / 2],
          .processor_ms = busy[busy.size() / 2]};
}

}  // namespace bench
