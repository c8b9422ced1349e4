// A request's whole way, without a socket: route, limits, who it is, forms' tokens, handler, headers.
#pragma once

#include <variant>

#include "runner/web/http.hpp"
#include "runner/web/live.hpp"
#include "runner/web/site.hpp"

namespace runner::web {

struct Answer {
  Response response;
  std::string_view route;  // the pattern that answered, "" for none: for logs, which must not see the path
};

[[nodiscard]] Answer answer(const Request& request, Site& site);

// The same for a request that wants to become a live connection: who calls, or why not.
[[nodiscard]] std::variant<Response, LiveCaller> call(const Request& request, Site& site);

}  // namespace runner::web
