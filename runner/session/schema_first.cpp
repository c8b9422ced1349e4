// Steps 1 to 15: attempts, what was written and decided about them, and who may come in.
#include "runner/session/schema.hpp"

#include <array>

namespace runner::session {
namespace {

constexpr std::array<std::string_view, 15> first{
    R"(CREATE TABLE attempts (
         number           INTEGER PRIMARY KEY,
         id               TEXT NOT NULL UNIQUE,
         exercise         TEXT NOT NULL,
         exercise_version TEXT NOT NULL,
         exercise_digest  TEXT NOT NULL,
         tool_version     TEXT NOT NULL,
         seed             TEXT NOT NULL,
         planted          TEXT NOT NULL,
         candidate        TEXT NOT NULL,
         folder           TEXT NOT NULL,
         base_commit      TEXT NOT NULL,
         change_commit    TEXT NOT NULL,
         state            TEXT NOT NULL,
         verdict          TEXT NOT NULL,
         started_at       TEXT NOT NULL,
         submitted_at     TEXT NOT NULL))",
    R"(CREATE TABLE comments (
         attempt     TEXT NOT NULL REFERENCES attempts (id),
         number      INTEGER NOT NULL,
         id          TEXT NOT NULL,
         scope       TEXT NOT NULL,
         path        TEXT NOT NULL,
         side        TEXT NOT NULL,
         first_line  INTEGER NOT NULL,
         last_line   INTEGER NOT NULL,
         body        TEXT NOT NULL,
         suggestions TEXT NOT NULL,
         severity    TEXT NOT NULL,
         author      TEXT NOT NULL,
         thread      TEXT NOT NULL,
         reply_to    TEXT NOT NULL,
         state       TEXT NOT NULL,
         anchor      TEXT NOT NULL,
         source      TEXT NOT NULL,
         raw         TEXT NOT NULL,
         PRIMARY KEY (attempt, number),
         UNIQUE (attempt, id)))",
    R"(CREATE TABLE trials (
         attempt    TEXT NOT NULL REFERENCES attempts (id),
         comment    TEXT NOT NULL,
         suggestion INTEGER NOT NULL,
         defect     TEXT NOT NULL,
         verdict    TEXT NOT NULL,
         detail     TEXT NOT NULL,
         PRIMARY KEY (attempt, comment, suggestion, defect)))",
    // JSON: what an imported comment has beyond the columns above, and nothing asks for by name
    R"(ALTER TABLE comments ADD COLUMN more TEXT NOT NULL DEFAULT '{}')",
    // What people decided. Rows are added and never changed: see Store.
    R"(CREATE TABLE decisions (
         attempt       TEXT NOT NULL REFERENCES attempts (id),
         number        INTEGER NOT NULL,
         comment       TEXT NOT NULL,
         ordinal       INTEGER NOT NULL,
         claim         TEXT NOT NULL,
         defect        TEXT NOT NULL,
         kind          TEXT NOT NULL,
         level         TEXT NOT NULL,
         fate          TEXT NOT NULL,
         reason        TEXT NOT NULL,
         made_by       TEXT NOT NULL,
         made_at       TEXT NOT NULL,
         tool_version  TEXT NOT NULL,
         program_score TEXT NOT NULL,
         program_level TEXT NOT NULL,
         program_fate  TEXT NOT NULL,
         PRIMARY KEY (attempt, number)))",
    // The scores that were given, as documents that hold all that they were computed from.
    R"(CREATE TABLE scores (
         attempt      TEXT NOT NULL REFERENCES attempts (id),
         number       INTEGER NOT NULL,
         made_at      TEXT NOT NULL,
         tool_version TEXT NOT NULL,
         inputs       TEXT NOT NULL,
         document     TEXT NOT NULL,
         PRIMARY KEY (attempt, number)))",
    // What tools and AI reviewers said of an exercise: in tables of their own, so that no query for people's
    // attempts can meet them.
    R"(CREATE TABLE baselines (
         exercise         TEXT NOT NULL,
         name             TEXT NOT NULL,
         exercise_version TEXT NOT NULL,
         exercise_digest  TEXT NOT NULL,
         tool_version     TEXT NOT NULL,
         planted          TEXT NOT NULL,
         verdict          TEXT NOT NULL,
         added_at         TEXT NOT NULL,
         PRIMARY KEY (exercise, name)))",
    R"(CREATE TABLE baseline_comments (
         exercise    TEXT NOT NULL,
         name        TEXT NOT NULL,
         number      INTEGER NOT NULL,
         id          TEXT NOT NULL,
         scope       TEXT NOT NULL,
         path        TEXT NOT NULL,
         side        TEXT NOT NULL,
         first_line  INTEGER NOT NULL,
         last_line   INTEGER NOT NULL,
         body        TEXT NOT NULL,
         suggestions TEXT NOT NULL,
         severity    TEXT NOT NULL,
         author      TEXT NOT NULL,
         thread      TEXT NOT NULL,
         reply_to    TEXT NOT NULL,
         state       TEXT NOT NULL,
         anchor      TEXT NOT NULL,
         source      TEXT NOT NULL,
         raw         TEXT NOT NULL,
         more        TEXT NOT NULL,
         PRIMARY KEY (exercise, name, number),
         FOREIGN KEY (exercise, name) REFERENCES baselines (exercise, name)))",
    // The sandbox's tier that a proof ran in.
    R"(ALTER TABLE trials ADD COLUMN tier TEXT NOT NULL DEFAULT '')",
    // What patches showed that were given beside the review. Rows are added and never changed.
    R"(CREATE TABLE patch_trials (
         attempt TEXT NOT NULL REFERENCES attempts (id),
         number  INTEGER NOT NULL,
         patch   TEXT NOT NULL,
         digest  TEXT NOT NULL,
         defect  TEXT NOT NULL,
         verdict TEXT NOT NULL,
         detail  TEXT NOT NULL,
         tier    TEXT NOT NULL,
         made_at TEXT NOT NULL,
         PRIMARY KEY (attempt, number)))",
    // Who may come in by the browser. A token is kept as its SHA-256 only; `name` is a candidate's code name
    // or an interviewer's name; the time factor is in percent.
    R"(CREATE TABLE invitations (
         number      INTEGER PRIMARY KEY,
         id          TEXT NOT NULL UNIQUE,
         token_hash  TEXT NOT NULL UNIQUE,
         role        TEXT NOT NULL,
         name        TEXT NOT NULL,
         exercise    TEXT NOT NULL,
         seed        TEXT NOT NULL,
         attempt     TEXT NOT NULL,
         deadline    TEXT NOT NULL,
         time_factor INTEGER NOT NULL,
         feedback    TEXT NOT NULL,
         made_at     TEXT NOT NULL,
         revoked_at  TEXT NOT NULL))",
    R"(CREATE TABLE pauses (
         invitation TEXT NOT NULL REFERENCES invitations (id),
         number     INTEGER NOT NULL,
         began_at   TEXT NOT NULL,
         ended_at   TEXT NOT NULL,
         PRIMARY KEY (invitation, number)))",
    // What of a review is no comment yet: the summary and the verdict, until it is submitted.
    R"(CREATE TABLE closings (
         attempt  TEXT PRIMARY KEY REFERENCES attempts (id),
         summary  TEXT NOT NULL,
         verdict  TEXT NOT NULL,
         saved_at TEXT NOT NULL))",
    R"(CREATE TABLE viewed (
         attempt TEXT NOT NULL REFERENCES attempts (id),
         path    TEXT NOT NULL,
         PRIMARY KEY (attempt, path)))",
    // What was done, each row's hash over its own texts and the hash before it. Rows are only added.
    R"(CREATE TABLE audit (
         number   INTEGER PRIMARY KEY,
         at       TEXT NOT NULL,
         actor    TEXT NOT NULL,
         action   TEXT NOT NULL,
         subject  TEXT NOT NULL,
         detail   TEXT NOT NULL,
         previous TEXT NOT NULL,
         hash     TEXT NOT NULL))",
};

}  // namespace

std::span<const std::string_view> first_schema_steps() { return first; }

}  // namespace runner::session
