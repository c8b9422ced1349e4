// Whether a program may run where only the weak sandbox is to be had: never, unless a person says so.
#pragma once

#include "sandbox/policy.hpp"

namespace runner::session {

using sandbox::AllowWeak;

}  // namespace runner::session
