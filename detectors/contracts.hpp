// What others read of this program and send to it: the fields of its answers, requests and events, as far as
// one file tells. Two sides of a change are compared.
#pragma once

#include <string>
#include <vector>

#include "detectors/syntax/tree.hpp"

namespace detectors {

struct ContractField {
  std::string name;  // as it is sent
  std::string type;  // as it is written; "" when the code does not say
  bool nullable = false;
  bool required = true;     // nothing stands in when it is not sent
  bool deprecated = false;  // a comment has told its readers so
  syntax::NodeId node = syntax::no_node;
};

struct Contract {
  std::string name;      // of the class, struct, interface, schema or handler, with those that it stands in
  bool request = false;  // others send it; else they read it
  bool plain = false;    // there is no doubt of that, nor that others see it at all
  std::string others;    // where it has further fields from, as it is written: what it extends, `...base`
  std::vector<ContractField> fields;
  syntax::NodeId node = syntax::no_node;  // where its name stands
};

// In source order.
[[nodiscard]] std::vector<Contract> contracts_of(const syntax::Tree& tree);

struct ContractChange {
  std::string kind;  // "field removed", "field renamed", "type changed", "now nullable", "new required field"
  std::string contract;
  std::string field;
  std::string now;                        // the new name or type
  bool plain = false;                     // surely seen by others, and missed
  syntax::NodeId node = syntax::no_node;  // in the new text
};

[[nodiscard]] std::vector<ContractChange> contract_changes(const std::vector<Contract>& before,
                                                           const std::vector<Contract>& after);

}  // namespace detectors
