// Any bytes as REVIEW.md: read or refused with a reason; what is read has a place and says something.
#include <cstdint>
#include <cstdlib>

#include "runner/comments/comments.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)runner::comments::read_place(text);
  const auto imported = runner::comments::read_review_file("REVIEW.md", text);
  if (!imported) return imported.error().empty() ? (std::abort(), 0) : 0;
  for (const auto& comment : imported->review.comments) {
    if (comment.body.empty()) std::abort();
    if ((comment.scope == runner::review::CommentScope::review) != comment.path.empty()) std::abort();
    if ((comment.scope == runner::review::CommentScope::lines) == comment.lines.none()) std::abort();
    if (comment.lines.first > comment.lines.last) std::abort();
  }
  // What one format gives, the other must be able to carry.
  const auto back = runner::comments::read_json("r.json", runner::comments::write_json(imported->review));
  if (!back || !(back->review == imported->review)) std::abort();
  return 0;
}
