#include "detectors/writes.hpp"

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/requests.hpp"

namespace detectors {

using namespace facts;

namespace {

// def pay(request, …): a view of Django's, whatever decorates it.
bool is_view(const Facts& facts, const Function& function) {
  if (is_route(facts, function) || facts.has(function.decorated, "consumer")) return true;
  const bool named = std::find(function.parameters.begin(), function.parameters.end(), "request") !=
                     function.parameters.end();
  return named && !function.lambda;
}

// @atomic, with transaction.commit_on_success(): said by a name that the tables do not know.
bool says_transaction(const Facts& facts, NodeId id) {
  static const std::vector<std::string> words{"transaction",  "transactional", "atomic",
                                              "unit of work", "uow",           "commit on success"};
  const auto says = [&](NodeId from, std::size_t to) {
    const auto begin = facts.tree[from].begin;
    return to > begin && has_any_phrase(facts.file->text().substr(begin, to - begin), words);
  };
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent)
    if (facts.role(at) == Role::with && says(at, facts.tree[facts.part(at, Part::body)].begin)) return true;
  const auto& function = facts.functions[facts.owner[id]];
  return std::any_of(function.decorators.begin(), function.decorators.end(),
                     [&](NodeId decorator) { return says(decorator, facts.tree[decorator].end); });
}

// What is written for the record only: half of it does not hurt.
bool is_record(std::string_view name) {
  static const std::vector<std::string> words{"log",   "audit",    "history", "notification", "statistic",
                                              "stats", "activity", "visit",   "trace",        "message"};
  return has_any_phrase(name, words);
}

// The call that the variable was assigned from.
const Call* made_by(const Facts& facts, NodeId name) {
  const auto* known =
      name != no_node && facts.role(name) == Role::identifier ? definition(facts, name) : nullptr;
  const bool assigned = known && known->kind == Definition::Kind::assignment && !known->unpacked;
  return assigned && known->value != no_node ? facts.call(bare(facts, known->value)) : nullptr;
}

// order = Order(…); order.save(), where Order comes from the models.
bool saves_new(const Facts& facts, const Call& call) {
  if (call.method != "save" || call.receiver == no_node) return false;
  const auto* made = made_by(facts, bare(facts, call.receiver));
  if (!made || made->receiver != no_node) return false;
  return made->name.find("models.") != std::string::npos && !is_record(made->name);
}

// The model that a row or a query set is of: Account in Account.objects.get(…).
std::string_view model_of(const Facts& facts, const Call& call) {
  const Call* at = &call;
  for (int steps = 0; at && steps < 6; ++steps) {
    const auto text = facts.text(at->callee);
    if (const auto end = text.find(".objects."); end != std::string_view::npos) return text.substr(0, end);
    const auto receiver = at->receiver == no_node ? no_node : bare(facts, at->receiver);
    if (receiver == no_node) return at->method;
    at = facts.call(receiver) ? facts.call(receiver) : made_by(facts, receiver);
  }
  return "";
}

// What the write made or wrote: order of order = Order.objects.create(…), of order.save().
std::string_view thing_of(const Facts& facts, const Call& call) {
  if (call.method == "save" || call.method == "delete")
    if (const auto root = root_of(facts, call.receiver); root != no_node) return facts.text(root);
  const auto around = facts.tree[call.node].parent;
  const auto target =
      around != no_node && facts.role(around) == Role::assign ? facts.part(around, Part::target) : no_node;
  return target == no_node ? "" : facts.text(target);
}

bool names(const Facts& facts, NodeId scope, std::string_view thing) {
  for (const auto behind : values_behind(facts, scope))
    for (NodeId i = behind; i < facts.tree[behind].after; ++i)
      if (is_reference(facts, i) && facts.text(i) == thing) return true;
  return false;
}

bool is_constant(const Facts& facts, NodeId value, std::string_view wanted) {
  return value != no_node && facts.text(value) == wanted;
}

// psycopg.connect(dsn, autocommit=True), sqlite3.connect(path, isolation_level=None)
bool opens_with_autocommit(const Facts& facts, NodeId value) {
  const auto* call = value == no_node ? nullptr : facts.call(bare(facts, value));
  return call && (is_constant(facts, argument(*call, "autocommit"), "True") ||
                  is_constant(facts, argument(*call, "isolation_level"), "None") ||
                  is_constant(facts, argument(*call, "isolation_level"), "\"AUTOCOMMIT\""));
}

// The connection of conn.execute(…), or of a cursor that came from it.
NodeId connection_of(const Facts& facts, NodeId receiver) {
  for (int steps = 0; steps < 4 && receiver != no_node; ++steps) {
    const auto node = bare(facts, receiver);
    if (const auto* call = facts.call(node)) {
      if (call->method != "cursor" && call->method != "execute") return no_node;
      receiver = call->receiver;
      continue;
    }
    const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
    const auto* made = known && known->value != no_node ? facts.call(bare(facts, known->value)) : nullptr;
    if (!made || made->method != "cursor") return node;
    receiver = made->receiver;
  }
  return no_node;
}

}  // namespace

bool saves_model(const Facts& facts, const Call& call) {
  if (!facts.traits().first_is_self) return false;
  if (!facts.has(call.labels, "commits-model") && !saves_new(facts, call)) return false;
  return !is_record(facts.text(call.callee)) && is_view(facts, facts.functions[call.function]) &&
         !says_transaction(facts, call.node);
}

bool belong_together(const Facts& facts, const Call& first, const Call& second) {
  const auto thing = thing_of(facts, first);
  if (!thing.empty() && thing == thing_of(facts, second)) return false;  // the same row again
  const auto model = model_of(facts, first);
  if (!model.empty() && model == model_of(facts, second)) return true;
  return !thing.empty() && names(facts, second.node, thing);
}

std::vector<Connection> autocommit_connections(const Facts& facts) {
  std::vector<Connection> found;
  const bool told =
      facts.traits().first_is_self && (facts.file->text().find("autocommit") != std::string_view::npos ||
                                       facts.file->text().find("isolation_level") != std::string_view::npos);
  for (NodeId i = 0; told && i < facts.tree.size(); ++i) {
    const auto target = facts.role(i) == Role::assign ? facts.part(i, Part::target) : no_node;
    if (target == no_node) continue;
    const auto value = facts.part(i, Part::value);
    const bool field = facts.role(target) == Role::attribute &&
                       facts.text(facts.part(target, Part::name)) == "autocommit" &&
                       is_constant(facts, value, "True");
    const auto connection = field ? facts.part(target, Part::object) : target;
    if (!field && !opens_with_autocommit(facts, value)) continue;
    const bool own = facts.role(connection) == Role::identifier;  // self.conn is that of all methods
    found.push_back({facts.text(connection), own ? facts.owner[i] : 0});
  }
  return found;
}

bool on_autocommit(const Facts& facts, const std::vector<Connection>& connections, const Call& call) {
  if (connections.empty() || !facts.has(call.labels, "sql") || call.receiver == no_node) return false;
  const auto connection = connection_of(facts, call.receiver);
  if (connection == no_node || says_transaction(facts, call.node)) return false;
  return std::any_of(connections.begin(), connections.end(), [&](const Connection& each) {
    return each.name == facts.text(connection) && (each.function == 0 || each.function == call.function);
  });
}

}  // namespace detectors
