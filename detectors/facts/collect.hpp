// What binds names: targets, parameters, imports. The part of collect() that is not about functions and
// calls; for the sources of this folder.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

// What we are inside of: a function, or a class body (which is no function: its owner is the function around
// it).
struct Frame {
  FunctionId function = 0;
  std::size_t type = nothing;
  NodeId after = 0;
};

struct Binder {
  Facts& facts;
  std::vector<Frame> frames;

  Function& current() { return facts.functions[frames.back().function]; }
  std::string_view self_name();
  std::size_t own_type();
  void define_name(const Definition& definition);
  // Binds every name of a target: x, (x, y), self.x.
  void define(NodeId target, Definition definition);
  void add_parameters(Function& function, NodeId parameters);
  // Assignments, loops, imports and the like; nothing for other roles.
  void bind(NodeId node);

 private:
  [[nodiscard]] bool is_default(NodeId node) const;
  void define_parts(NodeId target, Definition definition);
  void add_parameter(Function& function, NodeId name, const Definition& definition, bool field);
  void add_import(NodeId node);
  void add_assignment(NodeId node);
};

// The text between the quotes of a literal; as it is when it has none.
[[nodiscard]] std::string_view unquoted(std::string_view literal);
// The call that stands for an import, require("pg"), what a compiler put around it taken off; no_node: none.
[[nodiscard]] NodeId require_of(const Facts& facts, NodeId value);

}  // namespace detectors::facts
