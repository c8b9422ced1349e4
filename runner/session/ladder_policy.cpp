// A team's thresholds of the ladder: ladder.toml beside the store.
#include <filesystem>

#include "detectors/source/manifest.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

using detectors::source::Manifest;

void read_integer(Manifest& manifest, const char* key, int& into, int most) {
  const auto value = manifest.integer(key);
  if (!value) return;
  if (*value < 0 || *value > most)
    manifest.fault(key, "is out of range", "use a whole number from 0 to " + std::to_string(most));
  else
    into = static_cast<int>(*value);
}

void read_real(Manifest& manifest, const char* key, double& into, double least, double most) {
  const auto value = manifest.real(key);
  if (!value) return;
  if (!(*value >= least && *value <= most))
    manifest.fault(key, "is out of range",
                   least < 0 ? "use a number from -1 to 1" : "use a number of levels from 0 to 4");
  else
    into = *value;
}

void read_bar(Manifest& manifest, const char* key, measure::Bar& bar) {
  auto table = manifest.table(key);
  if (!table) return;
  read_integer(*table, "packs", bar.packs, 1000);
  read_integer(*table, "ratings", bar.ratings, 100000);
  read_real(*table, "weighted_kappa", bar.weighted_kappa, -1, 1);
  read_real(*table, "bias", bar.bias, 0, 4);
}

}  // namespace

Checked<measure::LadderPolicy> ladder_policy(const House& house) {
  const auto path = house.store / "ladder.toml";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return measure::LadderPolicy{};
  const auto text = read_file(path);
  if (!text) return tl::make_unexpected(text.error());
  auto manifest = Manifest::read(path.string(), *text);
  if (!manifest) return tl::make_unexpected(manifest.error());
  measure::LadderPolicy policy;
  read_bar(*manifest, "observer", policy.observer);
  read_bar(*manifest, "shadow", policy.shadow);
  read_bar(*manifest, "reverse-shadow", policy.reverse_shadow);
  read_bar(*manifest, "lapsed", policy.lapsed);
  read_integer(*manifest, "lapse_days", policy.lapse_days, 36500);
  read_integer(*manifest, "failed_anchors", policy.failed_anchors, 1000);
  read_integer(*manifest, "anchor_days", policy.anchor_days, 36500);
  read_real(*manifest, "anchor_distance", policy.anchor_distance, 0, 4);
  if (auto faults = manifest->finish(); !faults.empty()) return tl::make_unexpected(std::move(faults));
  return policy;
}

}  // namespace runner::session
