// Pair sessions and their logs in the store. Events are added and never changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/pair_values.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

[[nodiscard]] Checked<std::string> next_pair_id(Store& store);
[[nodiscard]] Checked<std::monostate> add_pair(Store& store, const PairSession& pair);
[[nodiscard]] Checked<std::vector<PairSession>> read_pairs(Store& store);  // in the order of their making

enum class PairKey { id, attempt, invitation };  // either invitation's
[[nodiscard]] Checked<std::optional<PairSession>> pair_by(Store& store, PairKey key, std::string_view value);

// Those after number `after`, in order.
[[nodiscard]] Checked<std::vector<PairEvent>> read_events(Store& store, std::string_view pair, int after = 0);

// Number and time are given here. Faults: the log is full.
[[nodiscard]] Checked<PairEvent> add_event(Store& store, std::string_view pair, PairEvent event);

// For what is written to an attempt: the event goes into the log where the attempt is a pair session's, and
// nowhere otherwise.
[[nodiscard]] Checked<std::monostate> tell_pair(Store& store, std::string_view attempt, PairEvent event);

}  // namespace runner::session
