#include "runner/session/database.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "runner/session/files.hpp"
#include "runner/session/kept.hpp"

namespace runner::session {
namespace fs = std::filesystem;
using detectors::source::faulty;

namespace {

// Gives up its locks and values when a run is over, whatever came of it.
struct Reset {
  sqlite3_stmt* statement;
  ~Reset() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

std::string remedy_for_sqlite(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "free some space on that disk and run the command again; nothing was changed";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "make that folder writable, or set XDG_DATA_HOME to one that is";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another seedfault is writing; run the command again when it is done";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "restore that file from a backup, or move it away to begin with an empty store";
    case SQLITE_IOERR:
      return "check the disk (space, errors) and run the command again; nothing was changed";
    default:
      return "this is a fault of seedfault: report it with the text above";
  }
}

bool bind(sqlite3_stmt* statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8) ==
           SQLITE_OK;
  if (const auto* integer = std::get_if<std::int64_t>(&value))
    return sqlite3_bind_int64(statement, index, *integer) == SQLITE_OK;
  return sqlite3_bind_null(statement, index) == SQLITE_OK;
}

Value column(sqlite3_stmt* statement, int index) {
  switch (sqlite3_column_type(statement, index)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, index)};
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)));
    }
  }
}

Row row_of(sqlite3_stmt* statement) {
  Row row;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) row.push_back(column(statement, i));
  return row;
}

}  // namespace

std::string text_of(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

std::int64_t integer_of(const Value& value) {
  const auto* integer = std::get_if<std::int64_t>(&value);
  return integer ? *integer : 0;
}

namespace {

struct CloseForGood {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

// Open connections that nobody uses just now, by file.
struct Idle {
  std::mutex mutex;
  std::size_t most = 0;  // of each file; 0: none is kept
  std::map<std::string, std::vector<std::unique_ptr<sqlite3, CloseForGood>>> connections;
};
Idle& idle() {
  static Idle all;
  return all;
}

sqlite3* take_idle(const std::string& file) {
  auto& all = idle();
  const std::scoped_lock lock(all.mutex);
  const auto found = all.connections.find(file);
  if (found == all.connections.end() || found->second.empty()) return nullptr;
  auto handle = std::move(found->second.back());
  found->second.pop_back();
  std::error_code ignored;  // the file may be gone by now
  return fs::exists(file, ignored) ? handle.release() : nullptr;
}

// Only one that has no transaction open, no statement in use and the file that its name says.
bool give_back(sqlite3* handle) {
  const char* file = handle ? sqlite3_db_filename(handle, "main") : nullptr;
  if (!file || sqlite3_get_autocommit(handle) == 0 || sqlite3_next_stmt(handle, nullptr)) return false;
  auto& all = idle();
  const std::scoped_lock lock(all.mutex);
  auto& same = all.connections[file];
  if (same.size() >= all.most) return false;
  same.emplace_back(handle);
  return true;
}

}  // namespace

void keep_connections(std::size_t most) {
  const std::scoped_lock lock(idle().mutex);
  idle().most = most;
}

namespace {

std::atomic<bool> settles_later = false;
thread_local std::uint64_t written_here = 0;  // statements of this thread that were no mere reading

}  // namespace

void settle_later() { settles_later = true; }

std::uint64_t writes_of_this_thread() { return written_here; }

// The write-ahead log holds what was committed and not yet moved into the store; to move it syncs it too, so
// a log that is gone is on disk.
Checked<std::monostate> settle(const fs::path& file) {
  const auto log = file.string() + "-wal";
  const int opened = ::open(log.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0 && errno == ENOENT) return std::monostate{};
  const bool synced = opened >= 0 && ::fdatasync(opened) == 0;
  const std::error_code error(synced ? 0 : errno, std::generic_category());
  if (opened >= 0) ::close(opened);
  if (synced) return std::monostate{};
  return faulty({log, {}, "cannot be written to disk: " + error.message(), remedy_for(error)});
}

void Database::Close::operator()(sqlite3* handle) const {
  if (!give_back(handle)) sqlite3_close_v2(handle);
}

tl::unexpected<detectors::source::Faults> Database::fault(std::string_view doing) const {
  return faulty({file_.string(),
                 {},
                 fmt::format("cannot {}: {}", doing, sqlite3_errmsg(handle_.get())),
                 remedy_for_sqlite(sqlite3_extended_errcode(handle_.get()))});
}

Checked<Database> Database::open(const fs::path& file, Access access) {
  std::error_code error;
  if (access == Access::read_write) fs::create_directories(file.parent_path(), error);
  if (error)
    return faulty(
        {file.parent_path().string(), {}, "cannot make the folder: " + error.message(), remedy_for(error)});
  Database database;
  database.file_ = file;
  const int flags =
      access == Access::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  if (access == Access::read_write)
    if (auto* const open = take_idle(fs::weakly_canonical(file, error).string())) {
      database.handle_.reset(open);
      return database;
    }
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);
  if (opened != SQLITE_OK) return database.fault("open the attempts");
  sqlite3_busy_timeout(handle, 5000);
  const auto* const synchronous =
      settles_later && access == Access::read_write ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL";
  for (const auto* pragma : {"PRAGMA journal_mode=WAL", synchronous, "PRAGMA foreign_keys=ON"})
    if (auto done = database.run(pragma); !done) return tl::make_unexpected(done.error());
  return database;
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

bool Database::prepare(std::string_view sql) {
  if (statement_ && prepared_ == sql) return true;
  sqlite3_stmt* made = nullptr;
  const int result =
      sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
  prepared_ = sql;
  return result == SQLITE_OK;
}

Checked<std::vector<Row>> Database::run(std::string_view sql, const std::vector<Value>& values) {
  if (!prepare(sql)) return fault("read or write the attempts");
  auto* const statement = statement_.get();
  const Reset reset{statement};
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!bind(statement, static_cast<int>(i) + 1, values[i])) return fault("bind a value");
  std::vector<Row> rows;
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(statement)) == SQLITE_ROW) rows.push_back(row_of(statement));
  if (step != SQLITE_DONE) return fault("read or write the attempts");
  if (sqlite3_stmt_readonly(statement) == 0) ++written_here;
  return rows;
}

Checked<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return tl::make_unexpected(begun.error());
  return Transaction(database);
}

Checked<std::monostate> Transaction::commit() {
  if (auto done = database_->run("COMMIT"); !done) return tl::make_unexpected(done.error());
  database_ = nullptr;
  return std::monostate{};
}

Transaction::~Transaction() {
  if (!database_) return;
  const auto rolled_back = database_->run("ROLLBACK");
  static_cast<void>(rolled_back);  // SQLite rolls back by itself when even that fails
}

}  // namespace runner::session
