// Everything that is known of one file, in the shared vocabulary: its functions, calls and definitions, what
// names stand for, what values are. Built once a file; every question of the rules is answered from here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/facts/lower.hpp"
#include "detectors/facts/tables.hpp"
#include "detectors/facts/traits.hpp"
#include "detectors/source/file.hpp"

namespace detectors::facts {

using FunctionId = std::size_t;  // 0 is the module itself
inline constexpr std::uint32_t nothing = 0xffffffff;

struct Definition {
  enum class Kind { assignment, augmented, parameter, loop, with, except, import, function, type };
  Kind kind = Kind::assignment;
  std::string_view name;
  NodeId target = no_node;  // the identifier
  NodeId value = no_node;   // assigned value, iterable, with's value, the import, the function, the class
  NodeId type = no_node;    // annotation
  NodeId whole = no_node;   // the statement: the name is bound once it has ended
  bool unpacked = false;    // a, b = value: the name is a part of it
  TypeId given = no_type;   // a parameter\'s type, from whom the function was handed to
};

struct Function {
  NodeId node = no_node;
  NodeId body = no_node;
  std::string_view name;
  std::size_t type = nothing;  // index into types, for a method
  FunctionId parent = 0;
  bool async = false;
  bool lambda = false;
  std::string_view self;                     // a method's own object
  std::vector<NodeId> decorators;            // their values
  std::vector<std::string_view> parameters;  // their names, in order, without its object
  std::map<std::string_view, std::vector<Definition>> definitions;  // by name, in source order
  std::vector<std::size_t> calls;   // in source order, nested functions left out
  Labels decorated;                 // what its decorators (or its class) say: route, consumer, transaction
  Labels labels;                    // what its own calls do
  std::vector<FunctionId> callers;  // the functions of this file that call it
};

struct Class {
  NodeId node = no_node;
  std::string_view name;
  std::vector<NodeId> bases;
  std::map<std::string_view, std::vector<Definition>> fields;  // self.x = …, and x: T = … in the body
  std::map<std::string_view, FunctionId> methods;
  std::vector<NodeId> decorators;  // their values
};

struct Argument {
  std::string_view name;  // "" for a positional one
  NodeId value = no_node;
};

struct Call {
  NodeId node = no_node;
  NodeId callee = no_node;
  NodeId receiver = no_node;  // of receiver.method(…)
  std::string_view method;    // the last part of the callee
  std::string name;           // resolved: "requests.post"; as written where the head is unknown
  std::vector<Argument> arguments;
  bool open_arguments = false;  // has *args or **kwargs: what is passed is not known
  FunctionId function = 0;      // the one that it stands in
  FunctionId target = nothing;  // the function of this file that it calls
  const CallRow* row = nullptr;
  Labels labels;  // the row's, and what the SQL or the statement passed to it says
  Labels via;     // labels, and those of the calls that its target makes
  Labels reach;   // and those that the targets of these make, a few deep
};

struct Value {
  TypeId type = no_type;
  std::size_t local = nothing;  // index into types, when it is a class of this file
  NodeId origin = no_node;      // the call that made it; none when it came from outside
};

// A way in which something may have failed, and what the code then does: an except clause, `if err != nil`,
// `.catch(…)`, a result that is thrown away.
struct Failure {
  enum class Kind { except, branch, success, dropped };
  Kind kind = Kind::except;  // success: a branch that is taken when all went well; it says nothing of failing
  NodeId node = no_node;     // where it is dealt with
  NodeId body = no_node;     // what is done about it; none when it is dropped
  NodeId tried = no_node;    // what may fail
  NodeId whole = no_node;    // the try, or the statement that holds what may fail
  NodeId types = no_node;    // what is caught
  std::string_view name;     // the variable that holds the error
  FunctionId function = 0;
};

struct Facts {
  const source::SourceFile* file = nullptr;
  const Tables* tables = nullptr;
  const syntax::Tree* before = nullptr;  // the file as it was before a change; none: not known
  syntax::Tree tree;
  std::vector<Fact> nodes;
  std::vector<std::uint32_t> owner;  // the function that each node stands in
  std::vector<Function> functions;
  std::vector<Class> types;
  std::vector<Call> calls;             // in source order
  std::vector<std::uint32_t> call_at;  // of each node; `nothing` where it is no call
  std::vector<Value> values;           // of each call, by its index
  std::vector<Failure> failures;       // in source order

