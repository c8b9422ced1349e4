// Any bytes as every comment format: read or refused with a reason; what is read has a place or is about the
// review, says something, and can be written as our JSON and read back the same.
#include <cstdint>
#include <cstdlib>

#include "runner/comments/comments.hpp"

namespace {

using namespace runner;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const comments::Found& found) {
  const auto& comment = found.comment;
  require(!comment.body.empty() || !comment.suggestions.empty() || !found.fixes.empty());
  require(comment.lines.first <= comment.lines.last);
  require(comment.scope != review::CommentScope::review || comment.lines.none());
  if (comment.body.find_first_not_of(" \t\r\n") == std::string::npos) return;  // our JSON wants a text
  auto carried = comment;
  if (carried.scope != review::CommentScope::review && carried.path.empty()) return;
  if (carried.scope == review::CommentScope::lines && carried.lines.none())
    carried.scope = review::CommentScope::file;
  carried.id = "c1";
  const review::Review review{.comments = {carried}};
  const auto back = comments::read_json("r.json", comments::write_json(review));
  require(back && back->review == review);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = comments::decoded("f", std::string(reinterpret_cast<const char*>(data), size));
  if (!text) return text.error().empty() ? (std::abort(), 0) : 0;
  (void)comments::format_of("f", *text);
  for (const auto& format : comments::formats()) {
    const auto harvest = comments::read(format, "f", *text, [](comments::Found&& found) { check(found); });
    require(harvest || !harvest.error().empty());
  }
  return 0;
}
