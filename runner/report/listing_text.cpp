#include <fmt/format.h>

#include "runner/report/listing.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

constexpr Indent block{.first = 2, .rest = 2};
constexpr Indent listed{.first = 2, .rest = 4};

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + one_line(text);
  return out;
}

std::string reference(const exercise::PlaceRef& place) {
  const std::string what = place.symbol.empty() ? "\"" + one_line(place.code) + '"' : place.symbol;
  return fmt::format("{}: {} ({})", place.path, what, word(place.role));
}

std::string head(const exercise::Exercise& exercise, const Style& style) {
  std::string out = paragraph(ink(style, Ink::bold, one_line(exercise.title)), {}, style);
  out +=
      paragraph(one_line(fmt::format("{}, version {}: {}, level {}, about {}.", exercise.id, exercise.version,
                                     exercise.language, exercise.level, counted(exercise.minutes, "minute"))),
                {}, style);
  if (!exercise.summary.empty()) out += paragraph(one_line(exercise.summary), {}, style);
  if (!exercise.ai_policy.empty()) out += labelled("AI tools: ", one_line(exercise.ai_policy), style);
  return out;
}

std::string pull_request(const exercise::PullRequest& request, const Style& style) {
  std::string out = heading("Pull request", style);
  out += paragraph(ink(style, Ink::bold, one_line(request.title)), block, style);
  std::string line = fmt::format("by {} on branch {}", request.author, request.branch);
  if (!request.ticket.empty()) line += ", ticket " + request.ticket;
  return out + paragraph(one_line(line), block, style) + '\n' + verbatim(printable(request.body), 2);
}

std::string defect(const exercise::PlantedDefect& defect, const Style& style) {
  std::string out =
      paragraph(fmt::format("{} ({}, {}, weight {:g})", ink(style, Ink::bold, one_line(defect.title)),
                            defect.class_id, detectors::source::to_string(defect.severity), defect.weight),
                listed, style);
  out += labelled("    id:        ", defect.id, style);
  out += labelled("    why:       ", one_line(defect.why), style);
  out += labelled("    fix:       ", one_line(defect.fix), style);
  for (const auto& place : defect.places)
    out += labelled("    place:     ", one_line(reference(place)), style);
  if (!defect.excludes.empty()) out += labelled("    excludes:  ", joined(defect.excludes), style);
  if (defect.detectable == exercise::Detectable::no)
    out += labelled("    detector:  ", "none: " + one_line(defect.undetectable_reason), style);
  for (const auto& question : defect.follow_ups)
    out += labelled("    ask:       ", one_line(question), style);
  return out + '\n';
}

std::string decoy(const exercise::DecoyPlace& decoy, const Style& style) {
  std::string out = paragraph(ink(style, Ink::bold, one_line(decoy.title)), listed, style);
  out += labelled("    id:        ", decoy.id, style);
  out += labelled("    why right: ", one_line(decoy.reason), style);
  for (const auto& place : decoy.places)
    out += labelled("    place:     ", one_line(reference(place)), style);
  return out + '\n';
}

std::string answers_text(const exercise::Exercise& exercise, const Style& style) {
  std::string out =
      heading(fmt::format("Defects ({}), of which {} to {} are planted", exercise.defects.size(),
                          exercise.plant.at_least, exercise.plant.at_most),
              style);
  if (!exercise.plant.always.empty())
    out += paragraph("Always planted: " + joined(exercise.plant.always) + '.', block, style) + '\n';
  for (const auto& each : exercise.defects) out += defect(each, style);
  out +=
      paragraph(ink(style, Ink::bold, fmt::format("Decoys ({})", exercise.decoys.size())), {}, style) + '\n';
  for (const auto& each : exercise.decoys) out += decoy(each, style);
  std::vector<std::string> patterns;
  for (const auto& id : exercise.patterns) patterns.emplace_back(theme_title(id));
  std::vector<std::string> reviews;
  for (const auto& review : exercise.reviews) reviews.push_back(review.name);
  out += paragraph("Outage patterns: " + joined(patterns) + '.', {.first = 0, .rest = 2}, style);
  return out + paragraph("Sample reviews: " + joined(reviews) + '.', {.first = 0, .rest = 2}, style);
}

std::string comment_text(const review::Comment& comment, Bodies bodies, const Style& style) {
  std::string head =
      fmt::format("{}  {}", ink(style, Ink::bold, one_line(comment.id)), one_line(place(comment)));
  if (comment.severity) head += fmt::format(", {}", detectors::source::to_string(*comment.severity));
  head += fmt::format(", {}", review::to_string(comment.state));
  std::string out = paragraph(head, {.first = 0, .rest = 4}, style);
  if (bodies == Bodies::whole) return out + verbatim(printable(comment.body), 4) + '\n';
  const std::string line = one_line(first_line(comment.body));
  return out + padded("", 4) + shortened(line, columns(style) - 4) + '\n';
}

}  // namespace

std::string exercises_text(const std::vector<exercise::Exercise>& bank, Answers answers, const Style& style) {
  if (bank.empty()) return "The bank is empty.\n";
  Table rows{.heads = {"EXERCISE", "LANGUAGE", "LEVEL", "MINUTES"}, .rows = {}};
  if (answers == Answers::yes) rows.heads.emplace_back("DEFECTS");
  rows.heads.emplace_back("TITLE");
  for (const auto& exercise : bank) {
    std::vector<std::string> row{one_line(exercise.id), one_line(exercise.language), one_line(exercise.level),
                                 fmt::format("{}", exercise.minutes)};
    if (answers == Answers::yes) row.push_back(fmt::format("{}", exercise.defects.size()));
    row.push_back(one_line(exercise.title));
    rows.rows.push_back(std::move(row));
  }
  return table(rows, style);
}

std::string exercise_text(const exercise::Exercise& exercise, Answers answers, const Style& style) {
  std::string out = head(exercise, style) + heading("Brief", style) + verbatim(printable(exercise.brief), 2);
  out += pull_request(exercise.pull_request, style);
  out += heading(counted(exercise.tree.size(), "file"), style);
  for (const auto& file : exercise.tree) out += paragraph(one_line(file.path), listed, style);
  return answers == Answers::yes ? out + answers_text(exercise, style) : out;
}

std::string attempts_text(const std::vector<session::Attempt>& attempts, const Style& style) {
  if (attempts.empty()) return "No attempt yet. \"seedfault start EXERCISE\" begins one.\n";
  Table rows{.heads = {"ATTEMPT", "EXERCISE", "STATE", "COMMENTS", "STARTED", "CANDIDATE"}, .rows = {}};
  for (const auto& attempt : attempts)
    rows.rows.push_back({one_line(attempt.id), one_line(attempt.exercise), std::string(word(attempt.state)),
                         fmt::format("{}", attempt.comment_count), one_line(attempt.started_at),
                         one_line(attempt.candidate)});
  return table(rows, style);
}

std::string comments_text(const review::Review& review, Bodies bodies, const Style& style) {
  if (review.comments.empty()) return "No comment yet.\n";
  std::string out;
  for (const auto& comment : review.comments) out += comment_text(comment, bodies, style);
  if (review.verdict == review::Verdict::none) return out;
  return out + paragraph(fmt::format("Verdict: {}.", word(review.verdict)), {}, style);
}

}  // namespace runner::report
