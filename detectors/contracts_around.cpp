// What a file tells of its contracts beside their own text: who gives them, and whether others see them.
#include <algorithm>
#include <array>

#include "detectors/contract_reader.hpp"

namespace detectors {

using syntax::no_node;
using syntax::NodeId;

namespace {

constexpr std::array<std::string_view, 7> functions{
    "method_definition",    "method_signature",   "abstract_method_signature", "method_declaration",
    "function_declaration", "function_signature", "function_definition"};

bool is_type_name(std::string_view kind) { return kind == "type_identifier" || kind == "identifier"; }

// The function whose result the node belongs to, with whether it is wrapped: Promise<Order>.
std::pair<NodeId, bool> giver_of(const ContractReader& reader, NodeId id) {
  constexpr int deepest = 12;  // of a type within types
  bool wrapped = false;
  auto at = id;
  for (int steps = 0; steps < deepest && reader.tree[at].parent != no_node; ++steps) {
    const auto parent = reader.tree[at].parent;
    const auto kind = reader.tree.kind(parent);
    wrapped |= kind == "type_arguments";
    if (std::find(functions.begin(), functions.end(), kind) != functions.end()) {
      const auto given = reader.part(parent, kind == "method_declaration" ? "type" : "return_type");
      return {given == at ? parent : no_node, wrapped};
    }
    at = parent;
  }
  return {no_node, false};
}

}  // namespace

// A method that gives a promise of it fetches it; one that is called after it (OrderFromJSON) converts it.
void ContractReader::look_around() {
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (!tree[i].named) continue;
    const auto kind = tree.kind(i);
    if (kind == "export_statement") exports = true;
    if (kind == "export_specifier") exported.insert(text(part(i, "name")));
    if (is_type_name(kind) && is(tree[i].parent, "export_statement")) exported.insert(text(i));
    if (!is_type_name(kind)) continue;
    const auto [giver, wrapped] = giver_of(*this, i);
    if (giver == no_node) continue;
    const auto name = text(i);
    const bool gives = tree.language() == syntax::Language::python ? is_route(*this, giver) : wrapped;
    if (gives && text(part(giver, "name")).find(name) == std::string::npos) answered.insert(name);
  }
}

bool ContractReader::is_seen(NodeId declared) const {
  if (!exports || declared == no_node) return true;
  auto top = tree[declared].parent;
  for (auto at = top; at != no_node; at = tree[at].parent) {
    const auto kind = tree.kind(at);
    if (kind == "export_statement") return true;
    if (kind == "variable_declarator") return true;  // what it checks it checks, whoever sees it
    if (kind == "module" || kind == "internal_module") top = at;
  }
  return exported.contains(text(part(top, "name")));
}

}  // namespace detectors
