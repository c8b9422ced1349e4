// The one option that lets a program run where only the weak sandbox is to be had.
#pragma once

#include "runner/cli/command.hpp"
#include "runner/session/allow_weak.hpp"

namespace runner::cli {

inline const Option weak_option{
    .name = "--allow-weak-sandbox",
    .value = "",
    .help = "run also on a host without user namespaces: Landlock, seccomp and limits only, never as root"};

[[nodiscard]] inline session::AllowWeak weak_allowed(const Arguments& arguments) {
  return arguments.has(weak_option.name) ? session::AllowWeak::yes : session::AllowWeak::no;
}

}  // namespace runner::cli
