// State that a coroutine reads before an await and sets after it.
#include "read.hpp"

TEST_CASE("state read before an await and set after it") {
  check_found(
      detectors::find_await_gaps,
      {
          {"a.py",
           "class A:\n    async def f(self):\n        n = self.total\n        await g()\n        self.total "
           "= n + 1\n",
           "self.total:5"},
          {"a.py",
           "class A:\n    async def f(self):\n        self.total = self.total + 1\n        await g()\n", ""},
          {"a.py",
           "class A:\n    async def f(self):\n        await g()\n        self.total = self.total + 1\n", ""},
          {"a.py",
           "class A:\n    async def f(self):\n        async with self.lock:\n            n = self.total\n    "
           "        await g()\n            self.total = n + 1\n",
           ""},
          {"a.py",
           "class A:\n    async def f(self):\n        if self.client is None:\n            self.client = "
           "await connect()\n",
           "self.client:4"},
          {"a.py", "async def f():\n    n = 1\n    await g()\n    n = n + 1\n", ""},
      });
}
