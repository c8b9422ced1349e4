// The operations of an OpenAPI or Swagger document, each with its fields one below the other; for
// openapi.cpp.
#pragma once

#include <string>
#include <vector>

#include "detectors/source/yaml.hpp"

namespace detectors::api {

using source::Line;

struct Field {
  std::string name;  // "200 items[].total"
  std::string type;
  std::vector<std::string> values{};  // of an enum; none: any
  bool required = false;
  bool nullable = false;
  bool request = false;
  Line line;
};

struct Operation {
  std::string name;  // "GET /orders/{id}"
  std::string key;   // the same whatever the parameters in the path are called
  Line line;
  std::vector<std::string> answers;  // "200"
  std::vector<Field> fields;
};

[[nodiscard]] std::vector<Operation> operations_of(const std::vector<source::Yaml>& documents);

}  // namespace detectors::api
