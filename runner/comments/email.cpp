// A review by mail: the reviewer answers below the lines of the patch that they quote.
//
//     > @@ -40,6 +40,9 @@ def charge(order):
//     > +    response = requests.post(URL, json=order)
//     No timeout here.                                    <- a comment on the line above it
//
// Text before the first quoted code is about the change as a whole.
#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/entry.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/mail.hpp"
#include "runner/comments/quoted_diff.hpp"
#include "runner/comments/reading.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;

bool is_attribution(std::string_view line) {
  const auto text = trimmed_blanks(line);
  return text.ends_with("wrote:") || text.ends_with("writes:") || text.starts_with("-----Original Message");
}

// Takes all "> " marks off the front; how many there were.
int take_quotes(std::string_view& line) {
  int depth = 0;
  while (line.starts_with('>') || (depth > 0 && line.starts_with(" >"))) {
    line.remove_prefix(line.starts_with('>') ? 1 : 2);
    ++depth;
  }
  if (depth > 0 && line.starts_with(' ')) line.remove_prefix(1);
  return depth;
}

class Walk {
 public:
  Walk(Reading& reading, const Mail& mail) : reading_(reading), mail_(mail) {}

  void run() {
    std::string_view rest = mail_.body;
    while (!rest.empty()) {
      const auto line = take_line(rest);
      if (line == "-- " || (line == "--" && !text_.empty())) break;  // the signature
      take(line);
    }
    flush();
    if (lost_ > 0)
      reading_.note(
          fmt::format("{} line{} of an attribution (\"… wrote:\") left out", lost_, lost_ == 1 ? "" : "s"));
  }

 private:
  void take(std::string_view line) {
    auto inner = line;
    const int depth = take_quotes(inner);
    if (depth == 0) return take_text(line);
    drop_attribution();
    flush();
    quoted_ = line;
    if (depth < diff_depth_ && !begins_diff(inner)) return;  // what others said about it before
    if (diff_.take(inner))
      diff_depth_ = depth;
    else
      diff_.leave();
  }

  static bool begins_diff(std::string_view line) {
    return line.starts_with("diff --git ") || line.starts_with("@@ -");
  }

  void take_text(std::string_view line) {
    if (text_.empty() && trimmed_blanks(line).empty()) return;
    text_ += std::string(line) + "\n";
  }

  // "On Monday, Dev One wrote:" before a quote; it may take two lines.
  void drop_attribution() {
    for (int lines = 0; lines < 2; ++lines) {
      text_.erase(text_.find_last_not_of(" \t\n") + 1);
      const auto begin = text_.rfind('\n') == std::string::npos ? 0 : text_.rfind('\n') + 1;
      const auto last = std::string_view(text_).substr(begin);
      if (lines == 0 ? !is_attribution(last) : !last.starts_with("On ")) return;
      const bool whole = last.starts_with("On ");
      text_.erase(begin);
      ++lost_;
      if (whole) return;
    }
  }

  void set_place(Found& found) const {
    const auto& place = diff_.place();
    auto& comment = found.comment;
    found.code = place.code;
    if (place.path.empty()) return;  // the file's header was cut away: the code alone must tell
    comment.path = place.path;
    comment.side = place.side;
    comment.scope = place.code.empty() ? CommentScope::file : CommentScope::lines;
    comment.lines = span_of(0, place.line);
  }

  void flush() {
    text_.erase(text_.find_last_not_of(" \t\n") + 1);
    if (text_.empty()) return;
    Found found{.comment = {.id = {}, .body = text_, .source = "email"},
                .record = fmt::format("reply {}", ++count_)};
    set_place(found);
    take_severity_mark(found.comment);
    found.comment.author = mail_.header("from");
    found.comment.origin.external_id = mail_.header("message-id");
    if (!found.comment.origin.external_id.empty())
      found.comment.origin.external_id += fmt::format("#{}", count_);
    found.comment.thread = mail_.header("in-reply-to");
    found.comment.raw = std::string(quoted_) + (quoted_.empty() ? "" : "\n") + text_;
    reading_.found(std::move(found));
    text_.clear();
  }

  Reading& reading_;
  const Mail& mail_;
  QuotedDiff diff_;
  std::string text_;
  std::string_view quoted_;
  int diff_depth_ = 0;
  int count_ = 0;
  int lost_ = 0;
};

}  // namespace

void read_email(Reading& reading) {
  for (const auto& mail : read_mails(reading.text)) {
    if (mail.body.empty() && !mail.headers.empty())
      reading.leave_out(fmt::format("the mail at line {}", mail.first_line), "it has no plain text");
    Walk(reading, mail).run();
  }
}

bool is_email(const Look& look) {
  if (look.is_json() || look.shape == Look::Shape::xml) return false;
  for (const std::string_view start : {"From ", "From:", "Return-Path:", "Received:", "Message-ID:",
                                       "Message-Id:", "Delivered-To:", "MIME-Version:", "Subject:", "Date:"})
    if (look.head.starts_with(start)) return true;
  for (const std::string_view quoted : {"> @@ -", "> diff --git ", "> +++ b/", ">@@ -", "> > @@ -"})
    if (look.head.starts_with(quoted) || look.head.find("\n" + std::string(quoted)) != std::string_view::npos)
      return true;
  for (const std::string_view attribution : {"wrote:\n>", "wrote:\n\n>", "wrote:\r\n>", "wrote:\r\n\r\n>"})
    if (look.head.find(attribution) != std::string_view::npos) return true;
  return look.ends_in(".eml") || look.ends_in(".mbox");
}

}  // namespace runner::comments
