#include "detectors/name_relations.hpp"

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

// private volatile Rates rates: the words of a field's declaration before its value.
bool declared_fits(const Facts& facts, const Relations& rule, const Candidate& it) {
  if (rule.unless_declared.empty()) return true;
  const auto name = it.fields.find(rule.words_of);
  for (const auto& type : facts.types) {
    const auto field = name == it.fields.end() ? type.fields.end() : type.fields.find(name->second);
    if (field == type.fields.end()) continue;
    auto whole = field->second.front().target;
    while (whole != no_node && facts.tree.kind(whole) != "field_declaration")
      whole = facts.tree[whole].parent;
    const auto text = facts.text(whole);
    const auto before = text.substr(0, text.find(name->second));
    // A map from strings is no string.
    return !has_any_phrase(before.substr(0, before.find('<')), rule.unless_declared);
  }
  return false;  // a variable, or a field of another file's class: how it is declared is not known
}

// What a lock guards in one place is guarded: synchronized (format) { format.parse(text); }
bool used_elsewhere_fits(const Facts& facts, const Relations& rule, const Candidate& it) {
  if (rule.unless_used_inside.empty() && rule.used_inside.empty()) return true;
  const auto field = it.fields.find(rule.words_of);
  const auto& name = field == it.fields.end() ? it.name : field->second;
  const auto in_any = [&](NodeId id, const std::vector<std::string>& contexts) {
    return std::any_of(contexts.begin(), contexts.end(),
                       [&](auto& context) { return is_inside(facts, id, context); });
  };
  bool used = rule.used_inside.empty();
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::identifier || facts.text(i) != name) continue;
    if (in_any(i, rule.unless_used_inside)) return false;
    used |= !facts.tree.inside(i, it.node) && in_any(i, rule.used_inside);
  }
  return used;
}

}  // namespace

bool name_fits(const Facts& facts, const Relations& rule, const Candidate& candidate) {
  return used_elsewhere_fits(facts, rule, candidate) && declared_fits(facts, rule, candidate);
}

}  // namespace detectors
