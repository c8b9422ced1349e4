#include <fmt/format.h>

#include <charconv>

#include "runner/cli/rows.hpp"
#include "runner/cli/scored.hpp"
#include "runner/report/letter.hpp"
#include "runner/report/score_html.hpp"
#include "runner/report/score_markdown.hpp"
#include "runner/report/score_text.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"
#include "runner/session/recorded.hpp"
#include "runner/session/verify.hpp"

namespace runner::cli {
namespace {

std::string rendered_letter(const report::Letter& letter, std::string_view format,
                            const report::Style& style) {
  if (format == "json") return report::letter_json(letter);
  if (format == "html") return report::letter_html(letter);
  if (format == "markdown") return report::letter_markdown(letter);
  return report::letter_text(letter, style);
}

std::string rendered(const Reported& found, std::string_view format, const report::Style& style) {
  if (format == "json") return found.document;
  if (format == "html") return report::score_html(found.scored);
  if (format == "markdown") return report::score_markdown(found.scored);
  return report::score_text(found.scored, style);
}

session::Checked<ScoreChoice> choice_in(const Arguments& arguments) {
  ScoreChoice choice{
      .again = arguments.has("--again"), .record = std::nullopt, .keep = !arguments.has("--no-verify")};
  const auto record = arguments.value("--record");
  if (!record) return choice;
  int number = 0;
  const auto* end = record->data() + record->size();
  const auto [stop, error] = std::from_chars(record->data(), end, number);
  if (error != std::errc() || stop != end || number < 1)
    return session::faulty({"--record",
                            {},
                            fmt::format("'{}' is no number of a score", *record),
                            "count from 1, the first score of the attempt"});
  choice.record = number;
  return choice;
}

session::Fault still_open(const session::Scored& scored) {
  return {scored.attempt.id,
          {},
          "is still open: a letter before submission would tell the candidate where to look",
          "run `seedfault submit` first"};
}

// Proofs of suggestions that nobody has run yet; why they cannot be run is a note beside the score.
std::vector<std::string> run_proofs(const std::string& name, const Context& context, bool again) {
  if (name.find('/') != std::string::npos) return {};  // a sample
  const auto attempt = session::find_attempt(context.house, name, context.here);
  if (!attempt) return {};  // said by whoever scores it
  const auto standing = session::standing_score(context.house, *attempt);
  if (!again && standing && *standing) return {};  // a score that stands is not changed by looking at it
  const auto verified = session::verify_unknown(context.house, *attempt, context.progress);
  context.progress("");
  return verified ? verified->notes : std::vector<std::string>{};
}

Result run_score(const Arguments& arguments, const Context& context) {
  const auto choice = choice_in(arguments);
  if (!choice) return tl::make_unexpected(choice.error());
  const auto name = arguments.text("ATTEMPT");
  const bool looks_back = arguments.has("--no-verify") || choice->record;
  const auto notes = looks_back ? std::vector<std::string>{} : run_proofs(name, context, choice->again);
  auto found = reported(context, name, *choice);
  if (!found) return tl::make_unexpected(found.error());
  auto& scored = found->scored;
  scored.notes.insert(scored.notes.end(), notes.begin(), notes.end());
  const bool letter = arguments.value("--for") == "candidate";
  if (arguments.has("--with-key") && !letter)
    return session::faulty({"--with-key",
                            {},
                            "is about the letter, and the whole report holds the key anyway",
                            "leave it out, or add --for candidate"});
  if (letter && scored.attempt.state == session::AttemptState::open)
    return session::faulty(still_open(scored));
  const auto answers = arguments.has("--with-key") ? report::Answers::yes : report::Answers::no;
  const auto format =
      arguments.has("--json") ? std::string("json") : arguments.value("--format").value_or("text");
  const auto text = [&](const report::Style& style) {
    return letter ? rendered_letter(report::letter_of(scored, answers), format, style)
                  : rendered(*found, format, style);
  };
  const auto file = arguments.value("--output");
  if (!file || *file == "-") return print(text(context.out));
  const report::Style plain{.colour = report::Colour::no, .width = context.out.width};
  if (auto written = session::write_file(*file, text(plain)); !written)
    return tl::make_unexpected(written.error());
  return done;
}

}  // namespace

Command score_command() {
  return {
      .name = "score",
      .summary = "The score of an attempt, with the evidence for every credit",
      .description =
          "Each planted defect with its level, the words and the place that earned it; what was missed "
          "and why it matters; "
          "decoy hits, noise and neutral remarks; coverage, precision, F2, d' and c with intervals; "
          "sub-scores by outage "
          "pattern and skill. Coverage and precision are always shown together.\n\n"
          "A score of a submitted review is kept with all that it was computed from, and stands: it is shown "
          "again, byte for byte, until a person decides about a match (`seedfault review`), a proof is run "
          "(`seedfault verify`), or you ask for a new one with --again. A new version of seedfault changes "
          "no score by itself.\n\n"
          "The first score of a submitted attempt runs the proofs on its suggested fixes, where this host "
          "can, and keeps what they showed.\n\n"
          "With --for candidate it is a letter to the candidate instead: what they found, what kind of "
          "thing went by, how to practise. It names no planted defect and no line that they left alone.",
      .options =
          {{.name = "ATTEMPT",
            .value = "",
            .help = "an attempt of `seedfault attempts`, or a sample review as <exercise>/<name>; "
                    "without it, the attempt whose folder you are in"},
           {.name = "--format",
            .value = "FORMAT",
            .help = "how to write it",
            .count = Option::Count::optional,
            .choices = {"text", "json", "html", "markdown"}},
           {.name = "--for",
            .value = "READER",
            .help = "interviewer: the whole report; candidate: a letter that leaves the key out",
            .count = Option::Count::optional,
            .choices = {"interviewer", "candidate"}},
           {.name = "--with-key",
            .value = "",
            .help = "the letter also tells what was planted and not mentioned: for an exercise "
                    "that will not be used again"},
           {.name = "-o,--output", .value = "FILE", .help = "write there instead of to standard output"},
           {.name = "--no-verify",
            .value = "",
            .help =
                "run no proof: a look at the score with what `seedfault verify` has found so far, not kept"},
           {.name = "--again",
            .value = "",
            .help = "score anew with this version, although a score stands; both are kept"},
           {.name = "--record", .value = "N", .help = "show the attempt's N-th score as it was given"},
           {.name = "--json", .value = "", .help = "the same as --format json"}},
      .examples = {"seedfault score payments-webhook-1",
                   "seedfault score payments-webhook-1 --format html -o report.html",
                   "seedfault score payments-webhook-1 --for candidate --format html -o letter.html"},
      .run = run_score};
}

}  // namespace runner::cli
