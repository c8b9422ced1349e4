#include "tests/fuzz/shapes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

namespace fuzz {
namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::size_t line_start(const std::string& text, std::size_t at) {
  const auto end = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return end == std::string::npos ? 0 : end + 1;
}
std::size_t line_end(const std::string& text, std::size_t at) {  // after its newline
  const auto end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}

struct Span {
  std::size_t begin, end;
};

Span some_lines(const std::string& text, Random& random) {
  const auto begin = line_start(text, random.below(text.size() + 1));
  auto end = begin;
  for (auto lines = 1 + random.below(4); lines > 0; --lines) end = line_end(text, end);
  return {begin, end};
}

Span some_word(const std::string& text, Random& random) {
  auto begin = random.below(text.size() + 1);
  while (begin < text.size() && !in_word(text[begin])) ++begin;
  while (begin > 0 && begin < text.size() && in_word(text[begin - 1])) --begin;
  auto end = begin;
  while (end < text.size() && in_word(text[end])) ++end;
  return {begin, end};
}

std::string cut(const std::string& text, Span span) { return text.substr(span.begin, span.end - span.begin); }
void replace(std::string& text, Span span, const std::string& by) {
  text.replace(span.begin, span.end - span.begin, by);
}

const std::string& one_of(const std::vector<std::string>& all, Random& random) {
  static const std::string none;
  return all.empty() ? none : all[random.below(all.size())];
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text += part;
  return text;
}

void insert_block(std::string& text, const Pool& pool, Random& random) {
  text.insert(line_start(text, random.below(text.size() + 1)), one_of(pool.blocks, random) + "\n");
}

void insert_line(std::string& text, const Pool& pool,
                 Random& random) {  // as deep as the one that stands there
  const auto at = line_start(text, random.below(text.size() + 1));
  const auto inner = std::min(text.find_first_not_of(" \t", at), text.size());
  const auto& line = one_of(pool.lines, random);
  const auto from = std::min(line.find_first_not_of(" \t"), line.size());
  text.insert(at, text.substr(at, inner - at) + line.substr(from) + "\n");
}

void new_word(std::string& text, const Pool& pool, Random& random) {
  replace(text, some_word(text, random), one_of(pool.words, random));
}

void same_word(std::string& text, const Pool& /*pool*/, Random& random) {
  const auto word = cut(text, some_word(text, random));
  replace(text, some_word(text, random), word);
}

void again(std::string& text, const Pool& /*pool*/, Random& random) {
  const auto span = some_lines(text, random);
  text.insert(span.end, repeated(cut(text, span), random.below(16) == 0 ? 60 : 1 + random.below(3)));
}

void without(std::string& text, const Pool& /*pool*/, Random& random) {
  replace(text, some_lines(text, random), "");
}

void moved(std::string& text, const Pool& /*pool*/, Random& random) {
  const auto span = some_lines(text, random);
  const auto lines = cut(text, span);
  replace(text, span, "");
  text.insert(line_start(text, random.below(text.size() + 1)), lines);
}

void indented(std::string& text, const Pool& /*pool*/, Random& random) {
  const auto span = some_lines(text, random);
  const bool deeper = random.below(2) == 0;
  auto at = span.begin;
  for (auto left = random.below(5) + 1; left > 0 && at < text.size(); --left) {
    if (deeper)
      text.insert(at, "    ");
    else
      text.erase(at, std::min<std::size_t>(4, std::min(text.find_first_not_of(' ', at), text.size()) - at));
    at = line_end(text, at);
  }
}

void nested(std::string& text, const Pool& /*pool*/, Random& random) {
  constexpr std::array<std::array<std::string_view, 2>, 8> brackets{{{"(", ")"},
                                                                     {"[", "]"},
                                                                     {"{", "}"},
                                                                     {"f(", ")"},
                                                                     {"a[", "]"},
                                                                     {"-", ""},
                                                                     {"if (x) {", "}"},
                                                                     {"not ", ""}}};
  const auto& [open, close] = brackets[random.below(brackets.size())];
  const auto times = random.below(8) == 0 ? 100 + random.below(400) : 1 + random.below(4);
  const auto span = random.below(2) == 0 ? some_word(text, random) : some_lines(text, random);
  replace(text, span, repeated(open, times) + cut(text, span) + repeated(close, times));
}

void strange(std::string& text, const Pool& /*pool*/, Random& random) {
  using namespace std::string_literals;
  static const std::array<std::string, 16> parts{
      "\0"s, "\xff"s, "\xc3"s, "\xf0\x9f\x92"s, "\xef\xbb\xbf"s, "\r"s, "\r\n"s, "'"s,
      "\""s, "`"s,    "/*"s,   "\\"s,           "'''"s,          "${"s, "\t"s,   "\u2028"s};
  text.insert(random.below(text.size() + 1),
              random.below(16) == 0 ? std::string(500, 'x') : parts[random.below(parts.size())]);
}

}  // namespace

void add_to_pool(const std::filesystem::path& folder, const std::string& ending, Pool& pool) {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ending) files.insert(entry.path());
  std::set<std::string> words(pool.words.begin(), pool.words.end());
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    std::string block;
    for (std::size_t at = 0; at < text.size(); at = line_end(text, at)) {
      auto line = text.substr(at, line_end(text, at) - at);
      block += line;
      if (line == "\n" || line_end(text, at) == text.size()) pool.blocks.push_back(std::move(block));
      if (line == "\n") block = {};
      if (!line.empty() && line.back() == '\n') line.pop_back();
      if (!line.empty()) pool.lines.push_back(std::move(line));
    }
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
      for (end = at; end < text.size() && in_word(text[end]);) ++end;
      if (end > at) words.insert(text.substr(at, end - at));
    }
  }
  pool.words.assign(words.begin(), words.end());
}

void mutate(std::string& text, const Pool& pool, Random& random, std::size_t most) {
  constexpr std::array ways{insert_block, insert_line, insert_line, new_word, new_word, same_word, same_word,
                            again,        without,     moved,       indented, nested,   strange};
  ways[random.below(ways.size())](text, pool, random);
  if (text.size() > most) text.resize(most);
}

std::string crossed(const std::string& one, const std::string& other, Random& random) {
  return one.substr(0, line_start(one, random.below(one.size() + 1))) +
         other.substr(line_start(other, random.below(other.size() + 1)));
}

}  // namespace fuzz
