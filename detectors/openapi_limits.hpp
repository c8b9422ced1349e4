// What a field may hold, before and after a change; for openapi.cpp.
#pragma once

#include <string>

#include "detectors/openapi_operations.hpp"

namespace detectors::api {

// What of all that was taken is refused now: "maxLength 20 (was 50)", "one of web, shop"; "" for nothing.
[[nodiscard]] std::string narrowed(const Field& before, const Field& after);

// The values that an enum did not have before, "sent, lost"; "" when it had none, or has none now.
[[nodiscard]] std::string added_values(const Field& before, const Field& after);

struct Retyped {
  std::string type;    // "string date-time"; "" for a type that takes nothing from anybody
  bool plain = false;  // no value of before is one of now
};

// Of an answer counts what is sent now and was not before, of a request what was taken and no longer is.
[[nodiscard]] Retyped retyped(const Field& before, const Field& after);

}  // namespace detectors::api
