#include "bench/freetext/validation.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace bench {
namespace {

using runner::review::feature_count;

constexpr std::array<double, 4> ridges{3, 10, 30, 100};
constexpr std::size_t inner_folds = 5;

Row row_of(const runner::review::Features& features, float company) {
  Row row;
  for (const float value : features) row.push_back((1.0 - company) * value);
  for (const float value : features) row.push_back(static_cast<double>(company) * value);
  row.push_back(company);
  return row;
}

void add_case(const Case& one, Arrangement arrangement, const runner::review::Background& background,
              const runner::review::LanguageData& language, Material& material) {
  const auto read = [&](const std::vector<Text>& texts) {
    std::vector<runner::review::Signs> signs;
    for (const auto& text : texts)
      signs.push_back(signs_of(runner::review::plain_text(text.text), background.function_words, language));
    return signs;
  };
  const auto comparison = compare(read(one.comments), read(one.defects), background);
  for (const auto& pair : one.pairs) {
    material.samples.push_back(
        {row_of(comparison.of(pair.comment, pair.defect), comparison.company[pair.comment]), pair.same});
    material.group.push_back(one.group);
    material.of.push_back(arrangement);
  }
}

std::vector<const Sample*> samples_of(const Material& material, const std::vector<bool>& wanted) {
  std::vector<const Sample*> samples;
  for (std::size_t i = 0; i < material.samples.size(); ++i)
    if (wanted[material.group[i]]) samples.push_back(&material.samples[i]);
  return samples;
}

// The mean F1 over the arrangements.
double quality(const Material& material, const std::vector<Scored>& scored,
               const std::vector<std::size_t>& index) {
  std::array<std::vector<Scored>, 3> by;
  for (std::size_t i = 0; i < scored.size(); ++i)
    by[static_cast<std::size_t>(material.of[index[i]])].push_back(scored[i]);
  double sum = 0;
  for (auto& part : by) sum += figures(std::move(part)).f1;
  return sum / 3;
}

}  // namespace

Material material(const Data& data, const runner::review::Background& background,
                  const runner::review::LanguageData& language) {
  Material result{.samples = {}, .group = {}, .of = {}, .groups = data.groups.size()};
  for (const auto arrangement : {Arrangement::together, Arrangement::by_extractor, Arrangement::one_review})
    for (const auto& one : arranged(data.cases, arrangement))
      add_case(one, arrangement, background, language, result);
  return result;
}

double choose_ridge(const Material& material, const std::vector<std::size_t>& groups) {
  double best = -1, chosen = ridges.front();
  for (const double ridge : ridges) {
    std::vector<Scored> scored;
    std::vector<std::size_t> index;
    for (std::size_t fold = 0; fold < inner_folds; ++fold) {
      std::vector<bool> training(material.groups), testing(material.groups);
      for (std::size_t i = 0; i < groups.size(); ++i)
        (i % inner_folds == fold ? testing : training)[groups[i]] = true;
      const auto found = fit(samples_of(material, training), ridge);
      for (std::size_t i = 0; i < material.samples.size(); ++i) {
        if (!testing[material.group[i]]) continue;
        scored.push_back(
            {logit(found, material.samples[i].row), material.samples[i].same, material.group[i]});
        index.push_back(i);
      }
    }
    if (const auto value = quality(material, scored, index); value > best) best = value, chosen = ridge;
  }
  return chosen;
}

Validated validate(const Material& material) {
  Validated result{.scored = std::vector<Scored>(material.samples.size()), .ridges = {}};
  for (std::size_t out = 0; out < material.groups; ++out) {
    std::vector<std::size_t> others;
    std::vector<bool> training(material.groups, true);
    training[out] = false;
    for (std::size_t group = 0; group < material.groups; ++group)
      if (group != out) others.push_back(group);
    const double ridge = choose_ridge(material, others);
    result.ridges.push_back(ridge);
    const auto found = fit(samples_of(material, training), ridge);
    for (std::size_t i = 0; i < material.samples.size(); ++i)
      if (material.group[i] == out)
        result.scored[i] = {logit(found, material.samples[i].row), material.samples[i].same, out};
  }
  return result;
}

runner::review::FreeTextModel fitted(const Material& material, double ridge) {
  const auto found = fit(samples_of(material, std::vector<bool>(material.groups, true)), ridge);
  runner::review::FreeTextModel model;
  const auto count = static_cast<double>(material.samples.size());
  for (const auto& sample : material.samples)
    for (std::size_t i = 0; i < feature_count; ++i)
      model.usual[i] += (sample.row[i] + sample.row[feature_count + i]) / count;
  model.alone.start = found.start;
  model.in_company.start = found.start + found.weight[2 * feature_count];
  for (std::size_t i = 0; i < feature_count; ++i) {
    model.alone.feature[i] = found.weight[i];
    model.in_company.feature[i] = found.weight[feature_count + i];
    model.alone.start += model.usual[i] * found.weight[i];
    model.in_company.start += model.usual[i] * found.weight[feature_count + i];
  }
  return model;
}

}  // namespace bench
