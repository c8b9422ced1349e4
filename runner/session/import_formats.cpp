#include "runner/session/import_formats.hpp"

#include "runner/comments/comments.hpp"

namespace runner::session {

std::vector<ImportFormat> import_formats() {
  std::vector<ImportFormat> all;
  for (const auto& each : comments::formats()) all.push_back({.name = each.name, .title = each.title});
  return all;
}

}  // namespace runner::session
