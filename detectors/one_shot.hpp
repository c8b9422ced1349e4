// Go code that no service runs: programs that end, generators, installers, what only tests use.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// The file's build tags leave it out, its path or its imports say what it is for, or its package is a program
// of which nothing in the file shows that it goes on.
[[nodiscard]] bool runs_once(const facts::Facts& facts);
// package main
[[nodiscard]] bool is_main_package(const facts::Facts& facts);

}  // namespace detectors
