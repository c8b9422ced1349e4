// The rules as a book: a page for each class; and rules of one's own, begun and proved.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "runner/session/detect_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

[[nodiscard]] Checked<std::vector<ClassPage>> rule_book(const House& house);
[[nodiscard]] RulePage page_of(const detectors::Catalog& catalog, std::size_t rule);

struct RulesTested {
  std::size_t rules = 0, examples = 0, fixtures = 0;
};
// Runs the examples of every rule below <folder>/rules, and every <folder>/fixtures/<class>/<name>.<ending>.
// What does not hold is a fault with its place.
[[nodiscard]] Checked<RulesTested> test_rules(const House& house, const std::filesystem::path& folder);

// A class that does not exist is a fault that names the nearest ones.
[[nodiscard]] Checked<std::monostate> known_class(const House& house, const std::string& class_id);

// Writes <folder>/rules/<class>/<rule>.toml, commented, whose examples hold already. Gives its path.
[[nodiscard]] Checked<std::filesystem::path> new_rule(const House& house, const std::filesystem::path& folder,
                                                      const std::string& class_id, const std::string& rule);

}  // namespace runner::session
