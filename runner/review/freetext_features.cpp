#include "runner/review/freetext_features.hpp"

#include <algorithm>
#include <cmath>

#include "runner/review/freetext_company.hpp"

namespace runner::review {
namespace {

constexpr std::array<std::vector<std::string> Signs::*, kind_count> members{
    &Signs::words, &Signs::plain, &Signs::pairs, &Signs::letters, &Signs::names, &Signs::numbers};

constexpr float plain_weight = 0.5F, pairs_weight = 0.5F, letters_weight = 0.5F, names_weight = 0.3F;

std::array<Space, kind_count> spaces_of(const std::vector<Signs>& comments, const std::vector<Signs>& defects,
                                        const Background& background) {
  const SpaceWeights alone{.among = 1, .background = {}};
  // Words are judged by English at large too: a review's own counts say little when it is short.
  const SpaceWeights english{.among = 2, .background = [&](const std::string& stem) -> double {
                               const auto found = background.rarity.find(stem);
                               return found == background.rarity.end() ? background.rarest : found->second;
                             }};
  std::array<Space, kind_count> spaces;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    std::vector<const std::vector<std::string>*> texts;
    for (const auto* side : {&comments, &defects})
      for (const auto& signs : *side) texts.push_back(&(signs.*members[kind]));
    spaces[kind] = space_of(texts, kind < 2 ? english : alone);
  }
  return spaces;
}

// One defect against all comments.
class DefectColumn {
 public:
  DefectColumn(Comparison& comparison, std::size_t defect) : c_(comparison), defect_(defect) {}

  void compare_words() {
    const auto words = spread(Kind::words);
    const auto plain = spread(Kind::plain);
    for (std::size_t i = 0; i < c_.comments; ++i) {
      const auto& point = at(Kind::words, i);
      set(i, Feature::words, words.cosine(point));
      set(i, Feature::said_of_defect, words.share_in(point));
      set(i, Feature::said_of_comment, words.share_of(point));
      set(i, Feature::words_in_common, std::sqrt(words.product(point)));
      set(i, Feature::plain_words, plain.cosine(at(Kind::plain, i)));
    }
  }

  void compare_pieces() {
    const auto pairs = spread(Kind::pairs);
    const auto letters = spread(Kind::letters);
    for (std::size_t i = 0; i < c_.comments; ++i) {
      set(i, Feature::pairs, pairs.cosine(at(Kind::pairs, i)));
      set(i, Feature::letters, letters.cosine(at(Kind::letters, i)));
      set(i, Feature::letters_of_defect, letters.share_in(at(Kind::letters, i)));
    }
  }

  void compare_names() {
    const auto names = spread(Kind::names);
    const auto numbers = spread(Kind::numbers);
    const bool named = !at(Kind::names, c_.comments + defect_).at.empty();
    for (std::size_t i = 0; i < c_.comments; ++i) {
      const auto& point = at(Kind::names, i);
      set(i, Feature::names, names.cosine(point));
      set(i, Feature::names_in_common, std::min(3.0F, std::sqrt(names.product(point))));
      set(i, Feature::names_extra, point.at.empty() ? 0 : 1 - names.share_of(point));
      set(i, Feature::names_missing, named ? 1 - names.share_in(point) : 0);
      set(i, Feature::numbers, numbers.cosine(at(Kind::numbers, i)));
    }
  }

