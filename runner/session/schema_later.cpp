// Steps from 16 on: many reviews at once, pair sessions, and what is being written.
#include "runner/session/schema.hpp"

#include <array>

namespace runner::session {
namespace {

constexpr std::array<std::string_view, 10> later{
    // Calibration packs and panels. What is frozen in them is never changed: see pack_store.hpp.
    R"(CREATE TABLE packs (
         id            TEXT PRIMARY KEY,
         kind          TEXT NOT NULL,
         made_by       TEXT NOT NULL,
         made_at       TEXT NOT NULL,
         tool_version  TEXT NOT NULL,
         program_rates INTEGER NOT NULL,
         revealed_at   TEXT NOT NULL))",
    R"(CREATE TABLE pack_reviews (
         pack          TEXT NOT NULL REFERENCES packs (id),
         number        INTEGER NOT NULL,
         code          TEXT NOT NULL,
         source        TEXT NOT NULL,
         title         TEXT NOT NULL,
         defects       TEXT NOT NULL,
         program       TEXT NOT NULL,
         gold          TEXT NOT NULL,
         program_band  TEXT NOT NULL,
         anchor        TEXT NOT NULL,
         document      TEXT NOT NULL,
         PRIMARY KEY (pack, code)))",
    R"(CREATE TABLE pack_raters (
         pack         TEXT NOT NULL REFERENCES packs (id),
         number       INTEGER NOT NULL,
         rater        TEXT NOT NULL,
         role         TEXT NOT NULL,
         rung         TEXT NOT NULL,
         submitted_at TEXT NOT NULL,
         excused      TEXT NOT NULL,
         PRIMARY KEY (pack, rater)))",
    // item: a defect's id, or "" for the verdict on the review.
    R"(CREATE TABLE ratings (
         pack   TEXT NOT NULL REFERENCES packs (id),
         rater  TEXT NOT NULL,
         review TEXT NOT NULL,
         item   TEXT NOT NULL,
         value  TEXT NOT NULL,
         why    TEXT NOT NULL,
         PRIMARY KEY (pack, rater, review, item)))",
    // Every step that bears on who may judge. Rows are added and never changed, and each holds the digest of
    // the one before it, so that a row changed by hand shows.
    R"(CREATE TABLE calibration_log (
         number   INTEGER PRIMARY KEY,
         made_at  TEXT NOT NULL,
         made_by  TEXT NOT NULL,
         what     TEXT NOT NULL,
         subject  TEXT NOT NULL,
         detail   TEXT NOT NULL,
         previous TEXT NOT NULL,
         digest   TEXT NOT NULL))",
    // What an attempt's newest score comes to, small enough to read a hundred thousand of them.
    R"(CREATE TABLE outcomes (
         attempt          TEXT PRIMARY KEY REFERENCES attempts (id),
         exercise         TEXT NOT NULL,
         exercise_version TEXT NOT NULL,
         submitted_at     TEXT NOT NULL,
         minutes          INTEGER NOT NULL,
         coverage         TEXT NOT NULL,
         levels           TEXT NOT NULL,
         extras           TEXT NOT NULL))",
    // Comments that are being written in the browser.
    R"(CREATE TABLE unfinished (
         attempt   TEXT NOT NULL REFERENCES attempts (id),
         place     TEXT NOT NULL,
         body      TEXT NOT NULL,
         severity  TEXT NOT NULL,
         last_line INTEGER NOT NULL,
         saved_at  TEXT NOT NULL,
         PRIMARY KEY (attempt, place)))",
    // The highest number of rows that were erased: no id is given twice.
    R"(CREATE TABLE erased_numbers (
         name   TEXT PRIMARY KEY,
         number INTEGER NOT NULL))",
    // Two people on one review, and all that was said and written, in order. Events are only added.
    R"(CREATE TABLE pairs (
         number      INTEGER PRIMARY KEY,
         id          TEXT NOT NULL UNIQUE,
         exercise    TEXT NOT NULL,
         attempt     TEXT NOT NULL UNIQUE REFERENCES attempts (id),
         candidate   TEXT NOT NULL UNIQUE REFERENCES invitations (id),
         interviewer TEXT NOT NULL UNIQUE REFERENCES invitations (id),
         minutes     INTEGER NOT NULL,
         made_at     TEXT NOT NULL))",
    R"(CREATE TABLE pair_events (
         pair     TEXT NOT NULL REFERENCES pairs (id),
         number   INTEGER NOT NULL,
         at       TEXT NOT NULL,
         made_by  TEXT NOT NULL,
         kind     TEXT NOT NULL,
         subject  TEXT NOT NULL,
         place    TEXT NOT NULL,
         severity TEXT NOT NULL,
         text     TEXT NOT NULL,
         ref      TEXT NOT NULL,
         PRIMARY KEY (pair, number)))",
};

}  // namespace

std::span<const std::string_view> later_schema_steps() { return later; }

}  // namespace runner::session
