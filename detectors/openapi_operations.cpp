#include "detectors/openapi_operations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include "detectors/openapi_schemas.hpp"

namespace detectors::api {
namespace {

using source::Yaml;

constexpr int deepest_schema = 16;            // references in a ring end here
constexpr std::size_t most_fields = 20'000;   // of one operation
constexpr std::size_t most_work = 3'000'000;  // entries looked through; rings in alternatives multiply
constexpr std::size_t most_in_all = 200'000;  // fields of one document
constexpr std::array<std::string_view, 13> limits{
    "maxLength",        "minLength",  "maximum",    "minimum",       "exclusiveMaximum",
    "exclusiveMinimum", "maxItems",   "minItems",   "maxProperties", "minProperties",
    "pattern",          "multipleOf", "uniqueItems"};

std::string trimmed(std::string name) {
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

using Names = std::set<std::string, std::less<>>;

struct Reader {
  Documents& documents;
  Api api{};
  std::size_t work = 0;
  std::size_t fields = 0;

  // Of what stands in another file the line is that of the reference to it.
  void stands_at(Field& field, const Node& node) const {
    field.from.clear();
    if (documents.is_first(node))
      field.line = node.value->line;
    else
      field.from = fmt::format("{} line {}", node.in->path, node.value->line.number);
  }

  bool worth(const Operation& into, const Yaml& schema) {
    work += 1 + schema.entries.size();
    const bool room = work < most_work && into.fields.size() < most_fields && fields < most_in_all;
    if (!room && !std::exchange(api.cut, true))
      documents.note("too much refers to itself: not all of the document is looked at");
    return room;
  }

  // The fields of a schema, one below the other. `required` and `line` are of the place that holds it.
  void add_schema(Operation& into, const Field& place, const Node& value, int depth) {
    if (!value || depth == 0) return;
    const auto schema = documents.resolved(value);
    if (!schema) return into.unknown.push_back(trimmed(place.name));
    if (!worth(into, *schema.value)) return;
    const bool whole = place.name.ends_with(' ') || place.name == "body";  // the answer or the body itself
    const auto [type, nullable] = type_of(*schema.value);
    if (!whole || type != "object") add_field(into, place, schema, type, nullable);
    if (const auto items = schema.find("items")) {
      auto each = place;
      each.name = trimmed(each.name) + "[]";
      each.required = false;
      add_schema(into, each, items, depth - 1);
    }
    add_parts(into, place, schema, depth, required_in(schema, depth));
  }

  void add_field(Operation& into, const Field& place, const Node& schema, const std::string& type,
                 bool nullable) {
    auto own = place;
    own.name = trimmed(own.name);
    own.type = type;
    own.format = text_of(schema.find("format"));
    own.deprecated = truth(schema.find("deprecated"));
    own.nullable = nullable;
    if (const auto* values = schema.value->find("enum")) own.values = values->texts();
    for (const auto key : limits)
      if (const auto* limit = schema.value->find(key); limit && limit->is_text())
        own.limits[std::string(key)] = limit->text;
    if (own.from.empty() && !documents.is_first(schema)) stands_at(own, schema);
    into.fields.push_back(std::move(own));
    ++fields;
  }

  // What the schema and those that it is put together from have. Of alternatives (oneOf, anyOf) nothing must
  // be there.
  void add_parts(Operation& into, const Field& place, const Node& schema, int depth, const Names& must) {
    if (depth <= 0 || !worth(into, *schema.value)) return;
    add_properties(into, place, schema, depth, must);
    for (const auto* key : {"allOf", "oneOf", "anyOf"}) {
      const auto parts = schema.find(key);
      if (!parts) continue;
      for (const auto& [none, part] : parts.value->entries) {
        const auto known = documents.resolved({&part, parts.in});
        if (!known) {
          into.unknown.push_back(trimmed(place.name));
        } else if (std::string_view(key) == "allOf") {
          add_parts(into, place, known, depth - 1, must);
        } else {
          auto alternative = place;
          alternative.choice = true;
          add_parts(into, alternative, known, depth - 1, {});
        }
      }
    }
  }

  // One part says that there is such a property, and another that it must be there.
  Names required_in(const Node& schema, int depth) {
    Names names;
    if (depth <= 0) return names;
    if (const auto required = schema.find("required"))
      for (auto& name : required.value->texts()) names.insert(std::move(name));
    if (const auto parts = schema.find("allOf"))
      for (const auto& [none, part] : parts.value->entries)
        if (const auto known = documents.resolved({&part, parts.in}); known && ++work < most_work)
          names.merge(required_in(known, depth - 1));
    return names;
  }

  void add_properties(Operation& into, const Field& place, const Node& schema, int depth, const Names& must) {
    const auto properties = schema.find("properties");
    if (!properties || depth <= 0) return;
    for (const auto& [name, value] : properties.value->entries) {
      const Node node{&value, properties.in};
      auto field = place;
      field.name += (place.name.ends_with(' ') ? "" : ".") + name;
      stands_at(field, node);
      // Below something that may be absent nothing must be there.
      field.required = (place.required || !place.request) && must.contains(name);
      if (truth(documents.resolved(node).find(place.request ? "readOnly" : "writeOnly"))) continue;
      add_schema(into, field, node, depth - 1);
    }
  }

  void add_parameters(Operation& into, const Node& parameters) {
    if (!parameters) return;
    for (const auto& [key, value] : parameters.value->entries) {
      const auto parameter = documents.resolved({&value, parameters.in});
      if (!parameter) {
        for (const auto* any : {"query", "header", "cookie", "body", "formData"})
          into.unknown.emplace_back(any);
        continue;
      }
      const auto place = text_of(parameter.find("in"));
      if (place == "path") continue;  // the path itself says that
      Field field{.name = place == "body" ? "body" : place + "." + text_of(parameter.find("name")),
                  .type = {},
                  .required = truth(parameter.find("required")),
                  .request = true,
                  .line = value.line};
      stands_at(field, parameter);
      const auto schema = schema_in(parameter);
      add_schema(into, field, schema ? schema : parameter, deepest_schema);
    }
  }

  void add_body(Operation& into, const Node& value) {
    if (!value) return;
    Field field{.name = "body", .type = {}, .request = true, .line = into.line};
    const auto body = documents.resolved(value);
    if (!body) return into.unknown.push_back(field.name);
    if (documents.is_first(value)) field.line = value.value->line;
    field.required = truth(body.find("required"));
    stands_at(field, body);
    add_schema(into, field, schema_in(body), deepest_schema);
  }

  void add_answers(Operation& into, const Node& responses) {
    if (!responses) return;
    for (const auto& [status, value] : responses.value->entries) {
      if (!status.starts_with('2')) continue;
      const Node response{&value, responses.in};
      into.answers.push_back(status);
      Field field{.name = status + " ", .type = {}, .line = into.line};
      stands_at(field, response);
      if (const auto known = documents.resolved(response))
        add_schema(into, field, schema_in(known), deepest_schema);
      else
        into.unknown.push_back(status);
    }
  }

  void add_operation(const std::string& path, const std::string& method, const Node& value,
                     const Node& shared, Line line) {
    Operation operation{.name = method + " " + path,
                        .key = method + " ",
                        .line = documents.is_first(value) ? value.value->line : line,
                        .deprecated = truth(value.find("deprecated"))};
    bool inside = false;
    for (const char c : path) {
      inside &= c != '}';
      if (!inside) operation.key += c;
      inside |= c == '{';
    }
    add_parameters(operation, shared.find("parameters"));
    add_parameters(operation, value.find("parameters"));
    add_body(operation, value.find("requestBody"));
    add_answers(operation, value.find("responses"));
    api.operations.push_back(std::move(operation));
  }

  void read() {
    const auto paths = documents.root().find("paths");
    if (!paths) return;
    constexpr std::array<std::string_view, 7> methods{"get",   "put",  "post",   "delete",
                                                      "patch", "head", "options"};
    for (const auto& [path, value] : paths.value->entries) {
      const auto item = documents.resolved({&value, paths.in});
      if (!item) api.all_paths = false;
      if (!item) continue;
      for (const auto& [key, operation] : item.value->entries) {
        if (std::find(methods.begin(), methods.end(), key) == methods.end()) continue;
        std::string method = key;
        for (auto& c : method) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        add_operation(path, method, {&operation, item.in}, item, value.line);
      }
    }
  }
};

}  // namespace

bool Operation::knows(const std::string& name) const {
  return std::none_of(unknown.begin(), unknown.end(), [&](const std::string& each) {
    return name.starts_with(each) &&
           (name.size() == each.size() ||
            std::string_view(".[ ").find(name[each.size()]) != std::string_view::npos);
  });
}

Api operations_of(Documents& documents) {
  Reader reader{documents};
  reader.read();
  return std::move(reader.api);
}

}  // namespace detectors::api
