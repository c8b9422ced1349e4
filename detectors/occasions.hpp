// On what occasion code runs, other than for a request: in a migration, by hand.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// A migration runs once, alone; its folder says so.
[[nodiscard]] bool in_migration(const facts::Facts& facts);
// A command that somebody runs by hand: of Django's BaseCommand, or where its commands lie, or of a program
// that reads its own arguments.
[[nodiscard]] bool in_command(const facts::Facts& facts, facts::NodeId id);
// A file that is started by itself: it reads a command line, has a __main__ block or a main, or begins with
// #!.
[[nodiscard]] bool in_script(const facts::Facts& facts);
// It tells somebody how the program is used, or that it is alive; nothing waits for that.
[[nodiscard]] bool in_telemetry(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
