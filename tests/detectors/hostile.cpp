// Texts that nobody writes and somebody sends: bounded time and memory, a note, never a crash.
#include <ctime>

#include "data.hpp"
#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "tests/source_tree.hpp"

namespace {

using detectors::source::SourceFile;

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string nested_loops() {
  std::string text;
  for (std::size_t i = 0; i < 90; ++i) text += std::string(i, ' ') + "for x in y:\n";
  return text + std::string(90, ' ') + "session.get(A, x)\n";
}

struct Hostile {
  std::string_view name;
  std::string text;
};

// A service's code, in which many rules find words of theirs: without it the prefilter would keep the text
// from the parser.
std::string code_worth_parsing(std::string_view path) {
  const auto ending = path.substr(path.rfind('.'));
  const auto* name = ending == ".py"     ? "bookings.py"
                     : ending == ".go"   ? "dispatch.go"
                     : ending == ".java" ? "TicketController.java"
                     : ending == ".sql"  ? nullptr  // no rule for SQL asks for words
                                         : "cinema.ts";
  if (!name) return "";
  return "\n" + read_file(source_tree(std::string("/tests/detectors/fixtures/services/") + name));
}

// Divided by `divisor`: a parser takes long over a text in another language.
std::vector<Hostile> texts(std::size_t divisor) {
  const auto many = [&](std::string_view part, std::size_t times) { return repeated(part, times / divisor); };
  return {
      {"10 MB on one line", "x = [" + repeated("1, ", 3'500'000) + "]\n"},
      {"1 MB of calls on one line", many("f(a)(b).c;", 100'000)},
      {"20,000 brackets deep", many("(", 20'000) + many(")", 20'000)},
      {"20,000 blocks deep, not closed", many("if (x) {", 20'000)},
      {"10,000 calls in a chain", "a" + many(".b(1)", 10'000)},
      {"10,000 terms", "x = a" + many(" + a", 10'000)},
      {"200,000 lists opened", many("[", 200'000)},
      {"assignments in a ring", many("a = b(a)\nb = a(b)\n", 5'000)},
      {"one name, bound 20,000 times", many("x = x.y\n", 20'000) + "for i in x:\n    i.a.b\n"},
      {"20,000 effects before one guard", "@app.post('/webhook')\ndef f():\n" +
                                              many("    session.add(a)\n", 20'000) +
                                              "    if x.status: return\n"},
      {"10,000 tries in a loop",
       "while True:\n" + many("  try:\n    session.commit()\n  except A:\n    pass\n", 10'000)},
      {"10,000 clients", many("s = requests.Session()\ns.get(u)\ns.x = y\n", 10'000)},
      {"10,000 checks of a large value",
       "x = [" + many("a(b), ", 20'000) + "]\n" + many("if x:\n  pass\n", 10'000)},
      {"5,000 functions of one name", many("def f(x):\n    return f(x)\n", 5'000)},
      {"90 loops in one another", nested_loops()},
      {"not UTF-8", std::string("x = '\xff\xfe\x80'\n\xc3(")},
      {"a NUL byte", std::string("x = 1\n\0y", 8)},
      {"a NUL byte far down", std::string(9000, '#') + std::string("\n\0\n", 3)},
      {"an empty text", ""},
      {"blanks only", "  \n\t\n   "},
      {"no newline, half a statement", "def f("},
      {"a huge string", "x = '" + std::string(1'000'000, 'a')},
      {"carriage returns", many("x = 1\r", 10'000)},
  };
}

}  // namespace

TEST_CASE("hostile texts in every language") {
  for (const auto* path : {"a.py", "a.go", "a.js", "a.ts", "a.tsx", "a.java", "a.sql"})
    for (const auto& hostile : texts(std::string_view(path) == "a.py" ? 1 : 20)) {
      CAPTURE(path);
      CAPTURE(hostile.name);
      const SourceFile file(path, hostile.text + code_worth_parsing(path));
      const auto begun = std::clock();
      const auto scan = detectors::scan(file, real_catalog());
      const auto outline = detectors::outline(file);
      (void)detectors::syntax_error(file);
      // The processor's time, not the wall's: what else the machine does must not decide this.
      const auto seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
      CHECK(!outline.empty());
      CHECK_MESSAGE(seconds < 20, fmt::format("{} in {} took {:.1f} s", hostile.name, path, seconds));
    }
}

TEST_CASE("eight times as much takes about eight times as long") {
  struct Row {
    std::string_view path, begin, part, end;
  };
  const auto seconds = [](const Row& row, std::size_t times) {
    const SourceFile file(std::string(row.path),
                          std::string(row.begin) + repeated(row.part, times) + std::string(row.end));
    const auto begun = std::clock();
    (void)detectors::scan(file, real_catalog());
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  };
  for (const auto& row : {
           Row{"a.py", "", "def f(x):\n    return x\n", ""},
           Row{"a.go", "package p\n", "func f(x int) int { return x }\n", ""},
           Row{"a.go", "package p\nfunc f() {\n", "f(a).b(c)\n", "}\n"},
           Row{"a.ts", "", "import { a } from 'b';\n", ""},
       }) {
    CAPTURE(row.part);
    const auto few = seconds(row, 4'000);
    const auto many = seconds(row, 32'000);
    CHECK_MESSAGE(many < 24 * few + 0.2, fmt::format("{:.3f} s and {:.3f} s", few, many));
  }
}

TEST_CASE("what is not looked at is said") {
  const auto notes = [](const std::string& text) {
    return detectors::scan({"a.py", text}, real_catalog()).notes;
  };
  CHECK(notes("x = 1\n").empty());
  CHECK(notes("").empty());
  REQUIRE(notes(std::string(5 << 20, 'x')).size() == 1);
  CHECK(notes(std::string(5 << 20, 'x'))[0].find("larger than 4 MiB") != std::string::npos);
  CHECK(notes(std::string("a\0b", 3)).at(0).find("NUL") != std::string::npos);
  CHECK(notes("requests.get(u)\nx = " + repeated("(", 12'000) + repeated(")", 12'000))
            .at(0)
            .find("levels deep") != std::string::npos);
}

TEST_CASE("a scan gives the same each time") {
  const SourceFile file("a.py", read_file(source_tree("/tests/detectors/fixtures/n-plus-one/python.py")));
  CHECK(detectors::scan(file, real_catalog()).findings == detectors::scan(file, real_catalog()).findings);
}
