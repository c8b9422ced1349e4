// What a tool or an AI reviewer says of an exercise, as a yardstick beside people's attempts. Kept apart from
// them; scored as they are.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/import.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct BaselineRequest {
  std::string exercise;
  std::string format;           // "" guesses
  std::string path;             // of the file, for messages and for a name where none is given
  std::string text;             // of the file
  std::string name;             // "": that of the tool in the file, else the file's
  std::optional<Attempt> like;  // the same defects planted as for this attempt; none: all of them
  enum class Existing { keep, replace } existing = Existing::keep;
};

struct BaselineAdded {
  Attempt baseline;  // its id is "<exercise>@<name>", its candidate the name
  ImportResult result;
};

// Faults: those of the importer, a name that is taken, a name that is none (letters, digits, "._-"), an
// attempt of another exercise.
[[nodiscard]] Checked<BaselineAdded> add_baseline(const House& house, const BaselineRequest& request);

[[nodiscard]] Checked<std::vector<Attempt>> list_baselines(const House& house, const std::string& exercise);
[[nodiscard]] Checked<Attempt> find_baseline(const House& house,
                                             const std::string& id);  // "<exercise>@<name>"
[[nodiscard]] Checked<std::monostate> remove_baseline(const House& house, const Attempt& baseline);
[[nodiscard]] Checked<Scored> score_baseline(const House& house, const Attempt& baseline);

}  // namespace runner::session
