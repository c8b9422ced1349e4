#include "runner/session/pair_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "runner/session/clock.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;
using detectors::source::LineSpan;

// kind, name, by the candidate, by the interviewer, seen by the candidate, longest text
constexpr PairRule rules[] = {
    {PairKind::comment, "comment", true, false, true, 20'000},
    {PairKind::taken, "taken", true, false, true, 0},
    {PairKind::closing, "closing", true, false, true, 20'000},
    {PairKind::ask, "ask", true, false, true, 2'000},
    {PairKind::prompt, "prompt", false, true, true, 2'000},
    {PairKind::hint, "hint", false, true, true, 2'000},
    {PairKind::limit, "limit", false, true, true, 2'000},
    {PairKind::reveal, "reveal", false, true, true, 0},
    {PairKind::note, "note", false, true, false, 10'000},
    {PairKind::clock, "clock", false, true, true, 0},
    {PairKind::ended, "ended", true, true, true, 0},
};

std::int64_t moment_of(std::string_view text) {
  const auto moment = read_moment(text);
  return moment ? moment->seconds : 0;
}

// "3-5" or "3".
LineSpan lines_in(std::string_view text) {
  int first = 0, last = 0;
  const auto* end = text.data() + text.size();
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): its end goes with it
  const auto [next, error] = std::from_chars(text.data(), end, first);
  if (error != std::errc() || first < 1) return {};
  last = first;
  if (next != end && *next == '-') std::from_chars(next + 1, end, last);
  return {Line{first}, Line{std::max(first, last)}};
}

std::string_view taken_word(std::string_view& text) {
  const auto word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(text.size(), word.size() + 1));
  return word;
}

void put(PairState& state, const PairEvent& event) {
  auto found = std::ranges::find(state.comments, event.subject, &review::Comment::id);
  if (found == state.comments.end()) {
    found = state.comments.emplace(found);
    found->id = event.subject;
  }
  found->body = event.text;
  found->severity = detectors::source::severity_named(event.severity);
  found->state = review::CommentState::draft;
  set_place(*found, event.place);
}

void turn_clock(PairState& state, const PairEvent& event) {
  if (event.subject == "start" && !state.running_since) state.running_since = event.at;
  if (event.subject == "start" || !state.running_since) return;
  state.seconds += std::max<std::int64_t>(0, moment_of(event.at) - moment_of(*state.running_since));
  state.running_since.reset();
}

void say(PairState& state, const PairEvent& event) {
  state.said.push_back(event);
  if (event.kind == PairKind::reveal) state.revealed.push_back(event.subject);
  if (event.kind == PairKind::limit && !event.subject.empty()) state.closed.push_back(event.subject);
}

}  // namespace

std::string_view to_string(Voice voice) { return voice == Voice::candidate ? "candidate" : "interviewer"; }

std::optional<Voice> voice_named(std::string_view name) {
  for (const auto voice : {Voice::candidate, Voice::interviewer})
    if (to_string(voice) == name) return voice;
  return std::nullopt;
}

std::span<const PairRule> pair_rules() { return rules; }

const PairRule& rule_of(PairKind kind) { return *std::ranges::find(rules, kind, &PairRule::kind); }

std::string_view to_string(PairKind kind) { return rule_of(kind).name; }

std::optional<PairKind> pair_kind_named(std::string_view name) {
  const auto* found = std::ranges::find(rules, name, &PairRule::name);
  return found == std::end(rules) ? std::nullopt : std::optional(found->kind);
}

bool sees(Voice voice, PairKind kind) {
  return voice == Voice::interviewer || rule_of(kind).seen_by_candidate;
}

void apply(PairState& state, const PairEvent& event) {
  state.last = event.number;
  switch (event.kind) {
    case PairKind::comment:
      return put(state, event);
    case PairKind::taken:
      std::erase_if(state.comments, [&](const auto& comment) { return comment.id == event.subject; });
      return;
    case PairKind::closing:
      state.closing = {.summary = event.text,
                       .verdict = review::verdict_named(event.subject).value_or(review::Verdict::none),
                       .saved_at = event.at};
      return;
    case PairKind::ask:
    case PairKind::prompt:
    case PairKind::hint:
    case PairKind::limit:
    case PairKind::reveal:
      return say(state, event);
    case PairKind::note:
      state.notes.push_back(event);
      return;
    case PairKind::clock:
      return turn_clock(state, event);
    case PairKind::ended: {
      auto stop = event;
      stop.subject = "pause";
      turn_clock(state, stop);
      state.ended_at = event.at;
      return;
    }
  }
}

PairState fold(std::span<const PairEvent> events) {
  PairState state;
  for (const auto& event : events) apply(state, event);
  return state;
}

std::int64_t clock_seconds(const PairState& state, std::string_view now) {
  if (!state.running_since) return state.seconds;
  return state.seconds + std::max<std::int64_t>(0, moment_of(now) - moment_of(*state.running_since));
}

std::string place_text(const review::Comment& comment) {
  if (comment.scope == review::CommentScope::review) return "review";
  if (comment.scope == review::CommentScope::file) return "file " + comment.path;
  return fmt::format("{} {}-{} {}", to_string(comment.side), comment.lines.first.number,
                     comment.lines.last.number, comment.path);
}

void set_place(review::Comment& comment, std::string_view place) {
  const auto kind = taken_word(place);
  comment.scope = review::CommentScope::review;
  comment.path.clear();
  comment.lines = {};
  if (place.empty()) return;
  if (kind == "file") {
    comment.scope = review::CommentScope::file;
    comment.path = place;
    return;
  }
  const auto lines = lines_in(taken_word(place));
  if (lines.none() || place.empty()) return;
  comment.scope = review::CommentScope::lines;
  comment.side = kind == to_string(review::Side::before) ? review::Side::before : review::Side::after;
  comment.lines = lines;
  comment.path = place;
}

PairEvent event_of(const review::Comment& comment) {
  return {.by = Voice::candidate,
          .kind = PairKind::comment,
          .subject = comment.id,
          .place = place_text(comment),
          .severity = comment.severity ? std::string(detectors::source::to_string(*comment.severity)) : "",
          .text = comment.body};
}

PairEvent event_of(const Closing& closing) {
  PairEvent event{.by = Voice::candidate, .kind = PairKind::closing};
  event.subject = to_string(closing.verdict);
  event.text = closing.summary;
  return event;
}

PairEvent taken_event(std::string_view comment) {
  PairEvent event{.by = Voice::candidate, .kind = PairKind::taken};
  event.subject = comment;
  return event;
}

PairEvent ended_event(std::string_view actor) {
  PairEvent event{.by = Voice::interviewer, .kind = PairKind::ended};
  event.subject = actor;
  return event;
}

std::string_view artefact_sort(std::string_view path) {
  const auto has = [&](std::string_view part) { return path.find(part) != std::string_view::npos; };
  if (has("plan")) return "query plans";
  if (path.ends_with(".csv") || has("metric") || has("prometheus") || has("counter")) return "metrics";
  if (path.ends_with(".log") || has("log")) return "logs";
  return "documents";
}

}  // namespace runner::session
