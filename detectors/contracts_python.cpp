// Python's contracts: models, and the dictionaries that handlers return.
#include <algorithm>
#include <array>

#include "detectors/contract_reader.hpp"

namespace detectors {

using syntax::no_node;
using syntax::NodeId;

namespace {

constexpr std::array<std::string_view, 6> models{"BaseModel", "Schema", "Serializer",
                                                 "TypedDict", "Struct", "SQLModel"};

}  // namespace

bool is_route(const ContractReader& reader, NodeId function) {
  const auto parent = reader.tree[function].parent;
  bool route = false;
  if (reader.is(parent, "decorated_definition"))
    reader.each_child(parent, [&](NodeId child) {
      if (!reader.is(child, "decorator")) return;
      const auto decorator = reader.text(child);
      for (const std::string_view verb :
           {".get(", ".post(", ".put(", ".patch(", ".delete(", ".route(", "api_view"})
        route |= decorator.find(verb) != std::string::npos;
    });
  return route;
}

void read_python_class(ContractReader& reader, NodeId node) {
  const auto bases = reader.text(reader.part(node, "superclasses"));
  const auto name = reader.text(reader.part(node, "name"));
  const bool model = std::any_of(models.begin(), models.end(),
                                 [&](auto base) { return bases.find(base) != std::string::npos; });
  if (!model && !is_named_contract(name)) return;
  Contract contract{.name = name, .others = bases, .node = reader.part(node, "name")};
  reader.each_child(reader.part(node, "body"), [&](NodeId statement) {
    const auto assign =
        reader.is(statement, "expression_statement") ? reader.tree.first_child(statement) : no_node;
    if (!reader.is(assign, "assignment") || !reader.is(reader.part(assign, "left"), "identifier")) return;
    const auto type = reader.text(reader.part(assign, "type"));
    const auto value = reader.part(assign, "right");
    const bool serializer = type.empty() && reader.text(value).find("Field(") != std::string::npos;
    if (type.empty() && !serializer) return;
    auto each = reader.field(reader.text(reader.part(assign, "left")),
                             serializer ? reader.text(reader.part(value, "function")) : type, assign);
    if (!type.empty()) each.required = value == no_node && !each.nullable;
    contract.fields.push_back(std::move(each));
  });
  reader.add(std::move(contract));
}

void read_python_handler(ContractReader& reader, NodeId node) {
  if (!is_route(reader, node)) return;
  Contract contract{.name = reader.text(reader.part(node, "name")), .node = reader.part(node, "name")};
  for (NodeId i = node; i < reader.tree[node].after; ++i) {
    if (!reader.is(i, "return_statement")) continue;
    auto value = reader.tree.first_child(i) == no_node ? no_node
                                                       : reader.tree.next_sibling(reader.tree.first_child(i));
    if (reader.is(value, "expression_list")) value = reader.tree.first_child(value);
    if (reader.is(value, "call") && reader.text(reader.part(value, "function")).ends_with("jsonify"))
      value = reader.part(value, "arguments") == no_node
                  ? no_node
                  : reader.tree.next_sibling(reader.tree.first_child(reader.part(value, "arguments")));
    reader.each_child(reader.is(value, "dictionary") ? value : no_node, [&](NodeId pair) {
      if (reader.is(pair, "pair") && reader.is(reader.part(pair, "key"), "string"))
        contract.fields.push_back(
            {.name = contract_text(reader.text(reader.part(pair, "key"))), .type = {}, .node = pair});
    });
  }
  reader.add_answer(std::move(contract));
}

}  // namespace detectors
