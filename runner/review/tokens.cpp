#include "runner/review/tokens.hpp"

#include <algorithm>
#include <cctype>

#include "runner/review/language_data.hpp"
#include "runner/review/sentence.hpp"
#include "runner/review/stem.hpp"

namespace runner::review {
namespace {

using detectors::source::ByteSpan;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
// Bytes of other scripts count as letters: they make words that match themselves.
bool letter(char c) { return upper(c) || lower(c) || static_cast<unsigned char>(c) >= 0x80; }
bool wordy(char c) { return letter(c) || digit(c); }

// Typographic marks that Markdown and keyboards put in: how many bytes, and what they stand for (' quote, ,
// clause, ' ' nothing, + approval). 0 bytes: none of these.
struct Mark {
  std::size_t size = 0;
  char kind = ' ';
};

Mark mark_at(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return {};
  const auto is = [&](std::string_view bytes) { return text.starts_with(bytes); };
  if (is("\u2019") || is("\u2018") || is("\u02BC")) return {is("\u02BC") ? 2U : 3U, '\''};
  if (is("\u2014") || is("\u2013") || is("\u2192") || is("\u2026")) return {3, ','};
  if (is("\U0001F44D") || is("\U0001F44F") || is("\U0001F389") || is("\U0001F4AF")) return {4, '+'};
  if (is("\u2705") || is("\u2714") || is("\u2764")) return {3, '+'};
  if (is("\u201C") || is("\u201D") || is("\u00A0") || is("\uFE0F") || is("\uFEFF"))
    return {is("\u00A0") ? 2U : 3U, ' '};
  if (is("\xF0\x9F")) return {std::min<std::size_t>(4, text.size()), ' '};  // other emoji
  return {};
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const LanguageData& language) : text_(text), language_(language) {}

  std::vector<Token> read(ByteSpan bytes) {
    found_.clear();
    ++clause_;
    at_ = bytes.begin;
    end_ = bytes.end;
    while (at_ < end_) {
      const auto mark = mark_at(text_.substr(at_, end_ - at_));
      if (mark.size > 0)
        read_mark(mark);
      else if (wordy(text_[at_]) || text_[at_] == '_')
        read_run();
      else
        read_separator();
    }
    join_keywords();
    return std::move(found_);
  }

 private:
  // SQL's DO NOTHING says nothing of the sort: one word.
  void join_keywords() {
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const bool both = found_[i - 1].word == "do" && found_[i].word == "nothing";
      if (both && upper(text_[found_[i].bytes.begin])) found_[i].word = found_[i].stem = "donothing";
    }
  }

  void read_mark(Mark mark) {
    if (mark.kind == ',') ++clause_;
    if (mark.kind == '+') add("thumbsup", {at_, at_ + mark.size});
    at_ = std::min(end_, at_ + mark.size);
  }

