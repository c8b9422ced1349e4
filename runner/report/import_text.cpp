#include "runner/report/import_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using review::AnchorQuality;

constexpr std::size_t most_lines = 20;
constexpr Indent listed{.first = 4, .rest = 8};

std::string place_of(const session::ImportedComment& comment) {
  if (comment.path.empty()) return "on the review as a whole";
  const auto lines = to_string(comment.lines);
  return "at " + comment.path + (lines.empty() ? "" : ":" + lines) +
         (comment.side == review::Side::before ? " (old side)" : "");
}

// The heading, its lines, and how many were not shown.
std::string block(const std::string& title, const std::vector<std::string>& lines, const Style& style) {
  if (lines.empty()) return "";
  std::string out = paragraph(fmt::format("{} {}", lines.size(), title), {.first = 2, .rest = 4}, style);
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    out += paragraph(lines[i], listed, style);
  if (lines.size() > most_lines)
    out += paragraph(fmt::format("… and {} more: --json lists them all", lines.size() - most_lines), listed,
                     style);
  return out;
}

std::string placed_block(const session::ImportResult& result, AnchorQuality anchor, const std::string& title,
                         const Style& style) {
  std::vector<std::string> lines;
  for (const auto& comment : result.comments)
    if (comment.anchor == anchor)
      lines.push_back(one_line(
          fmt::format("{} {} ({}): {}", comment.id, place_of(comment), comment.record, comment.why)));
  return block(title, lines, style);
}

std::string left_out_block(const session::ImportResult& result, const Style& style) {
  std::vector<std::string> lines;
  for (const auto& each : result.left_out)
    lines.push_back(one_line(fmt::format("{}: {}", each.record, each.why)));
  return block("left out", lines, style);
}

std::string note(const std::string& text, const Style& style) {
  return paragraph(one_line("note: " + text), {.first = 0, .rest = 6}, style);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string notes(const session::ImportResult& result, const Style& style) {
  std::string out;
  for (const auto& file : result.files) {
    const auto shown = std::min(file.notes.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i)
      out += note((file.path.empty() ? "" : file.path + ": ") + file.notes[i], style);
    if (shown < file.notes.size())
      out +=
          note(fmt::format("{}: {} more notes: --json lists them all", file.path, file.notes.size() - shown),
               style);
    if (file.verdict != review::Verdict::none)
      out += note(fmt::format("{} says {}: `seedfault submit --verdict {}` would say so too", file.path,
                              word(file.verdict), review::to_string(file.verdict)),
                  style);
  }
  if (result.replies_without_parent > 0)
    out += note(fmt::format("{} what is not in these files",
                            result.replies_without_parent == 1
                                ? "1 comment answers"
                                : fmt::format("{} comments answer", result.replies_without_parent)),
                style);
  if (result.authors.size() > 1)
    out += note(fmt::format("these are the comments of {} people ({}): --author takes one's only",
                            result.authors.size(), joined(result.authors)),
                style);
  return out;
}

Json comment_json(const session::ImportedComment& comment) {
  return Json{{"id", comment.id},
              {"file", comment.file},
              {"record", comment.record},
              {"path", comment.path},
              {"side", identifier(review::to_string(comment.side))},
              {"lines", json(comment.lines)},
              {"anchor", identifier(review::to_string(comment.anchor))},
              {"why", comment.why}};
}

}  // namespace

std::string import_text(const session::ImportResult& result, const Style& style) {
  std::string out;
  for (const auto& file : result.files)
    out += paragraph(one_line(fmt::format("{}: {} from {} ({})", result.attempt,
                                          counted(file.comments, "comment"), file.path, file.format)),
                     {.first = 0, .rest = 2}, style);
  const int exact = result.count(AnchorQuality::exact);
  if (exact > 0) out += fmt::format("  {} placed exactly\n", exact);
  out += placed_block(result, AnchorQuality::inferred, "placed by inference", style);
  out += placed_block(result, AnchorQuality::outdated, "outdated", style);
  out += placed_block(result, AnchorQuality::none, "not placed, but kept", style);
  return out + left_out_block(result, style) + notes(result, style);
}

std::string import_json(const session::ImportResult& result) {
  Json out{{"schema", "seedfault.import/1"},
           {"attempt", result.attempt},
           {"placed",
            {{"exact", result.count(AnchorQuality::exact)},
             {"inferred", result.count(AnchorQuality::inferred)},
             {"outdated", result.count(AnchorQuality::outdated)},
             {"none", result.count(AnchorQuality::none)}}},
           {"files", Json::array()},
           {"comments", Json::array()},
           {"left_out", Json::array()},
           {"authors", result.authors},
           {"replies_without_parent", result.replies_without_parent}};
  for (const auto& file : result.files)
    out["files"].push_back(Json{{"file", file.path},
                                {"format", file.format},
                                {"comments", file.comments},
                                {"verdict", identifier(review::to_string(file.verdict))},
                                {"notes", file.notes}});
  for (const auto& comment : result.comments) out["comments"].push_back(comment_json(comment));
  for (const auto& each : result.left_out)
    out["left_out"].push_back(Json{{"file", each.file}, {"record", each.record}, {"why", each.why}});
  return written(out);
}

}  // namespace runner::report
