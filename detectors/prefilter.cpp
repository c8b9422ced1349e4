#include "detectors/prefilter.hpp"

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/requests.hpp"

namespace detectors {
namespace {

using facts::Labels;
using facts::Present;
using facts::Word;

// Of a name only the last part is sure to stand in the text.
std::string_view last_word(std::string_view name) {
  const auto words = facts::words_of(name);
  return words.empty() ? std::string_view{} : words.back();
}

void add_words(const PatternNode& node, facts::Lexicon& lexicon, std::vector<Needs::AnyOf>& words) {
  if (node.kind == PatternNode::Kind::leaf)
    for (const auto word : facts::words_of(node.text)) words.push_back({lexicon.add(word)});
  for (const auto& child : node.children) add_words(child, lexicon, words);
}

// A text stands in the file as it is written: its last two words do, one after the other.
facts::Word word_of(std::string_view text, facts::Lexicon& lexicon) {
  const auto words = facts::words_of(text);
  if (words.empty()) return lexicon.add("");
  if (words.size() == 1 || text.find('\\') != std::string_view::npos) return lexicon.add(words.back());
  return lexicon.add_pair(words[words.size() - 2], words.back());
}

Needs::AnyOf any_of(const syntax::Literals& literals, facts::Lexicon& lexicon) {
  Needs::AnyOf words;
  for (const auto& text : literals.texts) {
    if (text == facts::Lexicon::fraction) {
      words.push_back(lexicon.add(text));
      continue;
    }
    const auto parts = facts::words_of(text);
    const bool part_of_word = !literals.whole && parts.size() == 1 && parts.front() == text;
    words.push_back(part_of_word ? lexicon.add_ending(text) : word_of(text, lexicon));
  }
  return words;
}

// The names that its words are looked for in stand in the text; other subjects make up names of their own.
bool is_named_by_text(Subject subject) {
  return subject == Subject::log_value || subject == Subject::module_state || subject == Subject::spawn ||
         subject == Subject::pattern || subject == Subject::query;
}

struct Reader {
  const RuleSet& set;
  syntax::Language language;
  facts::Lexicon& lexicon;
  facts::Lexicon& stems;
  const facts::Clues& clues;

  [[nodiscard]] Labels labels(std::initializer_list<std::string_view> names) const {
    Labels result;
    for (const auto name : names)
      if (const auto bit = set.labels->find(name)) result.set(*bit);
    return result;
  }

  void add_calls(const CallSet& asked, Needs& needs) const {
    if (asked.empty()) return;
    Needs::Calls calls{.labels = asked.labels, .names = {}};
    for (const auto& name : asked.names) {
      const auto word = last_word(name);
      if (word.empty()) return;
      calls.names.push_back(lexicon.add(word));
    }
    needs.calls.push_back(std::move(calls));
  }

  // What the subject itself stands on, whatever the relations say.
  void add_subject(Subject subject, Needs& needs) const {
    const auto rows = clues.words_of_type(set.of(language).type_named("row"));
    switch (subject) {
      case Subject::insert_after_check:
        return needs.calls.push_back({labels({"insert"}), {}});
      case Subject::row_update:
        return needs.calls.push_back({labels({"reads-rows", "update"}), rows});
      case Subject::lazy_load:
        return needs.words.push_back(rows);
      case Subject::log_value:
        return needs.calls.push_back({labels({"log"}), {}});
      case Subject::sql_text:
        return needs.calls.push_back({labels({"sql", "raw-sql"}), {}});
      case Subject::second_write:
        return needs.calls.push_back(
            {labels({"autocommit", "commits-model", "commit", "saves", "write", "insert", "update"}), {}});
      case Subject::spawn:
      case Subject::shared_write:
        if (language == syntax::Language::go)
          needs.calls.push_back({labels({"spawned"}), {lexicon.add("go")}});
        return;
      case Subject::await_gap:
      case Subject::stale_write:
        return needs.words.push_back({lexicon.add("await")});
      case Subject::unguarded_write:
        return needs.words.push_back({lexicon.add("Lock"), lexicon.add("RLock"), lexicon.add("Condition")});
      case Subject::call:
      case Subject::except_clause:
      case Subject::retry_loop:
      case Subject::error_response:
      case Subject::field_write:
      case Subject::module_state:
      case Subject::contract_change:
      case Subject::migration_step:
      case Subject::pattern:
      case Subject::query:
        return;
    }
  }

