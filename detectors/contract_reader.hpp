// How contracts are read from a tree: what the languages' readers share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detectors/contracts.hpp"

namespace detectors {

[[nodiscard]] std::string contract_text(std::string_view literal);  // without its quotes
// An interface or a plain class is a contract where its name says so.
[[nodiscard]] bool is_named_contract(std::string_view name);

struct ContractReader {
  const syntax::Tree& tree;
  std::vector<Contract> found{};

  [[nodiscard]] std::string text(syntax::NodeId id) const {
    return id == syntax::no_node ? "" : std::string(tree.slice(id));
  }
  [[nodiscard]] syntax::NodeId part(syntax::NodeId id, std::string_view field) const {
    return tree.child_by_field(id, field);
  }
  [[nodiscard]] bool is(syntax::NodeId id, std::string_view kind) const {
    return id != syntax::no_node && tree.kind(id) == kind;
  }

  template <class Use>
  void each_child(syntax::NodeId parent, Use use) const {
    if (parent == syntax::no_node) return;
    for (auto child = tree.first_child(parent); child != syntax::no_node; child = tree.next_sibling(child))
      use(child);
  }

  [[nodiscard]] ContractField field(std::string name, const std::string& type, syntax::NodeId node) const;
  [[nodiscard]] std::vector<std::string> enclosing_names(syntax::NodeId declared) const;
  // Of a request or of an answer, by its name; one without fields is none.
  void add(Contract contract);
};

// --- one kind of declaration each
void read_python_class(ContractReader& reader, syntax::NodeId node);
void read_python_handler(ContractReader& reader, syntax::NodeId node);  // the dictionaries that it returns

}  // namespace detectors
