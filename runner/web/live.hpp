// The live side of a pair session, without a socket: frames in, frames out. Content comes from the log alone,
// by its numbers, so that a connection which broke goes on where it was; what is of the moment (who is there,
// where somebody looks) is in the hub of this process, and kept nowhere.
//
// Frames are JSON objects with a "type". From the browser:
//   act       {"ref", "form"}: what a form would send, "do=hint&text=…"; sent again with its ref it counts
//   once follow    {"do": "ask" | "allow" | "stop"}: to follow the other's scrolling, which the other must
//   allow scroll    {"at"}: the row at the top of the page; passed on only while its sender allows it
// To the browser:
//   hello     {"you"}
//   event     {"n", "at", "by", "kind", "subject", "place", "severity", "text"}: n counts what this one may
//   see presence  {"candidate", "interviewer"}: pages that are open done      {"ref"}; refused {"ref",
//   "why"}; follow {"do"}; scroll {"at"}
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runner/session/pair_values.hpp"

namespace runner::web {

struct Site;

inline constexpr std::size_t longest_frame = std::size_t{32} << 10U;  // bytes, from a browser
inline constexpr int most_seats = 6;  // open pages of one voice in one session

class Hub {
 public:
  using Wake = std::function<void()>;  // from any thread; must not call the hub
  struct Presence {
    int candidate = 0;
    int interviewer = 0;
    friend bool operator==(const Presence&, const Presence&) = default;
  };
  // A seat's number; 0 where this voice has all its seats.
  [[nodiscard]] int join(const session::PairSession& pair, session::Voice voice, Wake wake);
  void leave(int seat);
  void stirred(std::string_view invitation);  // whoever this is has written something
  void wake(std::string_view pair);
  void tell_others(int seat, const std::string& frame);  // to every page of the other voice
  [[nodiscard]] std::deque<std::string> mail(int seat);
  // Whose scrolling is passed on: of the pages of one voice the last that allowed it.
  void share(int seat, bool yes);
  [[nodiscard]] bool shares(int seat) const;
  [[nodiscard]] Presence presence(std::string_view pair) const;

 private:
  struct Seat {
    session::PairSession pair;
    session::Voice voice;
    Wake wake;
    std::deque<std::string> mail;
    bool shares = false;
  };
  mutable std::mutex mutex_;
  std::map<int, Seat> seats_;
  int last_ = 0;
};

// A budget that fills again: `left` at most `most`, `per_second` coming back.
struct Allowance {
  double most = 0;
  double per_second = 0;
  double left = most;
  double at = 0;
  [[nodiscard]] bool take(double now);
};

struct LiveCaller {
  session::PairSession pair;
  session::Voice voice = session::Voice::candidate;
  int seen = 0;  // events that the page has already
};

class Live {
 public:
  Live(Site& site, LiveCaller caller, Hub::Wake wake);
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;
  ~Live();

  [[nodiscard]] bool seated() const { return seat_ != 0; }
  // Each is called by one thread at a time; the two may run side by side. The hub's wake says when news may
  // have come.
  [[nodiscard]] std::vector<std::string> hear(std::string_view frame);
  [[nodiscard]] std::vector<std::string> news();
  [[nodiscard]] bool tired() const { return too_often_ > 50; }  // it was told "too often" again and again

 private:
  std::string act(const std::string& ref, std::string_view form);
  void follow(std::string_view what);

  Site& site_;
  LiveCaller caller_;
  int seat_ = 0;
  int read_ = 0;     // the number of the last event that was read
  int visible_ = 0;  // of those read, how many this voice sees
  bool greeted_ = false;
  int too_often_ = 0;
  Hub::Presence told_;
  Allowance acts_{.most = 20, .per_second = 1};
  Allowance moves_{.most = 60, .per_second = 20};
};

}  // namespace runner::web
