#include "stage.hpp"

#include <algorithm>

#include "runner/exercise/stand.hpp"

using namespace runner::session;

TEST_CASE("nothing planted is the sound tree, everything planted differs where the defects stand") {
  const auto sound = set_stage(real_exercise(), {});
  REQUIRE(sound);
  CHECK(sound->planted.tree == real_exercise().tree);
  CHECK(full_stage().planted.stands.size() == full_stage().chosen.size());
  for (const auto& stand : full_stage().planted.stands)
    for (const auto& place : stand.places) {
      INFO(stand.defect);
      const auto* text = runner::exercise::text_of(full_stage().planted.tree, place.path);
      REQUIRE(text);
      CHECK(detectors::source::SourceFile(place.path, *text).has(place.lines.last));
    }
}

TEST_CASE("any subset can be planted, and only what was chosen changes") {
  const auto& defects = real_exercise().defects;
  for (std::size_t mask = 1; mask < (std::size_t{1} << defects.size()); mask = mask * 3 + 1) {
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < defects.size(); ++i)
      if ((mask >> i) & 1U) chosen.push_back(defects[i].id);
    const auto stage = set_stage(real_exercise(), chosen);
    REQUIRE(stage);
    CHECK(stage->chosen == chosen);
    CHECK(stage->planted.tree != real_exercise().tree);
  }
}

TEST_CASE("a defect that does not exist is a fault that names the nearest") {
  auto misspelt = real_exercise().defects.front().id;
  misspelt.pop_back();
  const auto stage = set_stage(real_exercise(), {misspelt});
  REQUIRE(!stage);
  CHECK(stage.error()[0].remedy.find(real_exercise().defects.front().id) != std::string::npos);
}

TEST_CASE("the same choice gives the same commit ids, another choice another change on the same base") {
  const auto ids = [](std::vector<std::string> chosen) {
    const auto stage = set_stage(real_exercise(), std::move(chosen));
    REQUIRE(stage);
    const auto plan = repository_of(*stage);
    REQUIRE(plan);
    const auto found = runner::git::predict_ids(*plan);
    REQUIRE(found);
    return *found;
  };
  const auto all = all_defects(real_exercise());
  const auto first = ids(all), again = ids(all), one = ids({all.front()});
  CHECK(first.base_commit == again.base_commit);
  CHECK(first.change_commit == again.change_commit);
  CHECK(first.base_commit == one.base_commit);
  CHECK(first.change_commit != one.change_commit);
}

TEST_CASE("the key knows every defect with its class, its places and its words") {
  const TestHouse at;
  const auto catalog = load_catalog(at.house);
  REQUIRE(catalog);
  const auto key = key_of(full_stage(), *catalog);
  REQUIRE(key);
  CHECK(key->defects.size() == full_stage().chosen.size());
  for (const auto& defect : key->defects) {
    INFO(defect.id);
    CHECK((!defect.places.empty() || defect.absence));
    CHECK(!defect.class_words.cause.empty());
    CHECK(!defect.pattern.empty());
  }
  CHECK(key->decoys.size() == real_exercise().decoys.size());
  const auto changed =
      std::count_if(key->code.begin(), key->code.end(), [](const auto& file) { return file.in_change; });
  CHECK(static_cast<std::size_t>(changed) == change_of(full_stage()).size());
}
