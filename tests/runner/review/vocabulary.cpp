// The vocabularies of the classes against sentences that people write: vocabulary/<class>.toml holds those
// that must name the cause, the effect, the remedy, and those that must not name the cause.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "detectors/source/manifest.hpp"
#include "detectors/source/taxonomy.hpp"
#include "runner/review/language_data.hpp"
#include "runner/review/phrase.hpp"
#include "runner/review/phrase_book.hpp"
#include "runner/review/polarity.hpp"
#include "runner/review/tokens.hpp"
#include "tests/source_tree.hpp"

namespace {

using detectors::source::Faults;
using detectors::source::Manifest;
using detectors::source::Words;
using runner::review::Language;
using runner::review::LanguageFile;
using runner::review::Names;
using runner::review::PartPhrases;
using runner::review::PhraseBook;
using runner::review::Stance;

const std::filesystem::path root = source_tree();

std::string text_of(const std::filesystem::path& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE(file != nullptr);
  std::string text(std::filesystem::file_size(path), '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

std::vector<std::filesystem::path> toml_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(root / folder))
    if (entry.path().extension() == ".toml") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

std::string all_of(const Faults& faults) {
  std::string text;
  for (const auto& fault : faults) text += to_string(fault) + "\n";
  return text;
}

const Language& english() {
  static const Language language = [] {
    std::vector<LanguageFile> files;
    for (const auto& path : toml_in("runner/review/english"))
      files.push_back({path.filename().string(), text_of(path)});
    auto read = runner::review::read_language(files);
    if (!read) FAIL(all_of(read.error()));
    return *read;
  }();
  return language;
}

Manifest manifest_of(const std::filesystem::path& path) {
  auto manifest = Manifest::read(path.filename().string(), text_of(path));
  if (!manifest) FAIL(all_of(manifest.error()));
  return std::move(*manifest);
}

Words words_of_class(const std::string& id) {
  Manifest file = manifest_of(root / "detectors/classes" / (id + ".toml"));
  auto words = file.table("words");
  REQUIRE(words);
  return {.topic = words->texts("topic"),
          .cause = words->texts("cause"),
          .effect = words->texts("effect"),
          .remedy = words->texts("remedy"),
          .wrong_remedy = words->texts("wrong_remedy")};
}

// The phrases of one kind, and what turns them round.
struct Vocabulary {
  PhraseBook book;
  PartPhrases parts;
  std::size_t parts_end = 0;  // phrases from here on are ours
  Names names = Names::wrong;
};

Vocabulary vocabulary_of(const std::vector<std::string>& phrases, Names names) {
  Vocabulary made{.book = PhraseBook(*english()), .parts = {}, .names = names};
  made.parts = runner::review::add_parts(made.book, *english());
  made.parts_end = made.book.size();
  // A phrase that also stands in polarity.toml keeps its old id there; a space makes it one of ours.
  for (const std::string& phrase : phrases) static_cast<void>(made.book.add(phrase + " "));
  return made;
}

// A phrase that the sentence shows and means, or "".
std::string named_by(const Vocabulary& vocabulary, const std::string& sentence) {
  const auto tokens = runner::review::tokenize(sentence, *english());
  const auto hits = vocabulary.book.find(tokens);
  const auto marks = runner::review::marks(tokens, hits, vocabulary.parts);
  for (const auto& hit : hits) {
    if (hit.phrase < vocabulary.parts_end) continue;
    const auto reading =
        runner::review::stance(tokens, marks, hit.sentence, {hit.first, hit.last}, vocabulary.names);
    if (reading.stance == Stance::asserted) return vocabulary.book.text(hit.phrase);
  }
  return "";
}

void check_named(const std::string& id, const char* kind, const Vocabulary& vocabulary, Manifest& sentences) {
  for (const std::string& sentence : sentences.texts(kind))
    CHECK_MESSAGE(!named_by(vocabulary, sentence).empty(),
                  fmt::format("{}: no {} in \"{}\"", id, kind, sentence));
}

std::size_t positives(Manifest sentences) {
  return sentences.texts("cause").size() + sentences.texts("effect").size() +
         sentences.texts("remedy").size();
}

}  // namespace

TEST_CASE("every phrase of every class can be read, and none stands twice") {
  for (const auto& path : toml_in("detectors/classes")) {
    const Words words = words_of_class(path.stem().string());
    for (const auto* phrases :
         {&words.topic, &words.cause, &words.effect, &words.remedy, &words.wrong_remedy}) {
      for (const std::string& phrase : *phrases) {
        const auto problem = runner::review::phrase_problem(phrase, english());
        CHECK_MESSAGE(!problem.has_value(),
                      fmt::format("{}: {}", path.stem().string(), problem.value_or("")));
        CHECK_MESSAGE(std::ranges::count(*phrases, phrase) == 1,
                      fmt::format("{}: {}", path.stem().string(), phrase));
      }
    }
  }
}

TEST_CASE("every class has its sentences") {
  for (const auto& path : toml_in("detectors/classes"))
    CHECK_MESSAGE(std::filesystem::exists(root / "tests/runner/review/vocabulary" / path.filename()),
                  path.stem().string());
}

TEST_CASE("sentences that people write name what they should and nothing else") {
  for (const auto& path : toml_in("tests/runner/review/vocabulary")) {
    const std::string id = path.stem().string();
    const Words words = words_of_class(id);
    Manifest sentences = manifest_of(path);
    CHECK_MESSAGE(positives(manifest_of(path)) >= 40, id);
    const Vocabulary causes = vocabulary_of(words.cause, Names::wrong);
    check_named(id, "cause", causes, sentences);
    check_named(id, "effect", vocabulary_of(words.effect, Names::wrong), sentences);
    check_named(id, "remedy", vocabulary_of(words.remedy, Names::thing), sentences);
    for (const std::string& sentence : sentences.texts("not")) {
      const std::string named = named_by(causes, sentence);
      CHECK_MESSAGE(named.empty(), fmt::format("{}: \"{}\" names \"{}\"", id, sentence, named));
    }
    CHECK_MESSAGE(sentences.finish().empty(), all_of(sentences.finish()));
  }
}

TEST_CASE("a sentence about one class seldom names the cause of another") {
  std::map<std::string, Vocabulary> causes;
  for (const auto& path : toml_in("detectors/classes"))
    causes.emplace(path.stem().string(),
                   vocabulary_of(words_of_class(path.stem().string()).cause, Names::wrong));
  int pairs = 0;
  int named = 0;
  for (const auto& path : toml_in("tests/runner/review/vocabulary")) {
    Manifest sentences = manifest_of(path);
    for (const char* kind : {"cause", "effect", "remedy", "not"})
      for (const std::string& sentence : sentences.texts(kind))
        for (const auto& [id, vocabulary] : causes) {
          if (id == path.stem().string()) continue;
          ++pairs;
          named += named_by(vocabulary, sentence).empty() ? 0 : 1;
        }
  }
  CHECK_MESSAGE(named * 100 < pairs, fmt::format("{} of {}", named, pairs));
}
