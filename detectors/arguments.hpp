// The relations that speak of a call's arguments, for relations.cpp.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

// `argument_absent`: none of these is passed, nor set as a default on the client.
[[nodiscard]] bool absent_fits(const facts::Facts& facts, const Relations& rule, const Candidate& it);
// `argument_is`, `argument_words`, `argument_from`: what is passed. The last adds what it rests on.
[[nodiscard]] bool passed_fits(const facts::Facts& facts, const Relations& rule, Candidate& it);
// What the tables say of a name that is not called: request.args.
[[nodiscard]] facts::Labels labels_of_name(const facts::Facts& facts, facts::NodeId expression);

}  // namespace detectors
