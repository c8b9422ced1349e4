// Fields of a row that are set from their own old value.
#include "read.hpp"

TEST_CASE("read, compute, write back") {
  const std::string head =
      "from sqlalchemy.orm import Session\ndef f(session: Session, n):\n    a = session.get(Account, 1)\n";
  check_found(detectors::find_row_updates,
              {
                  {"a.py", head + "    a.total = a.total + n\n    session.commit()\n", "total:4"},
                  {"a.py", head + "    a.total += n\n    session.commit()\n", "total:4"},
                  {"a.py", head + "    a.total = n\n    session.commit()\n", ""},
                  {"a.py", "def f(a, n):\n    b.total = b.total + n\n", ""},
              });
}
