#include "runner/web/code.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/html.hpp"

namespace runner::web {

using report::escaped;

std::string code_html(std::string_view text, const session::Colouring& colours, const std::string& path,
                      int line) {
  const auto file = colours.find(path);
  if (file == colours.end() || line < 1 || static_cast<std::size_t>(line) > file->second.size())
    return escaped(text);
  std::string out;
  std::size_t at = 0;
  for (const auto& paint : file->second[static_cast<std::size_t>(line) - 1]) {
    const auto begin = std::min(paint.begin, text.size());
    const auto end = std::min(paint.end, text.size());
    if (begin < at || begin == end) continue;
    out += escaped(text.substr(at, begin - at));
    out += fmt::format("<span class=\"hl-{}\">{}</span>", to_string(paint.colour),
                       escaped(text.substr(begin, end - begin)));
    at = end;
  }
  return out + escaped(text.substr(at));
}

}  // namespace runner::web
