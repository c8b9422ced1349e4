#include "runner/web/change_rows.hpp"

#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/web/code.hpp"

namespace runner::web {
namespace {

using report::escaped;
using review::Side;

std::string number_cell(const Making& making, std::size_t file, Side side, int number, bool head) {
  const char* old = side == Side::before ? " old" : "";
  if (number == 0) return fmt::format("<td class=\"n{}\"></td>", old);
  std::string inner = fmt::format("{}", number);
  if (making.open() && head) {
    auto to = making.view;
    to.edit.clear();
    to.at = At{.file = file, .side = side, .line = number};
    inner = fmt::format("<a class=\"ln\" href=\"{}#compose\" aria-label=\"{}line {}: comment\">{}</a>",
                        escaped(making.link(to)), side == Side::before ? "old " : "", number, number);
  }
  return head ? fmt::format("<th scope=\"row\" class=\"n{}\">{}</th>", old, inner)
              : fmt::format("<td class=\"n{}\">{}</td>", old, inner);
}

std::string code(const Making& making, std::size_t file, Side side, const DiffRow& row) {
  const auto& showing = *making.desk.showing;
  const auto& path = showing.changes[file].path;
  return side == Side::before ? code_html(row.before_text, showing.before_colours, path, row.before)
                              : code_html(row.after_text, showing.after_colours, path, row.after);
}

std::string sign(RowKind kind) {
  if (kind == RowKind::removed) return "<span class=\"vh\">removed</span><span aria-hidden=\"true\">-</span>";
  if (kind == RowKind::added) return "<span class=\"vh\">added</span><span aria-hidden=\"true\">+</span>";
  return "";
}

std::string row_id(std::size_t file, const DiffRow& row) {
  return row.after > 0 ? fmt::format("f{}a{}", file, row.after) : fmt::format("f{}b{}", file, row.before);
}

std::string half(const Making& making, std::size_t file, Side side, const DiffRow& row) {
  const bool old = side == Side::before;
  const int number = old ? row.before : row.after;
  const bool changed = row.kind != RowKind::context;
  // In a context row the new side's number is the row's name.
  const auto cell = number_cell(making, file, side, number, changed || !old);
  const char* look = number == 0 || !changed ? "ctx" : old ? "del" : "add";
  const char* spoken = number == 0 || !changed ? ""
                       : old                   ? "<span class=\"vh\">removed </span>"
                                               : "<span class=\"vh\">added </span>";
  return fmt::format("{}<td class=\"c {}\">{}{}</td>", cell, look, spoken, code(making, file, side, row));
}

}  // namespace

std::string unified_row(const Making& making, std::size_t file, const DiffRow& row) {
  const bool removed = row.kind == RowKind::removed;
  const char* classes = removed ? "del" : row.kind == RowKind::added ? "add" : "ctx";
  return fmt::format("<tr id=\"{}\" class=\"{}\">{}{}<td class=\"s\">{}</td><td class=\"c\">{}</td></tr>\n",
                     row_id(file, row), classes, number_cell(making, file, Side::before, row.before, removed),
                     number_cell(making, file, Side::after, row.after, !removed), sign(row.kind),
                     code(making, file, removed ? Side::before : Side::after, row));
}

std::string split_row(const Making& making, std::size_t file, const DiffRow& row) {
  return fmt::format("<tr id=\"{}\">{}{}</tr>\n", row_id(file, row), half(making, file, Side::before, row),
                     half(making, file, Side::after, row));
}

std::string gap_row(const Making& making, std::size_t file, const DiffRow& row) {
  auto to = making.view;
  to.opened.emplace(file, row.gap);
  return fmt::format(
      "<tr class=\"gap\"><td colspan=\"4\"><a href=\"{}#file{}\">Show {} unchanged {}</a></td></tr>\n",
      escaped(making.link(to)), file, row.lines, row.lines == 1 ? "line" : "lines");
}

}  // namespace runner::web
