#include "detectors/source/edit.hpp"

#include <algorithm>
#include <numeric>

namespace detectors::source {

TextEdit trimmed(const TextEdit& edit, std::string_view original) {
  const auto old_text = original.substr(edit.bytes.begin, edit.bytes.size());
  const std::string_view new_text = edit.replacement;
  const auto shorter = std::min(old_text.size(), new_text.size());
  std::size_t prefix = 0;
  while (prefix < shorter && old_text[prefix] == new_text[prefix]) ++prefix;
  std::size_t suffix = 0;
  while (suffix < shorter - prefix &&
         old_text[old_text.size() - 1 - suffix] == new_text[new_text.size() - 1 - suffix])
    ++suffix;
  return {{edit.bytes.begin + prefix, edit.bytes.end - suffix},
          std::string(new_text.substr(prefix, new_text.size() - prefix - suffix))};
}

bool conflict(const TextEdit& a, const TextEdit& b) {
  if (a.bytes.empty() && b.bytes.empty()) return a.bytes.begin == b.bytes.begin;
  return overlap(a.bytes, b.bytes);
}

EditedText apply(std::string_view original, const std::vector<TextEdit>& edits) {
  std::vector<std::size_t> order(edits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return edits[a].bytes < edits[b].bytes; });
  EditedText result;
  result.placed.resize(edits.size());
  std::size_t copied = 0;
  for (const auto index : order) {
    const auto& edit = edits[index];
    result.text.append(original.substr(copied, edit.bytes.begin - copied));
    result.placed[index].begin = result.text.size();
    result.text.append(edit.replacement);
    result.placed[index].end = result.text.size();
    copied = edit.bytes.end;
  }
  result.text.append(original.substr(copied));
  return result;
}

}  // namespace detectors::source
