// The scripts of the pages, bundled when the program is built (cmake/Script.cmake). Every page reads and
// submits without them.
#pragma once

#include <string_view>

namespace runner::web {

// Of runner/web/script/<which>.ts with all that it imports; "" where there is no such file.
[[nodiscard]] std::string_view script(std::string_view which);

}  // namespace runner::web
