#include "runner/web/live.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "runner/session/pair.hpp"
#include "runner/web/http.hpp"
#include "runner/web/pair.hpp"
#include "runner/web/site.hpp"

namespace runner::web {
namespace {

using Json = nlohmann::json;
using session::Voice;

// Bytes that are no UTF-8 become U+FFFD.
std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string frame_of(const session::PairEvent& event, int n) {
  return written({{"type", "event"},
                  {"n", n},
                  {"at", event.at},
                  {"by", to_string(event.by)},
                  {"kind", to_string(event.kind)},
                  {"subject", event.subject},
                  {"place", event.place},
                  {"severity", event.severity},
                  {"text", event.text}});
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string refusal(const std::string& ref, std::string_view why) {
  return written({{"type", "refused"}, {"ref", ref}, {"why", why}});
}

// "f0a12", "file3": a row's or a file's id on the page, and nothing else.
bool is_row(std::string_view text) {
  return !text.empty() && text.size() <= 24 && text.front() == 'f' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

int Hub::join(const session::PairSession& pair, Voice voice, Wake wake) {
  std::vector<Wake> others;
  int seat = 0;
  {
    const std::lock_guard lock(mutex_);
    int taken = 0;
    for (const auto& [number, each] : seats_)
      if (each.pair.id == pair.id) {
        taken += each.voice == voice ? 1 : 0;
        others.push_back(each.wake);
      }
    if (taken >= most_seats) return 0;
    seat = ++last_;
    seats_.emplace(seat,
                   Seat{.pair = pair, .voice = voice, .wake = std::move(wake), .mail = {}, .shares = false});
  }
  for (const auto& each : others) each();
  return seat;
}

void Hub::leave(int seat) {
  std::string pair;
  {
    const std::lock_guard lock(mutex_);
    const auto found = seats_.find(seat);
    if (found == seats_.end()) return;
    pair = found->second.pair.id;
    seats_.erase(found);
  }
  wake(pair);
}

void Hub::stirred(std::string_view invitation) {
  const std::lock_guard lock(mutex_);
  std::string_view pair;
  for (const auto& [number, each] : seats_)
    if (each.pair.candidate == invitation || each.pair.interviewer == invitation) pair = each.pair.id;
  if (pair.empty()) return;
  for (const auto& [number, each] : seats_)
    if (each.pair.id == pair) each.wake();
}

void Hub::wake(std::string_view pair) {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, each] : seats_)
    if (each.pair.id == pair) each.wake();
}

void Hub::tell_others(int seat, const std::string& frame) {
  const std::lock_guard lock(mutex_);
  const auto from = seats_.find(seat);
  if (from == seats_.end()) return;
  for (auto& [number, each] : seats_) {
    if (each.pair.id != from->second.pair.id || each.voice == from->second.voice) continue;
    if (each.mail.size() < 100)
      each.mail.push_back(frame);  // of the moment: a page that does not read misses it
    each.wake();
  }
}

std::deque<std::string> Hub::mail(int seat) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(seat);
  return found == seats_.end() ? std::deque<std::string>{} : std::exchange(found->second.mail, {});
}

void Hub::share(int seat, bool yes) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(seat);
  if (found == seats_.end()) return;
  for (auto& [number, each] : seats_)
    if (each.pair.id == found->second.pair.id && each.voice == found->second.voice) each.shares = false;
  found->second.shares = yes;
}

bool Hub::shares(int seat) const {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(seat);
  return found != seats_.end() && found->second.shares;
}

Hub::Presence Hub::presence(std::string_view pair) const {
  const std::lock_guard lock(mutex_);
  Presence presence;
  for (const auto& [number, each] : seats_)
    if (each.pair.id == pair) ++(each.voice == Voice::candidate ? presence.candidate : presence.interviewer);
  return presence;
}

bool Allowance::take(double now) {
  left = std::min(most, left + (now - at) * per_second);
  at = now;
  if (left < 1) return false;
  left -= 1;
  return true;
}

Live::Live(Site& site, LiveCaller caller, Hub::Wake wake)
    : site_(site),
      caller_(std::move(caller)),
      seat_(site.hub.join(caller_.pair, caller_.voice, std::move(wake))) {}

Live::~Live() { site_.hub.leave(seat_); }

std::vector<std::string> Live::hear(std::string_view frame) {
  const auto json = Json::parse(frame, nullptr, false);
  const bool sound = json.is_object();
  const auto type = sound ? text_in(json, "type") : "", ref = sound ? text_in(json, "ref") : "";
  const bool moves = type == "scroll";
  if (!(moves ? moves_ : acts_).take(site_.seconds())) {
    ++too_often_;
    if (moves) return {};
    return {refusal(ref, "too often: wait a little, then send it again")};
  }
  if (type == "act") return {act(ref, text_in(json, "form"))};
  if (type == "follow") return follow(text_in(json, "do")), std::vector<std::string>{};
  if (!moves) return {refusal(ref, "there is no such frame")};
  const auto at = text_in(json, "at");
  if (is_row(at) && site_.hub.shares(seat_))
    site_.hub.tell_others(seat_, written({{"type", "scroll"}, {"at", at}}));
  return {};
}

std::string Live::act(const std::string& ref, std::string_view form) {
  auto fields = read_form(form);
  std::erase_if(fields, [](const auto& each) { return each.first == "ref"; });
  fields.emplace_back("ref", ref);
  const auto acted = act_as(site_, caller_.pair, caller_.voice, fields);
  if (!acted) return refusal(ref, acted.error().front().problem + "; " + acted.error().front().remedy);
  site_.hub.wake(caller_.pair.id);
  return written({{"type", "done"}, {"ref", ref}});
}

void Live::follow(std::string_view what) {
  if (what != "ask" && what != "allow" && what != "stop") return;
  if (what != "ask") site_.hub.share(seat_, what == "allow");
  site_.hub.tell_others(seat_, written({{"type", "follow"}, {"do", what}}));
}

std::vector<std::string> Live::news() {
  std::vector<std::string> frames;
  const auto events = session::pair_events(site_.house, caller_.pair, read_);
  if (!events) throw std::runtime_error(to_string(events.error().front()));
  if (!std::exchange(greeted_, true))
    frames.push_back(written({{"type", "hello"}, {"you", to_string(caller_.voice)}}));
  for (const auto& event : *events) {
    read_ = event.number;
    if (session::sees(caller_.voice, event.kind) && ++visible_ > caller_.seen)
      frames.push_back(frame_of(event, visible_));
  }
  for (auto& frame : site_.hub.mail(seat_)) frames.push_back(std::move(frame));
  if (const auto presence = site_.hub.presence(caller_.pair.id); presence != told_) {
    told_ = presence;
    frames.push_back(written(
        {{"type", "presence"}, {"candidate", presence.candidate}, {"interviewer", presence.interviewer}}));
  }
  return frames;
}

}  // namespace runner::web
