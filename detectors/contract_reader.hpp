// How contracts are read from a tree: what the languages' readers share.
#pragma once

#include <set>
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
  std::set<std::string, std::less<>> answered{};  // types that a method gives, or a route
  std::set<std::string, std::less<>> exported{};  // names that `export { … }` lists
  bool exports = false;                           // the file says what it exports: all else is its own

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
  // What the whole file tells of the contracts in it.
  void look_around();
  [[nodiscard]] bool is_seen(syntax::NodeId declared) const;  // by other files
  // Of a request or of an answer, by its name and by who gives it; one without fields is none.
  void add(Contract contract);
  void add_answer(Contract contract);  // what a handler gives
};

[[nodiscard]] bool is_route(const ContractReader& reader, syntax::NodeId function);  // of Python

// --- one kind of declaration each
void read_python_class(ContractReader& reader, syntax::NodeId node);
void read_python_handler(ContractReader& reader, syntax::NodeId node);  // the dictionaries that it returns

}  // namespace detectors
