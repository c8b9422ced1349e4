// `seedfault match`: comments against a key of free text, without an exercise and without an attempt.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "runner/review/freetext.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

struct MatchRequest {
  std::filesystem::path
      key;  // {"defects": [{"id", "description", "class"?, "title"?, "severity"?, "file"?, …}]}
  std::filesystem::path comments;  // {"comments": [{"id", "body", "file"?, "start_line"?, "end_line"?}]}
  std::optional<std::filesystem::path> tree;  // the code that both speak of
};

struct Matched {
  review::FreeKey key;
  review::FreeMatching matching;
  std::vector<std::string>
      notes;  // what was given and could not be used: an unknown class, a file that is not in the tree
};

inline constexpr std::size_t most_free_defects = 500;
inline constexpr std::size_t most_free_comments = 5000;  // all of them are compared with each other
inline constexpr std::uintmax_t largest_source = std::uintmax_t{2}
                                                 << 20U;  // bytes; a larger file of the tree is not read

[[nodiscard]] Checked<Matched> match(const House& house, const MatchRequest& request);

// The parts. Keys that are not known are left alone: such files often carry more than is needed here.
[[nodiscard]] Checked<std::vector<review::FreeDefect>> read_free_defects(const std::string& path,
                                                                         std::string_view json);
[[nodiscard]] Checked<std::vector<review::FreeComment>> read_free_comments(const std::string& path,
                                                                           std::string_view json);

// The outlines of the files that both a defect and a comment name. Only regular files below `tree` are read,
// whatever a path or a link says.
[[nodiscard]] std::vector<review::FreeFile> read_outlines(const std::filesystem::path& tree,
                                                          const review::FreeKey& key,
                                                          std::vector<std::string>& notes);

}  // namespace runner::session
