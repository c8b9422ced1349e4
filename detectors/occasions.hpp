// On what occasion code runs, other than for a request: in a migration, by hand.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// A migration runs once, alone; its folder says so.
[[nodiscard]] bool in_migration(const facts::Facts& facts);
// A command that somebody runs by hand: of Django's BaseCommand, or where its commands lie, or of a program
// that reads its own arguments.
[[nodiscard]] bool in_command(const facts::Facts& facts, facts::NodeId id);
// In a file that is started by itself: it reads a command line, has a __main__ block or a main, begins with
// #!, builds the project or its documentation, or is of no package; or in a function that reads a command
// line.
[[nodiscard]] bool in_script(const facts::Facts& facts, facts::NodeId id);
// The call asks its own machine: "http://localhost:8080", also by a variable.
[[nodiscard]] bool asks_loopback(const facts::Facts& facts, facts::NodeId id);
// In a private method whose name the file does not say again: nobody runs it.
[[nodiscard]] bool is_unused(const facts::Facts& facts, facts::NodeId id);
// if (DEBUG) log(…), if (!this.withoutNames) …: somebody asked for it, most likely with its warning read.
[[nodiscard]] bool is_behind_switch(const facts::Facts& facts, facts::NodeId id);
// It tells somebody how the program is used, or that it is alive; nothing waits for that.
[[nodiscard]] bool in_telemetry(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
