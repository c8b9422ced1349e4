// YAML as a value, and JSON as a part of it: what other people's tools write. Bounded: a text that is nested
// too deeply, or whose aliases unfold to more than a person writes, is a fault.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"

namespace detectors::source {

struct YamlEntry;

struct Yaml {
  enum class Kind { none, text, list, map };
  Kind kind = Kind::none;
  std::string text;                // of a text: without its quotes
  bool quoted = false;             // "true" and true are told apart by it
  Line line;                       // where it begins; of a map's value where its key stands
  std::vector<YamlEntry> entries;  // of a map, in order; of a list under ""

  // nullptr when it is no map, or has no such key; of a key that stands twice the first.
  [[nodiscard]] const Yaml* find(std::string_view key) const;
  [[nodiscard]] bool is_text() const { return kind == Kind::text; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_true() const { return kind == Kind::text && !quoted && text == "true"; }
  // Of a text itself, of a list each of its texts.
  [[nodiscard]] std::vector<std::string> texts() const;
};

struct YamlEntry {
  std::string key;
  Yaml value;
};

// One for each document of the text.
[[nodiscard]] Checked<std::vector<Yaml>> read_yaml(const std::string& path, const std::string& text);

}  // namespace detectors::source
