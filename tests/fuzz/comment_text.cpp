// Any bytes as the body of a comment: read into claims, and judged against a small key.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "runner/review/judge.hpp"

namespace {

using namespace runner::review;

Language language() {
  auto read = read_language(
      {{"synonyms.toml", "absent = [\"no\", \"missing\", \"without\"]\n"},
       {"polarity.toml", "negators = [\"not\", \"no\"]\npraise = [\"nice\"]\ncontrast = [\"but\"]\n"}});
  if (!read) std::abort();
  return *read;
}

Key key() {
  const detectors::source::LineSpan line{{2}, {2}};
  Key key;
  Defect defect{.id = "d", .class_id = "missing-timeout", .places = {{"a.py", line}}};
  defect.class_words = {.topic = {"timeout"},
                        .cause = {"{absent} timeout"},
                        .effect = {"worker ... hang"},
                        .remedy = {"add timeout"}};
  key.defects.push_back(defect);
  key.classes.push_back({"missing-timeout", defect.class_words});
  key.code.push_back(
      {.after = SourceFile("a.py", "def f():\n    call()\n"), .before = SourceFile("a.py", "def f():\n")});
  return key;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Language words = language();
  static const Key known = key();
  const std::string body(reinterpret_cast<const char*>(data), size);
  Comment comment{.id = "c", .scope = CommentScope::lines, .path = "a.py", .lines = {{2}, {2}}, .body = body};
  const Review review{.comments = {comment, Comment{.id = "s", .body = body}}};
  const auto assessment = judge(review, known, {}, words);
  if (assessment.defects.size() != 1) std::abort();
  for (const auto& pair : assessment.pairs)
    if (pair.claim >= assessment.claims.size() || !(pair.score >= 0 && pair.score <= 1)) std::abort();
  static_cast<void>(suggestions_of(comment));
  return 0;
}
