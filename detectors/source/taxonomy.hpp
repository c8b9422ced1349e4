// The words that organise everything: outage patterns, skills, instincts, severities. Ids are what data files
// write.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detectors::source {

struct Theme {
  std::string_view id;
  std::string_view title;
};

// How a defect takes a service down. "concurrency" cuts across the other six.
inline constexpr std::array<Theme, 7> outage_patterns{{
    {"change-induced-regression", "Change-induced regression"},
    {"dependency-failure-cascade", "Dependency failure cascade"},
    {"database-overload", "Database overload, locks and data correctness"},
    {"async-backlog", "Queue or async backlog"},
    {"capacity-cliff", "Capacity cliff"},
    {"observability-gap", "Observability gap"},
    {"concurrency", "Concurrency"},
}};

// What a reviewer needs to see it coming.
inline constexpr std::array<Theme, 7> skills{{
    {"failure-modeling", "Failure modeling"},
    {"resilience-engineering", "Resilience engineering"},
    {"data-discipline", "Data discipline"},
    {"contract-thinking", "Contract thinking"},
    {"observability", "Observability"},
    {"change-safety", "Change safety"},
    {"incident-fluency", "Incident fluency"},
}};

// What even a small sample must show.
inline constexpr std::array<Theme, 4> instincts{{
    {"timeouts-and-validation", "Timeouts and input validation"},
    {"error-handling", "Error handling"},
    {"idempotency", "Idempotency of side effects"},
    {"logging", "What is logged, and what must not be"},
}};

// Ordered: a blocker is the greatest.
enum class Severity { nit, minor, major, blocker };
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

// The phrases by which people name a thing, in the phrase language of runner/review/phrase.hpp.
struct Words {
  std::vector<std::string> topic;         // what it is about; never enough by itself ("timeout")
  std::vector<std::string> cause;         // the mechanism ("{absent} timeout")
  std::vector<std::string> effect;        // the consequence under a condition ("worker {hang}")
  std::vector<std::string> remedy;        // a correct fix ("{add} timeout")
  std::vector<std::string> wrong_remedy;  // a fix that does not help ("wrap try/except")
  friend bool operator==(const Words&, const Words&) = default;
};

}  // namespace detectors::source
