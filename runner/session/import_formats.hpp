// What a review that was written elsewhere may be written in, for who has to choose.
#pragma once

#include <string_view>
#include <vector>

namespace runner::session {

struct ImportFormat {
  std::string_view name;   // as import.hpp takes it
  std::string_view title;  // for people
};
[[nodiscard]] std::vector<ImportFormat> import_formats();

}  // namespace runner::session
