#include "runner/report/pairs.hpp"

#include <fmt/format.h>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

Json json_of(const session::PairSession& pair) {
  return {{"id", pair.id},
          {"exercise", pair.exercise},
          {"attempt", pair.attempt},
          {"candidate", pair.candidate},
          {"interviewer", pair.interviewer},
          {"minutes", pair.minutes},
          {"made_at", pair.made_at}};
}

Json json_of(const session::PairEvent& event) {
  return {{"number", event.number},
          {"at", event.at},
          {"by", session::to_string(event.by)},
          {"kind", session::to_string(event.kind)},
          {"subject", event.subject},
          {"place", event.place},
          {"severity", event.severity},
          {"text", event.text}};
}

std::string line_of(const session::PairEvent& event) {
  std::string what = one_line(event.subject);
  if (!event.place.empty()) what += (what.empty() ? "" : ", ") + one_line(event.place);
  if (!event.text.empty()) what += (what.empty() ? "" : ": ") + one_line(event.text);
  return fmt::format("{:>4}  {}  {:<11}  {:<8}  {}\n", event.number, one_line(event.at), to_string(event.by),
                     to_string(event.kind), what);
}

}  // namespace

std::string opened_text(const session::PairSession& pair, std::string_view candidate_link,
                        std::string_view interviewer_link) {
  return fmt::format(
      "candidate    {}\ninterviewer  {}\n\nPair session {} on {}, {} minutes. The links are not shown "
      "again.\n",
      candidate_link, interviewer_link, pair.id, one_line(pair.exercise), pair.minutes);
}

std::string opened_json(const session::PairSession& pair, std::string_view candidate_link,
                        std::string_view interviewer_link) {
  Json out{{"schema", "seedfault.pair-opened/1"},
           {"candidate_link", candidate_link},
           {"interviewer_link", interviewer_link}};
  out.update(json_of(pair));
  return written(out);
}

std::string pairs_text(const std::vector<session::PairSession>& all, const Style& style) {
  if (all.empty()) return "No pair sessions yet: `seedfault pair new EXERCISE` makes one.\n";
  Table list{.heads = {"id", "exercise", "attempt", "minutes", "made"}, .rows = {}};
  for (const auto& pair : all)
    list.rows.push_back({pair.id, one_line(pair.exercise), one_line(pair.attempt),
                         fmt::format("{}", pair.minutes), one_line(pair.made_at)});
  return table(list, style);
}

std::string pairs_json(const std::vector<session::PairSession>& all) {
  Json out = Json::array();
  for (const auto& pair : all) out.push_back(json_of(pair));
  return written(Json{{"schema", "seedfault.pairs/1"}, {"pairs", std::move(out)}});
}

std::string timeline_text(const session::PairSession& pair, const std::vector<session::PairEvent>& events) {
  std::string out = fmt::format("Pair session {} on {}, attempt {}\n\n", pair.id, one_line(pair.exercise),
                                one_line(pair.attempt));
  if (events.empty()) return out + "Nothing has happened yet.\n";
  for (const auto& event : events) out += line_of(event);
  return out;
}

std::string timeline_json(const session::PairSession& pair, const std::vector<session::PairEvent>& events) {
  Json out{{"schema", "seedfault.timeline/1"}};
  out.update(json_of(pair));
  out["events"] = Json::array();
  for (const auto& event : events) out["events"].push_back(json_of(event));
  return written(out);
}

}  // namespace runner::report
