#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/cli/weak.hpp"
#include "runner/report/doctor_text.hpp"
#include "runner/report/printable.hpp"
#include "runner/session/sandbox_run.hpp"

namespace runner::cli {
namespace {

Result show(const Arguments& arguments, const Context& context) {
  const auto doctor = session::sandbox_of_host();
  return print(arguments.has("--json") ? report::doctor_json(doctor)
                                       : report::doctor_text(doctor, context.out));
}

std::string json_of(const session::SandboxRun& run) {
  nlohmann::ordered_json limits = nlohmann::ordered_json::object();
  for (const auto& [name, value] : run.limits) limits[name] = value;
  nlohmann::ordered_json json{{"schema", "seedfault.sandbox-run/1"}, {"ending", run.ending}};
  if (run.number) json[run.ending == "exited" ? "code" : "signal"] = *run.number;
  json.update({{"description", run.description},
               {"wall_seconds", run.wall},
               {"cpu_seconds", run.cpu},
               {"peak_memory_bytes", run.peak_memory},
               {"memory_measured_by", run.memory_measured_by},
               {"tier", run.tier},
               {"limits", std::move(limits)},
               {"output_cut", run.output_cut},
               {"out", run.out},
               {"err", run.err}});
  // The program may have written anything; what is no UTF-8 reads as U+FFFD.
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string stream_of(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) return {};
  auto text = report::printable(bytes);
  if (!text.ends_with('\n')) text += '\n';
  return fmt::format("\n{}\n{}", name, text);
}

std::string text_of(const session::SandboxRun& run) {
  std::string limits;
  for (const auto& [name, value] : run.limits) limits += fmt::format(" {}={}", name, value);
  return fmt::format("{}{}\n", run.description, run.output_cut ? "; the output is cut" : "") +
         fmt::format("used    {:.3f} s, {:.3f} s of CPU, {:.1f} MiB at most ({})\n", run.wall, run.cpu,
                     static_cast<double>(run.peak_memory) / (1 << 20), run.memory_measured_by) +
         fmt::format("tier    {}\nlimits {}\n", run.tier, limits) + stream_of("standard output", run.out) +
         stream_of("standard error", run.err);
}

Result run_sandbox(const Arguments& arguments, const Context& context) {
  session::SandboxOrder order{.profile = arguments.value("--profile").value_or("python"),
                              .limits = arguments.values("--limit"),
                              .tree = std::nullopt,
                              .allow_weak = weak_allowed(arguments),
                              .command = arguments.values("COMMAND")};
  if (const auto tree = arguments.value("--tree")) order.tree = context.here / *tree;
  const auto ran = session::run_in_sandbox(context.house, order);
  if (!ran) return tl::make_unexpected(ran.error());
  return print(arguments.has("--json") ? json_of(*ran) : text_of(*ran));
}

}  // namespace

Command sandbox_command() {
  return {.name = "sandbox",
          .summary = "What the sandbox of this host is, asked anew",
          .description =
              "Runs a program through the whole chain and prints the tier that the host has, what was found, "
              "and what would lift it.",
          .options = {json_option},
          .examples = {"seedfault sandbox"},
          .run = show};
}

Command sandbox_run_command() {
  return {
      .name = "sandbox run",
      .summary = "Run a program in the sandbox and say how it ended",
      .description =
          "The program sees what the profile makes visible, an empty /work or a copy of --tree there, no "
          "network, and nothing of the host besides. What it wrote, how it ended, what it used, and the "
          "tier and limits that really held are printed; control characters are made visible. The exit "
          "status is 0 when the program ran, however it ended.\n\nLimits: wall=5s, cpu=500ms, "
          "memory=256MiB, output=64KiB, file-size=16MiB, processes=32, open-files=128.",
      .options = {{.name = "--profile", .value = "NAME", .help = "a toolchain of `seedfault doctor`; python"},
                  {.name = "--limit",
                   .value = "NAME=VALUE",
                   .help = "a limit other than the profile's",
                   .count = Option::Count::any},
                  {.name = "--tree", .value = "FOLDER", .help = "copy its files to /work"},
                  weak_option,
                  json_option,
                  {.name = "COMMAND",
                   .value = "",
                   .help = "the program and its arguments",
                   .count = Option::Count::rest}},
      .examples = {"seedfault sandbox run -- python3 -c 'print(1)'",
                   "seedfault sandbox run --profile node --limit wall=5s --tree . -- node shop.mjs"},
      .run = run_sandbox};
}

}  // namespace runner::cli
