#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runner/report/calibration.hpp"
#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/rating.hpp"
#include "runner/web/rating_frame.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::Level;
using session::Pack;
using session::PackReview;
using session::ReviewRating;

constexpr std::array levels{Level::missed, Level::located, Level::identified, Level::explained, Level::fixed};
constexpr std::array bands{review::Band::strong, review::Band::meets, review::Band::mixed,
                           review::Band::below};

template <class Value>
std::string choice(std::string_view value, std::string_view text, const std::optional<Value>& chosen,
                   const std::optional<Value>& each) {
  return fmt::format("<option value=\"{}\"{}>{}</option>", value, chosen == each ? " selected" : "", text);
}

// One defect's level and why, in a row that is named after the defect.
std::string rating_row(std::size_t index, const review::Defect& defect, const ReviewRating* own, bool open) {
  const bool said = own != nullptr && index < own->defects.size();
  const auto level = said ? own->defects[index].level : std::nullopt;
  const std::string_view off = open ? "" : " disabled";
  std::string out = fmt::format(
      "<tr><th scope=\"row\" id=\"rate{0}\"><a href=\"#{1}\">{2}</a></th><td><select name=\"level{0}\" "
      "aria-labelledby=\"rate{0} level\"{3}>",
      index, report::defect_anchor(index), escaped(defect.title), off);
  out += choice<Level>("", "not rated yet", level, std::nullopt);
  for (const auto each : levels) out += choice<Level>(to_string(each), to_string(each), level, each);
  return out + fmt::format(
                   "</select></td><td><input type=\"text\" name=\"why{0}\" aria-labelledby=\"rate{0} whys\" "
                   "value=\"{1}\" maxlength=\"1000\"{2}></td></tr>\n",
                   index, said ? escaped(own->defects[index].why) : "", off);
}

std::string verdict_lines(const ReviewRating* own, bool open) {
  const auto verdict = own != nullptr ? own->verdict : std::nullopt;
  const std::string_view off = open ? "" : " disabled";
  std::string out = fmt::format(
      "<div class=\"line\"><div><label for=\"verdict\">Your verdict on the review</label><select "
      "id=\"verdict\" name=\"verdict\"{}>",
      off);
  out += choice<review::Band>("", "none yet", verdict, std::nullopt);
  for (const auto each : bands) out += choice<review::Band>(to_string(each), to_string(each), verdict, each);
  return out + fmt::format(
                   "</select></div></div>\n<label for=\"why\">Why</label><textarea id=\"why\" name=\"why\" "
                   "maxlength=\"4000\"{}>{}</textarea>\n",
                   off, own != nullptr ? escaped(own->why) : "");
}

std::string rating_form(const Visit& visit, const Pack& pack, const PackReview& review,
                        const session::Scored& scored) {
  const auto* own = own_rating(visit, pack, review.code);
  const bool open = may_rate(visit, pack);
  std::string out =
      "<section>\n<h2>Your rating</h2>\n<p>How far did the comments get with each defect: missed; located "
      "(the "
      "right place); identified (what is wrong); explained (why it matters); fixed (a remedy that "
      "works).</p>\n";
  out += form_begin(visit, pack_address(pack, "/reviews/" + encoded(review.code)));
  out +=
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Levels</caption><thead><tr><th "
      "scope=\"col\">Defect</th><th scope=\"col\" id=\"level\">Level</th><th scope=\"col\" "
      "id=\"whys\">Why</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < review.defects.size(); ++i)
    if (const auto found = std::ranges::find(scored.key.defects, review.defects[i], &review::Defect::id);
        found != scored.key.defects.end())
      out += rating_row(i, *found, own, open);
  out += "</tbody></table></div>\n" + verdict_lines(own, open);
  return out + (open ? "<div class=\"line\">" + button("save", "Save", "main") + "</div>" : "") +
         "</form>\n</section>\n";
}

Response rating_page(const Visit& visit, const Pack& pack, const PackReview& review,
                     const session::Faults& faults) {
  const auto scored = must(report::read_blind(review));
  std::string main = fmt::format(
      "<h1>Review {}: {}</h1>\n{}<p>Its verdict: <strong>{}</strong>. <a href=\"{}\">Back to the "
      "pack</a></p>\n",
      escaped(review.code), escaped(review.title), faults_html(faults), to_string(scored.review.verdict),
      escaped(pack_address(pack)));
  main += rating_form(visit, pack, review, scored) + report::blind_sections(scored);
  return page({.title = fmt::format("Review {} of {}", review.code, pack.id),
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = faults.empty() ? 200 : 422});
}

// What the form says. A choice that was left open stays open.
session::Sheet sheet_in(const Visit& visit, const PackReview& review) {
  ReviewRating rating;
  for (std::size_t i = 0; i < review.defects.size(); ++i)
    rating.defects.push_back(
        {.level = review::level_named(field(visit.form, fmt::format("level{}", i))),
         .why = std::string(field(visit.form, fmt::format("why{}", i)).substr(0, 1000))});
  rating.verdict = review::band_named(field(visit.form, "verdict"));
  rating.why = field(visit.form, "why").substr(0, 4000);
  return {{review.code, std::move(rating)}};
}

}  // namespace

Response show_rating(const Visit& visit) {
  const auto pack = session::find_pack(visit.site.house, visit.parts[0], visit.invitation.name);
  if (!pack) return no_pack();
  const auto* review = session::review_of(*pack, visit.parts[1]);
  return review != nullptr ? rating_page(visit, *pack, *review, {}) : no_pack();
}

Response save_rating(const Visit& visit) {
  const auto pack = session::find_pack(visit.site.house, visit.parts[0], visit.invitation.name);
  if (!pack) return no_pack();
  const auto* review = session::review_of(*pack, visit.parts[1]);
  if (review == nullptr) return no_pack();
  const auto rated = session::rate(visit.site.house, {.pack = pack->id,
                                                      .by = visit.invitation.name,
                                                      .when = visit.site.now(),
                                                      .sheet = sheet_in(visit, *review)});
  return rated ? redirect(pack_address(*pack)) : rating_page(visit, *pack, *review, rated.error());
}

}  // namespace runner::web
