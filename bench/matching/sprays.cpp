#include "bench/matching/sprays.hpp"

#include <fmt/format.h>

#include <set>

#include "runner/exercise/stand.hpp"
#include "runner/review/phrase.hpp"

namespace bench {
namespace {

namespace review = runner::review;
using detectors::source::Line;
using detectors::source::LineSpan;
using runner::session::Stage;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

// What a member of a phrase can read as: the words themselves, or everything that its set holds.
std::vector<std::string> readings(std::string member, const review::LanguageData& language, int depth) {
  const auto name = review::set_named_by(member);
  if (!name) {
    for (char& c : member)
      if (c == '_') c = ' ';
    return {member};
  }
  std::vector<std::string> all;
  const auto set = language.sets.find(*name);
  if (set == language.sets.end() || depth == 0) return all;
  for (const auto& inner : set->second)
    for (auto& reading : readings(inner, language, depth - 1)) all.push_back(std::move(reading));
  return all;
}

// The terms of a phrase, each as everything that it can read as.
std::vector<std::vector<std::string>> terms(const std::string& phrase, const review::LanguageData& language) {
  std::vector<std::vector<std::string>> result;
  for (auto term : split(phrase, ' ')) {
    if (term.empty() || term == "&" || term == "...") continue;
    if (term.back() == '?') term.pop_back();
    result.emplace_back();
    for (const auto& alternative : split(term, '/'))
      for (auto& reading : readings(alternative, language, 4)) result.back().push_back(std::move(reading));
  }
  return result;
}

void add_phrases(const review::Words& words, std::set<std::string>& phrases) {
  for (const auto* list : {&words.topic, &words.cause, &words.effect, &words.remedy})
    phrases.insert(list->begin(), list->end());
}

std::set<std::string> phrases_of(const review::Key& key) {
  std::set<std::string> phrases;
  for (const auto& each : key.classes) add_phrases(each.words, phrases);
  for (const auto& each : key.defects) add_phrases(each.words, phrases);
  return phrases;
}

std::string all_words(const review::Key& key, const review::LanguageData& language) {
  std::set<std::string> words;
  for (const auto& phrase : phrases_of(key))
    for (const auto& term : terms(phrase, language)) words.insert(term.begin(), term.end());
  return fmt::format("{}", fmt::join(words, ", "));
}

// A phrase as the first readings of its terms.
std::string first_reading(const std::string& phrase, const review::LanguageData& language) {
  std::string sentence;
  for (const auto& term : terms(phrase, language))
    if (!term.empty()) sentence += (sentence.empty() ? "" : " ") + term.front();
  return sentence;
}

// Each phrase as a sentence.
std::string all_sentences(const review::Key& key, const review::LanguageData& language) {
  std::string text;
  for (const auto& phrase : phrases_of(key)) text += first_reading(phrase, language) + ". ";
  return text;
}

// One class told closely: its cause, a consequence under a condition, and the line that it stands on.
std::string told_closely(const review::ClassWords& known, const std::string& line,
                         const review::LanguageData& language) {
  if (line.find_first_not_of(" \t") == std::string::npos || known.words.effect.empty()) return {};
  return fmt::format("`{}`: {} here, and if that happens under load, {}.",
                     line.substr(line.find_first_not_of(" \t")),
                     first_reading(known.words.cause.front(), language),
                     first_reading(known.words.effect.front(), language));
}

review::Comment on_lines(std::size_t number, const std::string& path, LineSpan lines, std::string body) {
  return {.id = std::to_string(number),
          .scope = review::CommentScope::lines,
          .path = path,
          .lines = lines,
          .body = std::move(body)};
}

review::Review on_review(const std::vector<std::string>& bodies) {
  review::Review review{.comments = {}, .verdict = review::Verdict::comment};
  for (const auto& body : bodies)
    review.comments.push_back({.id = std::to_string(review.comments.size()), .body = body});
  return review;
}

// `text_of` gives the body for a line of code; an empty one makes no comment.
template <class TextOf>
review::Review on_every_line(const Stage& stage, TextOf text_of) {
  review::Review review{.comments = {}, .verdict = review::Verdict::comment};
  for (const auto& file : change_of(stage))
    for (const auto& hunk : file.hunks)
      for (const auto& line : hunk.lines) {
        if (line.kind == runner::git::DiffLineKind::removed) continue;
        auto body = text_of(line.text);
        if (body.find_first_not_of(" \t") == std::string::npos) continue;
        review.comments.push_back(
            on_lines(review.comments.size(), file.path, {line.after, line.after}, std::move(body)));
      }
  return review;
}

review::Review files_copied(const Stage& stage) {
  review::Review review{.comments = {}, .verdict = review::Verdict::comment};
  for (const auto& file : change_of(stage))
    if (const auto* text = runner::exercise::text_of(stage.planted.tree, file.path))
      review.comments.push_back({.id = std::to_string(review.comments.size()),
                                 .scope = review::CommentScope::file,
                                 .path = file.path,
                                 .body = *text});
  return review;
}

std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> result{""};
  for (const auto& line : split(text, '\n')) {
    if (line.empty() && !result.back().empty()) result.emplace_back();
    if (!line.empty()) result.back() += line + "\n";
  }
  if (result.back().empty()) result.pop_back();
  return result;
}

std::vector<std::string> class_titles(const review::Key& key) {
  std::vector<std::string> titles;
  for (const auto& each : key.classes) {
    std::string title = each.class_id;
    for (char& c : title)
      if (c == '-') c = ' ';
    titles.push_back(title);
  }
  return titles;
}

}  // namespace

std::vector<Spray> sprays(const Stage& stage, const review::Key& key, const review::LanguageData& language) {
  const auto words = all_words(key, language);
  const auto titles = fmt::format("{}.", fmt::join(class_titles(key), ". "));
  const auto& exercise = stage.exercise;
  auto copied = paragraphs(exercise.brief);
  for (auto& each : paragraphs(exercise.pull_request.body)) copied.push_back(std::move(each));
  return {
      {"all words of the vocabulary, on every line", 0.10,
       on_every_line(stage, [&](const std::string&) { return std::string(words); })},
      {"the names of all classes, on every line", 0.10,
       on_every_line(stage, [&](const std::string&) { return std::string(titles); })},
      {"one class after the other told closely, on every line", 0.10,
       on_every_line(stage,
                     [&, next = std::size_t{0}](const std::string& line) mutable {
                       return told_closely(key.classes[next++ % key.classes.size()], line, language);
                     })},
      {"one class told closely, on every line", 0.10,
       on_every_line(
           stage,
           [&](const std::string& line) { return told_closely(key.classes.front(), line, language); })},
      {"all phrases of the vocabulary as sentences, once, about the review", 0.10,
       on_review({all_sentences(key, language)})},
      {"the brief and the pull request, whole", 0, on_review({exercise.brief, exercise.pull_request.body})},
      {"the brief and the pull request, a comment a paragraph", 0, on_review(copied)},
      {"each line of the code, on itself", 0,
       on_every_line(stage, [](const std::string& line) { return line; })},
      {"each changed file, on itself", 0, files_copied(stage)},
  };
}

}  // namespace bench
