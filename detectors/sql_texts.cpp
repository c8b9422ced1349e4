// Subject: values that are written into the text of a statement instead of being bound to it.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "detectors/arguments.hpp"
#include "detectors/facts/sql.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/sql_places.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

bool is_constant_name(std::string_view name) {
  return name.size() > 1 && std::none_of(name.begin(), name.end(), [](char c) {
           return std::islower(static_cast<unsigned char>(c)) != 0;
         });
}

// Types whose text cannot hold SQL.
bool is_harmless_type(std::string_view type) {
  for (const std::string_view known :
       {"int", "long", "Integer", "Long", "number", "UUID", "bool", "uint", "short", "float", "double",
        "BigDecimal", "Decimal", "boolean", ": number", "enum"})
    if (type.starts_with(known) || type == fmt::format(": {}", known)) return true;
  return false;
}

struct TextReader {
  const Facts& facts;
  const Call& call;
  std::vector<Candidate>& found;
  NodeId whole;  // the statement's expression
  int steps = 200;
  bool is_sql = false;  // some literal was seen: the rest is written into a statement

  // What decides about the value: asked for in a condition, looked up in a list.
  [[nodiscard]] bool checked(NodeId value) const {
    const auto root = root_of(facts, value);
    const auto& function = facts.functions[facts.owner[value]];
    const auto text = facts.text(value);
    for (NodeId i = function.node; i < call.node; ++i) {
      const auto condition = facts.role(i) == Role::branch ? facts.part(i, Part::condition) : no_node;
      if (condition != no_node && facts.text(condition).find(text) != std::string_view::npos) return true;
    }
    return root == no_node;
  }

  // request.args of request.args["name"].
  [[nodiscard]] bool chain_is_input(NodeId chain) const {
    auto node = bare(facts, chain);
    while (node != no_node && (facts.role(node) == Role::attribute || facts.role(node) == Role::subscript)) {
      if ((labels_of_name(facts, node) & client_input()).any()) return true;
      node = bare(facts, facts.part(node, Part::object));
    }
    return false;
  }

  // query.sort of `query.sort || "name"`.
  [[nodiscard]] NodeId before_default(NodeId value) const {
    auto node = bare(facts, value);
    for (int i = 0; i < 4 && facts.role(node) == Role::logical; ++i)
      node = bare(facts, facts.part(node, Part::left));
    return node;
  }

  // A field of the object itself: nobody sent it with this call.
  [[nodiscard]] bool is_own(NodeId root) const {
    if (!facts.traits().first_is_self) return false;
    for (FunctionId at = facts.owner[root]; at != 0; at = facts.functions[at].parent)
      if (!facts.functions[at].self.empty() && facts.functions[at].self == facts.text(root)) return true;
    return false;
  }

  // (page - 1) * size: a number, whatever was sent.
  [[nodiscard]] bool is_arithmetic(NodeId binary) const {
    const auto left = facts.part(binary, Part::left);
    const auto right = facts.part(binary, Part::right);
    if (left == no_node || right == no_node || facts.tree[right].begin < facts.tree[left].end) return false;
    const auto between =
        facts.file->text().substr(facts.tree[left].end, facts.tree[right].begin - facts.tree[left].end);
    return between.find_first_of("-*/") != std::string_view::npos &&
           between.find('+') == std::string_view::npos;
  }

  // From a caller or a client: a parameter, or what a request holds.
  [[nodiscard]] bool comes_from_outside(NodeId value) const {
    const auto root = root_of(facts, value);
    if (root == no_node) return false;
    if (chain_is_input(value)) return true;
    if (is_own(root)) return false;
    const auto* known = definition(facts, root);
    for (int i = 0; i < 6 && known && known->kind == Definition::Kind::assignment && known->value != no_node;
         ++i) {
      const auto value = before_default(known->value);
      const auto* call_behind = facts.call(value);
      if (call_behind && facts.has(call_behind->labels, "client-input")) return true;
      if (call_behind) return false;
      const auto next = root_of(facts, value);
      if (next == no_node) return false;
      if (chain_is_input(value)) return true;
      known = definition(facts, next);
    }
    if (!known || known->kind != Definition::Kind::parameter) return false;
    return known->type == no_node || !is_harmless_type(facts.text(known->type));
  }

  // The same, where it is known that a client sent it.
  [[nodiscard]] bool comes_from_client(NodeId value) const {
    if (facts.has(facts.functions[facts.owner[value]].decorated, "route")) return true;
    for (const auto behind : values_behind(facts, value))
      for (NodeId i = behind; i < facts.tree[behind].after; ++i) {
        const auto* given = facts.call(i);
        if (given && (given->labels & client_input()).any()) return true;
        if (facts.role(i) == Role::attribute && (labels_of_name(facts, i) & client_input()).any())
          return true;
      }
    return false;
  }

  [[nodiscard]] Labels client_input() const {
    Labels labels;
    if (const auto bit = facts.tables->label("client-input")) labels.set(*bit);
    return labels;
  }

