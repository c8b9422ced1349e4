#include "runner/review/claim.hpp"

#include <algorithm>
#include <cctype>

#include "runner/review/label.hpp"
#include "runner/review/markdown.hpp"
#include "runner/review/mention.hpp"
#include "runner/review/suggestion.hpp"
#include "runner/review/turn.hpp"

namespace runner::review {
namespace {

constexpr std::size_t most_claims = 500;  // of one comment; nobody writes more, and the rest is one claim

// A claim while its comment is read.
struct Draft {
  std::string text;
  std::vector<std::string> code;
  std::vector<std::string> urls;
  std::vector<std::size_t> suggestions;
  std::vector<Mention> inherited;  // of the heading or the line that opens its list
  Label label;
  bool title = false;  // a heading that waits for its paragraph
  bool lead = false;   // opens a list
};

class CommentReader {
 public:
  explicit CommentReader(const Comment& comment)
      : comment_(comment), suggestion_(comment.suggestions.size()) {}

  std::vector<Draft> read() {
    for (const auto& block : read_markdown(comment_.body)) add(block);
    if (drafts_.empty() && suggestion_ > 0) drafts_.emplace_back();
    for (std::size_t i = 0; i < suggestion_ && !drafts_.empty(); ++i)
      if (std::ranges::find(early_, i) != early_.end() || i < comment_.suggestions.size())
        drafts_.front().suggestions.push_back(i);
    std::erase_if(drafts_, [](const Draft& draft) { return draft.lead && draft.suggestions.empty(); });
    std::vector<Draft> split;
    for (const auto& draft : drafts_) split_at_turns(draft, split);
    return split;
  }

 private:
  void add(const Block& block) {
    switch (block.kind) {
      case BlockKind::suggestion:
        return add_suggestion();
      case BlockKind::code:
        return add_code(block);
      case BlockKind::heading:
        return begin(block, true);
      case BlockKind::row:
        return begin(block, false);
      case BlockKind::item:
        return block.opens && block.depth <= 1 ? begin_item(block) : extend(block);
      case BlockKind::paragraph:
        return add_paragraph(block);
    }
  }

  void add_suggestion() {
    drafts_.empty() ? early_.push_back(suggestion_) : drafts_.back().suggestions.push_back(suggestion_);
    ++suggestion_;
  }

  void add_code(const Block& block) {
    if (drafts_.empty()) drafts_.emplace_back();
    drafts_.back().code.push_back(block.text);
  }

  void begin(const Block& block, bool title) {
    if (drafts_.size() >= most_claims) return extend(block);
    if (title) context_.clear();
    Draft draft{.text = block.text, .code = block.code, .urls = block.urls, .title = title};
    draft.label = take_label(draft.text);
    drafts_.push_back(std::move(draft));
  }

  void begin_item(const Block& block) {
    if (!drafts_.empty() && (drafts_.back().title || opens_list(drafts_.back().text))) {
      auto& opening = drafts_.back();
      context_ = mentions_in(opening.text, comment_.path);
      opening.lead = true;
    }
    begin(block, false);
    drafts_.back().inherited = context_;
  }

  void extend(const Block& block) {
    if (drafts_.empty()) return begin(block, false);
    auto& draft = drafts_.back();
    if (!draft.text.empty()) draft.text += '\n';
    draft.text += block.text;
    draft.code.insert(draft.code.end(), block.code.begin(), block.code.end());
    draft.urls.insert(draft.urls.end(), block.urls.begin(), block.urls.end());
    draft.title = false;
  }

  // On a line, paragraphs go on about that line; in a summary each is about something else.
  void add_paragraph(const Block& block) {
    auto text = block.text;
    const bool labelled = !take_label(text).name.empty();
    const bool continues =
        !drafts_.empty() && !labelled &&
        (drafts_.back().title || drafts_.back().text.empty() || comment_.scope == CommentScope::lines);
    if (comment_.scope != CommentScope::lines || !continues) context_.clear();
    continues ? extend(block) : begin(block, false);
  }

  static void split_at_turns(const Draft& draft, std::vector<Draft>& split) {
    std::size_t begin = 0;
    auto ends = turns(draft.text);
    ends.push_back(draft.text.size());
    for (const auto end : ends) {
      auto part = draft;
      part.text = draft.text.substr(begin, end - begin);
      if (ends.size() > 1) {
        std::erase_if(part.code,
                      [&](const std::string& code) { return part.text.find(code) == std::string::npos; });
        if (end != draft.text.size()) part.suggestions.clear();
      }
      while (!part.text.empty() && std::isspace(static_cast<unsigned char>(part.text.back())) != 0)
        part.text.pop_back();
      const bool empty = part.text.empty() && part.suggestions.empty() && part.code.empty();
      if (!empty) split.push_back(std::move(part));
      begin = end;
    }
  }

  const Comment& comment_;
  std::vector<Draft> drafts_;
  std::vector<std::size_t> early_;  // suggestions that stand before any words
  std::vector<Mention> context_;
  std::size_t suggestion_ = 0;
};

void add_mention(std::vector<Mention>& mentions, Mention mention) {
  if (std::ranges::find(mentions, mention) == mentions.end()) mentions.push_back(std::move(mention));
}

Claim finished(Draft draft, const Comment& comment, std::size_t index, std::size_t ordinal) {
  Claim claim{
      .comment = index, .ordinal = ordinal, .label = draft.label.name, .blocking = draft.label.blocking};
  if (claim.label.empty() && !comment.label.empty()) {  // it came as a field
    claim.label = comment.label;
    claim.blocking = std::ranges::find(comment.decorations, "blocking") != comment.decorations.end();
  }
  claim.mentions = mentions_in(draft.text, comment.path);
  for (const auto& code : draft.code)
    if (auto symbol = symbol_in(code); !symbol.empty())
      add_mention(claim.mentions, {.text = code, .symbol = symbol});
  for (const auto& url : draft.urls)
    for (auto& mention : mentions_in(url, comment.path)) add_mention(claim.mentions, std::move(mention));
  const auto placed = [](const Mention& mention) { return !mention.path.empty(); };
  if (std::ranges::none_of(claim.mentions, placed))
    for (auto& mention : draft.inherited) add_mention(claim.mentions, std::move(mention));
  claim.text = std::move(draft.text);
  claim.code = std::move(draft.code);
  claim.suggestions = std::move(draft.suggestions);
  return claim;
}

}  // namespace

std::vector<Claim> read_claims(const Review& review) {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < review.comments.size(); ++i) {
    std::size_t ordinal = 0;
    for (auto& draft : CommentReader(review.comments[i]).read())
      claims.push_back(finished(std::move(draft), review.comments[i], i, ordinal++));
  }
  return claims;
}

std::vector<Suggestion> suggestions_of(const Comment& comment) {
  auto found = comment.suggestions;
  for (const auto& block : read_markdown(comment.body))
    if (block.kind == BlockKind::suggestion)
      found.push_back({suggested_lines(comment.lines, block.info), block.text});
  return found;
}

}  // namespace runner::review
