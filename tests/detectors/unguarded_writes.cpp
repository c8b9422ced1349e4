// A field that one method changes with a lock held and another without.
#include "read.hpp"

TEST_CASE("a field with a lock here and without one there") {
  check_found(
      detectors::find_unguarded_writes,
      {
          {"a.py",
           "import threading\nclass A:\n    def __init__(self):\n        self.lock = threading.Lock()\n      "
           "  self.seen = {}\n    def put(self, k):\n        with self.lock:\n            self.seen[k] = 1\n "
           "   def drop(self, k):\n        del self.seen[k]\n",
           "seen:10"},
          {"a.py",
           "import threading\nclass A:\n    def __init__(self):\n        self.lock = threading.Lock()\n      "
           "  self.seen = {}\n    def put(self, k):\n        with self.lock:\n            self.seen[k] = 1\n "
           "   def drop(self, k):\n        self.seen.pop(k)\n",
           "seen:10"},
          {"a.py",
           "import threading\nclass A:\n    def __init__(self):\n        self.lock = threading.Lock()\n      "
           "  self.seen = {}\n    def put(self, k):\n        with self.lock:\n            self.seen[k] = 1\n "
           "   def drop(self, k):\n        with self.lock:\n            self.seen.pop(k)\n",
           ""},
          {"a.py",
           "class A:\n    def __init__(self):\n        self.seen = {}\n    def put(self, k):\n        "
           "self.seen[k] = 1\n",
           ""},
      });
}
