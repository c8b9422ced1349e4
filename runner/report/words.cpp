#include "runner/report/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace runner::report {
namespace {

template <std::size_t N>
std::string_view title_in(const std::array<detectors::source::Theme, N>& themes, std::string_view id) {
  for (const auto& theme : themes)
    if (theme.id == id) return theme.title;
  return {};
}

std::string with_lines(const std::string& path, review::LineSpan lines) {
  return lines.none() ? path : path + ':' + detectors::source::to_string(lines);
}

}  // namespace

std::string_view meaning(review::Level level) {
  switch (level) {
    case review::Level::missed:
      return "nothing in its place and nothing that names it";
    case review::Level::located:
      return "a comment in its place, without its cause";
    case review::Level::identified:
      return "the mechanism is named";
    case review::Level::explained:
      return "the mechanism is named, and its consequence or a remedy";
    case review::Level::fixed:
      return "the mechanism, its consequence and a correct remedy are named";
  }
  return {};
}

std::string_view word(review::Fate fate) {
  switch (fate) {
    case review::Fate::credited:
      return "credited";
    case review::Fate::duplicate:
      return "duplicate";
    case review::Fate::valid_extra:
      return "valid extra";
    case review::Fate::decoy_hit:
      return "decoy hit";
    case review::Fate::noise:
      return "noise";
    case review::Fate::neutral:
      return "neutral";
    case review::Fate::unjudged:
      return "unjudged";
  }
  return {};
}

std::string_view noun(review::Fate fate) {
  if (fate == review::Fate::noise) return "noise claim";
  if (fate == review::Fate::neutral) return "neutral remark";
  if (fate == review::Fate::unjudged) return "unjudged finding";
  return word(fate);
}

std::string_view word(review::Band band) {
  switch (band) {
    case review::Band::strong:
      return "strong";
    case review::Band::meets:
      return "meets the bar";
    case review::Band::mixed:
      return "mixed";
    case review::Band::below:
      return "below the bar";
    case review::Band::more_review:
      return "needs a person's review";
  }
  return {};
}

std::string_view word(review::Verdict verdict) {
  switch (verdict) {
    case review::Verdict::none:
      return "no verdict";
    case review::Verdict::approve:
      return "approve";
    case review::Verdict::request_changes:
      return "request changes";
    case review::Verdict::comment:
      return "comment only";
  }
  return {};
}

std::string_view word(review::EvidenceKind kind) {
  switch (kind) {
    case review::EvidenceKind::place:
      return "place";
    case review::EvidenceKind::topic:
      return "topic";
    case review::EvidenceKind::cause:
      return "cause";
    case review::EvidenceKind::effect:
      return "effect";
    case review::EvidenceKind::remedy:
      return "remedy";
    case review::EvidenceKind::wrong_remedy:
      return "wrong remedy";
    case review::EvidenceKind::polarity:
      return "polarity";
    case review::EvidenceKind::mechanism:
      return "mechanism";
    case review::EvidenceKind::suggestion:
      return "suggestion";
    case review::EvidenceKind::label:
      return "label";
  }
  return {};
}

std::string_view word(review::PlaceRole role) {
  switch (role) {
    case review::PlaceRole::primary:
      return "primary";
    case review::PlaceRole::related:
      return "related";
    case review::PlaceRole::neutral:
      return "neutral";
  }
  return {};
}

std::string_view word(review::AnchorQuality quality) {
  switch (quality) {
    case review::AnchorQuality::exact:
      return "";
    case review::AnchorQuality::outdated:
      return "outdated";
    case review::AnchorQuality::inferred:
      return "place inferred";
    case review::AnchorQuality::none:
      return "place unknown";
  }
  return {};
}

std::string_view word(session::AttemptState state) {
  switch (state) {
    case session::AttemptState::open:
      return "open";
    case session::AttemptState::submitted:
      return "submitted";
  }
  return {};
}

std::string_view theme_title(std::string_view id) {
  if (const auto title = title_in(detectors::source::outage_patterns, id); !title.empty()) return title;
  if (const auto title = title_in(detectors::source::skills, id); !title.empty()) return title;
  if (const auto title = title_in(detectors::source::instincts, id); !title.empty()) return title;
  return id;
}

std::string percent(double share) { return fmt::format("{}%", std::lround(share * 100)); }

std::string percent(review::Interval interval) {
  return fmt::format("{} to {}", percent(interval.low), percent(interval.high));
}

std::string points(double score) { return fmt::format("{:.1f}", std::round(score * 10) / 10 + 0.0); }

std::string number(double value) { return fmt::format("{:.2f}", std::round(value * 100) / 100 + 0.0); }

std::string counted(int count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string counted(std::size_t count, std::string_view noun) {
  return counted(static_cast<int>(count), noun);
}

std::string place(const review::Comment& comment) {
  std::string text = comment.path.empty() ? "the review as a whole" : with_lines(comment.path, comment.lines);
  if (!comment.path.empty() && comment.side == review::Side::before) text += " (old side)";
  if (const auto doubt = word(comment.anchor); !doubt.empty() && !comment.path.empty())
    text += fmt::format(" ({})", doubt);
  return text;
}

std::string place(const review::Place& place) {
  return with_lines(place.path, place.lines) + (place.side == review::Side::before ? " (old side)" : "");
}

std::string source(const review::Comment& comment) {
  return fmt::format("comment {} {} {}", comment.id, comment.path.empty() ? "on" : "at", place(comment));
}

}  // namespace runner::report
