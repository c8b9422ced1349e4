#include "sandbox/proof.hpp"

#include <doctest/doctest.h>

#include "tests/sandbox/host.hpp"

using namespace sandbox;

namespace {

std::string shown(const tl::expected<ProofResult, Failure>& result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().step + ": " + result.error().problem));
  struct Show {
    std::string operator()(const Passed&) const { return "passed"; }
    std::string operator()(const Failed& failed) const { return "failed: " + failed.detail; }
    std::string operator()(const Inconclusive& inconclusive) const {
      return "inconclusive: " + inconclusive.why;
    }
    std::string operator()(const NotRun& not_run) const {
      return "not run: " + not_run.missing + ", " + not_run.cure;
    }
  };
  return std::visit(Show{}, result->verdict);
}

const std::vector<File> shop{{"shop/__init__.py", ""},
                             {"shop/prices.py", "def total(prices):\n    return sum(prices)\n"}};

std::string python_proof(const std::string& body) {
  return "import unittest\n\nfrom shop.prices import total\n\n\nclass Total(unittest.TestCase):\n" + body;
}

}  // namespace

TEST_CASE("a Python proof") {
  if (!testing::host_can("proof")) return;
  const Profile python = testing::profile("python");
  if (!testing::toolchain_there(python, "proof")) return;
  struct Row {
    std::string body;
    std::string verdict;
  };
  const Row rows[] = {
      {"    def test_sum(self):\n        self.assertEqual(total([1, 2]), 3)\n", "passed"},
      {"    def test_sum(self):\n        self.assertEqual(total([1, 2]), 4, 'charged twice')\n",
       "failed: test_sum: 3 != 4 : charged twice"},
      {"    def test_sum(self):\n        total(None)\n",
       "failed: test_sum: TypeError: 'NoneType' object is not iterable"},
      {"    def test_sum(self):\n        for n in (1, 2):\n            with self.subTest(n=n):\n"
       "                self.assertEqual(total([n]), 1)\n",
       "failed: test_sum: 2 != 1"},
      {"    def setUp(self):\n        raise ValueError('no database')\n\n    def test_sum(self):\n        "
       "pass\n",
       "failed: test_sum: ValueError: no database"},
      {"    def helper(self):\n        pass\n", "inconclusive: there is no test in it"},
      {"    @unittest.expectedFailure\n    def test_sum(self):\n        self.assertEqual(total([1]), 2)\n",
       "inconclusive: a test was skipped or is expected to fail"},
      {"    def test_sum(self)\n",
       "inconclusive: it could not be loaded: SyntaxError: expected ':' (proof.py, line 7)"},
  };
  for (const auto& [body, verdict] : rows) {
    CHECK(shown(run_proof(python, shop, {"proof.py", python_proof(body)})) == verdict);
  }
}

TEST_CASE("a tree's own Python tests") {
  if (!testing::host_can("proof")) return;
  const Profile python = testing::profile("python");
  if (!testing::toolchain_there(python, "proof")) return;
  const auto with = [](const std::string& path, const std::string& text) {
    auto tree = shop;
    tree.push_back({path, text});
    return tree;
  };
  const std::string green =
      python_proof("    def test_sum(self):\n        self.assertEqual(total([1, 2]), 3)\n");
  const std::string red =
      python_proof("    def test_sum(self):\n        self.assertEqual(total([1, 2]), 4)\n");
  CHECK(shown(run_tests(python, with("tests/test_a.py", green))) == "passed");
  auto package = with("tests/test_a.py", green);
  package.push_back({"tests/__init__.py", ""});
  CHECK(shown(run_tests(python, package)) == "passed");
  CHECK(shown(run_tests(python, with("tests/test_a.py", red))) == "failed: test_sum: 3 != 4");
  CHECK(shown(run_tests(python, with("tests/other.py", green))) == "inconclusive: there is no test in it");
  CHECK(shown(run_tests(python, shop)).starts_with("inconclusive: it could not be loaded"));
}

TEST_CASE("a Python proof has Debian's libraries") {
  if (!testing::host_can("proof")) return;
  const Profile python = testing::profile("python");
  if (!testing::toolchain_there(python, "proof")) return;
  const std::string proof = R"(
import unittest
import flask, requests, sqlalchemy

class Libraries(unittest.TestCase):
    def test_flask(self):
        app = flask.Flask("shop")
        app.add_url_rule("/", view_func=lambda: "hello")
        self.assertEqual(app.test_client().get("/").data, b"hello")

    def test_sqlalchemy(self):
        engine = sqlalchemy.create_engine("sqlite:///shop.db")
        with engine.begin() as connection:
            self.assertEqual(connection.execute(sqlalchemy.text("select 1")).scalar(), 1)

    def test_requests(self):
        with self.assertRaises(requests.ConnectionError):
            requests.get("http://127.0.0.1:9", timeout=1)
)";
  CHECK(shown(run_proof(python, shop, {"proof.py", proof})) == "passed");
}

