#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "runner/report/html.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/prose.hpp"

namespace runner::report {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;
using Parser = std::unique_ptr<cmark_parser, FreeParser>;

constexpr int soft = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;  // safe: no raw HTML
constexpr int hard = soft | CMARK_OPT_HARDBREAKS;

Parser new_parser(int options) {
  cmark_gfm_core_extensions_ensure_registered();
  Parser parser(cmark_parser_new(options));
  for (const char* name : {"table", "strikethrough", "autolink"})
    if (auto* extension = cmark_find_syntax_extension(name); extension != nullptr)
      cmark_parser_attach_syntax_extension(parser.get(), extension);
  return parser;
}

cmark_node* new_text(cmark_node_type type, const std::string& literal) {
  cmark_node* node = cmark_node_new(type);
  cmark_node_set_literal(node, literal.c_str());
  return node;
}

std::string_view or_empty(const char* text) { return text == nullptr ? std::string_view() : text; }

void replace(cmark_node* old, cmark_node* with) {
  cmark_node_replace(old, with);
  cmark_node_free(old);
}

void move_children(cmark_node* from, cmark_node* to) {
  while (cmark_node* child = cmark_node_first_child(from)) cmark_node_append_child(to, child);
}

void heading_to_bold(cmark_node* heading) {
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node* strong = cmark_node_new(CMARK_NODE_STRONG);
  move_children(heading, strong);
  cmark_node_append_child(paragraph, strong);
  replace(heading, paragraph);
}

bool goes_somewhere_known(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:");
}

// The link's words, then its target in brackets where nobody should follow it.
void link_to_text(cmark_node* link) {
  const std::string target = " (" + std::string(or_empty(cmark_node_get_url(link))) + ")";
  while (cmark_node* child = cmark_node_first_child(link)) cmark_node_insert_before(link, child);
  replace(link, new_text(CMARK_NODE_TEXT, target));
}

// Nothing is loaded: an image is its description and its address.
void image_to_text(cmark_node* image) {
  cmark_node_insert_before(image, new_text(CMARK_NODE_TEXT, "image: "));
  link_to_text(image);
}

void disarm(cmark_node* node) {
  const std::string literal(or_empty(cmark_node_get_literal(node)));
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
      return replace(node, new_text(CMARK_NODE_CODE_BLOCK, literal));
    case CMARK_NODE_HTML_INLINE:
      return replace(node, new_text(CMARK_NODE_TEXT, literal));
    case CMARK_NODE_HEADING:
      return heading_to_bold(node);
    case CMARK_NODE_IMAGE:
      return image_to_text(node);
    case CMARK_NODE_LINK:
      if (!goes_somewhere_known(or_empty(cmark_node_get_url(node)))) link_to_text(node);
      return;
    default:
      return;
  }
}

// Children before their parents, so that a parent's replacement takes children that are disarmed already.
std::vector<cmark_node*> nodes_of(cmark_node* document) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const bool leaf = cmark_node_first_child(node) == nullptr;
    if (event == CMARK_EVENT_EXIT || leaf) {
      if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
    }
  }
  return nodes;
}

std::string rendered(std::string_view markdown, int options) {
  const std::string text = printable(markdown);
  const Parser parser = new_parser(options);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const Node document(cmark_parser_finish(parser.get()));
  for (cmark_node* node : nodes_of(document.get())) disarm(node);
  const std::unique_ptr<char, FreeText> html(
      cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get())));
  return html == nullptr ? std::string() : std::string(html.get());
}

}  // namespace

std::string markup(std::string_view markdown) { return rendered(markdown, hard); }

std::string prose(std::string_view markdown) { return rendered(markdown, soft); }

}  // namespace runner::report
