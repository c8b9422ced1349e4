// Plain text: a line that begins with a place begins a comment, as grep and compilers write it and as people
// note it down. Lines below it go on with it until a blank line, indented ones beyond that.
#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/entry.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/place_line.hpp"
#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

using review::CommentScope;

// Colours of a terminal that were saved along.
std::string without_escapes(std::string_view line) {
  std::string plain;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\x1b' && i + 1 < line.size() && line[i + 1] == '[')
      while (++i < line.size() && (line[i] < '@' || line[i] > '~' || line[i] == '[')) {
      }
    else if (line[i] != '\x1b')
      plain += line[i];
  }
  return plain;
}

class Walk {
 public:
  explicit Walk(Reading& reading) : reading_(reading) {}

  void take(std::string_view raw) {
    ++number_;
    const auto line = without_escapes(raw);
    if (trimmed_blanks(line).empty()) {
      ++blanks_;
      return;
    }
    const auto indent = indent_of(line);
    const bool inside = open_ && indent > indent_of_open_;
    if (!inside && begins(line, indent)) {
    } else if (inside || (open_ && blanks_ == 0)) {
      go_on(line);
    } else {
      begin_stray(line);
    }
    blanks_ = 0;
  }

  void finish() {
    if (open_) reading_.found(*std::move(open_));
    open_.reset();
  }

 private:
  void begin(Found found, std::string_view line, std::size_t indent) {
    finish();
    found.record = fmt::format("line {}", number_);
    found.comment.source = "text";
    found.comment.raw = line;
    open_ = std::move(found);
    indent_of_open_ = indent;
  }

  bool begins(const std::string& line, std::size_t indent) {
    if (auto place = read_place_line(trimmed_blanks(line))) {
      Found found;
      found.comment.scope = CommentScope::lines;
      found.comment.path = place->path;
      found.comment.lines = place->lines;
      found.comment.columns = place->columns;
      found.comment.body = place->text;
      found.comment.severity = leading_severity(place->text);
      if (auto& body = found.comment.body; body.starts_with('[') && found.comment.severity)
        body.erase(0, body.find_first_not_of(": ", body.find(']') + 1));
      return begin(std::move(found), line, indent), true;
    }
    const auto entry = read_entry(line);
    if (!entry) return false;
    if (!entry->malformed.empty())
      reading_.fault({number_}, fmt::format("\"{}\" are no lines of {}", entry->malformed, entry->path),
                     "write a line as 24, several as 24-26");
    Found found;
    found.comment.scope = entry->lines.none() ? CommentScope::file : CommentScope::lines;
    found.comment.path = unix_path(entry->path);
    found.comment.lines = entry->lines;
    found.comment.body = entry->text;
    found.comment.severity = entry->severity ? entry->severity : leading_severity(entry->text);
    return begin(std::move(found), line, indent), true;
  }

  void begin_stray(const std::string& line) {
    Found found;
    found.comment.body = std::string(trimmed_blanks(line));
    begin(std::move(found), line, 0);
    reading_.note(
        fmt::format("line {}: no place stands here: read as a comment on the review as a whole", number_));
  }

  void go_on(const std::string& line) {
    auto& body = open_->comment.body;
    const auto text = line.substr(std::min(indent_of(line), indent_of_open_ + 2));
    body += (body.empty() ? "" : blanks_ > 0 ? "\n\n" : "\n") + text;
    open_->comment.raw += std::string(blanks_ + 1, '\n') + line;
  }

  Reading& reading_;
  std::optional<Found> open_;
  std::size_t indent_of_open_ = 0;
  std::size_t blanks_ = 0;
  int number_ = 0;
};

}  // namespace

void read_text(Reading& reading) {
  Walk walk(reading);
  for (auto rest = reading.text; !rest.empty();) walk.take(take_line(rest));
  walk.finish();
}

// Some line of its beginning has a place.
bool is_text(const Look& look) {
  if (look.is_json() || look.shape == Look::Shape::xml) return false;
  auto rest = look.head;
  for (int lines = 0; !rest.empty() && lines < 200; ++lines)
    if (const auto line = trimmed_blanks(take_line(rest)); read_place_line(line) || read_entry(line))
      return true;
  return false;
}

}  // namespace runner::comments
