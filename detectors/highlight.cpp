#include "detectors/highlight.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "detectors/highlight_queries.hpp"
#include "detectors/syntax/query.hpp"
#include "detectors/syntax/tree.hpp"

namespace detectors {
namespace {

using source::Colour;
using source::Paint;
using syntax::Language;

constexpr syntax::Limits limits{.bytes = std::size_t{512} << 10U,
                                .levels = 2'000,
                                .nodes = 200'000,
                                .steps = 6'000'000,
                                .steps_after_error = 20'000,
                                .seconds = 0.2};

// A capture is named from the general to the special: "function.method.builtin". What is not here (variables,
// operators, brackets) keeps the colour of the text.
struct Row {
  std::string_view name;
  Colour colour;
};
constexpr std::array<Row, 16> rows{{{"keyword", Colour::keyword},
                                    {"string", Colour::string},
                                    {"comment", Colour::comment},
                                    {"function", Colour::function},
                                    {"method", Colour::function},
                                    {"constructor", Colour::type},
                                    {"type", Colour::type},
                                    {"attribute", Colour::type},
                                    {"number", Colour::number},
                                    {"float", Colour::number},
                                    {"constant", Colour::constant},
                                    {"boolean", Colour::constant},
                                    {"escape", Colour::constant},
                                    {"conditional", Colour::keyword},
                                    {"repeat", Colour::keyword},
                                    {"storageclass", Colour::keyword}}};

// none: it is no colour's name. "embedded" is code inside of a string, and takes the string's colour off.
std::optional<Colour> colour_of(std::string_view capture) {
  const auto head = capture.substr(0, capture.find('.'));
  if (head == "embedded") return Colour::none;
  for (const auto& row : rows)
    if (row.name == head) return row.colour;
  return std::nullopt;
}

// One pattern of a query's text with its captures: up to where the next one begins.
std::string_view take_pattern(std::string_view& text) {
  int depth = 0;
  bool begun = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ';') {
      at = std::min(text.find('\n', at), text.size() - 1);
    } else if (c == '"') {
      if (depth == 0 && begun) break;
      for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
      begun = true;
    } else if (c == '(' || c == '[') {
      if (depth == 0 && begun) break;
      ++depth;
      begun = true;
    } else if (c == ')' || c == ']') {
      --depth;
    }
  }
  const auto pattern = text.substr(0, at);
  text.remove_prefix(std::min(at, text.size()));
  return pattern;
}

struct Book {
  std::optional<syntax::Query> query;
  std::vector<std::optional<Colour>> colours;  // of its captures
  int left_out = 0;
};

// The patterns that our engine reads. Those that it does not (a query asks there for what a text alone cannot
// tell: whether a name is a local one) are left out, and counted.
Book book_of(Language language) {
  Book book;
  std::string read;
  for (auto text = highlight_query(syntax::name_of(language)); !text.empty();) {
    const auto pattern = take_pattern(text);
    if (pattern.find_first_of("([\"") == std::string_view::npos)
      continue;  // what stands before the first one
    if (syntax::Query::compile(pattern, language))
      read.append(pattern).append("\n");
    else
      ++book.left_out;
  }
  if (auto query = syntax::Query::compile(read, language)) book.query = *std::move(query);
  if (book.query)
    for (const auto& name : book.query->capture_names()) book.colours.push_back(colour_of(name));
  return book;
}

const Book& kept_book_of(Language language) {
  static const auto books = [] {
    std::map<Language, Book> all;
    for (const auto each : syntax::languages) all.emplace(each, book_of(each));
    return all;
  }();
  return books.at(language);
}

// The colour of each node: of a node that several patterns name, the last one's.
std::vector<std::optional<Colour>> colours_of(const syntax::Tree& tree, const Book& book) {
  std::vector<std::optional<Colour>> colours(tree.size());
  for (const auto& match : book.query->matches(tree))
    for (const auto& capture : match.captures)
      if (const auto colour = book.colours[capture.name]) colours[capture.node] = colour;
  return colours;
}

// Nodes come before what is in them, so what is painted later lies deeper, and stays.
std::vector<Colour> bytes_of(const syntax::Tree& tree, const std::vector<std::optional<Colour>>& colours) {
  std::vector<Colour> bytes(tree.text().size(), Colour::none);
  for (syntax::NodeId node = 0; node < tree.size(); ++node)
    if (colours[node])
      std::fill(bytes.begin() + tree[node].begin, bytes.begin() + tree[node].end, *colours[node]);
  return bytes;
}

}  // namespace

std::vector<Paint> highlight(std::string_view path, std::string_view text) {
  const auto language = syntax::language_by_path(path);
  if (!language) return {};
  const auto& book = kept_book_of(*language);
  const auto parsed = book.query ? syntax::parse(text, *language, limits) : syntax::Parsed{};
  if (!parsed.tree) return {};
  const auto bytes = bytes_of(*parsed.tree, colours_of(*parsed.tree, book));
  std::vector<Paint> paints;
  for (std::size_t at = 0; at < bytes.size();) {
    auto end = at + 1;
    while (end < bytes.size() && bytes[end] == bytes[at]) ++end;
    if (bytes[at] != Colour::none) paints.push_back({.begin = at, .end = end, .colour = bytes[at]});
    at = end;
  }
  return paints;
}

int patterns_left_out(std::string_view language) {
  const auto known = syntax::language_named(language);
  return known ? kept_book_of(*known).left_out : 0;
}

}  // namespace detectors
