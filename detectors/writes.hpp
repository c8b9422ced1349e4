// Writes of Python's that are committed by themselves: Django's models, connections with autocommit, and
// units of work that a function commits in two parts.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

// A model's own write, which Django commits at once, where nobody can have begun a transaction around the
// function: in a view or a task. A project with ATOMIC_REQUESTS begins one; no file of the code says so.
[[nodiscard]] bool saves_model(const facts::Facts& facts, const facts::Call& call);
// Of two such: the second is of the first's row, or both are rows of one model.
[[nodiscard]] bool belong_together(const facts::Facts& facts, const facts::Call& first,
                                   const facts::Call& second);
// A connection that was told to commit each statement.
struct Connection {
  std::string_view name;           // as it is written
  facts::FunctionId function = 0;  // whose variable it is; 0: a field, or the file's
};
[[nodiscard]] std::vector<Connection> autocommit_connections(const facts::Facts& facts);
// A statement on one of them.
[[nodiscard]] bool on_autocommit(const facts::Facts& facts, const std::vector<Connection>& connections,
                                 const facts::Call& call);
// write, commit, write, commit on one session, with nothing between that takes time.
void find_commits_apart(const facts::Facts& facts, std::vector<Candidate>& found);

}  // namespace detectors
