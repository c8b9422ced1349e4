#include "detectors/requests.hpp"

#include "read.hpp"

TEST_CASE("which functions answer requests or take events") {
  struct Row {
    std::string path, code, is;  // r: a route, e: an event's handler, s: of what serves requests
  };
  for (const auto& row : {
           Row{"a.py",
               "from flask import Flask\napp = Flask(__name__)\n@app.post('/orders')\ndef f():\n    pass\n",
               "r"},
           Row{"a.py",
               "from flask import Flask\napp = Flask(__name__)\n@app.post('/webhook')\ndef f():\n    pass\n",
               "re"},
           Row{"a.py", "from celery import shared_task\n@shared_task\ndef f():\n    pass\n", "e"},
           Row{"a.py", "def f():\n    pass\n", ""},
           Row{"A.java", "class OrderService {\n  void f() {}\n}\n", "s"},
           Row{"A.java", "class Order {\n  void f() {}\n}\n", ""},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of(row.path, row.code);
    std::string is;
    for (std::size_t i = 1; i < seen->facts.functions.size(); ++i) {
      if (seen->facts.functions[i].name != "f") continue;
      if (detectors::is_route(seen->facts, seen->facts.functions[i])) is += 'r';
      if (detectors::is_event_handler(seen->facts, seen->facts.functions[i])) is += 'e';
      if (detectors::serves_requests(seen->facts, i)) is += 's';
    }
    CHECK(is == row.is);
  }
}

TEST_CASE("what runs in a browser") {
  CHECK(detectors::runs_in_browser(facts_of("a.ts", "document.getElementById('a');\n")->facts));
  CHECK(detectors::runs_in_browser(facts_of("a.ts", "window.location.reload();\n")->facts));
  CHECK(!detectors::runs_in_browser(facts_of("a.ts", "const document = read();\ndocument.save();\n")->facts));
  CHECK(!detectors::runs_in_browser(facts_of("a.ts", "fetch(u);\n")->facts));
  CHECK(!detectors::runs_in_browser(facts_of("a.py", "document.save()\n")->facts));
}
