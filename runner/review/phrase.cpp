#include "runner/review/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/language_data.hpp"
#include "runner/review/phrase_book.hpp"
#include "runner/review/tokens.hpp"

namespace runner::review {
namespace {

using Problem = std::optional<std::string>;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(" \t\n", begin), text.size());
    found.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return found;
}

Problem read_alternative(std::string_view text, const StemsOf& stems_of, Term& term) {
  Alternative alternative;
  if (text.find_first_of("{}") != std::string_view::npos) {
    const auto name = set_named_by(text);
    if (!name) return fmt::format("a set stands alone in its braces, unlike in \"{}\"", text);
    alternative.kind = *name == "number" ? Alternative::Kind::number : Alternative::Kind::set;
    alternative.set = *name;
  } else {
    alternative.stems = stems_of(text);
    if (alternative.stems.empty()) return fmt::format("\"{}\" holds no word", text);
  }
  term.alternatives.push_back(std::move(alternative));
  return std::nullopt;
}

Problem read_term(std::string_view text, const StemsOf& stems_of, Term& term) {
  if (text.size() > 1 && text.ends_with('?')) {
    term.optional = true;
    text.remove_suffix(1);
  }
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const auto end = std::min(text.find('/', begin), text.size());
    if (auto problem = read_alternative(text.substr(begin, end - begin), stems_of, term)) return problem;
    begin = end + 1;
  }
  return std::nullopt;
}

bool sound(const std::vector<Term>& side) {
  return std::ranges::any_of(side, [](const Term& term) { return !term.optional; });
}

}  // namespace

std::optional<std::string> set_named_by(std::string_view member) {
  if (member.size() < 3 || member.front() != '{' || member.back() != '}') return std::nullopt;
  const auto name = member.substr(1, member.size() - 2);
  if (name.find_first_of("{} ") != std::string_view::npos) return std::nullopt;
  return std::string(name);
}

tl::expected<Phrase, std::string> read_phrase(std::string_view text, const LanguageData& language) {
  return read_phrase(text, [&](std::string_view piece) {
    std::vector<std::string> stems;
    for (auto& token : tokenize(std::string(piece), language).tokens) stems.push_back(std::move(token.stem));
    return stems;
  });
}

tl::expected<Phrase, std::string> read_phrase(std::string_view text, const StemsOf& stems_of) {
  Phrase phrase;
  phrase.sides.emplace_back();
  int gap = usual_gap;
  for (const auto word : words_of(text)) {
    if (word == "&") {
      phrase.sides.emplace_back();
      gap = usual_gap;
    } else if (word == "..." || word == "\u2026") {
      gap = wide_gap;
    } else {
      Term term{.gap = gap};
      if (auto problem = read_term(word, stems_of, term)) return tl::make_unexpected(*problem);
      phrase.sides.back().push_back(std::move(term));
      gap = usual_gap;
    }
  }
  if (!std::ranges::all_of(phrase.sides, sound))
    return tl::make_unexpected(fmt::format("\"{}\" has a side without a word that must be there", text));
  return phrase;
}

std::optional<std::string> phrase_problem(std::string_view text, const LanguageData& language) {
  const auto phrase = read_phrase(text, language);
  if (!phrase) return phrase.error();
  for (const auto& side : phrase->sides)
    for (const auto& term : side)
      for (const auto& alternative : term.alternatives)
        if (alternative.kind == Alternative::Kind::set && !language.sets.contains(alternative.set))
          return fmt::format("there is no set '{}', which \"{}\" names", alternative.set, text);
  return std::nullopt;
}

std::optional<std::string> phrase_problem(std::string_view text, const Language& language) {
  return phrase_problem(text, *language);
}

bool occurs(std::string_view phrase, std::string_view text, const Language& language) {
  PhraseBook book(*language);
  static_cast<void>(book.add(phrase));
  return !book.find(tokenize(std::string(text), *language)).empty();
}

}  // namespace runner::review
