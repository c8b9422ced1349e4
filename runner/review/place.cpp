#include "runner/review/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace runner::review {
namespace {

using detectors::source::ScopeKind;

constexpr int near_lines = 3;                // people comment near the line, not on it
constexpr int pointed_lines = 12;            // a longer selection points at a region, not at a statement
constexpr int far_in_function = 40;          // in a long function "somewhere in it" says little
constexpr std::size_t most_occurrences = 3;  // a name that stands in more places points at none

int size(LineSpan lines) { return lines.none() ? 0 : lines.last.number - lines.first.number + 1; }

std::string_view path_of(const CodeFile& file) {
  return file.after.path().empty() ? file.before.path() : file.after.path();
}

LineSpan enclosing_lines(const Outline& outline, LineSpan lines, ScopeKind kind) {
  if (outline.empty()) return {};
  const auto scope = enclosing(outline, innermost(outline, lines), kind);
  return scope ? outline[*scope].lines : LineSpan{};
}

bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// "inf" in "info" is no occurrence of it.
bool within_word(std::string_view text, std::size_t at, std::size_t size) {
  const bool before = at > 0 && name_char(text[at - 1]) && name_char(text[at]);
  const auto end = at + size;
  return before || (end < text.size() && name_char(text[end]) && name_char(text[end - 1]));
}

// Where a name is imported nothing is done with it.
bool imports(const detectors::source::SourceFile& file, LineSpan lines) {
  auto line = file.slice(file.bytes(lines));
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"import ", "from ", "using ", "#include", "use "},
      [&](std::string_view word) { return line.starts_with(word); });
}

// Lines of a file that was there before, none of them new or altered.
bool untouched(const CodeFile& file, LineSpan lines) {
  if (lines.none() || file.before.text().empty()) return false;
  return std::ranges::none_of(file.changed, [&](LineSpan changed) { return overlap(changed, lines); });
}

class AnchorReader {
 public:
  explicit AnchorReader(const CodeIndex& index) : index_(index), code_(index.key->code) {}

  void add_comment(const Comment& comment) {
    const auto file = file_meant(index_, comment.path);
    if (!file) {
      if (!comment.path.empty()) found_.push_back({.file = no_file, .said = comment.path});
      return;
    }
    const bool lined = comment.scope == CommentScope::lines && !comment.lines.none() &&
                       comment.anchor != AnchorQuality::none;
    const auto lines = lined ? lines_after(index_, *file, comment.lines, comment.side) : LineSpan{};
    add(*file, lines, comment.anchor == AnchorQuality::outdated);
  }

  void add_mention(const Mention& mention) {
    if (!mention.path.empty()) {
      if (const auto file = file_meant(index_, mention.path)) add(*file, mention.lines, false);
      return;
    }
    if (!mention.symbol.empty() && !add_definitions(mention.symbol)) add_occurrences(mention.symbol);
  }

  // Code quoted in backticks or a block: its longest line, where that stands.
  void add_quotation(std::string_view code) {
    std::string_view longest;
    while (!code.empty()) {
      const auto end = std::min(code.find('\n'), code.size());
      auto line = code.substr(0, end);
      while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
      while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
      if (line.size() > longest.size()) longest = line;
      code.remove_prefix(std::min(end + 1, code.size()));
    }
    if (longest.size() >= 6) add_occurrences(longest);
  }

  std::vector<Anchor> take() { return std::move(found_); }

 private:
  void add(std::size_t file, LineSpan lines, bool outdated) {
    if (found_.size() >= 32) return;
    const auto path = path_of(code_[file]);
    auto said = lines.none()
                    ? std::string(path)
                    : fmt::format("{} {} of {}", size(lines) > 1 ? "lines" : "line", to_string(lines), path);
    found_.push_back({file, lines, std::move(said), outdated});
  }

  bool add_definitions(std::string_view symbol) {
    bool any = false;
    for (std::size_t i = 0; i < code_.size(); ++i) {
      const auto scope = named(code_[i].outline, symbol);
      if (!scope) continue;
      add(i, code_[i].outline[*scope].lines, false);
      any = true;
    }
    return any;
  }

  void add_occurrences(std::string_view text) {
    std::vector<std::pair<std::size_t, LineSpan>> places;
    for (std::size_t i = 0; i < code_.size(); ++i) {
      const auto& whole = code_[i].after.text();
      for (auto at = whole.find(text); at != std::string::npos; at = whole.find(text, at + text.size())) {
        if (within_word(whole, at, text.size())) continue;
        const auto lines = code_[i].after.lines({at, at + text.size()});
        if (imports(code_[i].after, lines)) continue;
        if (places.size() >= most_occurrences) return;
        places.emplace_back(i, lines);
      }
    }
    for (const auto& [file, lines] : places) add(file, lines, false);
  }

  const CodeIndex& index_;
  const std::vector<CodeFile>& code_;
  std::vector<Anchor> found_;
};

