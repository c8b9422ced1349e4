#include "runner/review/freetext_place.hpp"

#include <doctest/doctest.h>

namespace {

using namespace runner::review;
using detectors::source::Scope;
using detectors::source::ScopeKind;

FreePlace at(const std::string& path, int first = 0, int last = 0) {
  return {path, {{first}, {last == 0 ? first : last}}};
}

TEST_CASE("places, from near to far") {
  Scope file{.kind = ScopeKind::file, .lines = {{1}, {90}}};
  Scope function{.kind = ScopeKind::function, .name = "charge", .lines = {{10}, {40}}, .parent = 0};
  const std::vector<FreeFile> code{{"app/pay.py", {file, function}}};
  const std::tuple<FreePlace, FreePlace, std::string, int> table[] = {
      {at(""), at("app/pay.py", 12), "", 0},
      {at("app/pay.py", 12), at(""), "", 0},
      {at("app/pay.py", 12), at("app/pay.py", 11, 13), "on the defect's lines", 1},
      {at("./app/pay.py", 15), at("app/pay.py", 11, 13), "2 lines from the defect", 1},
      {at("pay.py", 35), at("app/pay.py", 12), "inside the same function, charge", 1},
      {at("app/pay.py", 60), at("app/pay.py", 12), "elsewhere in the same file, 48 lines away", -1},
      {at("app/pay.py"), at("app/pay.py", 12), "in the same file", 0},
      {at("app/repay.py", 12), at("app/pay.py", 12), "in another file, app/repay.py", -1},
  };
  for (const auto& [comment, defect, text, sign] : table) {
    const auto found = compare_places(comment, defect, code);
    CAPTURE(text);
    CHECK(found.text == text);
    CHECK((found.weight > 0) - (found.weight < 0) == sign);
  }
}

}  // namespace
