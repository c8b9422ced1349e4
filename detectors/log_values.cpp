// Subject: the values that go into log lines.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "detectors/facts/collect.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// Calls that only change how a value is written; any other call gives a value of its own.
bool only_writes(const Call& call) {
  for (const auto name :
       {"str", "repr", "dict", "json.dumps", "pprint.pformat", "vars", "ascii", "fmt.Sprintf", "fmt.Sprint",
        "string", "JSON.stringify", "String", "String.valueOf", "String.format"})
    if (call.name == name) return true;
  return call.method == "format" || call.method == "strip" || call.method == "decode" ||
         call.method == "join" || call.method == "copy";
}

// Variables of which a field is read somewhere in their function: token.expires_at. What is written of such
// an object is its repr, which its class chose; a mapping or a text would be written whole.
using Objects = std::set<std::pair<std::uint32_t, std::string_view>>;

Objects objects_of(const Facts& facts) {
  Objects objects;
  for (NodeId i = 0; facts.traits().first_is_self && i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::attribute) continue;
    const auto object = facts.part(i, Part::object);
    const auto* called = facts.call(facts.tree[i].parent);
    const bool method = called && called->callee == i;  // token.strip()
    if (!method && facts.role(object) == Role::identifier)
      objects.emplace(facts.owner[i], facts.text(object));
  }
  return objects;
}

// self.password = token_hex(8): what the object made up itself is shown to whoever started it, who has no
// other way to learn it.
bool made_up_here(const Facts& facts, NodeId value) {
  const auto type = facts.functions[facts.owner[value]].type;
  if (type == nothing ||
      facts.text(facts.part(value, Part::object)) != facts.functions[facts.owner[value]].self)
    return false;
  const auto field = facts.types[type].fields.find(facts.text(facts.part(value, Part::name)));
  if (field == facts.types[type].fields.end()) return false;
  return std::any_of(field->second.begin(), field->second.end(), [&](const Definition& each) {
    if (each.value == no_node) return false;
    const auto calls = calls_behind(facts, each.value);
    return std::any_of(calls.begin(), calls.end(),
                       [&](auto index) { return facts.has(facts.calls[index].labels, "random"); });
  });
}

// user.getPassword()
std::string read_by(const Call& call) {
  const bool getter = call.arguments.empty() && call.receiver != no_node && call.method.starts_with("get");
  return getter ? std::string(call.method.substr(3)) : std::string{};
}

// entry["password"], headers[AUTHORIZATION]; what is found under the value of a variable is not that value.
std::string entry_name(const Facts& facts, NodeId key) {
  const auto text = facts.text(key);
  const bool variable = facts.role(key) == Role::identifier &&
                        std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return variable ? std::string{} : std::string(unquoted(text));
}

struct LogReader {
  const Facts& facts;
  const Objects& objects;
  const Call& log;
  std::vector<Candidate>& found;
  int steps = 200;

  void add(NodeId value, std::string name) {
    Candidate candidate{.node = log.node, .call = &log, .origin = value, .name = std::move(name)};
    candidate.loop = loop_around(facts, log.node);
    candidate.fields = {{"value", shown(facts, value)}, {"subject", shown(facts, log.node)}};
    candidate.because = {
        fmt::format("line {}: `{}` goes into the log line", facts.line(value), shown(facts, value))};
    found.push_back(std::move(candidate));
  }

  void add_call(NodeId node, const Call& call, std::vector<NodeId>& open) {
    if (only_writes(call)) {
      if (call.receiver != no_node) open.push_back(call.receiver);
      for (const auto& argument : call.arguments) open.push_back(argument.value);
    } else if (call.method == "get" && !call.arguments.empty() &&
               facts.role(call.arguments.front().value) == Role::string) {
      add(node, std::string(unquoted(facts.text(call.arguments.front().value))));
    } else {
      add(node,
          facts.traits().bare_fields ? read_by(call) : "");  // without a name only `value_is` can speak of it
    }
  }

  void read(NodeId argument) {
    std::vector<NodeId> open{argument};
    while (!open.empty() && --steps > 0) {
      const bool part = open.back() != no_node && facts.tree.kind(open.back()) == "slice_expression";
      const auto value = bare(facts, open.back());
      open.pop_back();
      if (value == no_node || part) continue;  // token[:4]: enough to tell two apart
      switch (facts.role(value)) {
        case Role::identifier:
          add(value, objects.count({facts.owner[value], facts.text(value)}) > 0
                         ? std::string{}
                         : std::string(facts.text(value)));
          break;
        case Role::attribute:
          if (!made_up_here(facts, value)) add(value, std::string(facts.text(facts.part(value, Part::name))));
          break;
        case Role::subscript:
          add(value, entry_name(facts, facts.part(value, Part::value)));
          break;
        case Role::call:
          add_call(value, *facts.call(value), open);
          break;
        case Role::interpolation:
          open.push_back(facts.part(value, Part::value));
          break;
        case Role::binary:
          open.insert(open.end(), {facts.part(value, Part::left), facts.part(value, Part::right)});
          break;
        case Role::pair:
          open.push_back(facts.part(value, Part::value));
          break;
        case Role::string:
        case Role::collection:
          for (auto child = facts.tree.first_child(value); child != no_node;
               child = facts.tree.next_sibling(child))
            if (facts.role(child) != Role::none_) open.push_back(child);
          break;
        default:
          break;
      }
    }
  }
};

}  // namespace

void find_log_values(const Facts& facts, std::vector<Candidate>& found) {
  std::optional<Objects> objects;
  for (const auto& call : facts.calls) {
    if (!facts.has(call.labels, "log")) continue;
    if (!objects) objects = objects_of(facts);
    LogReader reader{facts, *objects, call, found};
    for (const auto& argument : call.arguments)
      if (argument.name.empty() || argument.name == "extra") reader.read(argument.value);
  }
}

}  // namespace detectors
