#include "detectors/contracts.hpp"

#include <algorithm>
#include <array>

#include "detectors/facts/words.hpp"

namespace detectors {

using syntax::no_node;
using syntax::NodeId;
using syntax::Tree;

namespace {

std::string unquoted(std::string_view text) {
  if (text.size() >= 2 && std::string_view("\"'`").find(text.front()) != std::string_view::npos)
    return std::string(text.substr(1, text.size() - 2));
  return std::string(text);
}

// By the names that people give: CreateOrder, OrderIn, RefundRequest are sent to us.
bool is_request(std::string_view name) {
  const auto words = facts::split_words(name);
  if (words.empty()) return false;
  for (const std::string_view word :
       {"request", "in", "input", "create", "update", "command", "body", "params", "form", "patch"})
    if (words.back() == word || words.front() == word) return true;
  return false;
}

// An interface or a plain class is a contract where its name says so.
bool is_named_contract(std::string_view name) {
  static const std::vector<std::string> words{"response", "request", "dto",    "payload", "event",
                                              "message",  "reply",   "output", "input",   "body",
                                              "schema",   "view",    "out",    "resource"};
  return facts::has_any_phrase(name, words);
}

constexpr std::array<std::string_view, 6> models{"BaseModel", "Schema", "Serializer",
                                                 "TypedDict", "Struct", "SQLModel"};

struct Reader {
  const Tree& tree;
  std::vector<Contract> found{};

  [[nodiscard]] std::string text(NodeId id) const { return id == no_node ? "" : std::string(tree.slice(id)); }
  [[nodiscard]] NodeId part(NodeId id, std::string_view field) const {
    return tree.child_by_field(id, field);
  }
  [[nodiscard]] bool is(NodeId id, std::string_view kind) const {
    return id != no_node && tree.kind(id) == kind;
  }

  template <class Use>
  void each_child(NodeId parent, Use use) const {
    if (parent == no_node) return;
    for (auto child = tree.first_child(parent); child != no_node; child = tree.next_sibling(child))
      use(child);
  }

  [[nodiscard]] static bool may_be_null(std::string_view type) {
    for (const std::string_view mark :
         {"None", "Optional", "null", "undefined", ".nullable()", ".nullish()", "@Nullable"})
      if (type.find(mark) != std::string_view::npos) return true;
    return type.starts_with('*');
  }

  [[nodiscard]] ContractField field(std::string name, const std::string& type, NodeId node) const {
    return {.name = std::move(name),
            .type = type,
            .nullable = may_be_null(type),
            .required = !may_be_null(type),
            .node = node};
  }

  void add(Contract contract) {
    contract.request = is_request(contract.name);
    if (!contract.fields.empty()) found.push_back(std::move(contract));
  }

  // --- Python: models, and dictionaries that handlers return
  void add_python_class(NodeId node) {
    const auto bases = text(part(node, "superclasses"));
    const auto name = text(part(node, "name"));
    const bool model = std::any_of(models.begin(), models.end(),
                                   [&](auto base) { return bases.find(base) != std::string::npos; });
    if (!model && !is_named_contract(name)) return;
    Contract contract{.name = name, .node = part(node, "name")};
    each_child(part(node, "body"), [&](NodeId statement) {
      const auto assign = is(statement, "expression_statement") ? tree.first_child(statement) : no_node;
      if (!is(assign, "assignment") || !is(part(assign, "left"), "identifier")) return;
      const auto type = text(part(assign, "type"));
      const auto value = part(assign, "right");
      const bool serializer = type.empty() && text(value).find("Field(") != std::string::npos;
      if (type.empty() && !serializer) return;
      auto each =
          field(text(part(assign, "left")), serializer ? text(part(value, "function")) : type, assign);
      if (!type.empty()) each.required = value == no_node && !each.nullable;
      contract.fields.push_back(std::move(each));
    });
    add(std::move(contract));
  }

  [[nodiscard]] bool is_route(NodeId function) const {
    const auto parent = tree[function].parent;
    bool route = false;
    if (is(parent, "decorated_definition"))
      each_child(parent, [&](NodeId child) {
        if (!is(child, "decorator")) return;
        const auto decorator = text(child);
        for (const std::string_view verb :
             {".get(", ".post(", ".put(", ".patch(", ".delete(", ".route(", "api_view"})
          route |= decorator.find(verb) != std::string::npos;
      });
    return route;
  }

  void add_python_handler(NodeId node) {
    if (!is_route(node)) return;
    Contract contract{.name = text(part(node, "name")), .node = part(node, "name")};
    for (NodeId i = node; i < tree[node].after; ++i) {
      if (!is(i, "return_statement")) continue;
      auto value = tree.first_child(i) == no_node ? no_node : tree.next_sibling(tree.first_child(i));
      if (is(value, "expression_list")) value = tree.first_child(value);
      if (is(value, "call") && text(part(value, "function")).ends_with("jsonify"))
        value = part(value, "arguments") == no_node
                    ? no_node
                    : tree.next_sibling(tree.first_child(part(value, "arguments")));
      each_child(is(value, "dictionary") ? value : no_node, [&](NodeId pair) {
        if (is(pair, "pair") && is(part(pair, "key"), "string"))
          contract.fields.push_back({.name = unquoted(text(part(pair, "key"))), .type = {}, .node = pair});
      });
    }
    add(std::move(contract));
  }

