#include "runner/measure/fairness.hpp"

#include "runner/measure/distribution.hpp"

namespace runner::measure {
namespace {

constexpr int few = 30;
constexpr double small_share = 0.05;

double rate_of(const Group& group) {
  return group.total > 0 ? static_cast<double>(group.selected) / group.total : 0;
}

bool before(const Group& left, const Group& right) {
  const double left_rate = rate_of(left);
  const double right_rate = rate_of(right);
  return left_rate > right_rate || (left_rate == right_rate && left.total > right.total);
}

// A group too small to conclude from does not set the measure for the others, unless all are.
const Group* reference_of(const std::vector<Group>& groups, int everybody) {
  const Group* best = nullptr;
  bool best_few = true;
  for (const auto& group : groups) {
    const bool is_few = group.total < few || group.total < small_share * everybody;
    if (best == nullptr || (best_few && !is_few) || (best_few == is_few && before(group, *best))) {
      best = &group;
      best_few = is_few;
    }
  }
  return best;
}

}  // namespace

Impact impact(const std::vector<Group>& groups) {
  int everybody = 0;
  for (const auto& group : groups) everybody += group.total;
  Impact result;
  const Group* reference = reference_of(groups, everybody);
  if (reference == nullptr) return result;
  result.reference = reference->name;
  for (const auto& group : groups) {
    GroupRate rate{.group = group,
                   .rate = rate_of(group),
                   .interval = review::wilson(group.selected, group.total),
                   .ratio = {},
                   .p = {},
                   .few = group.total < few || group.total < small_share * everybody};
    if (rate_of(*reference) > 0 && group.total > 0) rate.ratio = rate.rate / rate_of(*reference);
    if (&group != reference)
      rate.p = fisher_two_sided({.first_with = group.selected,
                                 .first_without = group.total - group.selected,
                                 .second_with = reference->selected,
                                 .second_without = reference->total - reference->selected});
    rate.under_four_fifths = rate.ratio && *rate.ratio < 0.8;
    result.groups.push_back(std::move(rate));
  }
  return result;
}

}  // namespace runner::measure
