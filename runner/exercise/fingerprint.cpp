// What of an exercise the digest covers. Each value is written with its name and length, so that no two
// states of an exercise read the same.
#include <fmt/format.h>

#include "runner/exercise/digest.hpp"

namespace runner::exercise {
namespace {

struct Record {
  std::string bytes;

  void add(std::string_view name, std::string_view value) {
    bytes += fmt::format("{} {}:{}\n", name, value.size(), value);
  }
  void add(std::string_view name, const std::vector<std::string>& values) {
    add(name, fmt::format("{}", values.size()));
    for (const auto& value : values) add("-", value);
  }
  void add(std::string_view name, const Tree& tree) {
    add(name, fmt::format("{}", tree.size()));
    for (const auto& file : tree) {
      add("path", file.path);
      add("text", file.text);
    }
  }
  void add(std::string_view name, const std::vector<PlaceRef>& places) {
    add(name, fmt::format("{}", places.size()));
    for (const auto& place : places) {
      add("path", place.path);
      add("code", place.code);
      add("symbol", place.symbol);
      add("role", fmt::format("{}", static_cast<int>(place.role)));
    }
  }
};

void add_words(Record& record, const detectors::source::Words& words) {
  record.add("topic", words.topic);
  record.add("cause", words.cause);
  record.add("effect", words.effect);
  record.add("remedy", words.remedy);
  record.add("wrong remedy", words.wrong_remedy);
}

void add_defect(Record& record, const PlantedDefect& defect) {
  record.add("defect", defect.id);
  record.add("class", defect.class_id);
  record.add("severity", to_string(defect.severity));
  record.add("weight", fmt::format("{}", defect.weight));
  record.add("title", defect.title);
  record.add("why", defect.why);
  record.add("fix", defect.fix);
  record.add("excludes", defect.excludes);
  record.add("absence", defect.absence ? "yes" : "no");
  record.add("detectable", defect.detectable == Detectable::yes ? "yes" : "no");
  record.add("places", defect.places);
  add_words(record, defect.words);
  record.add("near misses", defect.near_misses);
  record.add("patch", defect.plant_patch);
  record.add("proof name", defect.proof_name);
  record.add("proof", defect.proof);
}

void add_decoy(Record& record, const DecoyPlace& decoy) {
  record.add("decoy", decoy.id);
  record.add("title", decoy.title);
  record.add("class", decoy.class_id);
  record.add("places", decoy.places);
  record.add("reason", decoy.reason);
  record.add("false alarm", decoy.false_alarm);
}

}  // namespace

std::string digest(const Exercise& exercise) {
  Record record;
  record.add("exercise", exercise.id);
  record.add("version", exercise.version);
  record.add("language", exercise.language);
  record.add("toolchain", exercise.toolchain);
  record.add("at least", fmt::format("{}", exercise.plant.at_least));
  record.add("at most", fmt::format("{}", exercise.plant.at_most));
  record.add("always", exercise.plant.always);
  record.add("tree", exercise.tree);
  record.add("before", exercise.before_patch);
  for (const auto& defect : exercise.defects) add_defect(record, defect);
  for (const auto& decoy : exercise.decoys) add_decoy(record, decoy);
  return sha256(record.bytes);
}

}  // namespace runner::exercise
