#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/explain_text.hpp"

namespace runner::cli {
namespace {

session::Fault no_such_defect(const session::Scored& scored, const std::string& wanted) {
  std::vector<std::string> ids;
  for (const auto& defect : scored.key.defects) ids.push_back(defect.id);
  return {scored.attempt.id,
          {},
          fmt::format("has no planted defect '{}'", wanted),
          detectors::source::did_you_mean(wanted, ids)
              .value_or(fmt::format("its defects are: {}", fmt::join(ids, ", ")))};
}

Result run_explain(const Arguments& arguments, const Context& context) {
  const auto scored = scored_named(context, arguments.text("ATTEMPT"));
  if (!scored) return tl::make_unexpected(scored.error());
  const auto wanted = arguments.text("DEFECT");
  const auto& defects = scored->key.defects;
  if (std::none_of(defects.begin(), defects.end(), [&](const auto& defect) { return defect.id == wanted; }))
    return session::faulty(no_such_defect(*scored, wanted));
  return print(arguments.has("--json") ? report::explain_json(*scored, wanted)
                                       : report::explain_text(*scored, wanted, context.out));
}

}  // namespace

Command explain_command() {
  return {.name = "explain",
          .summary = "Why a defect got its level: every claim considered, all evidence",
          .description =
              "For each claim of the review that was weighed against the defect: its place, the words that "
              "spoke for it and "
              "against it with their weights, and why it was credited or not.",
          .options = {{.name = "ATTEMPT",
                       .value = "",
                       .help = "an attempt of `seedfault attempts`, or a sample review as <exercise>/<name>",
                       .count = Option::Count::required},
                      {.name = "DEFECT",
                       .value = "",
                       .help = "a planted defect, as `seedfault score` names it",
                       .count = Option::Count::required},
                      json_option},
          .examples = {"seedfault explain payments-webhook-1 gateway-call-without-timeout"},
          .run = run_explain};
}

}  // namespace runner::cli
