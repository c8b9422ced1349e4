#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "runner/exercise/reading.hpp"

namespace runner::exercise {
namespace {

using detectors::source::Manifest;

constexpr std::array<std::string_view, 3> severities{"blocker", "major", "minor"};
constexpr std::array<std::string_view, 3> roles{"related", "neutral", "primary"};

review::PlaceRole role_named(std::string_view name) {
  if (name == "primary") return review::PlaceRole::primary;
  return name == "neutral" ? review::PlaceRole::neutral : review::PlaceRole::related;
}

double read_weight(Manifest& manifest) {
  const auto weight = manifest.real("weight");
  if (weight && *weight > 0 && std::isfinite(*weight)) return *weight;
  if (weight) manifest.fault("weight", fmt::format("'weight' is {}", *weight), "write a number above 0");
  if (!manifest.has("weight"))
    manifest.fault("weight", "'weight' is missing", "add weight = 1, or more for what matters more");
  return 1;
}

void read_detectable(Manifest& manifest, PlantedDefect& defect) {
  const auto detector = manifest.text("detector");
  const auto reason = manifest.text("detector_reason");
  if (detector && *detector != "none")
    manifest.fault("detector", fmt::format("'detector' is \"{}\"", *detector),
                   "write \"none\", or remove it: a detector is expected");
  if (detector && (!reason || reason->empty()))
    manifest.fault("detector", "'detector' is \"none\" without a reason", "add detector_reason");
  if (reason && !detector)
    manifest.fault("detector_reason", "'detector_reason' stands without detector = \"none\"",
                   "add that, or remove the reason");
  if (!detector) return;
  defect.detectable = Detectable::no;
  defect.undetectable_reason = reason.value_or("");
}

detectors::source::Words read_words(Manifest& manifest) {
  auto table = manifest.table("words");
  if (!table) return {};
  return {.topic = table->texts("topic"),
          .cause = table->texts("cause"),
          .effect = table->texts("effect"),
          .remedy = table->texts("remedy"),
          .wrong_remedy = table->texts("wrong_remedy")};
}

void read_excludes(Manifest& manifest, const KnownIds& known, PlantedDefect& defect) {
  defect.excludes = manifest.texts("excludes");
  for (const auto& id : defect.excludes) {
    check_known_id(manifest, "excludes", id, known.defects);
    if (id == defect.id) manifest.fault("excludes", "the defect excludes itself", "remove its own id");
  }
}

PlaceRef read_place(Manifest& table) {
  PlaceRef place;
  require_text(table, "path", place.path);
  if (const auto unsafe = unsafe_path(place.path); !place.path.empty() && unsafe)
    table.fault("path", fmt::format("'path' {}", *unsafe), "write a path below tree/");
  place.code = table.text("code").value_or("");
  place.symbol = table.text("symbol").value_or("");
  const bool has_code = place.code.find_first_not_of(" \t\r\n") != std::string::npos;
  if (has_code == !place.symbol.empty())
    table.fault(
        "code",
        has_code ? "the place has both 'code' and 'symbol'" : "the place has neither 'code' nor 'symbol'",
        "write one of them");
  if (table.has("role")) place.role = role_named(table.required_choice("role", roles));
  return place;
}

// A patch that has no hunk and neither makes nor removes a file plants nothing.
bool plants_something(std::string_view patch) {
  for (std::size_t at = 0; at < patch.size();) {
    const auto end = std::min(patch.find('\n', at), patch.size());
    const auto line = patch.substr(at, end - at);
    if (line.starts_with("@@ -") || line.starts_with("new file mode") ||
        line.starts_with("deleted file mode"))
      return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::vector<PlaceRef> read_places(Manifest& manifest) {
  std::vector<PlaceRef> places;
  for (auto& table : manifest.tables("places")) places.push_back(read_place(table));
  return places;
}

PlantedDefect read_defect(const Folder& folder, const KnownIds& known, const std::string& id,
                          Faults& faults) {
  const auto base = "defects/" + id;
  PlantedDefect defect{.id = id};
  defect.plant_patch = text_at(folder, base + "/plant.patch");
  defect.proof_name = proof_name(folder, id);
  defect.proof = text_at(folder, base + "/" + defect.proof_name);
  auto manifest =
      Manifest::read(folder.name + "/" + base + "/defect.toml", text_at(folder, base + "/defect.toml"));
  if (!manifest) {
    faults.insert(faults.end(), manifest.error().begin(), manifest.error().end());
    return defect;
  }
  require_text(*manifest, "class", defect.class_id);
  const auto severity = detectors::source::severity_named(manifest->required_choice("severity", severities));
  defect.severity = severity.value_or(defect.severity);
  defect.weight = read_weight(*manifest);
  require_text(*manifest, "title", defect.title);
  require_text(*manifest, "why", defect.why);
  require_text(*manifest, "fix", defect.fix);
  read_excludes(*manifest, known, defect);
  defect.absence = manifest->boolean("absence").value_or(false);
  read_detectable(*manifest, defect);
  defect.near_misses = manifest->texts("near_misses");
  defect.follow_ups = manifest->texts("follow_ups");
  defect.words = read_words(*manifest);
  defect.places = read_places(*manifest);
  const auto found = manifest->finish();
  faults.insert(faults.end(), found.begin(), found.end());
  if (!defect.plant_patch.empty() && !plants_something(defect.plant_patch))
    faults.push_back({folder.name + "/" + base + "/plant.patch",
                      {},
                      "changes nothing, so the defect has no place",
                      "make it with `git diff` from the sound tree to the defective one"});
  return defect;
}

DecoyPlace read_decoy(const Folder& folder, const std::string& id, Faults& faults) {
  DecoyPlace decoy{.id = id};
  const auto path = "decoys/" + id + ".toml";
  auto manifest = Manifest::read(folder.name + "/" + path, text_at(folder, path));
  if (!manifest) {
    faults.insert(faults.end(), manifest.error().begin(), manifest.error().end());
    return decoy;
  }
  require_text(*manifest, "title", decoy.title);
  decoy.class_id = manifest->text("class").value_or("");
  require_text(*manifest, "reason", decoy.reason);
  decoy.false_alarm = manifest->texts("false_alarm");
  if (!manifest->has("false_alarm"))
    manifest->fault("false_alarm", "'false_alarm' is missing",
                    "add the phrases by which people would call it a defect");
  decoy.places = read_places(*manifest);
  if (!manifest->has("places"))
    manifest->fault("places", "the decoy has no place", "add [[places]] with a path and code, or a symbol");
  const auto found = manifest->finish();
  faults.insert(faults.end(), found.begin(), found.end());
  return decoy;
}

}  // namespace runner::exercise
