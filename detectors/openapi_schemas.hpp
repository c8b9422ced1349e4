// What a schema of an OpenAPI document says of itself; for openapi_operations.cpp.
#pragma once

#include <string>
#include <utility>

#include "detectors/openapi_documents.hpp"

namespace detectors::api {

[[nodiscard]] std::string text_of(const Node& node);
[[nodiscard]] bool truth(const Node& node);

// "string", "array"; "string or null" has its null apart.
[[nodiscard]] std::pair<std::string, bool> type_of(const source::Yaml& schema);

// content: { application/json: { schema } }, or schema as Swagger 2 has it.
[[nodiscard]] Node schema_in(const Node& body);

}  // namespace detectors::api
