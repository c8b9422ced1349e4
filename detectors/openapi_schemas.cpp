#include "detectors/openapi_schemas.hpp"

namespace detectors::api {

using source::Yaml;

std::string text_of(const Node& node) { return node ? node.value->text : ""; }
bool truth(const Node& node) { return node && node.value->is_true(); }

std::pair<std::string, bool> type_of(const Yaml& schema) {
  std::string type;
  const auto says = [&](const char* key) { return schema.find(key) && schema.find(key)->is_true(); };
  bool nullable = says("nullable") || says("x-nullable");
  if (const auto* declared = schema.find("type"))
    for (const auto& each : declared->texts()) {
      nullable |= each == "null";
      if (each != "null") type += (type.empty() ? "" : " or ") + each;
    }
  if (type.empty() && schema.find("properties")) type = "object";
  return {type, nullable};
}

Node schema_in(const Node& body) {
  if (const auto own = body.find("schema")) return own;
  const auto content = body.find("content");
  if (!content || content.value->entries.empty()) return {};
  if (const auto json = content.find("application/json")) return json.find("schema");
  return Node{&content.value->entries.front().value, content.in}.find("schema");
}

}  // namespace detectors::api
