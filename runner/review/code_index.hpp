// The key's code, made quick to ask: files by the paths that people write, lines of the old text in the new
// one, and whether words were copied from it or from what was given with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "runner/review/key.hpp"

namespace runner::review {

struct CodeIndex {
  const Key* key = nullptr;
  std::vector<std::vector<int>>
      after_of_before;  // by file: line n of `before` (1-based) stands at or behind this
  std::unordered_set<std::uint64_t>
      rows;  // hashes of the rows of one to three words of all that was given, for copies; never iterated
};

[[nodiscard]] CodeIndex index_code(const Key& key);

// The file that a person means by `path`: the path itself, or its last parts when only one file ends so.
[[nodiscard]] std::optional<std::size_t> file_meant(const CodeIndex& index, std::string_view path);

// Lines of one side as lines of the new text; a removed line is where it stood.
[[nodiscard]] LineSpan lines_after(const CodeIndex& index, std::size_t file, LineSpan lines, Side side);

// Nearly all of the words, in their order, stand in the code or in what was given with it: a quotation says
// nothing. Never true of fewer than four words.
[[nodiscard]] bool copied(const CodeIndex& index, std::string_view text);

// Up to three words that stand so in what was given: what is left of a copy when it is cut into claims.
[[nodiscard]] bool piece_of_copy(const CodeIndex& index, std::string_view text);

// The same, written as code ("server.Close()") and standing so in the code: it says nothing by itself.
[[nodiscard]] bool pasted(const CodeIndex& index, std::string_view text);

}  // namespace runner::review
