#include "detectors/openapi_operations.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace detectors::api {
namespace {

using source::Yaml;

constexpr int deepest_schema = 16;           // references in a ring end here
constexpr std::size_t most_fields = 20'000;  // of one operation

struct Reader {
  const Yaml& document;
  std::vector<Operation> operations{};

  // #/components/schemas/Order
  [[nodiscard]] const Yaml* resolved(const Yaml* value) const {
    for (int steps = 0; value && steps < deepest_schema; ++steps) {
      const auto* reference = value->find("$ref");
      if (!reference) return value;
      value = pointed_to(reference->text);
    }
    return nullptr;
  }

  [[nodiscard]] const Yaml* pointed_to(std::string_view pointer) const {
    if (!pointer.starts_with("#/")) return nullptr;  // in another file: not known here
    pointer.remove_prefix(2);
    const auto* at = &document;
    while (at && !pointer.empty()) {
      const auto slash = std::min(pointer.find('/'), pointer.size());
      at = at->find(pointer.substr(0, slash));
      pointer.remove_prefix(std::min(slash + 1, pointer.size()));
    }
    return at;
  }

  static std::string text_of(const Yaml* value) { return value ? value->text : ""; }
  static bool truth(const Yaml* value) { return value && value->is_true(); }

  // "string", "string date-time", "array", "string or null" has its null apart.
  static std::pair<std::string, bool> type_of(const Yaml& schema) {
    std::string type;
    bool nullable = truth(schema.find("nullable")) || truth(schema.find("x-nullable"));
    if (const auto* declared = schema.find("type"))
      for (const auto& each : declared->texts()) {
        nullable |= each == "null";
        if (each != "null") type += (type.empty() ? "" : " or ") + each;
      }
    if (type.empty() && schema.find("properties")) type = "object";
    if (const auto* format = schema.find("format")) type += " " + format->text;
    return {type, nullable};
  }

  // The fields of a schema, one below the other. `required` and `line` are of the place that holds it.
  void add_schema(Operation& into, const Field& place, const Yaml* value, int depth) const {
    const auto* schema = resolved(value);
    if (!schema || depth == 0 || into.fields.size() >= most_fields) return;
    const bool whole = place.name.ends_with(' ') || place.name == "body";  // the answer or the body itself
    const auto [type, nullable] = type_of(*schema);
    if (!whole || type != "object") {
      auto own = place;
      own.type = type;
      own.nullable = nullable;
      if (const auto* values = schema->find("enum")) own.values = values->texts();
      if (own.name.ends_with(' ')) own.name.pop_back();
      into.fields.push_back(std::move(own));
    }
    if (const auto* items = schema->find("items")) {
      auto each = place;
      if (each.name.ends_with(' ')) each.name.pop_back();
      each.name += "[]";
      each.required = false;
      add_schema(into, each, items, depth - 1);
    }
    add_parts(into, place, *schema, depth, true);
  }

  // What the schema and those that it is put together from have. Of alternatives (oneOf, anyOf) nothing must
  // be there.
  void add_parts(Operation& into, const Field& place, const Yaml& schema, int depth, bool sure) const {
    if (depth <= 0 || into.fields.size() >= most_fields) return;
    add_properties(into, place, schema, depth, sure);
    for (const auto* key : {"allOf", "oneOf", "anyOf"}) {
      const auto* parts = schema.find(key);
      if (!parts) continue;
      for (const auto& [none, part] : parts->entries)
        if (const auto* known = resolved(&part))
          add_parts(into, place, *known, depth - 1, sure && std::string_view(key) == "allOf");
    }
  }

  void add_properties(Operation& into, const Field& place, const Yaml& schema, int depth, bool sure) const {
    const auto* properties = schema.find("properties");
    if (!properties || depth <= 0) return;
    const auto* required = schema.find("required");
    const auto must = required ? required->texts() : std::vector<std::string>{};
    for (const auto& [name, value] : properties->entries) {
      auto field = place;
      field.name += (place.name.ends_with(' ') ? "" : ".") + name;
      field.line = value.line;
      // Below something that may be absent nothing must be there.
      field.required = sure && (place.required || !place.request) &&
                       std::find(must.begin(), must.end(), name) != must.end();
      const auto* known = resolved(&value);
      if (place.request && truth(known ? known->find("readOnly") : nullptr)) continue;
      add_schema(into, field, &value, depth - 1);
    }
  }

  // content: { application/json: { schema } }, or schema as Swagger 2 has it.
  [[nodiscard]] static const Yaml* schema_in(const Yaml& body) {
    if (const auto* own = body.find("schema")) return own;
    const auto* content = body.find("content");
    if (!content || content->entries.empty()) return nullptr;
    const auto* json = content->find("application/json");
    return (json ? *json : content->entries.front().value).find("schema");
  }

  void add_parameters(Operation& into, const Yaml* parameters) const {
    if (!parameters) return;
    for (const auto& [key, value] : parameters->entries) {
      const auto* parameter = resolved(&value);
      if (!parameter) continue;
      const auto place = text_of(parameter->find("in"));
      if (place == "path") continue;  // the path itself says that
      const bool body = place == "body";
      Field field{.name = body ? "body" : place + "." + text_of(parameter->find("name")),
                  .type = {},
                  .required = truth(parameter->find("required")),
                  .request = true,
                  .line = parameter->line};
      const auto* schema = schema_in(*parameter);
      add_schema(into, field, schema ? schema : parameter, deepest_schema);
    }
  }

  void add_operation(const std::string& path, const std::string& method, const Yaml& value,
                     const Yaml& shared) {
    Operation operation{.name = method + " " + path, .key = method + " ", .line = value.line};
    bool inside = false;
    for (const char c : path) {
      inside &= c != '}';
      if (!inside) operation.key += c;
      inside |= c == '{';
    }
    add_parameters(operation, shared.find("parameters"));
    add_parameters(operation, value.find("parameters"));
    if (const auto* body = resolved(value.find("requestBody")))
      add_schema(operation,
                 {.name = "body",
                  .type = {},
                  .required = truth(body->find("required")),
                  .request = true,
                  .line = body->line},
                 schema_in(*body), deepest_schema);
    if (const auto* responses = value.find("responses"))
      for (const auto& [status, response] : responses->entries) {
        if (!status.starts_with('2')) continue;
        operation.answers.push_back(status);
        if (const auto* known = resolved(&response))
          add_schema(operation, {.name = status + " ", .type = {}, .line = response.line}, schema_in(*known),
                     deepest_schema);
      }
    operations.push_back(std::move(operation));
  }

  void read() {
    const auto* paths = document.find("paths");
    if (!paths) return;
    constexpr std::array<std::string_view, 7> methods{"get",   "put",  "post",   "delete",
                                                      "patch", "head", "options"};
    for (const auto& [path, item] : paths->entries)
      for (const auto& [key, value] : item.entries) {
        if (std::find(methods.begin(), methods.end(), key) == methods.end()) continue;
        std::string method = key;
        for (auto& c : method) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        add_operation(path, method, value, item);
      }
  }
};

}  // namespace

std::vector<Operation> operations_of(const std::vector<Yaml>& documents) {
  if (documents.empty()) return {};
  Reader reader{documents.front()};
  reader.read();
  return std::move(reader.operations);
}

}  // namespace detectors::api
