// Rules that a team has for another tool, taken over as rules of their own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "runner/session/house.hpp"

namespace runner::session {

struct ImportedRule {
  std::string id;
  std::filesystem::path path;         // of the file that was written; "" when the rule was not taken
  std::vector<std::string> left_out;  // what has no counterpart
  std::string doubt;                  // why its examples do not hold yet; "" when they do
};

// Writes <folder>/rules/<class>/<rule>.toml for each rule of the file and tries its examples. A file that is
// there already is a fault, and nothing is written then.
[[nodiscard]] Checked<std::vector<ImportedRule>> import_rules(const House& house,
                                                              const std::filesystem::path& file,
                                                              const std::filesystem::path& folder,
                                                              const std::string& class_id);

}  // namespace runner::session
