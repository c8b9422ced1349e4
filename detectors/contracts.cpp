#include "detectors/contracts.hpp"

#include <algorithm>

#include "detectors/contract_directions.hpp"
#include "detectors/contract_reader.hpp"
#include "detectors/contract_types.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using syntax::no_node;
using syntax::NodeId;
using syntax::Tree;

namespace {

// A comment right above the field, or an annotation at it.
bool is_deprecated(const ContractReader& reader, NodeId node) {
  const auto above = node - 1;
  const bool told = node > 0 && reader.tree.kind(above).find("comment") != std::string_view::npos &&
                    facts::lowered(reader.text(above)).find("deprecated") != std::string::npos;
  return told || reader.text(node).starts_with("@Deprecated");
}

}  // namespace

std::string contract_text(std::string_view literal) {
  if (literal.size() >= 2 && std::string_view("\"'`").find(literal.front()) != std::string_view::npos)
    return std::string(literal.substr(1, literal.size() - 2));
  return std::string(literal);
}

bool is_named_contract(std::string_view name) {
  static const std::vector<std::string> words{"response", "request", "dto",    "payload", "event",
                                              "message",  "reply",   "output", "input",   "body",
                                              "schema",   "view",    "out",    "resource"};
  const auto all = facts::split_words(name);
  if (all.empty() || all.back() == "dto") return !all.empty();
  return std::find(words.begin(), words.end(), telling_words(name).back()) != words.end();
}

ContractField ContractReader::field(std::string name, const std::string& type, NodeId node) const {
  return {.name = std::move(name),
          .type = type,
          .nullable = may_be_null(type),
          .required = !may_be_null(type),
          .deprecated = is_deprecated(*this, node),
          .node = node};
}

// Innermost first: the namespaces and classes that a declaration stands in.
std::vector<std::string> ContractReader::enclosing_names(NodeId declared) const {
  static const std::vector<std::string_view> kinds{"internal_module",    "module",
                                                   "class_definition",   "class_declaration",
                                                   "record_declaration", "interface_declaration"};
  std::vector<std::string> names;
  const auto own = declared == no_node ? no_node : tree[declared].parent;
  for (auto at = own == no_node ? no_node : tree[own].parent; at != no_node; at = tree[at].parent)
    if (std::find(kinds.begin(), kinds.end(), tree.kind(at)) != kinds.end())
      if (const auto name = part(at, "name"); name != no_node) names.push_back(text(name));
  return names;
}

void ContractReader::add(Contract contract) {
  if (contract.fields.empty()) return;
  const auto names = enclosing_names(contract.node);
  const auto [request, plain] = direction_of(contract.name, names);
  contract.request = request && (plain || !answered.contains(contract.name));
  contract.plain = (plain || answered.contains(contract.name)) && is_seen(contract.node);
  for (const auto& name : names) contract.name.insert(0, name + ".");
  found.push_back(std::move(contract));
}

void ContractReader::add_answer(Contract contract) {
  if (contract.fields.empty()) return;
  contract.plain = true;
  for (const auto& name : enclosing_names(contract.node)) contract.name.insert(0, name + ".");
  found.push_back(std::move(contract));
}