  void add(NodeId value) {
    const auto name = facts.role(value) == Role::attribute   ? facts.text(facts.part(value, Part::name))
                      : facts.role(value) == Role::subscript ? facts.text(facts.part(value, Part::value))
                                                             : facts.text(value);
    // columns[key]: what is taken from a map of names is one of them.
    if (facts.role(value) == Role::subscript && !comes_from_client(value) &&
        has_any_phrase(facts.text(facts.part(value, Part::object)),
                       {"alias", "mapping", "map", "columns", "fields", "names"}))
      return;
    if (is_constant_name(name) || !comes_from_outside(value) || checked(value)) return;
    if (stands_for_a_name(facts, whole, value) && !comes_from_client(value)) return;
    Candidate candidate{.node = call.node, .call = &call, .origin = value, .name = std::string(name)};
    candidate.loop = loop_around(facts, call.node);
    candidate.fields = {{"value", shown(facts, value)},
                        {"callee", shown(facts, call.callee)},
                        {"subject", shown(facts, call.node)}};
    candidate.because = {
        fmt::format("line {}: `{}` is written into the statement", facts.line(value), shown(facts, value))};
    found.push_back(std::move(candidate));
  }

  void add_all(NodeId parent, std::vector<NodeId>& open) const {
    for (auto child = facts.tree.first_child(parent); child != no_node;
         child = facts.tree.next_sibling(child))
      if (facts.role(child) != Role::none_) open.push_back(child);
  }

  void follow(NodeId name, std::vector<NodeId>& open) {
    const auto* known = definition(facts, name);
    const auto value =
        known && known->kind == Definition::Kind::assignment && !known->unpacked ? known->value : no_node;
    const auto made = value == no_node ? no_node : bare(facts, value);
    const bool text = made != no_node &&
                      (facts.role(made) == Role::string || facts.role(made) == Role::binary || formats(made));
    if (text && is_sql && stands_for_a_name(facts, whole, name) && !comes_from_client(name)) return;
    if (text) {
      whole = value;
      open.push_back(value);
    }
    if (!text && is_sql) add(name);
  }

  [[nodiscard]] bool has_letters(NodeId literal) const {
    const auto text = facts.text(literal);
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  }

  // fmt.Sprintf("…%s", x), "…".format(x), String.format("…", x)
  [[nodiscard]] bool formats(NodeId node) const {
    const auto* made = facts.call(node);
    return made && (made->name == "fmt.Sprintf" || made->method == "format" || made->method == "formatted");
  }

  // QUERIES.format(…), where the text comes from another file: nothing tells what stands where.
  [[nodiscard]] bool formats_unseen(NodeId node) const {
    const auto* made = facts.call(node);
    const auto text =
        made->receiver == no_node || made->name == "fmt.Sprintf" || made->name == "String.format"
            ? no_node
            : bare(facts, made->receiver);
    if (text == no_node || !facts.traits().first_is_self) return false;
    if (facts.role(text) == Role::attribute) return true;
    const auto* known = facts.role(text) == Role::identifier ? definition(facts, text) : nullptr;
    return facts.role(text) == Role::identifier && (!known || known->kind != Definition::Kind::assignment);
  }

  void read(NodeId statement) {
    std::vector<NodeId> open{statement};
    while (!open.empty() && --steps > 0) {
      const auto value = bare(facts, open.back());
      open.pop_back();
      switch (facts.role(value)) {
        case Role::string:
          is_sql |= has_letters(value);  // design + '/' + view
          add_all(value, open);
          break;
        case Role::interpolation:
          open.push_back(facts.part(value, Part::value));
          break;
        case Role::binary:
          if (is_arithmetic(value)) break;
          open.push_back(facts.part(value, Part::right));
          open.push_back(facts.part(value, Part::left));  // read first: the text stands there
          break;
        case Role::collection:
          add_all(value, open);
          break;
        case Role::identifier:
          follow(value, open);
          break;
        case Role::attribute:
        case Role::subscript:
          if (is_sql || facts.has(call.labels, "raw-sql")) add(value);
          break;
        case Role::call:
          if (!formats(value) || formats_unseen(value)) break;
          is_sql = true;
          if (const auto* made = facts.call(value)) {
            for (const auto& given : made->arguments) open.push_back(given.value);
            if (made->receiver != no_node) open.push_back(made->receiver);
          }
          break;
        default:
          break;
      }
    }
  }
};

}  // namespace

void find_sql_texts(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& call : facts.calls) {
    if (!facts.has(call.labels, "sql") && !facts.has(call.labels, "raw-sql")) continue;
    const auto statement = statement_argument(call);
    const auto written = facts.part(call.node, Part::arguments);
    if (statement == no_node || facts.role(written) == Role::string) continue;
    // db.query(`design/${view}`): a statement has more than one word.
    const auto sql = facts.has(call.labels, "raw-sql") ? std::nullopt : sql_text(facts, statement);
    if (sql && sql->text.find_first_of(" \n\t") == std::string::npos) continue;
    // pool.query(sql`…`): the values of a tagged literal are bound.
    TextReader reader{facts, call, found, statement};
    const auto before = found.size();
    reader.read(statement);
    if (found.size() > before + 1) found.resize(before + 1);  // one finding says it for the statement
  }
}

}  // namespace detectors