  void read_separator() {
    const char c = text_[at_];
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '{' || c == '}') ++clause_;
    const bool dash = c == '-' && at_ > 0 && at_ + 1 < end_ && text_[at_ - 1] == ' ' && text_[at_ + 1] == ' ';
    if (dash || (c == '-' && at_ + 1 < end_ && text_[at_ + 1] == '-')) ++clause_;
    ++at_;
  }

  bool at_apostrophe(std::size_t at) const {
    return at < end_ && (text_[at] == '\'' || mark_at(text_.substr(at, end_ - at)).kind == '\'') && at > 0;
  }

  // A run of letters, digits and underscores: a word, a contraction or an identifier.
  void read_run() {
    const std::size_t begin = at_;
    while (at_ < end_ && (wordy(text_[at_]) || text_[at_] == '_') &&
           mark_at(text_.substr(at_, end_ - at_)).size == 0)
      ++at_;
    if (at_ == begin) ++at_;
    // "n+1" is one name: its 1 is no number.
    if (at_ - begin == 1 && at_ + 1 < end_ && text_[at_] == '+' && digit(text_[at_ + 1])) {
      add_sum(begin);
      return;
    }
    const ByteSpan run{begin, at_};
    if (at_apostrophe(at_) && read_contraction(run)) return;
    split_name(run);
  }

  void add_sum(std::size_t begin) {
    add(folded(text_.substr(begin, 1)), {begin, begin + 1});
    const auto second = ++at_;
    while (at_ < end_ && digit(text_[at_])) ++at_;
    add(std::string(text_.substr(second, at_ - second)), {second, at_});
    ++names_;
    found_[found_.size() - 2].name = found_.back().name = names_;
    found_[found_.size() - 2].parts = 2;
  }

  // "doesn't" -> does not; "it's" -> it. False when what follows the apostrophe is no such tail.
  bool read_contraction(ByteSpan run) {
    const std::size_t size = text_[at_] == '\'' ? 1 : mark_at(text_.substr(at_, end_ - at_)).size;
    std::size_t end = at_ + size;
    while (end < end_ && letter(text_[end]) && mark_at(text_.substr(end, end_ - end)).size == 0) ++end;
    const auto tail = folded(text_.substr(at_ + size, end - at_ - size));
    const auto head = folded(text_.substr(run.begin, run.size()));
    if (tail.empty() || tail.size() > 2) return false;
    const ByteSpan whole{run.begin, end};
    if (tail == "t" && head.ends_with("n")) {
      const auto verb = head == "won"    ? "will"
                        : head == "can"  ? "can"
                        : head == "shan" ? "shall"
                                         : head.substr(0, head.size() - 1);
      add(verb, whole);
      add("not", whole);
    } else {
      split_name(run);
      if (tail == "re") add("are", whole);
      if (tail == "ll") add("will", whole);
      if (tail == "ve") add("have", whole);
      if (tail == "d") add("would", whole);
    }
    at_ = end;
    return true;
  }

  // `select_for_update` and `readTimeout` read as their parts; the first part remembers how many there are.
  void split_name(ByteSpan run) {
    const auto first = found_.size();
    std::size_t begin = run.begin;
    for (std::size_t i = run.begin; i <= run.end; ++i) {
      const bool cut = i == run.end || text_[i] == '_' || (i > begin && starts_part(i, run));
      if (!cut) continue;
      if (i > begin) add(folded(text_.substr(begin, i - begin)), {begin, i});
      begin = i < run.end && text_[i] == '_' ? i + 1 : i;
    }
    const auto parts = found_.size() - first;
    if (parts < 2) return;
    ++names_;
    for (auto i = first; i < found_.size(); ++i) found_[i].name = names_;
    found_[first].parts = parts;
  }

  bool starts_part(std::size_t i, ByteSpan run) const {
    const bool hump = upper(text_[i]) && (lower(text_[i - 1]) || digit(text_[i - 1]));
    const bool acronym_end = upper(text_[i]) && upper(text_[i - 1]) && i + 2 < run.end &&
                             lower(text_[i + 1]) && lower(text_[i + 2]);
    return hump || acronym_end;
  }

  void add(std::string word, ByteSpan bytes) {
    const auto expansion = language_.contractions.find(word);
    if (expansion != language_.contractions.end()) {  // "dont", "cannot"
      for (const auto& part : expansion->second) add_one(part, bytes);
      return;
    }
    add_one(std::move(word), bytes);
  }

  void add_one(std::string word, ByteSpan bytes) {
    auto stemmed = stem(base_form(language_, word));
    found_.push_back(
        {.word = std::move(word), .stem = std::move(stemmed), .bytes = bytes, .clause = clause_});
  }

  std::string_view text_;
  const LanguageData& language_;
  std::vector<Token> found_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t clause_ = 0;
  std::size_t names_ = 0;
};

bool ends_as_question(std::string_view text, ByteSpan bytes) {
  for (std::size_t i = bytes.end; i > bytes.begin; --i) {
    const char c = text[i - 1];
    if (c == '?') return true;
    if (wordy(c)) return false;
  }
  return false;
}

}  // namespace

Tokens tokenize(std::string text, const LanguageData& language) {
  Tokens result{.text = std::move(text)};
  Tokenizer tokenizer(result.text, language);
  for (const auto bytes : sentences(result.text)) {
    auto words = tokenizer.read(bytes);
    const bool question = ends_as_question(result.text, bytes);
    for (std::size_t begin = 0; begin < words.size(); begin += longest_sentence) {
      const auto count = std::min(longest_sentence, words.size() - begin);
      const auto first = result.tokens.size();
      if (first + count > most_tokens) return result;
      for (std::size_t i = begin; i < begin + count; ++i) result.tokens.push_back(std::move(words[i]));
      result.sentences.push_back(
          {.first = first, .last = first + count, .bytes = bytes, .question = question});
    }
  }
  return result;
}

std::string quote(const Tokens& tokens, std::size_t first, std::size_t last) {
  if (first >= last || last > tokens.tokens.size()) return "";
  const auto begin = tokens.tokens[first].bytes.begin;
  const auto end = std::max(tokens.tokens[last - 1].bytes.end, begin);
  return tokens.text.substr(begin, end - begin);
}

}  // namespace runner::review