namespace {

// --- Go: structs with json tags
void add_go_struct(ContractReader& reader, NodeId node) {
  const auto type = reader.part(node, "type");
  if (!reader.is(type, "struct_type")) return;
  Contract contract{.name = reader.text(reader.part(node, "name")), .node = reader.part(node, "name")};
  for (NodeId i = type; i < reader.tree[type].after; ++i) {
    if (!reader.is(i, "field_declaration")) continue;
    const auto tag = reader.text(reader.part(i, "tag"));
    const auto at = tag.find("json:\"");
    if (at == std::string::npos) continue;
    auto name = tag.substr(at + 6);
    name.resize(std::min(name.find('"'), name.size()));
    const bool omitted = name.find(",omitempty") != std::string::npos;
    name.resize(std::min(name.find(','), name.size()));
    if (name.empty() || name == "-") continue;
    auto each = reader.field(name, reader.text(reader.part(i, "type")), i);
    each.nullable |= omitted;
    each.required = false;  // a missing one is the zero value: the code does not say more
    contract.fields.push_back(std::move(each));
  }
  reader.add(std::move(contract));
}

void add_script_interface(ContractReader& reader, NodeId node, NodeId body) {
  const auto name = reader.text(reader.part(node, "name"));
  if (!is_named_contract(name)) return;
  Contract contract{.name = name, .node = reader.part(node, "name")};
  reader.each_child(node, [&](NodeId child) {
    if (reader.tree.kind(child).starts_with("extends")) contract.others += reader.text(child);
  });
  reader.each_child(body, [&](NodeId member) {
    if (!reader.is(member, "property_signature")) return;
    if (reader.is(reader.part(member, "name"), "computed_property_name")) {
      contract.others += reader.text(reader.part(member, "name"));  // a field whose name stands elsewhere
      return;
    }
    auto type = reader.text(reader.part(member, "type"));
    type.erase(0, type.find_first_not_of(": "));
    auto each = reader.field(contract_text(reader.text(reader.part(member, "name"))), type, member);
    const auto whole = reader.text(member);
    const bool optional = whole.find('?') < whole.find(':');
    each.nullable |= optional;
    each.required &= !optional;
    contract.fields.push_back(std::move(each));
  });
  reader.add(std::move(contract));
}

void add_script_schema(ContractReader& reader, NodeId node) {
  const auto value = reader.part(node, "value");
  if (!reader.is(value, "call_expression") || reader.text(reader.part(value, "function")) != "z.object")
    return;
  const auto arguments = reader.part(value, "arguments");
  const auto object =
      arguments == no_node ? no_node : reader.tree.next_sibling(reader.tree.first_child(arguments));
  Contract contract{.name = reader.text(reader.part(node, "name")), .node = reader.part(node, "name")};
  reader.each_child(object, [&](NodeId pair) {
    if (reader.is(pair, "spread_element")) contract.others += reader.text(pair);
    if (!reader.is(pair, "pair")) return;
    const auto type = reader.text(reader.part(pair, "value"));
    auto each = reader.field(contract_text(reader.text(reader.part(pair, "key"))), type, pair);
    each.required &= type.find(".default(") == std::string::npos;
    contract.fields.push_back(std::move(each));
  });
  reader.add(std::move(contract));
}

// --- Java: records and classes whose names say it
void add_java(ContractReader& reader, NodeId node) {
  const auto name = reader.text(reader.part(node, "name"));
  if (!is_named_contract(name)) return;
  Contract contract{.name = name, .node = reader.part(node, "name")};
  contract.others = reader.text(reader.part(node, "superclass"));
  const auto named = [&](NodeId declaration, std::string own) {
    const auto whole = reader.text(declaration);
    const auto at = whole.find("@JsonProperty(\"");
    if (at != std::string::npos) own = whole.substr(at + 15, whole.find('"', at + 15) - at - 15);
    return own;
  };
  reader.each_child(reader.part(node, "parameters"), [&](NodeId parameter) {
    if (reader.is(parameter, "formal_parameter"))
      contract.fields.push_back(reader.field(named(parameter, reader.text(reader.part(parameter, "name"))),
                                             reader.text(reader.part(parameter, "type")), parameter));
  });
  reader.each_child(reader.part(node, "body"), [&](NodeId member) {
    if (!reader.is(member, "field_declaration") || reader.text(member).find("static ") != std::string::npos)
      return;
    const auto declarator = reader.part(member, "declarator");
    if (declarator != no_node)
      contract.fields.push_back(reader.field(named(member, reader.text(reader.part(declarator, "name"))),
                                             reader.text(reader.part(member, "type")), member));
  });
  for (auto& each : contract.fields)  // only an annotation says that it must be there
    each.required = reader.text(each.node).find("@NotNull") != std::string::npos ||
                    reader.text(each.node).find("@NotBlank") != std::string::npos;
  reader.add(std::move(contract));
}

void read(ContractReader& reader, NodeId node) {
  const auto kind = reader.tree.kind(node);
  if (kind == "class_definition") return read_python_class(reader, node);
  if (kind == "function_definition") return read_python_handler(reader, node);
  if (kind == "type_spec") return add_go_struct(reader, node);
  if (kind == "interface_declaration" && reader.tree.language() != syntax::Language::java)
    return add_script_interface(reader, node, reader.part(node, "body"));
  if (kind == "type_alias_declaration") return add_script_interface(reader, node, reader.part(node, "value"));
  if (kind == "variable_declarator" && reader.tree.language() != syntax::Language::java)
    return add_script_schema(reader, node);
  if (reader.tree.language() == syntax::Language::java &&
      (kind == "record_declaration" || kind == "class_declaration"))
    return add_java(reader, node);
}

}  // namespace

std::vector<Contract> contracts_of(const Tree& tree) {
  ContractReader reader{tree};
  reader.look_around();
  for (NodeId i = 0; i < tree.size(); ++i)
    if (reader.tree[i].named) read(reader, i);
  return std::move(reader.found);
}

}  // namespace detectors
