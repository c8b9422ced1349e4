#include "runner/report/doctor_text.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"

using namespace runner::report;
using State = runner::session::DoctorLine::State;

TEST_CASE("what the host can do, and the cure for what it cannot") {
  const runner::session::Doctor doctor{
      .lines = {{"sandbox", State::limited, "no user namespaces: bubblewrap cannot start",
                 "sysctl kernel.unprivileged_userns_clone=1"},
                {"python", State::good, "python3 3.11.2", ""},
                {"go", State::missing, "no go on the PATH", "apt-get install golang"}}};
  CHECK(doctor_text(doctor, {}) ==
        "limited  sandbox  no user namespaces: bubblewrap cannot start\n"
        "         help: sysctl kernel.unprivileged_userns_clone=1\n"
        "good     python   python3 3.11.2\n"
        "missing  go       no go on the PATH\n"
        "         help: apt-get install golang\n");
  check_golden("doctor.json", doctor_json(doctor));
}
