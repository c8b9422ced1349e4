// A parsed text as a flat array of nodes in preorder: no walk over it recurses, and a subtree is a range of
// indices.
//
//     0 module           parent none, after 5
//     1   call           parent 0,    after 5     [1, 5) is the call with everything in it
//     2     identifier   parent 1,    after 3
//     3     argument_list
//     4       (
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/position.hpp"
#include "detectors/syntax/language.hpp"

namespace detectors::syntax {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffff;

struct Node {
  std::uint16_t kind = 0;   // the grammar's symbol
  std::uint16_t field = 0;  // the name under which the parent holds it; 0: none
  bool named = false;       // false: a token such as "(" or "async"
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeId parent = no_node;
  NodeId after = 0;  // one past the last node of the subtree
  std::uint32_t depth = 0;
};

// What a file may cost. Counted in the parser's steps, so that a scan gives the same on every host; only
// where a text is so broken that single steps become dear does the clock have the last word, that of the
// thread's own work.
struct Limits {
  std::size_t bytes = std::size_t{4} << 20U;
  std::uint32_t levels = 10'000;
  std::size_t nodes = 2'000'000;
  std::uint64_t steps = 60'000'000;
  std::uint64_t steps_after_error = 100'000;
  double seconds = 3;
};

class Tree {
 public:
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string_view text() const { return *text_; }
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] std::string_view kind(NodeId id) const;
  [[nodiscard]] std::string_view field(NodeId id) const;  // "" for none
  [[nodiscard]] std::string_view slice(NodeId id) const;
  [[nodiscard]] source::ByteSpan bytes(NodeId id) const { return {nodes_[id].begin, nodes_[id].end}; }
  [[nodiscard]] bool inside(NodeId inner, NodeId outer) const {
    return inner >= outer && inner < nodes_[outer].after;
  }
  [[nodiscard]] NodeId child_by_field(NodeId id, std::string_view field) const;  // no_node when there is none
  [[nodiscard]] NodeId first_child(NodeId id) const { return id + 1 < nodes_[id].after ? id + 1 : no_node; }
  [[nodiscard]] NodeId next_sibling(NodeId id) const;
  // Offset of the first place that does not parse.
  [[nodiscard]] std::optional<std::size_t> first_error() const { return first_error_; }

 private:
  friend struct Builder;
  Language language_ = Language::python;
  std::shared_ptr<const std::string> text_;
  std::vector<Node> nodes_;
  std::optional<std::size_t> first_error_;
};

struct Parsed {
  std::optional<Tree> tree;        // none: not looked at, the notes say why
  std::vector<std::string> notes;  // what is missing from the tree
};

// Why a text is not even tried: too large, or no text.
[[nodiscard]] std::optional<std::string> unreadable(std::string_view text, const Limits& limits = {});
[[nodiscard]] Parsed parse(std::string_view text, Language language, const Limits& limits = {});

}  // namespace detectors::syntax
