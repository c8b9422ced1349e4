// What rules look at: the subjects of a file, enumerated before the relations sort them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "detectors/rules.hpp"

namespace detectors {

struct Candidate {
  facts::NodeId node = facts::no_node;    // where the finding stands
  facts::NodeId first = facts::no_node;   // from where, when that is another node: the method of a long chain
  facts::NodeId last = facts::no_node;    // and up to where, when that is another node
  const facts::Call* call = nullptr;      // the call that `call`, `argument_…` speak of
  facts::NodeId loop = facts::no_node;    // the loop that it speaks of
  facts::NodeId origin = facts::no_node;  // the expression whose value it rests on: for guards "behind" it
  const facts::Failure* failure = nullptr;  // the failure that it speaks of
  std::string guard_name;                   // the guard must name this: the relation that is loaded eagerly
  std::string name;                         // what `words` are looked for in
  std::map<std::string, std::string, std::less<>> fields;  // for the message
  Bindings bindings;                                       // what its metavariables or captures stand for
  std::vector<std::string> because;
};

// Of Subject::pattern and Subject::query by what `relations` ask for; the other subjects are the same for all
// rules. The calls have a function of their own.
[[nodiscard]] std::vector<Candidate> candidates(const facts::Facts& facts, const Relations& relations);
// Only the calls that one of the rules can speak of: most of a file's calls are of interest to nobody.
[[nodiscard]] std::vector<Candidate> call_candidates(const facts::Facts& facts,
                                                     const std::vector<const Relations*>& rules);

// --- one source each
void find_lazy_loads(const facts::Facts& facts, std::vector<Candidate>& found);
void find_row_updates(const facts::Facts& facts, std::vector<Candidate>& found);
void find_inserts_after_check(const facts::Facts& facts, std::vector<Candidate>& found);
void find_except_clauses(const facts::Facts& facts, std::vector<Candidate>& found);
void find_error_responses(const facts::Facts& facts, std::vector<Candidate>& found);
void find_retry_loops(const facts::Facts& facts, std::vector<Candidate>& found);
void find_log_values(const facts::Facts& facts, std::vector<Candidate>& found);
void find_sql_texts(const facts::Facts& facts, std::vector<Candidate>& found);
void find_spawns(const facts::Facts& facts, std::vector<Candidate>& found);
void find_shared_writes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_field_writes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_unguarded_writes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_await_gaps(const facts::Facts& facts, std::vector<Candidate>& found);
void find_module_states(const facts::Facts& facts, std::vector<Candidate>& found);
void find_contract_changes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_second_writes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_stale_writes(const facts::Facts& facts, std::vector<Candidate>& found);
void find_migration_steps(const facts::Facts& facts, std::vector<Candidate>& found);
void find_matches(const facts::Facts& facts, const Relations& relations, std::vector<Candidate>& found);

// --- what the relations ask of them
[[nodiscard]] std::vector<std::string_view> body_kinds(const facts::Facts& facts,
                                                       const facts::Failure& failure);
// The last parts of the names that an except clause catches; none for a bare one.
[[nodiscard]] std::vector<std::string> caught_types(const facts::Facts& facts, const facts::Failure& failure);
// Whether nothing ends the loop: no counter, deadline, growing wait, or handler that gives up.
[[nodiscard]] bool is_unbounded(const facts::Facts& facts, facts::NodeId loop, facts::NodeId attempt);
// Whether what the call opened is released on every way out of its function, or is not ours to release. A
// call between that may raise is such a way where `calls_leave`.
[[nodiscard]] bool released(const facts::Facts& facts, const facts::Call& call,
                            const std::vector<std::string>& by, bool calls_leave);

// A rule's message with {callee} and its like; a name that the subject does not have stays as it is written.
[[nodiscard]] std::string filled(const std::string& message, const Candidate& candidate);
// The text of a node on one line, shortened.
[[nodiscard]] std::string shown(const facts::Facts& facts, facts::NodeId id);
// `v.a.b`: the identifier that the chain starts with; no_node when it starts with something else.
[[nodiscard]] facts::NodeId root_of(const facts::Facts& facts, facts::NodeId chain);
// Calls behind an expression, and those that helpers of this file make for it.
[[nodiscard]] std::vector<const facts::Call*> all_calls_behind(const facts::Facts& facts,
                                                               facts::NodeId expression);
[[nodiscard]] bool matches(const facts::Facts& facts, const facts::Call& call, const CallSet& set, bool via);

}  // namespace detectors
