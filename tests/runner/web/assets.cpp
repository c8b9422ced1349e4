#include "runner/web/assets.hpp"

#include "site.hpp"

namespace runner::web {

TEST_CASE("an asset lies under its content's hash, may be kept for good, and is nowhere else") {
  TestSite at;
  for (const auto* name : {"style.css", "review.js"}) {
    INFO(name);
    const auto path = asset_path(name);
    REQUIRE(path.starts_with("/assets/"));
    const auto response = at.get(path, "");
    CHECK(response.status == 200);
    CHECK(response.type.starts_with("text/"));
    CHECK(response.body.size() > 1000);
    CHECK(field(response.headers, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(at.get("/assets/0/" + std::string(name), "").status == 404);
  }
  CHECK(asset_path("nothing.js").empty());
  CHECK(at.get("/assets//", "").status == 404);
  CHECK(at.get("/assets//nothing.js", "").status == 404);
}

}  // namespace runner::web
