#include <doctest/doctest.h>

#include "runner/exercise/plant.hpp"

using namespace runner::exercise;
using detectors::source::Line;
using detectors::source::Outline;
using detectors::source::ScopeKind;
using detectors::source::SourceFile;

namespace {

const Tree tree{{"app/x.py",
                 "class G:\n    def charge(\n        self):\n        call(1)\n\nclass H:\n    def "
                 "charge(self):\n        call(2)\n        call(2)\n"},
                {"crlf.py", "one\r\ntwo\r\n"}};

Outline outline(const SourceFile&) {
  return {{.kind = ScopeKind::file, .lines = {Line{1}, Line{9}}},
          {.kind = ScopeKind::type,
           .name = "G",
           .lines = {Line{1}, Line{4}},
           .header = {Line{1}, Line{1}},
           .parent = 0},
          {.kind = ScopeKind::function,
           .name = "G.charge",
           .lines = {Line{2}, Line{4}},
           .header = {Line{2}, Line{3}},
           .parent = 1},
          {.kind = ScopeKind::function,
           .name = "H.charge",
           .lines = {Line{7}, Line{9}},
           .header = {Line{7}, Line{7}},
           .parent = 0},
          {.kind = ScopeKind::statement,
           .name = "loop",
           .lines = {Line{8}, Line{8}},
           .header = {Line{8}, Line{8}},
           .parent = 3}};
}

// The lines of one place, or the fault.
std::string found(PlaceRef place) {
  const auto places = locate(tree, {std::move(place)}, "defect.toml", outline);
  return places ? to_string(places->at(0).lines) : to_string(places.error().at(0));
}

}  // namespace

TEST_CASE("locate: by code and by symbol") {
  struct Row {
    PlaceRef place;
    std::string lines;
  };
  const Row rows[] = {
      {{.path = "app/x.py", .code = "call(1)"}, "4"},
      {{.path = "app/x.py", .code = "def charge(\n        self):"}, "2-3"},
      {{.path = "app/x.py", .code = "\n        call(1)\n"}, "4"},
      {{.path = "crlf.py", .code = "one\ntwo"}, "1-2"},
      {{.path = "app/x.py", .symbol = "G"}, "1"},
      {{.path = "app/x.py", .symbol = "G.charge"}, "2-3"},
      {{.path = "app/x.py", .symbol = "H.charge"}, "7"},
      {{.path = "app/x.py", .code = "call(3)"},
       "defect.toml: code \"call(3)\" does not stand in app/x.py; copy it from the file as it is once the "
       "defects are planted"},
      {{.path = "app/x.py", .code = "call(2)"},
       "defect.toml: code \"call(2)\" stands 2 times in app/x.py (lines 8, 9); quote more of the code, so "
       "that it stands there once"},
      {{.path = "app/x.py", .symbol = "charge"},
       "defect.toml: 'charge' names 2 things in app/x.py: 'G.charge', 'H.charge'; write the qualified name"},
      {{.path = "app/x.py", .symbol = "loop"},
       "defect.toml: no function or type 'loop' in app/x.py; name one that the file defines, or point with "
       "code = \"…\""},
      {{.path = "tree/app/x.py", .code = "x"},
       "defect.toml: place names 'tree/app/x.py', which is not in the planted tree; write a path below "
       "tree/, without 'tree/' itself"},
  };
  for (const auto& row : rows) CHECK(found(row.place) == row.lines);
}

TEST_CASE("locate: every place that fails is reported, roles are kept") {
  const auto bad =
      locate(tree, {{.path = "no", .code = "x"}, {.path = "app/x.py", .code = "nope"}}, "d.toml", outline);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().size() == 2);
  const auto good =
      locate(tree, {{.path = "crlf.py", .code = "two", .role = runner::review::PlaceRole::neutral}}, "d.toml",
             outline);
  REQUIRE(good);
  CHECK(good->at(0).role == runner::review::PlaceRole::neutral);
}
