#include "runner/review/freetext_model.hpp"

#include <charconv>
#include <cmath>
#include <numeric>

#include "detectors/source/manifest.hpp"

namespace runner::review {
namespace {

using detectors::source::Checked;
using detectors::source::Faults;
using detectors::source::Manifest;

double required_real(Manifest& table, std::string_view key) {
  const auto found = table.real(key);
  if (!found && !table.has(key))
    table.fault(key, "has no '" + std::string(key) + "'", "add it: bench_freetext writes them all");
  return found.value_or(0);
}

void read_features(Manifest& table, std::array<double, feature_count>& values) {
  for (std::size_t i = 0; i < feature_count; ++i) values[i] = required_real(table, feature_names[i]);
}

template <class Read>
void read_table(Manifest& manifest, std::string_view key, Read read) {
  if (auto table = manifest.table(key))
    read(*table);
  else if (!manifest.has(key))
    manifest.fault(key, "has no table [" + std::string(key) + "]", "add it: bench_freetext writes it");
}

Faults read_weights(const std::string& path, std::string_view text, FreeTextModel& model) {
  auto manifest = Manifest::read(path, text);
  if (!manifest) return manifest.error();
  const auto read_set = [](Weights& set) {
    return [&set](Manifest& table) {
      set.start = required_real(table, "start");
      read_features(table, set.feature);
    };
  };
  read_table(*manifest, "usual", [&](Manifest& table) { read_features(table, model.usual); });
  read_table(*manifest, "alone", read_set(model.alone));
  read_table(*manifest, "in_company", read_set(model.in_company));
  return manifest->finish();
}

// Keys are rarities, "2.25"; their values the stems that are so rare.
void read_rarities(Manifest& table, Background& background) {
  for (const auto& key : table.keys()) {
    float rarity = 0;
    const auto* const end = key.data() + key.size();
    const auto [read, error] = std::from_chars(key.data(), end, rarity);
    const auto stems = table.texts(key);
    if (error != std::errc() || read != end || rarity <= 0)
      table.fault(key, "'" + key + "' is no rarity", "write a number above 0, such as \"2.25\"");
    for (const auto& stem : stems) background.rarity[stem] = rarity;
  }
}

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

}  // namespace

Checked<Background> read_background(const std::string& path, std::string_view text) {
  auto manifest = Manifest::read(path, text);
  if (!manifest) return tl::make_unexpected(manifest.error());
  Background background;
  background.rarest = static_cast<float>(required_real(*manifest, "rarest"));
  for (auto& word : manifest->texts("function_words")) background.function_words.insert(std::move(word));
  read_table(*manifest, "rarity", [&](Manifest& table) { read_rarities(table, background); });
  if (auto faults = manifest->finish(); !faults.empty()) return tl::make_unexpected(std::move(faults));
  return background;
}

Checked<FreeTextModel> read_free_text_model(const std::string& weights_path, std::string_view weights,
                                            const std::string& background_path, std::string_view background) {
  FreeTextModel model;
  auto faults = read_weights(weights_path, weights, model);
  auto words = read_background(background_path, background);
  if (words)
    model.background = *std::move(words);
  else
    add(faults, words.error());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return model;
}

double Contributions::sum() const { return std::accumulate(feature.begin(), feature.end(), start); }

Contributions contributions(const FreeTextModel& model, const Features& features, float company) {
  const double with = company, without = 1.0 - with;
  Contributions result{.start = without * model.alone.start + with * model.in_company.start};
  for (std::size_t i = 0; i < feature_count; ++i) {
    const double weight = without * model.alone.feature[i] + with * model.in_company.feature[i];
    result.feature[i] = weight * (static_cast<double>(features[i]) - model.usual[i]);
  }
  return result;
}

double logistic(double logit) { return 1 / (1 + std::exp(-logit)); }

}  // namespace runner::review
