// Values that go into a log line.
#include "read.hpp"

TEST_CASE("what is logged") {
  const std::string head = "import logging\nlog = logging.getLogger(__name__)\n";
  check_found(detectors::find_log_values,
              {
                  {"a.py", head + "log.info('paid %s', card_number)\n", "card_number:3"},
                  {"a.py", head + "log.info(f'paid {user.email} now')\n", "email:3"},
                  {"a.py", head + "log.info('paid')\n", ""},
                  {"a.py", "send('paid %s', card_number)\n", ""},
                  {"a.ts", "console.log(`paid ${card.number}`);\n", "number:1"},
              });
}