 private:
  [[nodiscard]] const Space& space(Kind kind) const { return c_.spaces[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const Point& at(Kind kind, std::size_t i) const { return space(kind).points[i]; }
  [[nodiscard]] Spread spread(Kind kind) const { return {space(kind), at(kind, c_.comments + defect_)}; }
  void set(std::size_t comment, Feature feature, float value) {
    c_.features[comment * c_.defects + defect_][static_cast<std::size_t>(feature)] = value;
  }

  Comparison& c_;
  std::size_t defect_;
};

float& value(Features& features, Feature feature) { return features[static_cast<std::size_t>(feature)]; }

void put(Comparison& comparison, Feature feature, const Table& table) {
  for (std::size_t i = 0; i < comparison.comments; ++i)
    for (std::size_t j = 0; j < comparison.defects; ++j)
      value(comparison.features[i * comparison.defects + j], feature) = table[i][j];
}

Table table_of(const Comparison& comparison, float (*of)(const Features&)) {
  Table table(comparison.comments, std::vector<float>(comparison.defects));
  for (std::size_t i = 0; i < comparison.comments; ++i)
    for (std::size_t j = 0; j < comparison.defects; ++j) table[i][j] = of(comparison.of(i, j));
  return table;
}

float cosine_of_words(const Features& f) { return f[static_cast<std::size_t>(Feature::words)]; }

float likeness_of(const Features& f) {
  const auto get = [&](Feature feature) { return f[static_cast<std::size_t>(feature)]; };
  return get(Feature::words) + plain_weight * get(Feature::plain_words) + pairs_weight * get(Feature::pairs) +
         letters_weight * get(Feature::letters) + names_weight * get(Feature::names);
}

// The comments among themselves, on the same scale as likeness_of but from 0 to 1.
Table likeness_among(const Comparison& comparison) {
  const auto space = [&](Kind kind) { return &comparison.spaces[static_cast<std::size_t>(kind)]; };
  constexpr float all = 1 + plain_weight + pairs_weight + letters_weight + names_weight;
  return likeness({{space(Kind::words), 1 / all},
                   {space(Kind::plain), plain_weight / all},
                   {space(Kind::pairs), pairs_weight / all},
                   {space(Kind::letters), letters_weight / all},
                   {space(Kind::names), names_weight / all}},
                  comparison.comments);
}

void stand_among_rivals(Comparison& comparison, const Table& likeness) {
  const auto words = table_of(comparison, cosine_of_words);
  put(comparison, Feature::words_ahead_of_defects, ahead_in_row(words));
  put(comparison, Feature::words_ahead_of_comments, ahead_in_column(words));
  put(comparison, Feature::ahead_of_defects, ahead_in_row(likeness));
  put(comparison, Feature::ahead_of_comments, ahead_in_column(likeness));
}

void keep_company(Comparison& comparison, const Table& likeness) {
  const auto among = likeness_among(comparison);
  const auto neighbours = nearest(among, 15);
  put(comparison, Feature::five_alike, mean_of_nearest(likeness, neighbours, 5));
  put(comparison, Feature::fifteen_alike, mean_of_nearest(likeness, neighbours, 15));
  put(comparison, Feature::passed_on, passed_on(likeness, neighbours));
  put(comparison, Feature::like_the_best, like_the_best(likeness, among));
  comparison.company = company(neighbours);
}

}  // namespace

Comparison compare(const std::vector<Signs>& comments, const std::vector<Signs>& defects,
                   const Background& background) {
  Comparison comparison{.comments = comments.size(),
                        .defects = defects.size(),
                        .spaces = spaces_of(comments, defects, background),
                        .features = std::vector<Features>(comments.size() * defects.size()),
                        .company = std::vector<float>(comments.size())};
  if (comments.empty() || defects.empty()) return comparison;
  for (std::size_t defect = 0; defect < defects.size(); ++defect) {
    DefectColumn column(comparison, defect);
    column.compare_words();
    column.compare_pieces();
    column.compare_names();
    for (std::size_t i = 0; i < comments.size(); ++i) {
      auto& features = comparison.features[i * defects.size() + defect];
      value(features, Feature::comment_length) = std::log(1.0F + static_cast<float>(comments[i].size));
      value(features, Feature::defect_length) = std::log(1.0F + static_cast<float>(defects[defect].size));
    }
  }
  const auto likeness = table_of(comparison, likeness_of);
  stand_among_rivals(comparison, likeness);
  keep_company(comparison, likeness);
  return comparison;
}

}  // namespace runner::review
