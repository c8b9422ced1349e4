// Which way a contract goes: whether others send it to this program or read it, as far as names tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detectors {

struct Direction {
  bool request = false;  // others send it; else they read it
  bool plain = false;    // the names leave no doubt
  friend bool operator==(const Direction&, const Direction&) = default;
};

// What people put around a name without saying more of it is left out: ICreateOrderDTO is create, order.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view name);

// Of a class, an interface or a schema, with those that it stands in, innermost first.
[[nodiscard]] Direction direction_of(std::string_view name, const std::vector<std::string>& enclosing);

}  // namespace detectors
