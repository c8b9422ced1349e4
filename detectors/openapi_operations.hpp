// The operations of an OpenAPI or Swagger document, each with its fields one below the other; for
// openapi.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "detectors/openapi_documents.hpp"

namespace detectors::api {

using source::Line;

struct Field {
  std::string name;                             // "200 items[].total"
  std::string type;                             // "string", "integer or string"
  std::string format{};                         // "date-time"
  std::vector<std::string> values{};            // of an enum; none: any
  std::map<std::string, std::string> limits{};  // "maxLength": "20"
  bool required = false;
  bool nullable = false;
  bool request = false;
  bool choice = false;      // stands in one of several alternatives
  bool deprecated = false;  // its readers were told
  Line line;                // in the document itself: of the field, or of the reference that leads to it
  std::string from{};       // "common.yaml line 12", of what stands in another file
};

struct Operation {
  std::string name;  // "GET /orders/{id}"
  std::string key;   // the same whatever the parameters in the path are called
  Line line;
  bool deprecated = false;
  std::vector<std::string> answers{};  // "200"
  std::vector<Field> fields{};
  // Of which not everything is known: a reference leads nowhere. "query" for all of its parameters.
  std::vector<std::string> unknown{};
  [[nodiscard]] bool knows(const std::string& name) const;
};

struct Api {
  std::vector<Operation> operations;
  bool all_paths = true;  // false: where some of them stand is not known
  bool cut = false;       // more than there is room for: not all fields are there
};

[[nodiscard]] Api operations_of(Documents& documents);

}  // namespace detectors::api
