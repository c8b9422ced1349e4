// The repository out, and comments of other tools in.
#include "runner/session/showing.hpp"

#include "review.hpp"

using namespace runner::web;
namespace session = runner::session;

TEST_CASE("comments of another tool are taken in once, and what cannot be read says so") {
  Review review;
  CHECK(holds(review.get("/upload"), "git clone http://127.0.0.1:8080/i/"));
  const auto path = session::showing(review.at.at.house, review.attempt()).value()->changes.front().path;
  const auto text = encoded("file,line,comment\n" + path + ",1,no timeout <here>\n");
  CHECK(holds(review.post("/upload", "format=csv&name=x.csv&text=" + text), "1 comment was taken in"));
  CHECK(review.comments().size() == 1);
  static_cast<void>(review.post("/upload", "format=csv&name=x.csv&text=" + text));
  CHECK(review.comments().size() == 1);
  const auto bad = review.post("/upload", "format=nothing&text=kept+text");
  CHECK(bad.status == 422);
  CHECK(holds(bad, "kept text</textarea>"));
  review.submit();
  CHECK(review.post("/upload", "format=csv&text=" + text).status == 422);
}

TEST_CASE("the repository can be cloned by the link, once begun, and holds nothing but its two commits") {
  TestSite at;
  const auto one = at.candidate();
  const auto git = [&](const std::string& path) {
    return at.get("/i/" + one.token + "/repository.git/" + path, "");
  };
  CHECK(git("info/refs").status == 404);
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  const auto refs = git("info/refs");
  CHECK(refs.status == 200);
  CHECK(std::count(refs.body.begin(), refs.body.end(), '\n') == 2);
  CHECK(git("HEAD").body.size() == 41);
  const auto object = refs.body.substr(0, 2) + "/" + refs.body.substr(2, 38);
  CHECK(git("objects/" + object).status == 200);
  for (const auto* path :
       {"config", "index", "objects/../HEAD", "objects/info/packs", "", "../../../etc/passwd"})
    CHECK(git(path).status == 404);
  const auto bundle = at.get("/r/i1/repository.bundle", one.token);
  CHECK(bundle.body.starts_with("# v2 git bundle\n"));
  CHECK(at.get("/r/i1/repository.bundle", "").status == 404);
  const auto ana = at.interviewer();
  CHECK(at.get("/i/" + ana.token + "/repository.git/HEAD", "").status == 404);
}
