#include "runner/session/prove.hpp"

#include <fmt/format.h>

#include "runner/session/run.hpp"

namespace runner::session {
namespace {

struct Reading {
  Shown& shown;
  std::string_view what;
  void operator()(const sandbox::Passed&) const { shown.verdict = review::ProofVerdict::passed; }
  void operator()(const sandbox::Failed& failed) const {
    shown.verdict = review::ProofVerdict::failed;
    shown.detail = fmt::format("{}: {}", what, failed.detail);
  }
  void operator()(const sandbox::Inconclusive& unclear) const {
    shown.verdict = review::ProofVerdict::failed;
    shown.detail = fmt::format("{}: inconclusive: {}", what, unclear.why);
  }
  void operator()(const sandbox::NotRun& missing) const {
    shown.note = fmt::format("not run: {} ({})", missing.missing, missing.cure);
  }
};

// It refuses every socket, which a right fix may need: what fails there is held against nobody.
void conclude_nothing_from_weak_failure(Shown& shown, std::string_view subject) {
  if (shown.verdict != review::ProofVerdict::failed) return;
  shown.note =
      fmt::format("{}: failed in the weak sandbox, which refuses sockets, so nothing is concluded ({})",
                  subject, shown.detail);
  shown.verdict = review::ProofVerdict::not_run;
  shown.detail.clear();
}

}  // namespace

Shown shown_by(std::string_view what, std::string_view subject,
               const tl::expected<sandbox::ProofResult, sandbox::Failure>& result) {
  Shown shown;
  if (!result) {
    shown.note = fmt::format("{}: {}: {}; {}", subject, result.error().step, result.error().problem,
                             result.error().remedy);
    return shown;
  }
  if (result->outcome) shown.tier = sandbox::name(result->outcome->tier);
  if (weak_run(*result)) shown.note = weak_note;
  std::visit(Reading{shown, what}, result->verdict);
  if (weak_run(*result)) conclude_nothing_from_weak_failure(shown, subject);
  return shown;
}

}  // namespace runner::session
