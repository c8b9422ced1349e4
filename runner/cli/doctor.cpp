#include "runner/session/doctor.hpp"

#include "runner/cli/rows.hpp"
#include "runner/report/doctor_text.hpp"

namespace runner::cli {
namespace {

Result run_doctor(const Arguments& arguments, const Context& context) {
  const auto doctor = session::examine(context.house);
  return print(arguments.has("--json") ? report::doctor_json(doctor)
                                       : report::doctor_text(doctor, context.out));
}

}  // namespace

Command doctor_command() {
  return {.name = "doctor",
          .summary = "What this host can do, and the cure for what it cannot",
          .description =
              "Tries the sandbox by running a program in it, looks for the toolchains of the exercises, "
              "reads the bank and the "
              "catalogue.",
          .options = {json_option},
          .examples = {"seedfault doctor"},
          .run = run_doctor};
}

}  // namespace runner::cli
