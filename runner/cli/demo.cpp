#include "runner/session/demo.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "runner/cli/rows.hpp"
#include "runner/report/score_html.hpp"
#include "runner/report/score_text.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

std::filesystem::path target(const Arguments& arguments) {
  if (const auto into = arguments.value("--into")) return std::filesystem::absolute(*into).lexically_normal();
  const auto base = std::filesystem::temp_directory_path() / "seedfault-demo";
  auto path = base;
  for (int n = 2; std::filesystem::exists(path); ++n) path = fmt::format("{}-{}", base.string(), n);
  return path;
}

Result run_demo(const Arguments& arguments, const Context& context) {
  const auto demonstrated = session::demonstrate(
      context.house, arguments.value("--exercise").value_or("payments-webhook"),
      arguments.value("--review").value_or("strong"), target(arguments), context.progress);
  if (!demonstrated) return tl::make_unexpected(demonstrated.error());
  const auto page = demonstrated->folder / "report.html";
  if (auto written = session::write_file(page, report::score_html(demonstrated->scored)); !written)
    return tl::make_unexpected(written.error());
  context.progress("");
  auto said = report::score_text(demonstrated->scored, context.out);
  said += fmt::format("\nThe review folder of the candidate:  {}\nThe report as a page, for a browser: {}\n",
                      (demonstrated->folder / "review").string(), page.string());
  return print(said);
}

}  // namespace

Command demo_command() {
  return {.name = "demo",
          .summary = "The whole journey in one go, on a real exercise",
          .description =
              "Starts an exercise with all of its defects planted, takes a recorded sample review through "
              "import, submission and "
              "scoring, prints the report and writes it as a page. Your own attempts are not touched.",
          .options = {{.name = "--exercise",
                       .value = "EXERCISE",
                       .help = "which exercise; payments-webhook without it"},
                      {.name = "--review",
                       .value = "NAME",
                       .help = "which of its sample reviews; \"strong\" without it"},
                      {.name = "--into",
                       .value = "DIR",
                       .help = "the folder to make; one under the system's temporary folder without it"}},
          .examples = {"seedfault demo", "seedfault demo --review noisy --into ./noisy"},
          .run = run_demo};
}

}  // namespace runner::cli
