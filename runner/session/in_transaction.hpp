// One transaction of the store around some work: kept when the work gives a value, undone when it faults.
#pragma once

#include <utility>

#include "runner/session/store.hpp"

namespace runner::session {

template <class Work>
auto in_transaction(const House& house, Work work) -> decltype(work(std::declval<Store&>())) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto result = work(*store);
  if (!result) return result;
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return result;
}

}  // namespace runner::session
