#include "runner/session/comment.hpp"

#include <fmt/format.h>

#include "runner/cli/message.hpp"
#include "runner/cli/rows.hpp"
#include "runner/comments/comments.hpp"
#include "runner/report/listing.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::faulty;

Checked<session::CommentRequest> read_target(const Arguments& arguments) {
  const int targets = (arguments.has("PLACE") ? 1 : 0) + (arguments.has("--file") ? 1 : 0) +
                      (arguments.has("--review") ? 1 : 0);
  if (targets != 1)
    return faulty(
        {"seedfault comment",
         {},
         targets == 0 ? "does not say what the comment is about" : "says twice what the comment is about",
         "give one of FILE:LINE, --file FILE, --review"});
  session::CommentRequest request;
  if (arguments.has("--review")) {
    request.scope = review::CommentScope::review;
  } else if (arguments.has("--file")) {
    request.scope = review::CommentScope::file;
    request.path = arguments.text("--file");
  } else {
    const auto place = comments::read_place(arguments.text("PLACE"));
    if (!place || place->lines.none())
      return faulty({arguments.text("PLACE"),
                     {},
                     "is not FILE:LINE or FILE:LINE-LINE",
                     "write it as app/webhook.py:24-31, or use --file FILE"});
    request.path = place->path;
    request.lines = place->lines;
  }
  return request;
}

std::string place_of(const review::Comment& comment) {
  if (comment.scope == review::CommentScope::review) return "the review as a whole";
  return comment.scope == review::CommentScope::file
             ? comment.path
             : fmt::format("{}:{}", comment.path, to_string(comment.lines));
}

Result run_comment(const Arguments& arguments, const Context& context) {
  auto request = read_target(arguments);
  if (!request) return tl::make_unexpected(request.error());
  const auto message = read_message(arguments);
  if (!message) return tl::make_unexpected(message.error());
  request->body = message->value_or("");
  request->severity = detectors::source::severity_named(arguments.text("--severity"));
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto comment = session::add_comment(context.house, *attempt, *request);
  if (!comment) return tl::make_unexpected(comment.error());
  if (arguments.has("--json")) return print(report::comments_json({.comments = {*comment}}));
  return print(fmt::format("{}: draft {} on {}\n", attempt->id, comment->id, place_of(*comment)));
}

}  // namespace

Command comment_command() {
  return {.name = "comment",
          .summary = "Write a review comment on lines, a file or the review as a whole",
          .description =
              "A comment is a draft until `seedfault submit`. Lines are those of the change's new side. A "
              "```suggestion "
              "block in the text replaces the lines that the comment stands on.",
          .options = {{.name = "PLACE", .value = "", .help = "FILE:LINE or FILE:LINE-LINE"},
                      message_option,
                      severity_option,
                      {.name = "--file", .value = "FILE", .help = "comment on a file as a whole"},
                      {.name = "--review", .value = "", .help = "comment on the review as a whole"},
                      attempt_option,
                      json_option},
          .examples =
              {"seedfault comment app/gateway.py:31 -m \"no timeout: a hung gateway blocks every worker\" "
               "--severity blocker",
               "seedfault comment --review -m \"Good structure; two things must change before this ships.\""},
          .run = run_comment};
}

}  // namespace runner::cli
