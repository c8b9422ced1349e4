// The rows of the diff's table, as HTML: each with a name, and with a link that comments on it.
#pragma once

#include <string>

#include "runner/web/candidate.hpp"
#include "runner/web/diff_rows.hpp"

namespace runner::web {

// One page in the making: what every part of it asks for.
struct Making {
  const Visit& visit;
  const Desk& desk;
  const View& view;
  const Compose& compose;

  [[nodiscard]] std::string link(const View& to) const { return home_of(visit) + "/change" + to_query(to); }
  [[nodiscard]] bool open() const { return desk.may_write(); }
};

// `file` is the index of the changed file. A gap's row leads to what it hides.
[[nodiscard]] std::string unified_row(const Making& making, std::size_t file, const DiffRow& row);
[[nodiscard]] std::string split_row(const Making& making, std::size_t file, const DiffRow& row);
[[nodiscard]] std::string gap_row(const Making& making, std::size_t file, const DiffRow& row);

}  // namespace runner::web
