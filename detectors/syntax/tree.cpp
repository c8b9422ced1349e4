#include "detectors/syntax/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "detectors/source/file.hpp"
#include "detectors/syntax/grammar.hpp"

namespace detectors::syntax {

// Walks tree-sitter's tree with a cursor, never with recursion: the depth of the text must not be our stack's
// depth.
struct Builder {
  Tree tree;
  const Limits& limits;
  bool too_deep = false;
  bool too_many = false;

  void add(const TSTreeCursor& cursor, NodeId parent, std::uint32_t depth) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const auto begin = ts_node_start_byte(node);
    if (!tree.first_error_ && (ts_node_is_error(node) || ts_node_is_missing(node))) tree.first_error_ = begin;
    tree.nodes_.push_back({.kind = ts_node_symbol(node),
                           .field = ts_tree_cursor_current_field_id(&cursor),
                           .named = ts_node_is_named(node),
                           .begin = begin,
                           .end = ts_node_end_byte(node),
                           .parent = parent,
                           .after = 0,
                           .depth = depth});
  }

  Builder(std::shared_ptr<const std::string> text, Language language, const Limits& bounds) : limits(bounds) {
    tree.text_ = std::move(text);
    tree.language_ = language;
  }

  // Closes the subtrees from `at` up to, and without, depth `depth`; gives the parent at that depth.
  NodeId close(NodeId at, std::uint32_t depth) {
    while (at != no_node && tree.nodes_[at].depth >= depth) {
      tree.nodes_[at].after = tree.size();
      at = tree.nodes_[at].parent;
    }
    return at;
  }

  void walk(const TSTree* parsed) {
    const auto root = ts_tree_root_node(parsed);
    tree.nodes_.reserve(std::min<std::size_t>(ts_node_descendant_count(root), limits.nodes));
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    NodeId parent = no_node;
    std::uint32_t depth = 0;
    bool more = true;
    while (more) {
      add(cursor, parent, depth);
      if (tree.nodes_.size() >= limits.nodes) {
        too_many = true;
        break;
      }
      const NodeId at = tree.size() - 1;
      if (depth < limits.levels && ts_tree_cursor_goto_first_child(&cursor)) {
        parent = at;
        ++depth;
        continue;
      }
      if (depth == limits.levels && ts_node_child_count(ts_tree_cursor_current_node(&cursor)) > 0)
        too_deep = true;
      while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)) && ts_tree_cursor_goto_parent(&cursor))
        --depth;
      parent = close(at, depth);
    }
    ts_tree_cursor_delete(&cursor);
    if (!tree.nodes_.empty()) close(tree.size() - 1, 0);
  }
};

namespace {

// tree-sitter asks once every hundred steps.
constexpr std::uint64_t steps_per_question = 100;

// Of this thread alone: what else the host does costs nothing.
double seconds_worked() {
  timespec now{};
  (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Budget {
  std::uint64_t left;
  std::uint64_t left_after_error;
  double end;
};

bool take(std::uint64_t& left) {
  if (left < steps_per_question) return false;
  left -= steps_per_question;
  return true;
}

bool spent(TSParseState* state) {
  auto& budget = *static_cast<Budget*>(state->payload);
  if (!take(budget.left) || (state->has_error && !take(budget.left_after_error))) return true;
  return seconds_worked() > budget.end;
}

const char* read_text(void* payload, std::uint32_t offset, TSPoint /*position*/, std::uint32_t* count) {
  const auto& text = *static_cast<const std::string*>(payload);
  *count = offset < text.size() ? static_cast<std::uint32_t>(text.size() - offset) : 0;
  return offset < text.size() ? text.data() + offset : "";
}

TreeHandle parse_bounded(const std::string& text, Language language, const Limits& limits) {
  // One a thread: what it has allocated serves the next file.
  static thread_local const ParserHandle parser(ts_parser_new());
  ts_parser_reset(parser.get());  // the last text may have been given up half-way
  if (!ts_parser_set_language(parser.get(), grammar(language))) return nullptr;
  Budget budget{limits.steps, limits.steps_after_error, seconds_worked() + limits.seconds};
  TSInput input{.payload = const_cast<std::string*>(&text),  // tree-sitter's callback only reads it
                .read = read_text,
                .encoding = TSInputEncodingUTF8,
                .decode = nullptr};
  const TSParseOptions options{.payload = &budget, .progress_callback = spent};
  return TreeHandle(ts_parser_parse_with_options(parser.get(), nullptr, input, options));
}

}  // namespace

std::optional<std::string> unreadable(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes)
    return fmt::format("{} bytes: larger than {} MiB, not looked at", text.size(), limits.bytes >> 20U);
  if (!source::looks_like_text(text)) return "holds a NUL byte: not a text, not looked at";
  return std::nullopt;
}

Parsed parse(std::string_view text, Language language, const Limits& limits) {
  Parsed result;
  const auto refuse = [&](std::string note) {
    result.notes.push_back(std::move(note));
    return result;
  };
  if (auto why = unreadable(text, limits)) return refuse(std::move(*why));
  const auto owned = std::make_shared<const std::string>(text);
  Builder builder(owned, language, limits);
  const auto parsed = parse_bounded(*owned, language, limits);
  if (!parsed) return refuse("takes too many steps to parse, not looked at");
  builder.walk(parsed.get());
  if (builder.too_deep)
    result.notes.push_back(
        fmt::format("more than {} levels deep: what is deeper is not looked at", limits.levels));
  if (builder.too_many)
    result.notes.push_back(fmt::format("more than {} nodes: what follows is not looked at", limits.nodes));
  result.tree = std::move(builder.tree);
  return result;
}

std::string_view Tree::kind(NodeId id) const {
  const char* text = ts_language_symbol_name(grammar(language_), nodes_[id].kind);
  return text ? text : "";
}

std::string_view Tree::field(NodeId id) const {
  if (nodes_[id].field == 0) return {};
  const char* text = ts_language_field_name_for_id(grammar(language_), nodes_[id].field);
  return text ? text : "";
}

std::string_view Tree::slice(NodeId id) const {
  return text().substr(nodes_[id].begin, nodes_[id].end - nodes_[id].begin);
}

NodeId Tree::next_sibling(NodeId id) const {
  const auto after = nodes_[id].after;
  return nodes_[id].parent != no_node && after < nodes_[nodes_[id].parent].after ? after : no_node;
}

NodeId Tree::child_by_field(NodeId id, std::string_view field) const {
  const auto wanted = ts_language_field_id_for_name(grammar(language_), field.data(),
                                                    static_cast<std::uint32_t>(field.size()));
  for (auto child = first_child(id); child != no_node; child = next_sibling(child))
    if (wanted != 0 && nodes_[child].field == wanted) return child;
  return no_node;
}

}  // namespace detectors::syntax
