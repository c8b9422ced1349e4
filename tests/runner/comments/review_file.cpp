#include <doctest/doctest.h>
#include <fmt/format.h>

#include "runner/comments/comments.hpp"

using namespace runner::comments;
using runner::review::Comment;
using runner::review::CommentScope;

namespace {

// Each comment as "<place> [severity] body", with "/" for line ends.
std::vector<std::string> drawn(std::string_view text) {
  const auto imported = read_review_file("REVIEW.md", text);
  if (!imported) {
    std::vector<std::string> faults;
    for (const auto& fault : imported.error()) faults.push_back("! " + detectors::source::to_string(fault));
    return faults;
  }
  std::vector<std::string> result;
  for (const auto& comment : imported->review.comments) {
    std::string place = comment.path + (comment.lines.none() ? "" : ":" + to_string(comment.lines));
    if (comment.scope == CommentScope::review) place = "review";
    auto body = comment.body;
    for (char& c : body) c = c == '\n' ? '/' : c;
    result.push_back(place + (comment.severity ? fmt::format(" [{}] ", to_string(*comment.severity)) : " ") +
                     body);
  }
  return result;
}

std::vector<std::string> notes(std::string_view text) {
  const auto imported = read_review_file("REVIEW.md", text);
  REQUIRE(imported);
  return imported->notes;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("read_review_file: the untouched template is an empty review") {
  const auto text = review_file_template("Payments webhook", "app/gateway.py");
  CHECK(text.find("app/gateway.py:24-26") != std::string::npos);
  CHECK(text.starts_with("# Review: Payments webhook\n"));
  const auto imported = read_review_file("REVIEW.md", text);
  REQUIRE(imported);
  CHECK(imported->review.comments.empty());
  CHECK(imported->notes.empty());
}

TEST_CASE("read_review_file: what is appended to the template is read, and so is its summary") {
  auto text = review_file_template("Payments webhook", "app/gateway.py") + "app/x.py:3: no timeout\n";
  const std::string heading = "## Summary\n";
  text.insert(text.find(heading) + heading.size(), "\nTwo blockers.\n\n- and `app/x.py:9`: a race\n");
  CHECK(drawn(text) == List{"review Two blockers.//- and `app/x.py:9`: a race", "app/x.py:3 no timeout"});
  CHECK(notes(text).empty());
}

TEST_CASE("read_review_file: entries and what belongs to them") {
  struct Row {
    std::string_view text;
    List comments;
  };
  const Row rows[] = {
      {"", {}},
      {"a/x.py:1: one\na/y.py:2-3: [nit] two\na/z.py: three\n",
       {"a/x.py:1 one", "a/y.py:2-3 [nit] two", "a/z.py three"}},
      {"a/x.py:1: one\nmore\n  and more\n", {"a/x.py:1 one/more/  and more"}},
      {"a/x.py:1: one\n    more\n      and more\n", {"a/x.py:1 one/more/  and more"}},
      {"a/x.py:1: one\n\n    more\n\n\na/x.py:2: two", {"a/x.py:1 one//more", "a/x.py:2 two"}},
      {"a/x.py:1:\n    all of it\n    below\n", {"a/x.py:1 all of it/below"}},
      {"- a/x.py:1: one\n  - a/y.py:2: nested\n- a/z.py:3: three\n",
       {"a/x.py:1 one/- a/y.py:2: nested", "a/z.py:3 three"}},
      {"    a/x.py:1: one\n    a/y.py:2: two\n", {"a/x.py:1 one", "a/y.py:2 two"}},
      {"\xef\xbb\xbf"
       "a/x.py:1: one\r\n  more\r\n",
       {"a/x.py:1 one/more"}},
      {"a/x.py:1: use\n```suggestion\n    x = 1\n```\na/y.py:2: two\n",
       {"a/x.py:1 use/```suggestion/    x = 1/```", "a/y.py:2 two"}},
      {"a/x.py:1: use\n  ```suggestion\n      x = 1\n  ```\n", {"a/x.py:1 use/```suggestion/    x = 1/```"}},
      {"a/x.py:1: log\n```\na/y.py:2: in a fence\n# no heading\n<!-- kept -->\n```\n",
       {"a/x.py:1 log/```/a/y.py:2: in a fence/# no heading/<!-- kept -->/```"}},
      {"## Summary\nGood.\n\n### Risks\n- one\n## Comments\na/x.py:1: one\n",
       {"review Good.//### Risks/- one", "a/x.py:1 one"}},
      {"a/x.py:1: one\n# SUMMARY\nGood.", {"a/x.py:1 one", "review Good."}},
      {"a/x.py:1: one\n<!-- hidden\nstill -->\nmore\n", {"a/x.py:1 one/more"}},
      {"My review\n\na/x.py:1: one\n", {"review My review", "a/x.py:1 one"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(drawn(row.text) == row.comments);
  }
}

TEST_CASE("read_review_file: nothing is lost in silence") {
  struct Row {
    std::string_view text;
    List notes;
  };
  const Row rows[] = {
      {"Hello\n", {"line 1: this belongs to no entry: read as a comment on the review as a whole"}},
      {"## Blockers\na/x.py:1: one\n", {"line 1: the heading \"Blockers\" is not part of any comment"}},
      {"<!--\na/x.py:1: not sure\n-->\n",
       {"line 2: the entry for a/x.py stands inside <!-- -->, so it is not read"}},
      {"## Summary\na/x.py:1: one\n",
       {"line 2: this stands in the summary; under \"## Comments\" it would have a place of its own"}},
      {"a/x.py:1:7: one\n", {"line 1: the column 7 is not kept, the line is"}},
      {"a/x.py:1: an entry may cover several lines\n",
       {"line 1: an example of the template is not a comment"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(notes(row.text) == row.notes);
  }
}

TEST_CASE("read_review_file: faults, all at once, each with its line") {
  struct Row {
    std::string_view text;
    List faults;
  };
  const Row rows[] = {
      {"a/x.py:3-1: one\n\na/y.py:2:\n",
       {"! REVIEW.md:1: \"3-1\" are no lines of a/x.py; write a line as 24, several as 24-26",
        "! REVIEW.md:3: the entry for a/y.py says nothing; write what is wrong there, or remove the line"}},
      {"a/x.py:1: x\n\n```suggestion\nx\n",
       {"! REVIEW.md:3: the code fence that opens here never closes; write ``` below the code"}},
      {"<!-- x\na/x.py:1: x\n",
       {"! REVIEW.md:1: the comment <!-- that opens here never closes; write --> behind it"}},
      {"a/x.py:1: gr\xfcn\n", {"! REVIEW.md:1: is not UTF-8 text; save the file as UTF-8"}},
      {std::string_view("a/x.py:1: x\n\0\n", 14),
       {"! REVIEW.md:2: is not UTF-8 text; save the file as UTF-8"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(drawn(row.text) == row.faults);
  }
}

TEST_CASE("read_review_file: ids and source") {
  const auto imported = read_review_file("REVIEW.md", "a/x.py:1: one\n## Summary\nGood.\n");
  REQUIRE(imported);
  CHECK(imported->review.comments[0].id == "r1");
  CHECK(imported->review.comments[1].id == "r2");
  CHECK(imported->review.comments[0].source == "review-file");
  CHECK(imported->review.comments[0].scope == CommentScope::lines);
}

TEST_CASE("read_review_file: a verdict is read as people write it; what is none is kept as text") {
  using runner::review::Verdict;
  const auto file = [](std::string_view said) {
    return "## Summary\nGood.\n\n## Verdict\n\n" + std::string(said) + "\n\n## Comments\na/x.py:1: one\n";
  };
  const std::vector<std::pair<std::string, Verdict>> cases{{"approve", Verdict::approve},
                                                           {"Request changes", Verdict::request_changes},
                                                           {"**request_changes**", Verdict::request_changes},
                                                           {"Changes requested.", Verdict::request_changes},
                                                           {"Approved", Verdict::approve},
                                                           {"comment", Verdict::comment},
                                                           {"", Verdict::none},
                                                           {"I would wait", Verdict::none}};
  for (const auto& [said, verdict] : cases) {
    CAPTURE(said);
    const auto imported = read_review_file("REVIEW.md", file(said));
    REQUIRE(imported);
    CHECK(imported->review.verdict == verdict);
    const bool text = said == "I would wait";
    CHECK(imported->review.comments.size() == (text ? 3 : 2));
    CHECK(imported->notes.empty() == !text);
  }
}
