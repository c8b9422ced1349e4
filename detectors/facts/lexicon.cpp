#include "detectors/facts/lexicon.hpp"

#include <algorithm>
#include <array>

#include "detectors/facts/words.hpp"

namespace detectors::facts {
namespace {

constexpr std::array<bool, 256> letters = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c)
    table[static_cast<std::size_t>(c)] =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return table;
}();

bool is_letter(char c) { return letters[static_cast<unsigned char>(c)]; }

// FNV-1a (Fowler, Noll, Vo): one multiplication a byte.
constexpr std::uint32_t start = 2166136261U;
std::uint32_t mixed(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619U; }
std::uint32_t hash_of(std::string_view word) {
  auto hash = start;
  for (const char c : word) hash = mixed(hash, c);
  return hash;
}

const std::uint32_t fraction_hash = hash_of(Lexicon::fraction);

template <class Use>
void each_word(std::string_view text, Use use) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i])) continue;
    const auto begin = i;
    auto hash = start;
    for (; i < text.size() && is_letter(text[i]); ++i) hash = mixed(hash, text[i]);
    const auto word = text.substr(begin, i - begin);
    use(word, hash);
    if (begin == 0) continue;
    if (text[begin - 1] == '\\' && word.size() > 1) use(word.substr(1), hash_of(word.substr(1)));
    if (text[begin - 1] == '.' && word.front() <= '9') use(Lexicon::fraction, fraction_hash);
  }
}

// Most words of a text stand there many times: once is enough.
class Seen {
 public:
  std::string_view& of(std::uint32_t hash) { return last_[hash % last_.size()]; }

 private:
  std::array<std::string_view, 2048> last_{};
};

}  // namespace

std::size_t Lexicon::slot_of(std::string_view word, std::uint32_t hash, bool ending) const {
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  while (!slots_[at].text.empty() &&
         (slots_[at].hash != hash || slots_[at].ending != ending || slots_[at].text != word))
    at = (at + 1) & mask;
  return at;
}

void Lexicon::grow() {
  std::vector<Entry> old(slots_.size() * 2);
  old.swap(slots_);
  for (auto& entry : old)
    if (!entry.text.empty()) slots_[slot_of(entry.text, entry.hash, entry.ending)] = std::move(entry);
}

Word Lexicon::add(std::string_view word, bool ending) {
  if (word.empty()) return 0;
  const auto hash = hash_of(word);
  if (const auto& known = slots_[slot_of(word, hash, ending)]; !known.text.empty()) return known.word;
  if ((std::size_t{count_} + 1) * 2 > slots_.size()) grow();
  slots_[slot_of(word, hash, ending)] = {hash, ending, count_, std::string(word), {}};
  return count_++;
}

Word Lexicon::add(std::string_view word) { return add(word, false); }

Word Lexicon::add_ending(std::string_view ending) {
  const auto at = std::lower_bound(ending_lengths_.begin(), ending_lengths_.end(), ending.size());
  if (!ending.empty() && (at == ending_lengths_.end() || *at != ending.size()))
    ending_lengths_.insert(at, ending.size());
  return add(ending, true);
}

Word Lexicon::add_pair(std::string_view first, std::string_view second) {
  if (first.empty() || second.empty()) return add(second);
  (void)add(second);
  auto& pairs = slots_[slot_of(second, hash_of(second), false)].after;
  for (const auto& [known, word] : pairs)
    if (known == first) return word;
  pairs.emplace_back(first, count_);
  return count_++;
}

// The word itself, where a rule speaks of it.
const Lexicon::Entry* Lexicon::mark(std::string_view word, std::uint32_t hash, Present& present) const {
  const auto& own = slots_[slot_of(word, hash, false)];
  if (!own.text.empty()) present[own.word] = true;
  // findByEmail is looked up as findBy.
  if (const auto by = word.find("By");
      by != std::string_view::npos && by + 2 < word.size() && word[by + 2] >= 'A' && word[by + 2] <= 'Z') {
    const auto named = word.substr(0, by + 2);
    if (const auto& known = slots_[slot_of(named, hash_of(named), false)]; !known.text.empty())
      present[known.word] = true;
  }
  for (const auto length : ending_lengths_) {
    if (length > word.size()) break;
    const auto ending = word.substr(word.size() - length);
    if (const auto& known = slots_[slot_of(ending, hash_of(ending), true)]; !known.text.empty())
      present[known.word] = true;
  }
  return own.text.empty() ? nullptr : &own;
}

Present Lexicon::present_in(std::string_view text) const {
  Present present(count_);
  present[0] = true;
  Seen seen;
  std::string_view last;
  each_word(text, [&](std::string_view word, std::uint32_t hash) {
    const auto before = std::exchange(last, word);
    auto& known = seen.of(hash);
    if (known == word) return;
    known = word;
    const auto* own = mark(word, hash, present);
    if (!own || own->after.empty()) return;
    known = {};  // it is looked at each time: what stands before it differs
    for (const auto& [first, pair] : own->after)
      if (first == before) present[pair] = true;
  });
  return present;
}

Present Lexicon::stems_in(std::string_view text) const {
  Present present(count_);
  present[0] = true;
  Seen seen;
  each_word(text, [&](std::string_view name, std::uint32_t hash) {
    if (std::exchange(seen.of(hash), name) == name) return;
    for (const auto& word : split_words(name)) {
      const auto stem = stem_of(word);
      if (const auto& known = slots_[slot_of(stem, hash_of(stem), false)]; !known.text.empty())
        present[known.word] = true;
    }
  });
  return present;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  each_word(text, [&](std::string_view word, std::uint32_t) { words.push_back(word); });
  return words;
}

}  // namespace detectors::facts
