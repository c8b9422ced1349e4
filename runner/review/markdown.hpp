// A comment's Markdown as a flat list of blocks in order; block quotes are left out, for they are someone
// else's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runner::review {

enum class BlockKind { paragraph, heading, item, row, code, suggestion };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;               // plain: emphasis, links and backticks gone, their contents kept
  std::vector<std::string> code;  // what stood in backticks, in order
  std::vector<std::string> urls;  // of the links in it
  std::string info;               // of a fence: "python", "suggestion:-1+2"
  int depth = 0;                  // of an item's list: 1 for the outermost; of a block inside an item too
  bool opens = false;             // the first block of its item
};

[[nodiscard]] std::vector<Block> read_markdown(std::string_view text);

}  // namespace runner::review