  [[nodiscard]] Role role(NodeId id) const { return nodes[id].role; }
  [[nodiscard]] NodeId part(NodeId id, Part part) const {
    const auto at = slot(nodes[id].role, part);
    return at ? nodes[id].parts[*at] : no_node;
  }
  [[nodiscard]] std::string_view text(NodeId id) const { return id == no_node ? "" : tree.slice(id); }
  [[nodiscard]] int line(NodeId id) const { return file->position(tree[id].begin).line.number; }
  [[nodiscard]] const Traits& traits() const { return traits_of(tree.language()); }
  [[nodiscard]] const Call* call(NodeId id) const {
    return id == no_node || call_at[id] == nothing ? nullptr : &calls[call_at[id]];
  }
  [[nodiscard]] bool has(const Labels& labels, std::string_view label) const {
    const auto bit = tables->label(label);
    return bit && labels.test(*bit);
  }
};

[[nodiscard]] Facts gather(const source::SourceFile& file, syntax::Tree tree, const Lowering& lowering,
                           const Tables& tables);

// --- steps of gather
void collect(Facts& facts);  // functions, classes, definitions, calls; no names resolved
void find_failures(Facts& facts);
void resolve(Facts& facts);  // names, values, labels

// --- names and values
[[nodiscard]] bool is_reference(const Facts& facts, NodeId identifier);
// Strips groups and awaits.
[[nodiscard]] NodeId bare(const Facts& facts, NodeId expression);
// What the identifier stands for at its place; nullptr when it is not defined in this file.
[[nodiscard]] const Definition* definition(const Facts& facts, NodeId identifier);
[[nodiscard]] std::string resolved_name(const Facts& facts, NodeId expression);
[[nodiscard]] Value value_of(const Facts& facts, NodeId expression);
[[nodiscard]] bool is_row(const Facts& facts, const Value& value);  // one row of a query, as an object
// The function that a node is, or that it names; `nothing` when it is none of this file.
[[nodiscard]] FunctionId function_named_by(const Facts& facts, NodeId expression);
// The argument of that name, by name or by the row's position; no_node when it is not passed.
[[nodiscard]] NodeId argument(const Call& call, std::string_view name);
// The same, fields of the call's options counted in.
struct Given {
  NodeId value = no_node;
  bool unknown = false;  // it may be passed in what we cannot look into
};
[[nodiscard]] Given given(const Facts& facts, const Call& call, std::string_view name);
// A field of an object literal.
[[nodiscard]] Given field_of(const Facts& facts, NodeId literal, std::string_view name);

// --- places
// f(id): the call in whose list of arguments the node stands; nullptr when it is none.
[[nodiscard]] const Call* call_around(const Facts& facts, NodeId id);
// The statements of a block, the grammar's own wrapper around them left out.
[[nodiscard]] std::vector<NodeId> statements_of(const Facts& facts, NodeId block);
// The innermost loop, comprehension or function handed to an iterator (a lambda) that repeats the node,
// inside its function; no_node when there is none.
[[nodiscard]] NodeId loop_around(const Facts& facts, NodeId id);
[[nodiscard]] NodeId enclosing(const Facts& facts, NodeId id,
                               Role role);                         // inside the function; no_node: none
[[nodiscard]] NodeId statement_of(const Facts& facts, NodeId id);  // the child of a block that holds it
[[nodiscard]] NodeId loop_iterable(const Facts& facts, NodeId loop);
[[nodiscard]] NodeId loop_body(const Facts& facts, NodeId loop);
// Whether the expression's value depends on what the loop goes over.
[[nodiscard]] bool depends_on_loop(const Facts& facts, NodeId expression, NodeId loop);
// The values behind an expression: itself, and what its variables were assigned, each once, nearest first.
[[nodiscard]] std::vector<NodeId> values_behind(const Facts& facts, NodeId expression);
// Every call whose value went into the expression, through the variables of its function.
[[nodiscard]] std::vector<std::size_t> calls_behind(const Facts& facts, NodeId expression);
// The identifiers of the subtree that stand for values.
[[nodiscard]] std::vector<NodeId> references(const Facts& facts, NodeId id);

}  // namespace detectors::facts