  // --- Go: structs with json tags
  void add_go_struct(NodeId node) {
    const auto type = part(node, "type");
    if (!is(type, "struct_type")) return;
    Contract contract{.name = text(part(node, "name")), .node = part(node, "name")};
    for (NodeId i = type; i < tree[type].after; ++i) {
      if (!is(i, "field_declaration")) continue;
      const auto tag = text(part(i, "tag"));
      const auto at = tag.find("json:\"");
      if (at == std::string::npos) continue;
      auto name = tag.substr(at + 6);
      name.resize(std::min(name.find('"'), name.size()));
      const bool omitted = name.find(",omitempty") != std::string::npos;
      name.resize(std::min(name.find(','), name.size()));
      if (name.empty() || name == "-") continue;
      auto each = field(name, text(part(i, "type")), i);
      each.nullable |= omitted;
      each.required = false;  // a missing one is the zero value: the code does not say more
      contract.fields.push_back(std::move(each));
    }
    add(std::move(contract));
  }

  void add_script_interface(NodeId node, NodeId body) {
    const auto name = text(part(node, "name"));
    if (!is_named_contract(name)) return;
    Contract contract{.name = name, .node = part(node, "name")};
    each_child(body, [&](NodeId member) {
      if (!is(member, "property_signature")) return;
      auto type = text(part(member, "type"));
      type.erase(0, type.find_first_not_of(": "));
      auto each = field(unquoted(text(part(member, "name"))), type, member);
      const auto whole = text(member);
      const bool optional = whole.find('?') < whole.find(':');
      each.nullable |= optional;
      each.required &= !optional;
      contract.fields.push_back(std::move(each));
    });
    add(std::move(contract));
  }

  void add_script_schema(NodeId node) {
    const auto value = part(node, "value");
    if (!is(value, "call_expression") || text(part(value, "function")) != "z.object") return;
    const auto arguments = part(value, "arguments");
    const auto object = arguments == no_node ? no_node : tree.next_sibling(tree.first_child(arguments));
    Contract contract{.name = text(part(node, "name")), .node = part(node, "name")};
    each_child(object, [&](NodeId pair) {
      if (!is(pair, "pair")) return;
      const auto type = text(part(pair, "value"));
      auto each = field(unquoted(text(part(pair, "key"))), type, pair);
      const bool optional =
          type.find(".optional()") != std::string::npos || type.find(".default(") != std::string::npos;
      each.nullable |= optional;
      each.required &= !optional;
      contract.fields.push_back(std::move(each));
    });
    add(std::move(contract));
  }

  // --- Java: records and classes whose names say it
  void add_java(NodeId node) {
    const auto name = text(part(node, "name"));
    if (!is_named_contract(name)) return;
    Contract contract{.name = name, .node = part(node, "name")};
    const auto named = [&](NodeId declaration, std::string own) {
      const auto whole = text(declaration);
      const auto at = whole.find("@JsonProperty(\"");
      if (at != std::string::npos) own = whole.substr(at + 15, whole.find('"', at + 15) - at - 15);
      return own;
    };
    each_child(part(node, "parameters"), [&](NodeId parameter) {
      if (is(parameter, "formal_parameter"))
        contract.fields.push_back(
            field(named(parameter, text(part(parameter, "name"))), text(part(parameter, "type")), parameter));
    });
    each_child(part(node, "body"), [&](NodeId member) {
      if (!is(member, "field_declaration") || text(member).find("static ") != std::string::npos) return;
      const auto declarator = part(member, "declarator");
      if (declarator != no_node)
        contract.fields.push_back(
            field(named(member, text(part(declarator, "name"))), text(part(member, "type")), member));
    });
    for (auto& each : contract.fields)  // only an annotation says that it must be there
      each.required = text(each.node).find("@NotNull") != std::string::npos ||
                      text(each.node).find("@NotBlank") != std::string::npos;
    add(std::move(contract));
  }

  void read(NodeId node) {
    const auto kind = tree.kind(node);
    if (kind == "class_definition") return add_python_class(node);
    if (kind == "function_definition") return add_python_handler(node);
    if (kind == "type_spec") return add_go_struct(node);
    if (kind == "interface_declaration" && tree.language() != syntax::Language::java)
      return add_script_interface(node, part(node, "body"));
    if (kind == "type_alias_declaration") return add_script_interface(node, part(node, "value"));
    if (kind == "variable_declarator" && tree.language() != syntax::Language::java)
      return add_script_schema(node);
    if (tree.language() == syntax::Language::java &&
        (kind == "record_declaration" || kind == "class_declaration"))
      return add_java(node);
  }
};

}  // namespace

std::vector<Contract> contracts_of(const Tree& tree) {
  Reader reader{tree};
  for (NodeId i = 0; i < tree.size(); ++i)
    if (tree[i].named) reader.read(i);
  return std::move(reader.found);
}

}  // namespace detectors
