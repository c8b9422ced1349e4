// Every format, one row each: a new one is a file beside this and a row here. Where several could read a
// file, the first does.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "runner/comments/reading.hpp"

namespace runner::comments {

using detectors::source::Checked;

// name, reader, recogniser, title
#define SEEDFAULT_COMMENT_FORMATS(row)                                                                       \
  row("review-file", read_review_entries, is_review_file, "REVIEW.md: `path:line: text` and a summary") row( \
      "github", read_github, is_github,                                                                      \
      "GitHub: review comments, reviews and conversation, as `gh api` lists them")                           \
      row("gitlab", read_gitlab, is_gitlab, "GitLab: discussions, notes, draft notes") row(                  \
          "bitbucket", read_bitbucket, is_bitbucket,                                                         \
          "Bitbucket Cloud: pull-request comments") row("bitbucket-server", read_bitbucket_server,           \
                                                        is_bitbucket_server,                                 \
                                                        "Bitbucket Data Center: comments, activities")       \
          row("sarif", read_sarif, is_sarif, "SARIF 2.1.0") row("rdjson", read_rdjson, is_rdjson,            \
                                                                "Reviewdog Diagnostic Format, one document") \
              row("rdjsonl", read_rdjsonl, is_rdjsonl, "Reviewdog Diagnostic Format, a line each") row(      \
                  "json", read_own_json, is_own_json, "seedfault's own JSON")                                \
                  row("gerrit", read_gerrit, is_gerrit, "Gerrit: comments by path, ReviewInput") row(        \
                      "checkstyle", read_checkstyle, is_checkstyle,                                          \
                      "Checkstyle XML") row("vscode-csv", read_vscode_csv, is_vscode_csv,                    \
                                            "CSV of the VS Code extension Code Review")                      \
                      row("email", read_email, is_email, "a mail that answers below quoted lines of a diff") \
                          row("csv", read_csv, is_csv, "CSV with a header: file, lines, comment, …") row(    \
                              "markdown", read_markdown_findings, is_markdown,                               \
                              "Markdown findings with their places")                                         \
                              row("text", read_text, is_text,                                                \
                                  "plain text: `path:line[:column]: text`, as grep and compilers write it")

#define SEEDFAULT_DECLARE(name, reader, recogniser, title) \
  void reader(Reading& reading);                           \
  bool recogniser(const Look& look);
SEEDFAULT_COMMENT_FORMATS(SEEDFAULT_DECLARE)
#undef SEEDFAULT_DECLARE

namespace {

#define SEEDFAULT_ROW(name, reader, recogniser, title) Format{name, title, reader, recogniser},
constexpr auto rows = std::to_array<Format>({SEEDFAULT_COMMENT_FORMATS(SEEDFAULT_ROW)});
#undef SEEDFAULT_ROW

// Every comment gets an id that is its own.
void give_ids(std::vector<review::Comment>& comments) {
  std::set<std::string> taken;
  for (const auto& comment : comments) taken.insert(comment.id);
  std::set<std::string> used;
  std::size_t next = 1;
  for (auto& comment : comments) {
    if (!comment.id.empty() && used.insert(comment.id).second) continue;
    do comment.id = fmt::format("c{}", next++);
    while (!taken.insert(comment.id).second);
  }
}

void note_lost_parents(Imported& imported) {
  std::set<std::string_view> ids;
  for (const auto& comment : imported.review.comments) ids.insert(comment.id);
  for (const auto& comment : imported.review.comments)
    if (!comment.reply_to.empty() && !ids.contains(comment.reply_to))
      imported.notes.push_back(
          fmt::format("comment {} answers '{}', which is not in this file", comment.id, comment.reply_to));
}

}  // namespace

std::span<const Format> formats() { return rows; }

const Format* format_named(std::string_view name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

const Format* format_of(std::string_view path, std::string_view text) {
  const auto look = look_at(path, text);
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.recognises(look); });
  return found == rows.end() ? nullptr : &*found;
}

Checked<Harvest> read(const Format& format, const std::string& path, std::string_view text,
                      const Take& take) {
  Reading reading{.path = path, .text = text, .take = take};
  format.read(reading);
  if (reading.more_faults > 0)
    reading.faults.push_back({path,
                              {},
                              fmt::format("has {} more faults like these", reading.more_faults),
                              fmt::format("is it really {}? --from names another format", format.title)});
  if (!reading.faults.empty()) return tl::make_unexpected(std::move(reading.faults));
  return std::move(reading.harvest);
}

Checked<Imported> read_whole(const Format& format, const std::string& path, std::string_view bytes) {
  const auto text = decoded(path, std::string(bytes));
  if (!text) return tl::make_unexpected(text.error());
  Imported imported;
  auto harvest = read(format, path, *text,
                      [&](Found&& found) { imported.review.comments.push_back(std::move(found.comment)); });
  if (!harvest) return tl::make_unexpected(std::move(harvest.error()));
  give_ids(imported.review.comments);
  imported.review.verdict = harvest->verdict;
  imported.notes = std::move(harvest->notes);
  for (const auto& out : harvest->left_out)
    imported.notes.push_back(fmt::format("{}: {}; left out", out.record, out.why));
  note_lost_parents(imported);
  return imported;
}

}  // namespace runner::comments
