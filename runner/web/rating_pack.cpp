#include <fmt/format.h>

#include <algorithm>

#include "runner/report/calibration.hpp"
#include "runner/report/html.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/certify.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/rating.hpp"
#include "runner/web/rating_frame.hpp"
#include "runner/web/rating_panel.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::Pack;
using session::PackReview;
using session::PackRole;
using session::ReviewRating;

std::size_t rated(const ReviewRating* rating) {
  if (rating == nullptr) return 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(rating->defects, [](const auto& each) { return each.level.has_value(); }));
}

std::string review_row(const Visit& visit, const Pack& pack, const PackReview& review) {
  const auto* own = own_rating(visit, pack, review.code);
  const bool decided = own != nullptr && own->verdict.has_value();
  return fmt::format(
      "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td>{} of {}</td><td>{}</td></tr>\n",
      escaped(pack_address(pack, "/reviews/" + encoded(review.code))), escaped(review.code),
      escaped(review.title), rated(own), review.defects.size(),
      decided ? to_string(*own->verdict) : "none yet");
}

std::string raters_of(const Pack& pack) {
  std::string out = "<h2>Raters</h2>\n<ul>\n";
  for (const auto& rater : pack.raters)
    out += fmt::format("<li>{}{}: {}</li>\n", escaped(rater.name),
                       rater.role == PackRole::adjudicator ? " (adjudicator)" : "",
                       rater.role == PackRole::adjudicator ? "decides where the others differ"
                       : rater.submitted_at.empty()        ? "has not submitted"
                                                           : "has submitted");
  return out + "</ul>\n";
}

std::string actions(const Visit& visit, const Pack& pack) {
  if (!pack.revealed_at.empty())
    return pack.kind == session::PackKind::panel
               ? panel_part(visit, pack)
               : fmt::format("<p><a class=\"button main\" href=\"{}\">Read the report</a></p>\n",
                             escaped(pack_address(pack, "/report")));
  std::string out = form_begin(visit, pack_address(pack)) + "<div class=\"line\">";
  if (session::rater_of(pack, visit.invitation.name) == nullptr &&
      pack.kind == session::PackKind::calibration)
    out += button("join", "Rate this pack too");
  if (may_rate(visit, pack)) out += button("submit", "Submit my ratings", "main");
  const bool all = std::ranges::none_of(pack.raters, [](const auto& each) {
    return each.role == PackRole::rater && each.submitted_at.empty();
  });
  if (all) out += button("reveal", "Reveal everybody's ratings", "main");
  return out + "</div></form>\n";
}

Response pack_page(const Visit& visit, const Pack& pack, const session::Faults& faults) {
  std::string main = fmt::format(
      "<h1>{} {}</h1>\n{}<p>Stand: {}. Nobody sees another's ratings, or the program's, before all have "
      "submitted and somebody reveals them.</p>\n",
      pack.kind == session::PackKind::panel ? "Panel" : "Calibration pack", escaped(pack.id),
      faults_html(faults), standing(visit, pack));
  main +=
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Reviews</caption><thead><tr><th "
      "scope=\"col\">Review</th><th scope=\"col\">Exercise</th><th scope=\"col\">Rated by you</th><th "
      "scope=\"col\">Your verdict</th></tr></thead><tbody>\n";
  for (const auto& review : pack.reviews) main += review_row(visit, pack, review);
  main += "</tbody></table></div>\n" + raters_of(pack) + actions(visit, pack);
  return page({.title = pack.id + ": calibration",
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = faults.empty() ? 200 : 422});
}

session::Faults faults_of(const session::Checked<Pack>& checked) {
  return checked ? session::Faults{} : checked.error();
}

session::Faults changed(const Visit& visit) {
  const auto what = field(visit.form, "do");
  const auto& name = visit.invitation.name;
  const auto& house = visit.site.house;
  const auto now = visit.site.now();
  if (what == "join") return faults_of(session::join(house, visit.parts[0], name, now));
  if (what == "submit")
    return faults_of(session::rate(
        house,
        {.pack = visit.parts[0], .by = name, .when = now, .sheet = {}, .submit = session::Submit::yes}));
  if (what == "reveal")
    return faults_of(session::reveal(
        house, {.pack = visit.parts[0], .by = name, .when = now, .without = {}, .reason = {}}));
  if (what == "adjudicate") {
    const auto pack = session::find_pack(house, visit.parts[0], name);
    if (!pack) return pack.error();
    return faults_of(session::adjudicate(
        house, {.pack = pack->id, .by = name, .when = now, .sheet = adjudication_in(visit, *pack)}));
  }
  return {{std::string(what), {}, "is nothing that can be done to a pack", "go back and try again"}};
}

}  // namespace

Response show_packs(const Visit& visit) {
  const auto packs = must(session::list_packs(visit.site.house));
  std::string main = "<h1>Calibration</h1>\n";
  if (packs.empty())
    return page(
        {.title = "Calibration",
         .header = interviewer_header(visit),
         .main = main + "<p>There is no pack yet: <code>seedfault calibrate new</code> makes one.</p>\n"});
  main +=
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Packs</caption><thead><tr><th "
      "scope=\"col\">Pack</th><th scope=\"col\">Reviews</th><th "
      "scope=\"col\">Stand</th></tr></thead><tbody>\n";
  for (const auto& pack : packs)
    main += fmt::format("<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td>{}</td></tr>\n",
                        escaped(pack_address(pack)), escaped(pack.id), pack.reviews.size(),
                        standing(visit, pack));
  return page({.title = "Calibration",
               .header = interviewer_header(visit),
               .main = main + "</tbody></table></div>\n"});
}

Response show_pack(const Visit& visit) {
  const auto pack = session::find_pack(visit.site.house, visit.parts[0], visit.invitation.name);
  return pack ? pack_page(visit, *pack, {}) : no_pack();
}

Response change_pack(const Visit& visit) {
  const auto faults = changed(visit);
  const auto pack = session::find_pack(visit.site.house, visit.parts[0], visit.invitation.name);
  if (!pack) return no_pack();
  return faults.empty() ? redirect(pack_address(*pack)) : pack_page(visit, *pack, faults);
}

Response show_calibration(const Visit& visit) {
  const auto report = session::calibration_report(visit.site.house, visit.parts[0]);
  if (!report)
    return page({.title = "No report yet",
                 .header = interviewer_header(visit),
                 .main = "<h1>No report yet</h1>\n" + faults_html(report.error()),
                 .status = 404});
  const auto& reader = visit.invitation.name;
  if (!session::fault_in_name("name", reader))
    (void)must(session::note_reading(visit.site.house, report->pack.id, reader, visit.site.now()));
  return whole_report(report::calibration_html(*report));
}

}  // namespace runner::web
