#include "detectors/rules.hpp"

#include <filesystem>

#include "data.hpp"

namespace fs = std::filesystem;

// A team's rule is of high confidence unless it says otherwise. Ours are measured: none is so by oversight.
TEST_CASE("every rule of the house says how sure it is") {
  int rules = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source_tree("/detectors/rules"))) {
    if (entry.path().extension() != ".toml") continue;
    const auto text = read_file(entry.path().string());
    CAPTURE(entry.path().filename().string());
    CHECK((text.find("\nconfidence = ") != std::string::npos ||
           text.find("\n[[high-confidence]]") != std::string::npos));
    ++rules;
  }
  CHECK(rules >= 100);
}

TEST_CASE("a rule is sure in every language that its tables name, and says when") {
  for (const auto& rule : real_catalog().rules->rules)
    for (const auto& high : rule.high) {
      CAPTURE(rule.id);
      CHECK(!high.languages.empty());
      CHECK(!high.when.starts_with("when"));
      CHECK(!high.when.ends_with("."));
    }
}
