// OpenAPI and Swagger documents: what each operation takes and answers, and what a change of the document
// takes from those who call it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"

namespace detectors {

// By its name (.yaml, .yml, .json) and its own word for what it is.
[[nodiscard]] bool is_openapi(std::string_view path, std::string_view text);

struct ApiChange {
  std::string kind;       // "operation removed", "response removed", "field removed", "new required field", …
  std::string operation;  // "GET /orders/{id}"
  std::string field;      // "200 items[].total", "body.reason", "query.limit"
  std::string now;        // the new name or type; "" for none
  source::Line line;      // in the new text: of the field, or of what held it
};

// In the order of the old document. Faults are those of the new text; an old one that cannot be read takes
// nothing from anybody.
[[nodiscard]] source::Checked<std::vector<ApiChange>> openapi_changes(const std::string& path,
                                                                      const std::string& before,
                                                                      const std::string& after);

}  // namespace detectors