TEST_CASE("a Node proof") {
  if (!testing::host_can("proof")) return;
  const Profile node = testing::profile("node");
  if (!testing::toolchain_there(node, "a Node proof")) return;
  const std::string total = "export const total = (prices) => prices.reduce((a, b) => a + b, 0);\n";
  const std::string equal = "test('sum', () => assert.equal(total([1, 2]), 3));\n";
  struct Row {
    std::string shop;
    std::string body;
    std::string verdict;
  };
  const Row rows[] = {
      {total, equal, "passed"},
      {total, "test('sum', () => assert.ok(total([1, 2]) === 4, 'charged twice'));\n",
       "failed: sum: charged twice"},
      {total, "test('sum', async () => { await null; total(null); });\n",
       "failed: sum: Cannot read properties of null (reading 'reduce')"},
      {total,
       "test.describe('all', () => { test.it('sum', () => assert.ok(total([1]) > 1, 'too small')); });\n",
       "failed: sum: too small"},
      {total, "", "inconclusive: there is no test in it"},
      {total, "test.skip('sum', () => {});\n", "inconclusive: a test was skipped or is only planned"},
      {total, equal + "throw new Error('half-way');\n",
       "inconclusive: it could not be loaded: Error: half-way"},
      {"process.exit(0);\nexport const total = 1;\n", equal,
       "inconclusive: it exited with 0 without the harness's completion record"},
      {"export const total = () => process.exit(0);\n", equal,
       "inconclusive: it exited with 0 without the harness's completion record"},
      {"import assert from 'node:assert/strict';\nassert.equal = () => {};\nexport const total = () => 7;\n",
       equal, "inconclusive: the tree changed what judges it: equal"},
      {"import fs from 'node:fs';\nlet found = '';\ntry { found = fs.readFileSync(3, 'latin1'); } catch {}\n"
       "if (found) fs.writeSync(4, found + ' passed\\n');\nexport const total = () => 7;\n",
       "test('sum', () => assert.ok(total([1, 2]) === 3, 'wrong'));\n", "failed: sum: wrong"},
  };
  for (const auto& [shop_text, body, verdict] : rows) {
    const std::string proof =
        "import test from 'node:test';\nimport assert from 'node:assert/strict';\n"
        "import { total } from './shop.mjs';\n" +
        body;
    CHECK(shown(run_proof(node, {{"shop.mjs", shop_text}}, {"proof.mjs", proof})) == verdict);
  }
  const std::string green =
      "import test from 'node:test';\nimport assert from 'node:assert';\nimport { total } from "
      "'../shop.mjs';\n" +
      equal;
  CHECK(shown(run_tests(node, {{"shop.mjs", total}, {"tests/shop.test.mjs", green}})) == "passed");
  CHECK(shown(run_tests(node, {{"shop.mjs", total}})) == "inconclusive: there is no test in it");
}

TEST_CASE("a missing toolchain is not run, and never a pass") {
  Profile profile;
  profile.needs = {{"go", {"/nowhere/go"}, "golang-go"}};
  const auto result = run_proof(profile, {}, {"proof.go", ""});
  CHECK(shown(result) == "not run: go not found, apt-get install golang-go");
  CHECK_FALSE(result->outcome.has_value());
}

TEST_CASE("an SQL proof") {
  if (!testing::host_can("proof")) return;
  const Profile sql = testing::profile("sql");
  if (!testing::toolchain_there(sql, "an SQL proof")) return;
  const std::string table = "CREATE TABLE payment (id INTEGER PRIMARY KEY, key TEXT, amount INTEGER);\n";
  const std::string unique = "CREATE UNIQUE INDEX once ON payment (key); -- not ;twice\n";
  const std::string fill = "INSERT INTO payment (key, amount) VALUES ('a;b', 5);\n";
  const std::string again = "-- must fail\nINSERT INTO payment (key, amount) VALUES ('a;b', 5);\n";
  const std::string twice = "SELECT 'charged twice', key FROM payment GROUP BY key HAVING count(*) > 1;\n";
  struct Row {
    std::string migration;
    std::string proof;
    std::string verdict;
  };
  const Row rows[] = {
      {unique, fill + again + twice, "passed"},
      {"", fill + again,
       "failed: proof.sql: no constraint refused: INSERT INTO payment (key, amount) VALUES ('a;b', 5);"},
      {"", fill + fill + twice, "failed: proof.sql: charged twice a;b"},
      {unique, fill + fill + twice, "failed: proof.sql: UNIQUE constraint failed: payment.key"},
      {"", "SELECT x FROM nowhere;", "failed: proof.sql: no such table: nowhere"},
      {"", "-- must fail\nSELECT x FROM nowhere;", "failed: proof.sql: no such table: nowhere"},
      {"", fill, "inconclusive: there is no check in proof.sql"},
      {"", "-- nothing\n", "inconclusive: there is no check in proof.sql"},
      {"CREATE NONSENSE;", twice,
       "inconclusive: it could not be loaded: migrations/2.sql: near \"NONSENSE\": syntax error"},
      {"CREATE TRIGGER t AFTER INSERT ON payment BEGIN SELECT 1; DELETE FROM payment; END;",
       fill + "SELECT 'left' FROM payment;", "passed"},
      {"ATTACH '/usr/x' AS other;", twice,
       "inconclusive: it could not be loaded: migrations/2.sql: unable to open database: /usr/x"},
  };
  for (const auto& [migration, proof, verdict] : rows) {
    const std::vector<File> tree{{"schema.sql", table}, {"migrations/2.sql", migration}};
    CHECK(shown(run_proof(sql, tree, {"proof.sql", proof})) == verdict);
  }
  const std::vector<File> tested{
      {"schema.sql", table}, {"tests/a.sql", fill + twice}, {"tests/b.sql", twice}};
  CHECK(shown(run_tests(sql, tested)) == "passed");
  CHECK(shown(run_tests(sql, {{"schema.sql", table}})) == "inconclusive: there is no test in it");
}
