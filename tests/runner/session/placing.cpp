#include "runner/session/placing.hpp"
#include "runner/exercise/stand.hpp"

#include <fmt/format.h>

#include "stage.hpp"

using namespace runner;
using namespace runner::session;
using detectors::source::Line;
using review::AnchorQuality;
using review::CommentScope;

namespace {

constexpr const char* base = "1111111aaaa";
constexpr const char* change = "2222222bbbb";
const std::string notifier = "payments/notifier.py";

comments::Found at(const std::string& path, int first, int last = 0) {
  comments::Found found;
  found.comment.scope = CommentScope::lines;
  found.comment.path = path;
  found.comment.lines = {Line{first}, Line{last == 0 ? first : last}};
  found.comment.body = "text";
  return found;
}

review::Comment placed(comments::Found found) {
  return Placer(full_stage(), base, change).placed(std::move(found));
}

std::string line_text(int number) {
  const detectors::source::SourceFile file(notifier,
                                           *runner::exercise::text_of(full_stage().planted.tree, notifier));
  return std::string(file.line(Line{number}));
}

// "path:lines quality"
std::string drawn(const review::Comment& comment) {
  return fmt::format("{}:{} {}", comment.path, to_string(comment.lines), to_string(comment.anchor));
}

// The only line of the notifier that reads so.
int line_of(std::string_view part) {
  for (int number = 1; number < 1000; ++number)
    if (line_text(number).find(part) != std::string::npos) return number;
  return 0;
}

}  // namespace

TEST_CASE("placed: paths as other machines write them") {
  struct Row {
    std::string path, drawing;
  };
  const std::vector<Row> rows{
      {notifier, notifier + ":3 exact"},
      {"./" + notifier, notifier + ":3 exact"},
      {"b/" + notifier, notifier + ":3 exact"},
      {"payments-webhook/" + notifier, notifier + ":3 exact"},
      {"/home/ci/payments-webhook/" + notifier, notifier + ":3 exact"},
      {"/home/ci/work/" + notifier, notifier + ":3 inferred"},
      {"C:/work/" + notifier, notifier + ":3 inferred"},
      {"notifier.py", notifier + ":3 inferred"},
      {"elsewhere.py", ": none"},
      {"../../etc/passwd", ": none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(drawn(placed(at(row.path, 3))) == row.drawing);
  }
}

TEST_CASE("placed: what has no place is kept with its place in its text") {
  const auto comment = placed(at("elsewhere.py", 3, 4));
  CHECK(comment.scope == CommentScope::review);
  CHECK(comment.body == "`elsewhere.py:3-4`: text");
  CHECK(comment.anchor_note ==
        "elsewhere.py: no such file in the pull request; kept on the review as a whole");
}

TEST_CASE("placed: lines that the file does not have") {
  const auto beyond = placed(at(notifier, 9999));
  CHECK(beyond.scope == CommentScope::file);
  CHECK(beyond.anchor == AnchorQuality::none);
  CHECK(beyond.body == "text");
  const auto half = placed(at(notifier, 10, 9999));
  CHECK(half.anchor == AnchorQuality::inferred);
  CHECK(half.lines.first.number == 10);
  CHECK(half.lines.last.number < 9999);
}

TEST_CASE("placed: the commit that it was written on") {
  auto found = at(notifier, 10);
  found.comment.origin.commit = change;
  CHECK(placed(found).anchor == AnchorQuality::exact);
  found.comment.origin.commit = "2222222";  // short
  CHECK(placed(found).anchor == AnchorQuality::exact);
  found.comment.origin.commit = "3333333cccc";
  CHECK(placed(found).anchor == AnchorQuality::inferred);
  found.code = line_text(10);  // it reads the same here
  CHECK(placed(found).anchor == AnchorQuality::exact);
  found.comment.anchor = AnchorQuality::outdated;
  CHECK(placed(found).anchor == AnchorQuality::outdated);
  found.comment.origin.commit = change;  // outdated by later commits, which are not ours
  CHECK(placed(found).anchor == AnchorQuality::exact);
}

TEST_CASE("placed: the line that it quotes decides over its number") {
  const int real = line_of("response.raise_for_status()");
  REQUIRE(real > 0);
  auto found = at(notifier, real + 9);
  found.code = "response.raise_for_status()";
  CHECK(drawn(placed(found)) == fmt::format("{}:{} inferred", notifier, real));
  found.comment.lines = {Line{real}, Line{real}};
  CHECK(placed(found).anchor == AnchorQuality::exact);
  found.comment.lines = {};
  CHECK(drawn(placed(found)) == fmt::format("{}:{} inferred", notifier, real));
  found.comment.lines = {Line{5}, Line{5}};
  found.code = "this stands nowhere";
  CHECK(drawn(placed(found)) == notifier + ":5 inferred");
  found.comment.lines = {};
  CHECK(placed(found).scope == CommentScope::file);
}

TEST_CASE("placed: a line without a file is found where it stands once in the change") {
  comments::Found found;
  found.comment.body = "text";
  const int real = line_of("GIVE_UP_TRIES =");
  found.code = line_text(real);
  CHECK(drawn(placed(found)) == fmt::format("{}:{} inferred", notifier, real));
  found.code = "this stands nowhere";
  CHECK(placed(found).scope == CommentScope::review);
  CHECK(placed(found).anchor == AnchorQuality::none);
}

TEST_CASE("placed: GitHub's position counts lines below the first @@, further @@ too") {
  const auto diffs = change_of(full_stage());
  for (const auto& diff : diffs) {
    int position = -1;
    for (const auto& hunk : diff.hunks) {
      ++position;
      for (const auto& line : hunk.lines) {
        ++position;
        auto found = at(diff.path, 0);
        found.diff_position = position;
        const auto comment = placed(found);
        CHECK(comment.lines.first == (line.after.number > 0 ? line.after : line.before));
        CHECK(comment.side == (line.after.number > 0 ? review::Side::after : review::Side::before));
      }
    }
  }
  auto found = at(diffs.front().path, 0);
  found.diff_position = 99999;
  CHECK(placed(found).scope == CommentScope::file);
}

TEST_CASE("placed: about the file, about the review, on the old side") {
  auto file = at(notifier, 0);
  file.comment.scope = CommentScope::file;
  CHECK(drawn(placed(file)) == notifier + ": exact");
  auto whole = at("", 0);
  whole.comment.scope = CommentScope::review;
  CHECK(placed(whole).scope == CommentScope::review);
  auto created = at(notifier, 3);  // the change creates it: there is no old side
  created.comment.side = review::Side::before;
  CHECK(placed(created).side == review::Side::after);
  auto old = at("payments/gateway.py", 3);
  old.comment.side = review::Side::before;
  CHECK(placed(old).side == review::Side::before);
}
