// The samples strange.* of every format, against a pull request: each comment is placed right, or what became
// of it is said.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "runner/session/files.hpp"
#include "runner/session/import.hpp"
#include "runner/session/start.hpp"
#include "stage.hpp"
#include "tests/source_tree.hpp"

namespace fs = std::filesystem;
using namespace runner;
using namespace runner::session;
using review::AnchorQuality;

namespace {

constexpr std::string_view emoji_line = "    x = \"\xF0\x9F\x98\x80\"; call()\n";

// The real exercise with one more file, whose only line has an emoji.
Stage stage_with_emoji() {
  auto stage = full_stage();
  auto& tree = stage.planted.tree;
  const auto behind = std::find_if(tree.begin(), tree.end(),
                                   [](const auto& file) { return file.path > "payments/emoji.py"; });
  tree.insert(behind, {"payments/emoji.py", std::string(emoji_line)});
  return stage;
}

struct Sample {
  std::string format;
  fs::path path;
};

std::vector<Sample> strange_samples() {
  std::vector<Sample> all;
  for (const auto& format : comments::formats())
    for (const auto& entry :
         fs::directory_iterator(fs::path(source_tree("/tests/runner/comments/samples")) / format.name))
      if (entry.path().filename().string().starts_with("strange") && entry.path().extension() != ".expected")
        all.push_back({std::string(format.name), entry.path()});
  return all;
}

}  // namespace

TEST_CASE("strange: a Windows path, an emoji, a file that is not there: placed right or said") {
  const auto stage = stage_with_emoji();
  const auto samples = strange_samples();
  CHECK(samples.size() >= comments::formats().size());
  for (const auto& sample : samples) {
    INFO(sample.path.string());
    const auto placed =
        place_review(stage, "", sample.path.string(), read_file(sample.path, 1 << 20).value());
    REQUIRE(placed);
    CHECK(placed->result.files[0].format == sample.format);
    REQUIRE(placed->comments.size() == 6);
    std::size_t windows = 0;
    std::size_t emoji = 0;
    std::size_t elsewhere = 0;
    for (const auto& comment : placed->comments) {
      if (comment.body == "a Windows path")
        windows += comment.path == "payments/notifier.py" && to_string(comment.lines) == "3" ? 1U : 0U;
      if (comment.body == "an emoji before it") {
        emoji += comment.path == "payments/emoji.py" && to_string(comment.lines) == "1" ? 1U : 0U;
        if (!comment.columns.none()) CHECK(comment.columns.first.number == 17);
        if (comment.columns.end.number > 0) CHECK(comment.columns.end.number == 23);
      }
      if (comment.body.find("not in the change") == std::string::npos) continue;
      ++elsewhere;
      CHECK(comment.scope == review::CommentScope::review);
      CHECK(comment.anchor == AnchorQuality::none);
      CHECK(comment.body.find("`elsewhere/unknown.py:7`") == 0);
    }
    CHECK(windows == 1);
    CHECK(emoji == 1);
    CHECK(elsewhere == 1);
  }
}

TEST_CASE("strange: the same id again is taken once, or kept and said") {
  const TestHouse at;
  for (const auto& sample : strange_samples()) {
    INFO(sample.path.string());
    const auto attempt =
        start(at.house, {.exercise = "payments-webhook",
                         .seed = 1,
                         .into = at.folder.path() / (sample.format + sample.path.filename().string())});
    REQUIRE(attempt);
    const auto result =
        import_files(at.house, *attempt, {.files = {sample.path.string()}, .format = "", .author = ""},
                     [](const std::string&) {});
    REQUIRE(result);
    const auto said = [&](std::string_view what) {
      std::size_t count = 0;
      for (const auto& each : result->left_out) count += each.why.find(what) != std::string::npos ? 1U : 0U;
      for (const auto& note : result->files[0].notes) count += note.find(what) != std::string::npos ? 1U : 0U;
      return count;
    };
    CHECK(result->comments.size() + result->left_out.size() == 6);
    if (sample.format == "email") continue;  // each reply has an id of its own
    CHECK(said("the same as") + said("has the same id and another text") >= 1);
    const auto again =
        import_files(at.house, *attempt, {.files = {sample.path.string()}, .format = "", .author = ""},
                     [](const std::string&) {});
    REQUIRE(again);
    CHECK(again->left_out.size() >= 5);
  }
}
