#include "runner/session/trial.hpp"
#include "runner/exercise/stand.hpp"

#include "detectors/catalog.hpp"
#include "runner/session/score.hpp"
#include "stage.hpp"

using namespace runner::session;
using runner::review::Comment;
using runner::review::ProofVerdict;
using runner::review::Suggestion;

namespace {

Comment comment_on(std::string path, int first, int last) {
  return {.id = "c1",
          .scope = runner::review::CommentScope::lines,
          .path = std::move(path),
          .lines = {{first}, {last}}};
}

const std::string file = "payments/notifier.py";

const std::string timeout = "orders-call-without-timeout";

const Bench& bench() {
  static const auto set = [] {
    const TestHouse at;
    auto made = set_bench(at.house);
    REQUIRE(made);
    return *std::move(made);
  }();
  return set;
}

const runner::review::Key& key() {
  static const auto made = *key_of(full_stage(), bench().catalog);
  return made;
}

// The suggestion in place of the primary place of the call, with what a proof said of it.
runner::review::SuggestionTrial tried(const std::string& text, std::optional<ProofVerdict> proof = {}) {
  runner::review::Comment comment{.id = "c1", .scope = runner::review::CommentScope::lines};
  for (const auto& each : key().defects)
    if (each.id == timeout) {
      comment.path = each.places.front().path;
      comment.lines = each.places.front().lines;
    }
  comment.suggestions = {{comment.lines, text}};
  std::vector<StoredTrial> proofs;
  if (proof) proofs.push_back({.comment = "c1", .suggestion = 0, .defect = timeout, .verdict = *proof});
  return try_suggestions(bench(), full_stage(), key(), {.comments = {comment}}, proofs).at(0);
}

// The planted call as it stands, with one more argument.
std::string call_with(const std::string& argument) {
  for (const auto& each : key().defects) {
    if (each.id != timeout) continue;
    const auto& place = each.places.front();
    const detectors::source::SourceFile source(
        place.path, *runner::exercise::text_of(full_stage().planted.tree, place.path));
    std::string lines;
    for (int line = place.lines.first.number; line <= place.lines.last.number; ++line)
      lines += std::string(source.line({line})) + "\n";
    const auto close = lines.rfind(')');
    REQUIRE(close != std::string::npos);
    if (argument.empty()) return lines;
    const auto last = lines.find_last_not_of(" \n", close - 1);
    const bool separate = lines[last] != ',' && lines[last] != '(';
    return lines.substr(0, close) + (separate ? ", " : "") + argument + lines.substr(close);
  }
  return {};
}

}  // namespace

TEST_CASE("a suggestion changes its own file in memory and nothing else") {
  const auto& before = full_stage().planted.tree;
  const auto after =
      suggested_tree(full_stage(), comment_on(file, 1, 1), {.lines = {}, .text = "# changed\n"});
  REQUIRE(after);
  REQUIRE(after->size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK((*after)[i].path == before[i].path);
    CHECK(((*after)[i].text == before[i].text) == (before[i].path != file));
  }
  CHECK(runner::exercise::text_of(*after, file)->starts_with("# changed\n"));
}

TEST_CASE("what a suggestion cannot be applied to") {
  struct Row {
    std::string what;
    Comment comment;
    std::string text;
  };
  const Row rows[] = {
      {"an absolute path", comment_on("/etc/passwd", 1, 1), "x\n"},
      {"a path with ..", comment_on("payments/../payments/notifier.py", 1, 1), "x\n"},
      {"a path out of the tree", comment_on("../notifier.py", 1, 1), "x\n"},
      {"a hook of git", comment_on(".git/hooks/pre-commit", 1, 1), "x\n"},
      {"a file that is not there", comment_on("payments/new.py", 1, 1), "x\n"},
      {"no path", comment_on("", 1, 1), "x\n"},
      {"a line that is not there", comment_on(file, 100'000, 100'001), "x\n"},
      {"lines the wrong way round", comment_on(file, 9, 3), "x\n"},
      {"more than a mebibyte", comment_on(file, 1, 1), std::string((1U << 20U) + 1, 'x')},
  };
  for (const auto& [what, comment, text] : rows) {
    CAPTURE(what);
    CHECK_FALSE(suggested_tree(full_stage(), comment, {.lines = {}, .text = text}).has_value());
  }
}

TEST_CASE("a suggestion is tried against the defects that it is near") {
  const TestHouse at;
  const auto catalog = load_catalog(at.house);
  REQUIRE(catalog);
  const auto key = key_of(full_stage(), *catalog);
  REQUIRE(key);
  const auto& defect = key->defects.front();
  const auto& place = defect.places.front();
  const auto near = [&](const Comment& comment, const Suggestion& suggestion) {
    const auto ids = defects_near(*key, comment, suggestion);
    return std::find(ids.begin(), ids.end(), defect.id) != ids.end();
  };
  const int line = place.lines.first.number;
  CHECK(near(comment_on(place.path, line, line), {}));
  CHECK(near(comment_on(place.path, 1, 1), {.lines = {{line}, {line}}, .text = {}}));
  CHECK_FALSE(near(comment_on(place.path, line + 5000, line + 5000), {}));
  CHECK_FALSE(near(comment_on("elsewhere.py", line, line), {}));
}

TEST_CASE("a fix parses and silences the detector; a proof that failed is told") {
  const auto good = tried(call_with("timeout=3"));
  CHECK(good.parses);
  CHECK(good.silenced == std::vector<std::string>{timeout});
  CHECK(good.proofs.empty());
  const auto refuted = tried(call_with("timeout=3"), ProofVerdict::failed);
  REQUIRE(refuted.proofs.size() == 1);
  CHECK(refuted.proofs[0].second == ProofVerdict::failed);
  CHECK(tried(call_with("timeout=3"), ProofVerdict::passed).proofs.size() == 1);
}

TEST_CASE("a proof that passes is not enough where the detector still reports the defect") {
  const auto same = tried(call_with(""), ProofVerdict::passed);
  CHECK(same.parses);
  CHECK(same.silenced.empty());
  CHECK(same.proofs.empty());
}

TEST_CASE("what does not parse silences nothing") {
  const auto broken = tried("        response = (((\n", ProofVerdict::not_run);
  CHECK_FALSE(broken.parses);
  CHECK(broken.silenced.empty());
}
