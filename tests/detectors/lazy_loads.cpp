// A relation that is read on each row of a loop.
#include "read.hpp"

TEST_CASE("relations read in a loop over rows") {
  const std::string head =
      "from sqlalchemy.orm import Session\nfrom sqlalchemy import select\ndef f(session: Session):\n";
  check_found(
      detectors::find_lazy_loads,
      {
          {"a.py",
           head + "    for o in session.query(Order).all():\n        for l in o.lines:\n            use(l)\n",
           "lines :5"},
          {"a.py", "def f(orders):\n    for o in orders:\n        for l in o.lines:\n            use(l)\n",
           ""},
      });
}
