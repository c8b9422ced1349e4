#include "runner/web/rating_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runner/report/html.hpp"
#include "runner/report/panel.hpp"
#include "runner/session/panel.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/rating_frame.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::Level;
using session::PanelDefect;

constexpr std::array choices{Level::missed, Level::located, Level::identified, Level::explained,
                             Level::fixed};

std::vector<PanelDefect> defects_of(const session::Pack& pack) {
  std::vector<PanelDefect> defects;
  const auto& review = pack.reviews.front();
  for (std::size_t i = 0; i < review.defects.size(); ++i) defects.push_back(panel_defect(pack, review, i));
  return defects;
}

bool decides(const Visit& visit, const session::Pack& pack) {
  const auto* rater = session::rater_of(pack, visit.invitation.name);
  return rater != nullptr && rater->role == session::PackRole::adjudicator;
}

// Where they differ, the adjudicator's choice, decided already or not.
std::string choice(std::size_t index, const PanelDefect& defect) {
  std::string out = fmt::format(
      "<td><select name=\"level{0}\" aria-label=\"Level of {1}\"><option value=\"\">not decided</option>",
      index, escaped(defect.id));
  for (const auto level : choices)
    out += fmt::format("<option value=\"{0}\"{1}>{0}</option>", to_string(level),
                       defect.result == level ? " selected" : "");
  return out +
         fmt::format(
             "</select></td><td><input type=\"text\" name=\"why{}\" aria-label=\"Why, for {}\" value=\"{}\" "
             "maxlength=\"1000\"></td>",
             index, escaped(defect.id), escaped(defect.why));
}

std::string result(const PanelDefect& defect) {
  return fmt::format(
      "<td>{}</td><td>{}</td>", defect.result ? to_string(*defect.result) : "open",
      defect.result ? escaped(report::panel_decision(defect)) : "the adjudicator is to decide");
}

std::string row(std::size_t index, const PanelDefect& defect, const std::vector<std::string>& names,
                bool form) {
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", escaped(defect.id));
  for (const auto& name : names) {
    const auto said = std::ranges::find(defect.said, name, &std::pair<std::string, Level>::first);
    out += fmt::format("<td>{}</td>", said == defect.said.end() ? "-" : to_string(said->second));
  }
  return out + (form && defect.decided_by != "all" ? choice(index, defect) : result(defect)) + "</tr>\n";
}

std::string table(const std::vector<PanelDefect>& defects, bool form) {
  std::vector<std::string> names;
  for (const auto& defect : defects)
    for (const auto& [name, level] : defect.said)
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  std::string out =
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Who rated "
      "what</caption><thead><tr><th "
      "scope=\"col\">Defect</th>";
  for (const auto& name : names) out += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  out += "<th scope=\"col\">Level</th><th scope=\"col\">Decided</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < defects.size(); ++i) out += row(i, defects[i], names, form);
  return out + "</tbody></table></div>\n";
}

}  // namespace

std::string panel_part(const Visit& visit, const session::Pack& pack) {
  const auto defects = defects_of(pack);
  const auto open = std::ranges::count_if(defects, [](const auto& defect) { return !defect.result; });
  const bool differ = std::ranges::any_of(defects, [](const auto& each) { return each.decided_by != "all"; });
  const bool form = differ && decides(visit, pack);
  std::string out = "<h2>Who rated what</h2>\n";
  out += open > 0
             ? fmt::format(
                   "<p>{} for the adjudicator to decide. Until then the score is as it was.</p>\n",
                   open == 1 ? std::string("1 disagreement is") : fmt::format("{} disagreements are", open))
             : fmt::format(
                   "<p>Nothing is open: the <a href=\"/desk/attempts/{}/report\">report</a> holds these "
                   "levels.</p>\n",
                   encoded(pack.reviews.front().source));
  if (!form) return out + table(defects, false);
  return out + form_begin(visit, pack_address(pack)) + table(defects, true) + "<div class=\"line\">" +
         button("adjudicate", "Decide", "main") + "</div></form>\n";
}

session::Sheet adjudication_in(const Visit& visit, const session::Pack& pack) {
  session::ReviewRating rating;
  const auto& review = pack.reviews.front();
  for (std::size_t i = 0; i < review.defects.size(); ++i)
    rating.defects.push_back(
        {.level = review::level_named(field(visit.form, fmt::format("level{}", i))),
         .why = std::string(field(visit.form, fmt::format("why{}", i)).substr(0, 1000))});
  return {{review.code, std::move(rating)}};
}

}  // namespace runner::web