// A selection that holds the spot: a few lines point at it, a whole function at something in it, more at the
// file.
Relation selected(const Anchor& anchor, const Spot& spot) {
  const int lines = size(anchor.lines);
  if (lines <= std::max(pointed_lines, size(spot.lines) + near_lines)) return Relation::statement;
  if (lines <= size(spot.function) + 2 * near_lines) return Relation::function;
  const bool head = spot.function.none() && spot.lines.first.number == spot.type.first.number;
  if (head && lines <= size(spot.type) + near_lines) return Relation::function;  // the type itself is meant
  return size(spot.type) > 0 && lines <= size(spot.type) + 2 * near_lines ? Relation::type : Relation::file;
}

Relation relation(const Anchor& anchor, const Spot& spot, int apart) {
  if (anchor.file != spot.file) return Relation::elsewhere;
  if (anchor.lines.none()) return Relation::file;
  if (apart == 0) return selected(anchor, spot);
  const bool same_statement =
      !spot.statement.none() && size(anchor.lines) <= pointed_lines && overlap(spot.statement, anchor.lines);
  if (same_statement) return Relation::statement;
  const bool same_function = spot.function.none() || overlap(spot.function, anchor.lines);
  const int reach = anchor.outdated ? 2 * near_lines : near_lines;
  if (apart <= (same_function ? reach : 1)) return Relation::near;
  if (!spot.block.none() && contains(spot.block, anchor.lines)) return Relation::block;
  if (!spot.function.none() && overlap(spot.function, anchor.lines))
    return apart <= far_in_function ? Relation::function : Relation::type;
  if (!spot.type.none() && overlap(spot.type, anchor.lines)) return Relation::type;
  return Relation::file;
}

}  // namespace

std::string_view to_string(Relation relation) {
  constexpr std::array<std::string_view, 8> names{"elsewhere", "none",  "file", "type",
                                                  "function",  "block", "near", "statement"};
  return names[static_cast<std::size_t>(relation)];
}

std::vector<Anchor> anchors_of(const Claim& claim, const Review& review, const CodeIndex& index) {
  AnchorReader reader(index);
  const auto* comment = &review.comments[claim.comment];
  if (comment->scope == CommentScope::review &&
      !comment->reply_to.empty()) {  // an answer stands where its thread does
    const auto parent = std::ranges::find(review.comments, comment->reply_to, &Comment::id);
    if (parent != review.comments.end()) comment = &*parent;
  }
  reader.add_comment(*comment);
  for (const auto& mention : claim.mentions) reader.add_mention(mention);
  for (const auto& code : claim.code) reader.add_quotation(code);
  return reader.take();
}

std::vector<Spot> spots_of(const std::vector<Place>& places, const CodeIndex& index) {
  std::vector<Spot> spots;
  for (const auto& place : places) {
    const auto file = file_meant(index, place.path);
    if (!file) continue;
    const auto& outline = index.key->code[*file].outline;
    if (imports(index.key->code[*file].after, place.lines) && places.size() > 1 && place.side == Side::after)
      continue;  // what is wrong shows where it is used
    Spot spot{.file = *file, .lines = lines_after(index, *file, place.lines, place.side), .role = place.role};
    spot.untouched = untouched(index.key->code[*file], spot.lines);
    if (!outline.empty() && !spot.lines.none()) {
      const auto inner = innermost(outline, spot.lines);
      if (outline[inner].kind == ScopeKind::statement) spot.statement = outline[inner].lines;
      spot.function = enclosing_lines(outline, spot.lines, ScopeKind::function);
      spot.type = enclosing_lines(outline, spot.lines, ScopeKind::type);
      spot.block = enclosing_lines(outline, spot.lines, ScopeKind::block);
      const auto loop = enclosing_lines(outline, spot.lines, ScopeKind::loop);
      if (!loop.none() && (spot.block.none() || contains(spot.block, loop))) spot.block = loop;
      if (spot.block.none() || (!spot.function.none() && contains(spot.block, spot.function)))
        spot.block = {};
      if (const auto function = enclosing(outline, inner, ScopeKind::function))
        spot.function_name = outline[*function].name;
    }
    spots.push_back(std::move(spot));
  }
  return spots;
}

Standing nearest(const std::vector<Anchor>& anchors, const std::vector<Spot>& spots) {
  Standing best{.relation = anchors.empty() ? Relation::none : Relation::elsewhere};
  const auto rank = [](Relation r) { return r == Relation::elsewhere ? -1 : static_cast<int>(r); };
  for (std::size_t a = 0; a < anchors.size(); ++a) {
    for (std::size_t s = 0; s < spots.size(); ++s) {
      const bool both =
          anchors[a].file == spots[s].file && !anchors[a].lines.none() && !spots[s].lines.none();
      const int apart = both ? distance(anchors[a].lines, spots[s].lines) : 0;
      const auto found = spots[s].lines.none() && anchors[a].file == spots[s].file
                             ? Relation::file
                             : relation(anchors[a], spots[s], apart);
      const bool nearer = rank(found) > rank(best.relation) ||
                          (found == best.relation && rank(found) > 1 && apart < best.distance);
      if (nearer) best = {found, apart, spots[s].role, a, s};
    }
  }
  return best;
}

}  // namespace runner::review
