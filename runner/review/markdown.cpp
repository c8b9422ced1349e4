#include "runner/review/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cctype>
#include <memory>
#include <mutex>

namespace runner::review {
namespace {

struct DeleteParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct DeleteNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct DeleteIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string text_of(const char* bytes) { return bytes == nullptr ? std::string() : std::string(bytes); }

std::unique_ptr<cmark_node, DeleteNode> parse(std::string_view text) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, DeleteParser> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8));
  if (auto* table = cmark_find_syntax_extension("table"))
    cmark_parser_attach_syntax_extension(parser.get(), table);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return std::unique_ptr<cmark_node, DeleteNode>(cmark_parser_finish(parser.get()));
}

// What a browser would show of a piece of HTML, roughly: tags and comments gone.
std::string without_tags(std::string_view html) {
  std::string result;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) result += c;
    if (c == '>') inside = false;
  }
  return result;
}

class Reader {
 public:
  std::vector<Block> read(cmark_node* document) {
    const std::unique_ptr<cmark_iter, DeleteIterator> iterator(cmark_iter_new(document));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      auto* node = cmark_iter_get_node(iterator.get());
      event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
    }
    return std::move(blocks_);
  }

 private:
  void enter(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) ++quotes_;
    if (quotes_ > 0) return;
    if (type == CMARK_NODE_LIST) ++depth_;
    if (type == CMARK_NODE_ITEM) opens_ = true;
    if (type == CMARK_NODE_PARAGRAPH) open(depth_ > 0 ? BlockKind::item : BlockKind::paragraph);
    if (type == CMARK_NODE_HEADING) open(BlockKind::heading);
    if (type == CMARK_NODE_CODE_BLOCK) add_fence(node);
    if (type == CMARK_NODE_HTML_BLOCK) add_html(node);
    if (is(node, "table_row")) open(BlockKind::row);
    if (is(node, "table_header")) in_table_head_ = true;
    add_inline(node, type);
  }

  void leave(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) --quotes_;
    if (quotes_ > 0) return;
    if (type == CMARK_NODE_LIST) --depth_;
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || is(node, "table_row")) open_ = false;
    if (is(node, "table_row") && !in_table_head_ && blocks_.back().text.ends_with(", "))
      blocks_.back().text.resize(blocks_.back().text.size() - 2);
    if (is(node, "table_header")) in_table_head_ = false;
    if (is(node, "table_cell") && open_) blocks_.back().text += ", ";
  }

  static bool is(cmark_node* node, std::string_view type) { return cmark_node_get_type_string(node) == type; }

  void open(BlockKind kind) {
    if (in_table_head_) return;
    blocks_.push_back({.kind = kind, .depth = depth_, .opens = opens_});
    opens_ = false;
    open_ = true;
  }

  void add_fence(cmark_node* node) {
    Block block{.kind = BlockKind::code, .text = text_of(cmark_node_get_literal(node)), .depth = depth_};
    block.info = text_of(cmark_node_get_fence_info(node));
    if (block.info.starts_with("suggestion")) block.kind = BlockKind::suggestion;
    blocks_.push_back(std::move(block));
  }

  void add_html(cmark_node* node) {
    auto text = without_tags(text_of(cmark_node_get_literal(node)));
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.pop_back();
    if (text.empty()) return;
    open(depth_ > 0 ? BlockKind::item : BlockKind::paragraph);
    blocks_.back().text = std::move(text);
    open_ = false;
  }

  void add_inline(cmark_node* node, cmark_node_type type) {
    if (!open_ || blocks_.empty()) return;
    auto& block = blocks_.back();
    if (type == CMARK_NODE_TEXT) {
      if (pending_break_) resolve_break(block.text, text_of(cmark_node_get_literal(node)));
      block.text += text_of(cmark_node_get_literal(node));
    } else if (type == CMARK_NODE_CODE) {
      if (pending_break_) resolve_break(block.text, "`");
      block.code.push_back(text_of(cmark_node_get_literal(node)));
      block.text += block.code.back();
    } else if (type == CMARK_NODE_SOFTBREAK) {
      pending_break_ = true;
    } else if (type == CMARK_NODE_LINEBREAK) {
      block.text += '\n';
    } else if (type == CMARK_NODE_LINK) {
      block.urls.push_back(text_of(cmark_node_get_url(node)));
    }
  }

  // A line break in the source: review tools show it as one, but wrapped prose has them too. It joins two
  // halves of a sentence when the line before is long, has no closing mark, and the next goes on in small
  // letters.
  void resolve_break(std::string& text, std::string_view next) {
    pending_break_ = false;
    const auto line = text.rfind('\n');
    const auto length = text.size() - (line == std::string::npos ? 0 : line + 1);
    const char last = text.empty() ? '.' : text.back();
    const bool closed = last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
    const char first = next.empty() ? '\0' : next.front();
    const bool goes_on = (first >= 'a' && first <= 'z') || first == '`' || first == '(';
    text += !closed && (length > 40 || last == ',') && goes_on ? ' ' : '\n';
  }

  std::vector<Block> blocks_;
  int quotes_ = 0;
  int depth_ = 0;
  bool opens_ = false;
  bool open_ = false;
  bool in_table_head_ = false;
  bool pending_break_ = false;
};

}  // namespace

std::vector<Block> read_markdown(std::string_view text) {
  const auto document = parse(text);
  return document ? Reader().read(document.get()) : std::vector<Block>();
}

}  // namespace runner::review
