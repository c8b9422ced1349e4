#include <algorithm>
#include <array>

#include "runner/review/phrase_book.hpp"

namespace runner::review {
namespace {

bool number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 24> names{
      "one",   "two",   "three",   "four",     "five",    "six",     "seven",  "eight",
      "nine",  "ten",   "eleven",  "twelve",   "twenty",  "thirty",  "forty",  "fifty",
      "sixty", "dozen", "hundred", "thousand", "million", "billion", "dozens", "hundreds"};
  return std::ranges::find(names, word) != names.end();
}

// "3", "2.5", "10k", "500ms", "three".
bool is_number(const Token& token) {
  if (token.name > 0 && token.parts == 1) return false;  // the 1 of "n+1"
  return (!token.word.empty() && token.word.front() >= '0' && token.word.front() <= '9') ||
         number_word(token.word);
}

}  // namespace

// Looks for phrases in one text. Bounded: sentences are short (longest_sentence), and so are rows.
class Finder {
 public:
  Finder(const PhraseBook& book, const Tokens& tokens)
      : book_(book), tokens_(tokens), stamp_(book.size(), 0), present_(book.lexicon_.size(), 0) {
    readings_.resize(tokens.tokens.size());
    for (const auto& sentence : tokens.sentences) read(sentence);
  }

  std::vector<Hit> find() {
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < tokens_.sentences.size(); ++i) find_in(i, hits);
    return hits;
  }

 private:
  struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  // For each end the tightest stretch, ends ascending: enough to go on from.
  static void tighten(std::vector<Stretch>& found) {
    std::ranges::sort(found,
                      [](auto a, auto b) { return a.last != b.last ? a.last < b.last : a.first > b.first; });
    const auto rest = std::ranges::unique(found, {}, &Stretch::last);
    found.erase(rest.begin(), rest.end());
  }

  void know(std::size_t at, const std::string& stem, std::size_t length) {
    const auto found = book_.lexicon_.find(stem);
    if (found != book_.lexicon_.end()) readings_[at].push_back({found->second, length});
  }

  void read(const Sentence& sentence) {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& token = tokens_.tokens[i];
      know(i, token.stem, 1);
      if (readings_[i].empty())
        for (const auto id : book_.resembling(token)) readings_[i].push_back({id, 1});
      if (i + 1 < sentence.last) know(i, token.word + tokens_.tokens[i + 1].stem, 2);  // "time out"
      if (token.parts > 2 && i + token.parts <= sentence.last) {
        std::string whole;
        for (auto k = i; k + 1 < i + token.parts; ++k) whole += tokens_.tokens[k].word;
        know(i, whole + tokens_.tokens[i + token.parts - 1].stem, token.parts);
      }
    }
  }

  void find_in(std::size_t number, std::vector<Hit>& hits) {
    sentence_ = &tokens_.sentences[number];
    ++round_;
    set_places_.assign(book_.sets_.size(), std::nullopt);
    const auto begin = hits.size();
    show(true);
    for (auto i = sentence_->first; i < sentence_->last; ++i) {
      for (const auto& reading : readings_[i])
        for (const auto phrase : book_.needing_[reading.word]) look(phrase, number, hits);
      if (!book_.needing_number_.empty() && is_number(tokens_.tokens[i]))
        for (const auto phrase : book_.needing_number_) look(phrase, number, hits);
    }
    show(false);
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.end(),
              [](const Hit& a, const Hit& b) { return a.phrase < b.phrase; });
  }

  // Marks the words that the sentence shows, or takes the marks away.
  void show(bool present) {
    for (auto i = sentence_->first; i < sentence_->last; ++i)
      for (const auto& reading : readings_[i]) present_[reading.word] = present;
  }

  void look(PhraseId phrase, std::size_t number, std::vector<Hit>& hits) {
    if (stamp_[phrase] == round_) return;
    stamp_[phrase] = round_;
    Hit hit{phrase, number, sentence_->last, sentence_->first};
    for (const auto& side : book_.phrases_[phrase]) {
      const auto found = match(side);
      if (!found) return;
      hit.first = std::min(hit.first, found->first);
      hit.last = std::max(hit.last, found->last);
    }
    hits.push_back(hit);
  }

  // The rows' ends that can be reached from `at`.
  void follow(const PhraseBook::Row& row, std::size_t place, std::size_t at, std::size_t first,
              std::vector<Stretch>& found) {
    if (place == row.size()) {
      found.push_back({first, at});
      return;
    }
    if (at >= sentence_->last) return;
    for (const auto& reading : readings_[at])
      if (reading.word == row[place]) follow(row, place + 1, at + reading.length, first, found);
  }

  void find_rows(const std::vector<PhraseBook::Row>& rows, std::vector<Stretch>& found) {
    for (const auto& row : rows) {
      if (!present_[row.front()]) continue;
      for (auto i = sentence_->first; i < sentence_->last; ++i) follow(row, 0, i, i, found);
    }
  }

  const std::vector<Stretch>& places_of_set(std::size_t set) {
    auto& places = set_places_[set];
    if (!places) {
      places.emplace();
      find_rows(book_.sets_[set], *places);
    }
    return *places;
  }

  std::vector<Stretch> places(const PhraseBook::CompiledTerm& term) {
    std::vector<Stretch> found;
    find_rows(term.rows, found);
    for (const auto set : term.sets) {
      const auto& more = places_of_set(set);
      found.insert(found.end(), more.begin(), more.end());
    }
    for (auto i = sentence_->first; term.number && i < sentence_->last; ++i)
      if (is_number(tokens_.tokens[i])) found.push_back({i, i + 1});
    return found;
  }

  std::optional<Stretch> match(const PhraseBook::Side& side) {
    std::vector<Stretch> reached;
    bool begun = false;
    int carried = 0;  // the wider gap of an optional term that was left out holds for the next one
    for (const auto& term : side) {
      const auto next = places(term);
      std::vector<Stretch> further;
      const auto gap = static_cast<std::size_t>(std::max(term.gap, carried));
      for (const auto& to : next) {
        if (!begun) further.push_back(to);
        for (const auto& from : reached)
          if (to.first >= from.last && to.first - from.last <= gap) further.push_back({from.first, to.last});
      }
      if (term.optional) {
        further.insert(further.end(), reached.begin(), reached.end());
        carried = std::max(carried, term.gap);
      } else {
        carried = 0;
        begun = true;
        if (further.empty()) return std::nullopt;
      }
      tighten(further);
      reached = std::move(further);
    }
    if (reached.empty()) return std::nullopt;
    return reached.front();
  }

  const PhraseBook& book_;
  const Tokens& tokens_;
  const Sentence* sentence_ = nullptr;
  std::vector<std::vector<PhraseBook::Reading>> readings_;
  std::vector<std::optional<std::vector<Stretch>>> set_places_;
  std::vector<std::size_t> stamp_;
  std::vector<char> present_;  // by word: does this sentence show it?
  std::size_t round_ = 0;
};

std::vector<Hit> PhraseBook::find(const Tokens& tokens) const { return Finder(*this, tokens).find(); }

}  // namespace runner::review
