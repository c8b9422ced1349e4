// Inserts that stand on a look whether the row is there.
#include "read.hpp"

TEST_CASE("an insert after a look") {
  check_found(
      detectors::find_inserts_after_check,
      {
          {"a.py",
           "from sqlalchemy.orm import Session\ndef f(session: Session, e):\n    if "
           "session.query(User).filter_by(email=e).first() is None:\n        session.add(User(email=e))\n",
           "User:3"},
          {"a.py",
           "from sqlalchemy.orm import Session\ndef f(session: Session, e):\n    user = "
           "session.query(User).filter_by(email=e).first()\n    if user:\n        return user\n    "
           "session.add(User(email=e))\n",
           "User:4"},
          {"a.py",
           "from sqlalchemy.orm import Session\ndef f(session: Session, e):\n    "
           "session.add(User(email=e))\n",
           ""},
          {"a.py",
           "from sqlalchemy.orm import Session\ndef f(session: Session, e):\n    if "
           "session.query(Role).first() is None:\n        session.add(User(email=e))\n",
           ""},
      });
}
