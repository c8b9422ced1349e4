#include "runner/comments/ordered_json.hpp"

namespace runner::comments {

std::string written(const OrderedJson& json, Layout layout) {
  return json.dump(layout == Layout::indented ? 2 : -1, ' ', false, OrderedJson::error_handler_t::replace) +
         '\n';
}

}  // namespace runner::comments
