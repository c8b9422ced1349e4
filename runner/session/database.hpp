// SQLite, as much of it as the store needs: statements with bound values, and transactions that roll back
// unless they are committed. The only room that names SQLite is this one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "detectors/source/fault.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace runner::session {

using detectors::source::Checked;

using Value = std::variant<std::monostate, std::int64_t, std::string>;  // NULL, integer, text
using Row = std::vector<Value>;

[[nodiscard]] std::string text_of(const Value& value);      // "" for NULL
[[nodiscard]] std::int64_t integer_of(const Value& value);  // 0 for NULL

enum class Access { read_only, read_write };

class Database {
 public:
  // WAL, foreign keys on, waits five seconds for another process's lock. read_write makes file and folder.
  [[nodiscard]] static Checked<Database> open(const std::filesystem::path& file, Access access);

  // Runs one statement. Values are bound to ?1, ?2, … and never pasted into the SQL.
  [[nodiscard]] Checked<std::vector<Row>> run(std::string_view sql, const std::vector<Value>& values = {});

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database() = default;
  [[nodiscard]] tl::unexpected<detectors::source::Faults> fault(std::string_view doing) const;

  [[nodiscard]] bool prepare(std::string_view sql);

  std::unique_ptr<sqlite3, Close> handle_;
  // The last statement, ready to run again: an import writes the same one a hundred thousand times. It must
  // go before the handle, so it stands behind it.
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string prepared_;  // its SQL
  std::filesystem::path file_;
};

// BEGIN IMMEDIATE … COMMIT; destroyed without commit() it rolls back.
class Transaction {
 public:
  [[nodiscard]] static Checked<Transaction> begin(Database& database);
  [[nodiscard]] Checked<std::monostate> commit();
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace runner::session
