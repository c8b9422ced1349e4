// Calibration in the browser: two raters, each for themselves, then everything to both.
#include "runner/report/score_json.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

struct Panel {
  TestSite at;
  std::string ana, ben, cai;
  std::string code;

  Panel() : ana(rater("ana")), ben(rater("ben")), cai(rater("cai")) {
    const auto invited = at.candidate();
    const auto post = [&](const std::string& path, const std::string& fields) {
      REQUIRE(at.post("/r/" + invited.invitation.id + path, invited.token, fields).status == 303);
    };
    post("/begin", "");
    post("/comments", "at=review&body=The+call+has+no+timeout&do=save");
    post("/finish", "summary=One+thing.&verdict=request-changes&do=look");
    post("/submit", "do=submit");
    const auto attempt = session::list_attempts(at.at.house)->front();
    const auto scored = session::score(at.at.house, attempt);
    REQUIRE(scored);
    code = session::code_names("two", 1).front();
    const auto blinded = session::blinded(*scored, code);
    auto review = session::freeze(at.at.house, *scored, code, runner::report::score_json(blinded));
    REQUIRE(review);
    REQUIRE(session::make_pack(at.at.house, {.id = "two",
                                             .kind = session::PackKind::panel,
                                             .by = "owner",
                                             .when = session::now_utc(),
                                             .raters = {"ana", "ben"},
                                             .adjudicator = "dee",
                                             .reviews = {*review}}));
  }

  std::string rater(const std::string& name) {
    auto invited = session::invite(at.at.house, {.role = session::Role::interviewer, .name = name},
                                   session::command_line);
    REQUIRE(invited);
    return invited->token;
  }
  [[nodiscard]] std::string review() const { return "/desk/calibration/two/reviews/" + code; }
  // Every defect at this level.
  [[nodiscard]] std::string rating(const std::string& level) const {
    std::string fields = "verdict=mixed&why=so&do=save";
    const auto pack = session::find_pack(at.at.house, "two", "");
    for (std::size_t i = 0; i < pack->reviews[0].defects.size(); ++i)
      fields += "&level" + std::to_string(i) + "=" + level;
    return fields;
  }
};

}  // namespace

TEST_CASE("raters rate in the browser, and see nothing of each other before the reveal") {
  Panel panel;
  auto& at = panel.at;
  CHECK(holds(at.get("/desk/calibration", panel.ana), "to be rated by you"));
  CHECK(holds(at.get("/desk/calibration", panel.cai), "you do not rate it"));
  const auto page = at.get(panel.review(), panel.ana);
  CHECK(holds(page, "The call has no timeout"));
  CHECK(holds(page, "name=\"level0\""));
  CHECK(!holds(page, "heron"));

  CHECK(at.post("/desk/calibration/two", panel.ana, "do=submit").status == 422);  // nothing is rated yet
  CHECK(to(at.post(panel.review(), panel.ana, panel.rating("identified"))) == "/desk/calibration/two");
  CHECK(holds(at.get(panel.review(), panel.ana), "<option value=\"identified\" selected>"));
  CHECK(!holds(at.get(panel.review(), panel.ben), "<option value=\"identified\" selected>"));
  CHECK(at.post("/desk/calibration/two", panel.ana, "do=submit").status == 303);
  CHECK(at.post(panel.review(), panel.ana, panel.rating("fixed")).status == 422);  // submitted stays
  CHECK(at.post("/desk/calibration/two", panel.ana, "do=reveal").status == 422);   // ben has not
  CHECK(at.post(panel.review(), panel.cai, panel.rating("fixed")).status == 422);  // no rater
  CHECK(at.get("/desk/calibration/two/report", panel.ana).status == 404);

  CHECK(at.post(panel.review(), panel.ben, panel.rating("located")).status == 303);
  CHECK(at.post("/desk/calibration/two", panel.ben, "do=submit").status == 303);
  CHECK(at.post("/desk/calibration/two", panel.ben, "do=reveal").status == 303);
  CHECK(holds(at.get("/desk/calibration", panel.cai), "revealed"));
}

TEST_CASE(
    "where raters differ the adjudicator decides on the panel's page, and the report says who rated what") {
  Panel panel;
  auto& at = panel.at;
  const auto dee = panel.rater("dee");
  for (const auto& [token, level] : {std::pair{panel.ana, "identified"}, {panel.ben, "located"}}) {
    REQUIRE(at.post(panel.review(), token, panel.rating(level)).status == 303);
    REQUIRE(at.post("/desk/calibration/two", token, "do=submit").status == 303);
  }
  CHECK_FALSE(holds(at.get("/desk/calibration/two", dee), "Who rated what"));
  REQUIRE(at.post("/desk/calibration/two", panel.ana, "do=reveal").status == 303);
  CHECK(holds(at.get("/desk/calibration/two", panel.ana), "the adjudicator is to decide"));
  CHECK_FALSE(holds(at.get("/desk/calibration/two", panel.ana), "value=\"adjudicate\""));
  CHECK(holds(at.get("/desk/calibration/two", dee), "value=\"adjudicate\""));

  std::string fields = "do=adjudicate", unexplained = fields;
  const auto pack = session::find_pack(at.at.house, "two", "");
  for (std::size_t i = 0; i < pack->reviews[0].defects.size(); ++i) {
    unexplained += "&level" + std::to_string(i) + "=fixed";
    fields += "&level" + std::to_string(i) + "=explained&why" + std::to_string(i) + "=names+%3Cit%3E";
  }
  CHECK(at.post("/desk/calibration/two", panel.ana, fields).status == 422);  // not theirs to decide
  CHECK(at.post("/desk/calibration/two", dee, unexplained).status == 422);   // without a reason
  CHECK(at.post("/desk/calibration/two", dee, fields).status == 303);
  const auto page = at.get("/desk/calibration/two", panel.ana);
  CHECK(holds(page, "Nothing is open"));
  CHECK(holds(page, "names &lt;it&gt;"));
  const auto attempt = session::list_attempts(at.at.house)->front().id;
  const auto report = at.get("/desk/attempts/" + attempt + "/report", panel.ana);
  CHECK(holds(report, "Rated by a panel"));
  CHECK(holds(report, "dee decided explained"));
}

TEST_CASE("a pack that is not there, a review that is not in it, a candidate's token") {
  Panel panel;
  CHECK(panel.at.get("/desk/calibration/none", panel.ana).status == 404);
  CHECK(panel.at.get("/desk/calibration/two/reviews/none", panel.ana).status == 404);
  CHECK(panel.at.post("/desk/calibration/two/reviews/none", panel.ana, "do=save").status == 404);
  const auto wren = panel.at.candidate();
  CHECK(!holds(panel.at.get(panel.review(), wren.token), "level0"));
}
