// Edits of a text: how a defect is planted, how a suggestion is tried. All edits of one text are applied in
// one pass, so that edits on neighbouring lines, or on one line, compose; only a true overlap is a conflict.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/position.hpp"

namespace detectors::source {

// Replaces `bytes` of the original text. An empty span inserts before its position.
struct TextEdit {
  ByteSpan bytes;
  std::string replacement;
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

// The bytes that really change: a prefix and a suffix that old and new text share are cut from the edit.
[[nodiscard]] TextEdit trimmed(const TextEdit& edit, std::string_view original);

// Two edits conflict when their bytes overlap, or both insert at one position.
[[nodiscard]] bool conflict(const TextEdit& a, const TextEdit& b);

struct EditedText {
  std::string text;
  // Where each edit's replacement stands in the new text, in the order in which the edits were given. An edit
  // that only removes is an empty span at the place of the removal.
  std::vector<ByteSpan> placed;
};

// Precondition: no two edits conflict and all lie inside the text. Edits may be given in any order.
[[nodiscard]] EditedText apply(std::string_view original, const std::vector<TextEdit>& edits);

}  // namespace detectors::source
