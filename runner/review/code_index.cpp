#include "runner/review/code_index.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace runner::review {
namespace {

constexpr std::size_t row_length = 3;     // words of a row: three in their order are seldom chance
constexpr double copied_share = 0.75;     // of a remark's rows that were given
constexpr std::size_t shortest_copy = 4;  // words

bool wordy(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::uint64_t next_hash(std::uint64_t value, char c) {
  const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return (value ^ static_cast<unsigned char>(small)) * 1099511628211ULL;  // FNV-1a
}

// Calls `use` with a hash of each `length` words that follow each other; gives the number of words.
template <class Use>
std::size_t each_row(std::string_view text, std::size_t length, Use use) {
  std::array<std::uint64_t, row_length> last{};
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!wordy(text[at])) continue;
    std::uint64_t word = 14695981039346656037ULL;
    for (; at < text.size() && wordy(text[at]); ++at) word = next_hash(word, text[at]);
    std::ranges::rotate(last, last.begin() + 1);
    last.back() = word;
    if (++words < length) continue;
    std::uint64_t row = length;
    for (auto i = row_length - length; i < row_length; ++i) row = row * 31 + last[i];
    use(row);
  }
  return words;
}

// Lines that the change left alone stand in both texts in the same order; each is led to its first free
// likeness.
std::vector<int> map_lines(const CodeFile& file) {
  std::map<std::string_view, std::vector<int>> places;
  for (int line = 1; line <= file.after.line_count(); ++line) {
    const auto is_changed = [&](LineSpan span) { return contains(span, LineSpan{{line}, {line}}); };
    if (std::ranges::none_of(file.changed, is_changed)) places[file.after.line({line})].push_back(line);
  }
  std::vector<int> mapped{0};
  int reached = 0;
  for (int line = 1; line <= file.before.line_count(); ++line) {
    const auto found = places.find(file.before.line({line}));
    if (found != places.end()) {
      const auto next = std::ranges::upper_bound(found->second, reached);
      if (next != found->second.end() && *next - reached <= 400) reached = *next;
    }
    mapped.push_back(reached);
  }
  return mapped;
}

void add_rows(std::string_view text, CodeIndex& index) {
  for (std::size_t length = 1; length <= row_length; ++length)
    each_row(text, length, [&](std::uint64_t row) { index.rows.insert(row); });
}

// Written as code is, and not as a word: a call, an assignment, a name with dots or underscores.
bool like_code(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '_' || text[i] == '(' || text[i] == '=' || (text[i] == '.' && wordy(text[i + 1])))
      return true;
  return false;
}

}  // namespace

CodeIndex index_code(const Key& key) {
  CodeIndex index{.key = &key};
  for (const auto& file : key.code) {
    index.after_of_before.push_back(map_lines(file));
    for (const auto* text : {&file.after, &file.before}) add_rows(text->text(), index);
  }
  for (const auto& text : key.given) add_rows(text, index);
  return index;
}

std::optional<std::size_t> file_meant(const CodeIndex& index, std::string_view path) {
  std::optional<std::size_t> found;
  if (path.empty()) return found;
  const auto& code = index.key->code;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const auto& known = code[i].after.path().empty() ? code[i].before.path() : code[i].after.path();
    if (known == path) return i;
    const bool tail =
        known.size() > path.size() && known.ends_with(path) && known[known.size() - path.size() - 1] == '/';
    if (tail && found) return std::nullopt;
    if (tail) found = i;
  }
  return found;
}

LineSpan lines_after(const CodeIndex& index, std::size_t file, LineSpan lines, Side side) {
  if (side == Side::after || lines.none()) return lines;
  const auto& mapped = index.after_of_before[file];
  const auto map = [&](int line) {
    const auto at =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(line, 0)), 0, mapped.size() - 1);
    return std::max(1, mapped[at]);
  };
  return {{map(lines.first.number)}, {map(lines.last.number)}};
}

bool copied(const CodeIndex& index, std::string_view text) {
  std::size_t rows = 0;
  std::size_t known = 0;
  const auto words = each_row(text, row_length, [&](std::uint64_t row) {
    ++rows;
    if (index.rows.contains(row)) ++known;
  });
  return words >= shortest_copy && static_cast<double>(known) >= copied_share * static_cast<double>(rows);
}

bool piece_of_copy(const CodeIndex& index, std::string_view text) {
  const auto words = each_row(text, 1, [](std::uint64_t) {});
  if (words >= shortest_copy || words == 0) return false;
  bool known = true;
  each_row(text, words, [&](std::uint64_t row) { known = index.rows.contains(row); });
  return known;
}

bool pasted(const CodeIndex& index, std::string_view text) {
  if (!like_code(text) || !piece_of_copy(index, text)) return false;
  return std::ranges::any_of(index.key->code, [&](const CodeFile& file) {
    return file.after.text().find(text) != std::string::npos ||
           file.before.text().find(text) != std::string::npos;
  });
}

}  // namespace runner::review
