#include "runner/report/json_values.hpp"
#include "runner/report/letter.hpp"

namespace runner::report {
namespace {

const char* name(Saw saw) {
  switch (saw) {
    case Saw::none:
      return "none";
    case Saw::some:
      return "some";
    case Saw::all:
      break;
  }
  return "all";
}

Json remarks_json(const std::vector<Remark>& remarks) {
  Json out = Json::array();
  for (const auto& remark : remarks)
    out.push_back(Json{{"comment", remark.comment},
                       {"where", remark.where},
                       {"said", remark.said},
                       {"level", remark.level.empty() ? Json(nullptr) : Json(identifier(remark.level))},
                       {"note", remark.note}});
  return out;
}

Json skills_json(const std::vector<SkillNote>& skills) {
  Json out = Json::array();
  for (const auto& skill : skills)
    out.push_back(Json{{"skill", skill.skill},
                       {"title", skill.title},
                       {"saw", name(skill.saw)},
                       {"note", skill.note},
                       {"practise", skill.practise}});
  return out;
}

}  // namespace

std::string letter_json(const Letter& letter) {
  Json out{{"schema", "seedfault.letter/1"},
           {"attempt", letter.attempt},
           {"title", letter.title},
           {"opening", letter.opening},
           {"found", remarks_json(letter.found)},
           {"extras", remarks_json(letter.extras)},
           {"unjudged", remarks_json(letter.unjudged)},
           {"unconfirmed", remarks_json(letter.unconfirmed)},
           {"skills", skills_json(letter.skills)}};
  if (!letter.went_by.empty()) {
    out["went_by"] = Json::array();
    for (const auto& each : letter.went_by)
      out["went_by"].push_back(
          Json{{"title", each.title}, {"where", each.where}, {"why", each.why}, {"fix", each.fix}});
  }
  out["closing"] = letter.closing;
  return written(out);
}

}  // namespace runner::report
