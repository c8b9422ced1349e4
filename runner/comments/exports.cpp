// Every format to export to, one row each: a new one is a file beside this, a row here and a golden file.
#include <array>

#include "runner/comments/comments.hpp"
#include "runner/comments/export.hpp"

namespace runner::comments {
namespace {

Exported write_own_json(const Outgoing& outgoing) {
  return {.text = write_json(outgoing.review), .notes = {}};
}

constexpr std::array<ExportFormat, 8> rows{{
    {"github", "a GitHub review: the body of one POST", HoldsKey::no, write_github},
    {"gitlab", "GitLab draft notes: the body of one POST each", HoldsKey::no, write_gitlab},
    {"rdjson", "reviewdog's RDFormat, one document", HoldsKey::no, write_rdjson},
    {"rdjsonl", "reviewdog's RDFormat, one line a comment", HoldsKey::no, write_rdjsonl},
    {"sarif", "SARIF 2.1.0", HoldsKey::yes, write_sarif},
    {"csv", "a table for spreadsheets", HoldsKey::no, write_csv},
    {"markdown", "a document to read, in the form of REVIEW.md", HoldsKey::no, write_markdown},
    {"json", "seedfault's own JSON", HoldsKey::no, write_own_json},
}};

}  // namespace

std::span<const ExportFormat> export_formats() { return rows; }

const ExportFormat* export_format_named(std::string_view name) {
  for (const auto& format : rows)
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace runner::comments
