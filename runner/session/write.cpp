#include "runner/session/write.hpp"

#include "runner/session/clock.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/pair_store.hpp"

namespace runner::session {

Checked<Draft> draft_of(const House& house, const Attempt& attempt) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto comments = store->comments(attempt.id);
  if (!comments) return tl::make_unexpected(std::move(comments.error()));
  auto closing = store->closing(attempt.id);
  if (!closing) return tl::make_unexpected(std::move(closing.error()));
  auto viewed = store->viewed(attempt.id);
  if (!viewed) return tl::make_unexpected(std::move(viewed.error()));
  return Draft{
      .comments = *std::move(comments), .closing = *std::move(closing), .viewed = *std::move(viewed)};
}

Checked<std::monostate> save_closing(const House& house, const Attempt& attempt, const std::string& summary,
                                     review::Verdict verdict) {
  return in_transaction(house, [&](Store& store) -> Checked<std::monostate> {
    if (auto open = still_open(store, attempt.id); !open) return tl::make_unexpected(std::move(open.error()));
    const Closing closing{.summary = summary, .verdict = verdict, .saved_at = now_utc()};
    if (auto put = store.put(attempt.id, closing); !put) return put;
    return tell_pair(store, attempt.id, event_of(closing));
  });
}

Checked<std::monostate> mark_viewed(const House& house, const Attempt& attempt, const std::string& path,
                                    Viewed viewed) {
  return in_transaction(house, [&](Store& store) { return store.set_viewed(attempt.id, path, viewed); });
}

}  // namespace runner::session
