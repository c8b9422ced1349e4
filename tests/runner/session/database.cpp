#include "runner/session/database.hpp"

#include "runner/session/files.hpp"
#include "temporary.hpp"

using namespace runner::session;

namespace {
Database opened(const TestHouse& at) {
  auto database = Database::open(at.house.store / "x.sqlite", Access::read_write);
  REQUIRE(database);
  return *std::move(database);
}
}  // namespace

TEST_CASE("values come back as they went in") {
  const TestHouse at;
  auto database = opened(at);
  REQUIRE(database.run("CREATE TABLE t (a, b, c)"));
  REQUIRE(
      database.run("INSERT INTO t VALUES (?1, ?2, ?3)", {std::string("it's\0", 5), std::int64_t{-7}, {}}));
  const auto rows = database.run("SELECT * FROM t");
  REQUIRE(rows->size() == 1);
  CHECK(text_of((*rows)[0][0]) == std::string("it's\0", 5));
  CHECK(integer_of((*rows)[0][1]) == -7);
  CHECK(std::holds_alternative<std::monostate>((*rows)[0][2]));
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  const TestHouse at;
  auto database = opened(at);
  REQUIRE(database.run("CREATE TABLE t (a)"));
  {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(database.run("INSERT INTO t VALUES (1)"));
  }
  CHECK(database.run("SELECT * FROM t")->empty());
  auto transaction = Transaction::begin(database);
  REQUIRE(transaction);
  REQUIRE(database.run("INSERT INTO t VALUES (1)"));
  REQUIRE(transaction->commit());
  CHECK(database.run("SELECT * FROM t")->size() == 1);
}

TEST_CASE("a file that is no database is a fault with a remedy") {
  const TestHouse at;
  std::filesystem::create_directories(at.house.store);
  REQUIRE(write_file(at.house.store / "x.sqlite", std::string(5000, 'x')));
  const auto database = Database::open(at.house.store / "x.sqlite", Access::read_write);
  REQUIRE(!database);
  CHECK(database.error()[0].problem.find("not a database") != std::string::npos);
  CHECK(database.error()[0].remedy.find("backup") != std::string::npos);
}

TEST_CASE("a folder that cannot be made is a fault") {
  CHECK(!Database::open("/proc/seedfault/x.sqlite", Access::read_write));
}
