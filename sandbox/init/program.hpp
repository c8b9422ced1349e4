// The program that is not trusted: how its process is made.
#pragma once

#include <sys/types.h>

#include "sandbox/init/order.hpp"

namespace sandbox::init {

struct Program {
  pid_t pid = -1;
  int report = -1;   // what it reports, when there is a secret; never blocks
  int failure = -1;  // a StepFailure when a wall could not be set; closed by a successful exec
};

struct StepFailure {
  Step step;
  std::int32_t error;
};

// Forks; the child sets the walls in order and becomes the program.
bool start(const Order& order, Program& program, StepFailure& failure);

}  // namespace sandbox::init
