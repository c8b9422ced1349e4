#include "detectors/facts/checks.hpp"

#include <algorithm>

#include "detectors/facts/words.hpp"

namespace detectors::facts {
namespace {

// Names that say what was done before.
const std::vector<std::string>& done_words() {
  static const std::vector<std::string> words{"status",    "state",     "processed", "handled",
                                              "seen",      "duplicate", "already",   "done",
                                              "delivered", "claimed",   "replay"};
  return words;
}

bool speaks_of_done(const Facts& facts, NodeId condition) {
  for (NodeId i = condition; i < facts.tree[condition].after; ++i)
    if (facts.role(i) == Role::identifier && has_any_phrase(facts.text(i), done_words())) return true;
  return false;
}

bool looks_up(const Facts& facts, NodeId condition) {
  const auto calls = calls_behind(facts, condition);
  return std::any_of(calls.begin(), calls.end(), [&](auto index) {
    const auto& labels = facts.calls[index].labels;
    return facts.has(labels, "read") || facts.has(labels, "query") || facts.has(labels, "once-only");
  });
}

// if session.execute(INSERT … ON CONFLICT DO NOTHING).rowcount == 0: return
bool counts_rows(const Facts& facts, NodeId condition) {
  return facts.text(condition).find("rowcount") != std::string_view::npos;
}

bool is_duplicate_check(const Facts& facts, NodeId branch) {
  const auto condition = facts.part(branch, Part::condition);
  const auto body = facts.part(branch, Part::body);
  if (condition == no_node || body == no_node || !leaves_at_end(facts, body)) return false;
  if (speaks_of_done(facts, condition) || counts_rows(facts, condition)) return true;
  return looks_up(facts, condition) && !asks_for_absence(facts, condition);
}

}  // namespace

bool asks_for_absence(const Facts& facts, NodeId condition) {
  const auto node = bare(facts, condition);
  if (facts.role(node) == Role::not_) return true;
  const auto text = facts.text(node);
  if (facts.traits().errors_are_values && text.ends_with("err == nil")) return false;  // the look found it
  // Not of `!== null`, nor of `< 10`.
  const auto stands = [&](std::string_view mark) {
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      const auto end = at + mark.size();
      const char next = end < text.size() ? text[end] : ' ';
      const bool longer = (next >= '0' && next <= '9') || next == '.';
      if ((at == 0 || text[at - 1] != '!') && !longer) return true;
    }
    return false;
  };
  for (const std::string_view mark : {" is None", "== None", "== 0", "< 1", "== nil", "== null",
                                      "== undefined", "ErrNoRows", "ErrRecordNotFound", "isEmpty()"})
    if (stands(mark)) return true;
  return false;
}

bool leaves_at_end(const Facts& facts, NodeId block) {
  for (const auto statement : statements_of(facts, block)) {
    const auto role = facts.role(statement);
    if (role == Role::return_ || role == Role::raise || role == Role::continue_ || role == Role::break_)
      return true;
  }
  return facts.role(block) == Role::return_ || facts.role(block) == Role::raise ||
         facts.role(block) == Role::continue_;
}

void label_duplicate_checks(Facts& facts) {
  const auto bit = facts.tables->label("duplicate-check");
  for (NodeId i = 0; bit && i < facts.tree.size(); ++i)
    if (facts.role(i) == Role::branch && is_duplicate_check(facts, i))
      facts.functions[facts.owner[i]].labels.set(*bit);
}

}  // namespace detectors::facts
