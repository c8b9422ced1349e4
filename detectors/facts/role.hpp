// The vocabulary that every language is lowered to: the role of a node, and the parts that a role has. The
// names are those that languages/<language>/facts.scm uses ("import-from" for import_from).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace detectors::facts {

enum class Role : std::uint8_t {
  none_,  // nothing that we know
  // names and values
  identifier,
  attribute,
  subscript,
  string,
  interpolation,
  integer,
  float_,
  boolean,
  none,
  collection,
  pair,
  binary,
  unary,
  compare,
  logical,
  not_,
  conditional,
  group,
  await,
  yield,
  as,
  // calls
  call,
  spawn,     // go f()
  deferred,  // defer f()
  keyword,
  splat,
  spread,
  // definitions
  function,
  lambda,
  type,
  decorator,
  decorated,
  parameters,
  parameter,
  receiver,  // a method's own object, where it is written as a parameter
  assign,
  augment,
  import,
  import_from,
  // control
  loop,
  comprehension,
  branch,
  else_,
  try_,
  except,
  finally,
  with,
  with_item,
  block,
  module,
  statement,
  return_,
  raise,
  break_,
  continue_,
  pass,
  global,
  case_,  // one arm of a switch
};

// A role has at most four parts; which slot holds which is the table in role.cpp.
enum class Part : std::uint8_t {
  name,
  object,
  value,
  callee,
  arguments,
  parameters,
  body,
  type,
  target,
  left,
  right,
  module,
  alias,
  iterable,
  condition,
};

[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::optional<Part> part_named(std::string_view name);
// The slot of a part in a role; none when the role has no such part.
[[nodiscard]] std::optional<std::size_t> slot(Role role, Part part);

}  // namespace detectors::facts
