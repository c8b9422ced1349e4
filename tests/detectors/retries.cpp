// Loops that try again, and what ends them.
#include "read.hpp"

TEST_CASE("loops that try a call again until it succeeds") {
  check_found(
      detectors::find_retry_loops,
      {
          {"a.py",
           "import requests\nwhile True:\n    try:\n        requests.post(u)\n        break\n    except "
           "Exception:\n"
           "        pass\n",
           "requests.post:2"},
          {"a.py", "import requests\nfor x in y:\n    requests.post(x)\n", ""},
          {"a.py",
           "while True:\n    try:\n        x += 1\n        break\n    except Exception:\n        pass\n", ""},
      });
}
