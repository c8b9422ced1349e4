#include "runner/review/freetext_signs.hpp"

#include <algorithm>
#include <set>

#include "runner/review/markdown.hpp"
#include "runner/review/stem.hpp"
#include "runner/review/tokens.hpp"

namespace runner::review {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool wordy(char c) { return upper(c) || lower(c) || digit(c) || c == '_'; }

void append(PlainText& plain, const Block& block) {
  if (block.kind == BlockKind::suggestion) return;
  if (!plain.text.empty()) plain.text += '\n';
  plain.text += block.text;
  plain.code.insert(plain.code.end(), block.code.begin(), block.code.end());
  if (block.kind == BlockKind::code) plain.code.push_back(block.text);
}

// "select_for_update" -> "selectforupdate", as it is in any other way of writing names.
std::string bare(std::string_view name) {
  std::string result;
  for (const char c : name)
    if (c != '_') result += upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

// Is the run of letters at [begin, end) written as a name in code: a_b, aB, a(), a.b?
bool name_in_code(std::string_view text, std::size_t begin, std::size_t end) {
  for (auto i = begin; i < end; ++i)
    if (text[i] == '_' || (i > begin && upper(text[i]) && lower(text[i - 1]))) return true;
  if (end < text.size() && text[end] == '(') return true;
  const auto joins = [&](std::size_t dot) {
    return dot > 0 && dot + 1 < text.size() && text[dot] == '.' && wordy(text[dot - 1]) &&
           wordy(text[dot + 1]);
  };
  return joins(end) || (begin > 0 && joins(begin - 1));
}

// `take` each name of the text as written; with `all`, every word is one.
template <class Take>
void each_name(std::string_view text, bool all, Take take) {
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    while (i < text.size() && wordy(text[i])) ++i;
    if (i - begin > 1 && (all || name_in_code(text, begin, i))) take(text.substr(begin, i - begin));
    if (i == begin) ++i;
  }
}

// The names of a text: those written as such, and all that stands in backticks.
template <class Take>
void each_name(const PlainText& text, Take take) {
  each_name(text.text, false, take);
  for (const auto& code : text.code) each_name(code, true, take);
}

std::set<std::string> names_in(const PlainText& text) {
  std::set<std::string> names;
  each_name(text, [&](std::string_view name) { names.insert(bare(name)); });
  names.erase("");
  return names;
}

void add_letters(std::string_view word, std::vector<std::string>& letters) {
  std::string framed = "^";
  framed.append(word).push_back('$');
  if (framed.size() < 4) letters.push_back(framed);
  for (std::size_t i = 0; i + 4 <= framed.size(); ++i) letters.push_back(framed.substr(i, 4));
}

// Sorted, each once.
std::vector<std::string> listed(std::vector<std::string> found) {
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

struct Reader {
  const FunctionWords& function_words;
  const std::set<std::string>& names;
  Signs signs;
  std::vector<std::string> content, pairs, letters, numbers;

  void read(const Tokens& tokens, const Sentence& sentence) {
    const std::string* before = nullptr;
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& token = tokens.tokens[i];
      if (token.stem.size() < 2 && !digit(token.stem[0])) continue;
      signs.words.push_back(token.stem);
      const bool code = token.name > 0 || names.contains(token.word) ||
                        name_in_code(tokens.text, token.bytes.begin, token.bytes.end);
      if (!code) signs.plain.push_back(token.stem);
      if (function_words.contains(token.word)) continue;
      content.push_back(token.stem);
      if (digit(token.word[0])) numbers.push_back(token.word);
      if (before != nullptr) pairs.push_back(*before + ' ' + token.stem);
      before = &token.stem;
      add_letters(token.word, letters);
    }
  }
};

}  // namespace

PlainText plain_text(std::string_view markdown) {
  PlainText plain;
  for (const auto& block : read_markdown(markdown)) append(plain, block);
  return plain;
}

std::vector<PlainText> parts_of(std::string_view markdown) {
  const auto blocks = read_markdown(markdown);
  const auto opens = [](const Block& block) { return block.depth == 1 && block.opens; };
  if (std::ranges::count_if(blocks, opens) < 2) {
    std::vector<PlainText> whole(1);
    for (const auto& block : blocks) append(whole.front(), block);
    return whole;
  }
  std::vector<PlainText> parts(1);  // the first is what stands outside
  for (const auto& block : blocks) {
    if (opens(block)) parts.emplace_back();
    append(block.depth > 0 && parts.size() > 1 ? parts.back() : parts.front(), block);
  }
  if (parts.front().text.empty()) parts.erase(parts.begin());
  return parts;
}

Forms forms_in(const PlainText& text, const LanguageData& language) {
  Forms forms;
  const auto tokens = tokenize(text.text, language);
  for (const auto& token : tokens.tokens) forms.try_emplace(token.stem, token.word);
  each_name(text, [&](std::string_view name) { forms.try_emplace(bare(name), name); });
  return forms;
}

Signs signs_of(const PlainText& text, const FunctionWords& function_words, const LanguageData& language) {
  const auto names = names_in(text);
  const auto tokens = tokenize(text.text, language);
  Reader reader{.function_words = function_words, .names = names};
  for (const auto& sentence : tokens.sentences) reader.read(tokens, sentence);
  reader.signs.pairs = listed(std::move(reader.pairs));
  reader.signs.letters = listed(std::move(reader.letters));
  reader.signs.numbers = listed(std::move(reader.numbers));
  reader.signs.names = {names.begin(), names.end()};
  reader.signs.size = listed(std::move(reader.content)).size();
  return std::move(reader.signs);
}

}  // namespace runner::review
