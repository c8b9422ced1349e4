#include <fmt/format.h>

#include "runner/cli/message.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/faults.hpp"
#include "runner/report/listing.hpp"
#include "runner/session/comment.hpp"

namespace runner::cli {
namespace {

Result list(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto listing = session::list_comments(context.house, *attempt);
  if (!listing) return tl::make_unexpected(listing.error());
  const review::Review review{.comments = listing->comments, .verdict = attempt->verdict};
  const auto bodies = arguments.has("--whole") ? report::Bodies::whole : report::Bodies::first_line;
  auto printed = print(arguments.has("--json") ? report::comments_json(review)
                                               : report::comments_text(review, bodies, context.out));
  if (!printed) return printed;
  for (const auto& note : listing->notes) fmt::print(stderr, "note: {}\n", note);
  if (!listing->review_file_faults.empty()) return tl::make_unexpected(listing->review_file_faults);
  return done;
}

Result edit(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto message = read_message(arguments);
  if (!message) return tl::make_unexpected(message.error());
  const auto severity = detectors::source::severity_named(arguments.text("--severity"));
  if (!*message && !severity)
    return session::faulty(
        {"seedfault comments edit", {}, "does not say what to change", "give -m TEXT or --severity LEVEL"});
  const auto comment = session::edit_comment(context.house, *attempt, arguments.text("COMMENT"),
                                             {.body = *message, .severity = severity});
  if (!comment) return tl::make_unexpected(comment.error());
  if (arguments.has("--json")) return print(report::comments_json({.comments = {*comment}}));
  return print(fmt::format("{}: {} changed\n", attempt->id, comment->id));
}

Result remove(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto comment = session::remove_comment(context.house, *attempt, arguments.text("COMMENT"));
  if (!comment) return tl::make_unexpected(comment.error());
  if (arguments.has("--json")) return print(report::comments_json({.comments = {*comment}}));
  return print(fmt::format("{}: {} removed\n", attempt->id, comment->id));
}

const Option comment_id{.name = "COMMENT",
                        .value = "",
                        .help = "a comment of `seedfault comments`",
                        .count = Option::Count::required};

}  // namespace

Command comments_command() {
  return {.name = "comments",
          .summary = "The comments of an attempt, drafts included",
          .description =
              "While an attempt is open the entries of its REVIEW.md are listed too; `seedfault submit` "
              "takes them in.",
          .options = {{.name = "--whole", .value = "", .help = "whole texts instead of first lines"},
                      attempt_option,
                      json_option},
          .examples = {"seedfault comments --whole"},
          .run = list};
}

Command comments_edit_command() {
  return {.name = "comments edit",
          .summary = "Change the text or the severity of a draft",
          .description = "Entries of REVIEW.md are edited in that file.",
          .options = {comment_id, message_option, severity_option, attempt_option, json_option},
          .examples = {"seedfault comments edit c2 --severity major"},
          .run = edit};
}

Command comments_remove_command() {
  return {.name = "comments remove",
          .summary = "Remove a draft",
          .description = "A submitted review is final: its comments cannot be removed.",
          .options = {comment_id, attempt_option, json_option},
          .examples = {"seedfault comments remove c2"},
          .run = remove};
}

}  // namespace runner::cli