  void add_place(const std::string& context, Needs& needs) const {
    if (context == "async" && language != syntax::Language::java && language != syntax::Language::go)
      needs.words.push_back({lexicon.add("async")});
    if (context == "route") needs.calls.push_back({labels({"route"}), {}});
    if (context != "handler" && context != "event-handler") return;
    Needs::Calls calls{.labels = labels({"route", "consumer"}), .names = {}};
    for (const auto name : event_parameters) calls.names.push_back(lexicon.add(name));
    needs.calls.push_back(std::move(calls));
  }

  void add_ways(const Relations& match, Needs& needs) const {
    if (const auto patterns = match.patterns.find(language); patterns != match.patterns.end())
      for (const auto& pattern : patterns->second)
        add_words(pattern.root, lexicon, needs.ways.emplace_back());
    if (const auto query = match.queries.find(language); query != match.queries.end())
      for (const auto& form : query->second->needed_texts()) {
        auto& way = needs.ways.emplace_back();
        for (const auto& texts : form) way.push_back(any_of(texts, lexicon));
      }
  }

  // Of each phrase its longest word must be in some name.
  void add_phrases(const std::vector<std::string>& phrases, Needs& needs) const {
    if (phrases.empty()) return;
    auto& any = needs.stems.emplace_back();
    for (const auto& phrase : phrases) {
      std::string longest;
      for (const auto& word : facts::split_words(phrase))
        if (word.size() > longest.size()) longest = word;
      any.push_back(stems.add(facts::stem_of(longest)));
    }
  }

  [[nodiscard]] Needs read(const Rule& rule) const {
    const auto& match = rule.match;
    Needs needs{.rule = &rule};
    add_subject(match.subject, needs);
    for (const auto* asked : {&match.call, &match.holds, &match.before, &match.after, &match.beside,
                              &match.argument_from, &match.value_is})
      add_calls(*asked, needs);
    for (const auto& context : match.inside) add_place(context, needs);
    add_ways(match, needs);
    for (const auto& literals : match.matched_literals) needs.words.push_back(any_of(literals, lexicon));
    add_phrases(match.file_words, needs);
    add_phrases(match.argument_words, needs);
    if (is_named_by_text(match.subject)) add_phrases(match.words, needs);
    needs.not_in_tests =
        std::find(match.not_inside.begin(), match.not_inside.end(), "test") != match.not_inside.end();
    return needs;
  }
};

struct Text {
  const Present& present;
  Labels labels;

  [[nodiscard]] bool has_any(const std::vector<Word>& words) const {
    return std::any_of(words.begin(), words.end(), [&](Word word) { return present[word]; });
  }
  [[nodiscard]] bool has_all(const std::vector<Needs::AnyOf>& words) const {
    return std::all_of(words.begin(), words.end(), [&](auto& any) { return has_any(any); });
  }
  [[nodiscard]] bool satisfies(const Needs& needs) const {
    return std::all_of(needs.calls.begin(), needs.calls.end(),
                       [&](auto& c) { return (labels & c.labels).any() || has_any(c.names); }) &&
           has_all(needs.words) &&
           (needs.ways.empty() ||
            std::any_of(needs.ways.begin(), needs.ways.end(), [&](auto& way) { return has_all(way); }));
  }
};

}  // namespace

Prefilter::Prefilter(const RuleSet& set, syntax::Language language)
    : language_(language), clues_(set.of(language), language, lexicon_) {
  const Reader reader{set, language, lexicon_, stems_, clues_};
  for (const auto& rule : set.rules)
    if (rule.speaks(language)) needs_.push_back(reader.read(rule));
}

std::vector<const Rule*> Prefilter::rules_for(std::string_view path, std::string_view text,
                                              bool compares) const {
  const auto present = lexicon_.present_in(text);
  const Text known{present, clues_.possible(present)};
  const bool test = is_test_file(path, language_);
  std::vector<const Needs*> left;
  for (const auto& needs : needs_)
    if (!(test && needs.not_in_tests) &&
        (compares || needs.rule->match.subject != Subject::contract_change) && known.satisfies(needs))
      left.push_back(&needs);
  drop_without_stems(text, left);
  std::vector<const Rule*> rules;
  for (const auto* needs : left) rules.push_back(needs->rule);
  return rules;
}

// Dearer than the words: only where nothing else makes the file worth parsing.
void Prefilter::drop_without_stems(std::string_view text, std::vector<const Needs*>& needs) const {
  if (std::any_of(needs.begin(), needs.end(), [](auto* each) { return each->stems.empty(); })) return;
  const auto present = stems_.stems_in(text);
  const Text known{present, {}};
  std::erase_if(needs, [&](auto* each) { return !known.has_all(each->stems); });
}

}  // namespace detectors
