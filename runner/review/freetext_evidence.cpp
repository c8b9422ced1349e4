#include "runner/review/freetext_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::review {
namespace {

constexpr std::size_t most_listed = 6;
constexpr std::size_t most_bytes = 40;  // of a sign; nobody reads a longer one

using Family = std::vector<Feature>;

double weight_of(const Contributions& contributions, const Family& family) {
  double sum = 0;
  for (const auto feature : family) sum += contributions.feature[static_cast<std::size_t>(feature)];
  return sum;
}

struct Look {
  const Comparison& comparison;
  std::size_t comment = 0;
  std::size_t defect = 0;
  const Forms& forms;

  // A sign as the comment writes it; a pair of words is two signs.
  [[nodiscard]] std::string written(const std::string& sign) const {
    if (const auto space = sign.find(' '); space != std::string::npos)
      return written(sign.substr(0, space)) + ' ' + written(sign.substr(space + 1));
    const auto found = forms.find(sign);
    return found == forms.end() ? sign : found->second;
  }

  // "timeout, gateway": the signs that both have, the rarest first.
  [[nodiscard]] std::string listed(Kind kind, const FunctionWords& without = {}) const {
    const auto& space = comparison.spaces[static_cast<std::size_t>(kind)];
    std::vector<std::string> found;
    for (const auto axis : shared(space.points[comment], space.points[comparison.comments + defect])) {
      const auto& sign = space.signs[axis];
      if (found.size() < most_listed && !without.contains(sign) && sign.size() <= most_bytes)
        found.push_back(written(sign));
    }
    return fmt::format("{}", fmt::join(found, ", "));
  }

  [[nodiscard]] float value(Feature feature) const {
    return comparison.of(comment, defect)[static_cast<std::size_t>(feature)];
  }
};

std::string shared_or(std::string_view what, const std::string& found) {
  return found.empty() ? fmt::format("no shared {}", what) : fmt::format("shared {}: {}", what, found);
}

std::string of_rivals(float ahead, std::string_view side) {
  return fmt::format("{} {} fits better, by {:.2f}", ahead >= 0 ? "no other" : "another", side,
                     std::abs(ahead));
}

std::string of_company(const Look& look) {
  if (look.comparison.comments < 2) return "no other comment to compare with";
  return fmt::format("the comments most like it fit the defect {:.2f}", look.value(Feature::five_alike));
}

}  // namespace

std::vector<Reason> reasons(const Comparison& comparison, std::size_t comment, std::size_t defect,
                            const Contributions& contributions, const FunctionWords& function_words,
                            const Forms& forms) {
  using enum Feature;
  const Look look{.comparison = comparison, .comment = comment, .defect = defect, .forms = forms};
  const auto sum = [&](const Family& family) { return weight_of(contributions, family); };
  std::vector<Reason> found{
      {shared_or("words", look.listed(Kind::words, function_words)),
       sum({words, plain_words, said_of_defect, said_of_comment, words_in_common})},
      {shared_or("pairs of words", look.listed(Kind::pairs)), sum({pairs})},
      {fmt::format("alike letter by letter: {:.2f}", look.value(letters)), sum({letters, letters_of_defect})},
      {shared_or("names", look.listed(Kind::names)),
       sum({names, names_in_common, names_extra, names_missing})},
      {shared_or("numbers", look.listed(Kind::numbers)), sum({numbers})},
      {"lengths of the two texts", sum({comment_length, defect_length})},
      {of_rivals(look.value(ahead_of_defects), "defect"), sum({words_ahead_of_defects, ahead_of_defects})},
      {of_rivals(look.value(ahead_of_comments), "comment"),
       sum({words_ahead_of_comments, ahead_of_comments})},
      {of_company(look), sum({five_alike, fifteen_alike, passed_on, like_the_best})}};
  std::ranges::stable_sort(
      found, [](const Reason& a, const Reason& b) { return std::abs(a.weight) > std::abs(b.weight); });
  found.push_back({"where every pair starts", contributions.start});
  return found;
}

std::string line(const Reason& reason) { return fmt::format("{} ({:+.2f})", reason.text, reason.weight); }

}  // namespace runner::review
