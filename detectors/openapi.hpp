// OpenAPI and Swagger documents: what each operation takes and answers, and what a change of the document
// takes from those who call it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/source/fault.hpp"

namespace detectors {

// By its name (.yaml, .yml, .json) and its own word for what it is.
[[nodiscard]] bool is_openapi(std::string_view path, std::string_view text);

// The text of another file of the tree, by its path as this one's is written; or why there is none ("is not
// there"), which becomes a note.
using ReadOther = std::function<tl::expected<std::string, std::string>(const std::string& path)>;

struct OtherFiles {
  ReadOther before, now;  // none: no reference is followed
};

// Some `$ref` of the text leads to another file.
[[nodiscard]] bool refers_to_others(std::string_view text);

struct ApiChange {
  std::string kind;       // "operation removed", "response removed", "field removed", "new required field", …
  std::string operation;  // "GET /orders/{id}"
  std::string field;      // "200 items[].total", "body.reason", "query.limit"
  std::string now;        // the new name, type, values or limit; "" for none
  source::Line line;      // in the new text: of the field, or of what held it
  std::string from{};     // "common.yaml line 12", of what stands in another file
  bool plain = true;      // surely there before, and missed
};

struct ApiChanges {
  std::vector<ApiChange> changes;  // in the order of the old document
  std::vector<std::string> notes;  // what could not be followed
};

// Faults are those of the new text; an old one that cannot be read takes nothing from anybody.
[[nodiscard]] source::Checked<ApiChanges> openapi_changes(const std::string& path, const std::string& before,
                                                          const std::string& after,
                                                          const OtherFiles& others = {});

}  // namespace detectors
