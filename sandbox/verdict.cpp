#include "sandbox/verdict.hpp"

#include <fmt/format.h>

namespace sandbox {
namespace {

constexpr std::string_view ellipsis = "…";

// How many bytes the well-formed UTF-8 sequence at the front has; 0 when there is none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t size = first < 0x80   ? 1
                           : first < 0xc2 ? 0
                           : first < 0xe0 ? 2
                           : first < 0xf0 ? 3
                           : first < 0xf5 ? 4
                                          : 0;
  if (size == 0 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies above U+10FFFF.
  if ((first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) > 0x9f) ||
      (first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) > 0x8f)) {
    return 0;
  }
  return size;
}

bool shown(std::string_view sequence) {
  const auto byte = static_cast<unsigned char>(sequence.front());
  return sequence.size() > 1 ? sequence >= "\u00a0"
                             : byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

struct Record {
  std::string_view word;
  std::string_view detail;
};

std::optional<Record> record_of(const Outcome& outcome, std::string_view nonce) {
  if (!outcome.report || nonce.empty()) return std::nullopt;
  std::string_view report = *outcome.report;
  if (!report.starts_with(nonce)) return std::nullopt;
  report.remove_prefix(nonce.size());
  const auto end = report.find('\n');
  if (!report.starts_with(' ') || end == std::string_view::npos) return std::nullopt;
  return Record{report.substr(1, end - 1), report.substr(end + 1)};
}

}  // namespace

std::string bounded(std::string_view text, std::size_t limit) {
  std::string result;
  while (!text.empty()) {
    const std::size_t size = sequence(text);
    const auto taken = text.substr(0, size == 0 ? 1 : size);
    const std::string_view shows = size > 0 && shown(taken) ? taken : "?";
    if (result.size() + shows.size() + ellipsis.size() > limit && text.size() > limit - result.size()) {
      return result.append(ellipsis);
    }
    result.append(shows);
    text.remove_prefix(taken.size());
  }
  return result;
}

ProofVerdict verdict_of(const Outcome& outcome, std::string_view nonce) {
  const bool ended_well = outcome.ending == Ending{Exited{0}};
  if (!std::holds_alternative<Exited>(outcome.ending)) {
    return Inconclusive{describe(outcome.ending)};
  }
  const auto record = record_of(outcome, nonce);
  if (!record) {
    return Inconclusive{
        fmt::format("it {} without the harness's completion record", describe(outcome.ending))};
  }
  if (record->word == "passed" && ended_well) return Passed{};
  if (record->word == "failed") return Failed{bounded(record->detail, detail_limit)};
  if (record->word == "inconclusive") return Inconclusive{bounded(record->detail, detail_limit)};
  return Inconclusive{fmt::format("it reported success but {}", describe(outcome.ending))};
}

}  // namespace sandbox
