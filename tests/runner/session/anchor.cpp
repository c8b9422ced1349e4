#include "runner/session/anchor.hpp"
#include "runner/exercise/stand.hpp"

#include "runner/session/files.hpp"
#include "stage.hpp"

using namespace runner::session;
using detectors::source::Line;

namespace {

runner::review::Comment on(const std::string& path, int first, int last) {
  runner::review::Comment comment;
  comment.scope = runner::review::CommentScope::lines;
  comment.path = path;
  comment.lines = {Line{first}, Line{last}};
  comment.body = "text";
  return comment;
}

const std::string& some_path() {
  static const auto path = change_of(full_stage()).front().path;
  return path;
}

}  // namespace

TEST_CASE("a path is understood as people type it") {
  for (const auto& typed : {some_path(), "./" + some_path(), "a/" + some_path(), "b/" + some_path(),
                            "payments-webhook/" + some_path(), "./payments-webhook/" + some_path()})
    CHECK(plain_path(full_stage(), typed) == some_path());
}

TEST_CASE("lines may be given backwards") {
  const auto placed = anchored(full_stage(), on(some_path(), 2, 1), "here", "");
  REQUIRE(placed);
  CHECK(placed->lines.first.number == 1);
  CHECK(placed->lines.last.number == 2);
}

TEST_CASE("a line that does not exist shows the nearest lines") {
  const auto lines =
      detectors::source::SourceFile("", *runner::exercise::text_of(full_stage().planted.tree, some_path()))
          .line_count();
  const auto placed = anchored(full_stage(), on(some_path(), lines + 5, lines + 5), "here", "");
  REQUIRE(!placed);
  const auto& fault = placed.error()[0];
  CHECK(fault.path == some_path());
  CHECK(fault.problem ==
        "there is no line " + std::to_string(lines + 5) + ": the file has " + std::to_string(lines));
  CHECK(fault.remedy.find(" | ") != std::string::npos);
  CHECK(fault.remedy.find(std::to_string(lines)) != std::string::npos);
  CHECK(!anchored(full_stage(), on(some_path(), 0, 0), "here", ""));
}

TEST_CASE("a file that is not in the pull request: the nearest is named, a binary one is told apart") {
  const auto name = some_path().substr(some_path().rfind('/') + 1);
  const auto wrong_folder = anchored(full_stage(), on("elsewhere/" + name, 1, 1), "here", "");
  REQUIRE(!wrong_folder);
  CHECK(wrong_folder.error()[0].problem == "no such file in the pull request");
  CHECK(wrong_folder.error()[0].remedy == "did you mean '" + some_path() + "'?");

  const TestHouse at;
  std::filesystem::create_directory(at.folder.path() / "payments-webhook");
  REQUIRE(write_file(at.folder.path() / "payments-webhook" / "logo.png", std::string("\x89PNG\0\0", 6)));
  const auto binary = anchored(full_stage(), on("logo.png", 1, 1), "here", at.folder.path());
  REQUIRE(!binary);
  CHECK(binary.error()[0].problem.find("binary") != std::string::npos);
}

TEST_CASE("a comment without text is refused") {
  auto empty = on(some_path(), 1, 1);
  empty.body = " \n\t";
  CHECK(!anchored(full_stage(), empty, "here", ""));
}
