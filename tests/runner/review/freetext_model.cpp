#include "runner/review/freetext_model.hpp"

#include <fmt/format.h>

#include "tests/runner/review/freetext.hpp"

namespace {

using namespace runner::review;

std::string weights(std::string_view without = "") {
  std::string text;
  for (const auto* table : {"usual", "alone", "in_company"}) {
    text += fmt::format("[{}]\n", table);
    if (std::string_view(table) != "usual") text += "start = -1\n";
    for (const auto name : feature_names)
      if (name != without)
        text += fmt::format("{} = {}\n", name, std::string_view(table) == "in_company" ? 3 : 1);
  }
  return text;
}

const std::string background = "rarest = 8.0\nfunction_words = [\"the\"]\n[rarity]\n\"2.25\" = [\"be\"]\n";

TEST_CASE("what is written is what is read") {
  const auto model = read_free_text_model("w", weights(), "b", background);
  REQUIRE(model);
  CHECK(model->alone.start == -1);
  CHECK(model->in_company.feature[0] == 3);
  CHECK(model->background.rarity.at("be") == 2.25F);
  CHECK(model->background.rarest == 8);
}

TEST_CASE("faults name the file and what is missing, all at once") {
  const auto model = read_free_text_model("w.toml", weights("pairs") + "[other]\n", "b.toml",
                                          "rarest = 1\n[rarity]\nx = []\n");
  REQUIRE(!model);
  std::string all;
  for (const auto& fault : model.error()) all += to_string(fault) + "\n";
  CAPTURE(all);
  CHECK(all.find("w.toml") != std::string::npos);
  CHECK(all.find("has no 'pairs'") != std::string::npos);
  CHECK(all.find("unknown key 'other'") != std::string::npos);
  CHECK(all.find("'x' is no rarity") != std::string::npos);
}

TEST_CASE("weights are blended by company, and counted from what is usual") {
  const auto model = read_free_text_model("w", weights(), "b", background);
  REQUIRE(model);
  Features features{};
  features.fill(1);
  features[3] = 2;
  CHECK(contributions(*model, features, 0).sum() == doctest::Approx(-1 + 1));
  CHECK(contributions(*model, features, 1).sum() == doctest::Approx(-1 + 3));
  CHECK(contributions(*model, features, 0.5F).feature[3] == doctest::Approx(2));
}

TEST_CASE("the shipped data is sound") {
  CHECK(free_text_model().background.rarity.size() > 1000);
  CHECK(free_text_model().background.function_words.contains("the"));
  CHECK(free_text_model().alone.start < 0);
}

TEST_CASE("the logistic function") {
  CHECK(logistic(0) == 0.5);
  CHECK(logistic(2) == doctest::Approx(0.880797));
  CHECK(logistic(-1000) == 0);
}

}  // namespace
