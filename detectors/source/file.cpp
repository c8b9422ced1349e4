#include "detectors/source/file.hpp"

#include <algorithm>

namespace detectors::source {

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  for (std::size_t at = 0; at < text_.size();) {
    starts_.push_back(at);
    const auto newline = text_.find('\n', at);
    at = newline == std::string::npos ? text_.size() : newline + 1;
  }
}

std::string_view SourceFile::line(Line line) const {
  if (!has(line)) return {};
  auto text = slice(bytes({line, line}));
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::string_view SourceFile::slice(ByteSpan bytes) const {
  const auto begin = std::min(bytes.begin, text_.size());
  const auto end = std::clamp(bytes.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

Position SourceFile::position(std::size_t offset) const {
  if (starts_.empty()) return {Line{1}, Column{1}};
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = static_cast<std::size_t>(after - starts_.begin()) - 1;
  return {Line{static_cast<int>(index) + 1},
          Column{static_cast<int>(std::min(offset, text_.size()) - starts_[index]) + 1}};
}

LineSpan SourceFile::lines(ByteSpan bytes) const {
  const auto first = position(bytes.begin).line;
  const auto last = bytes.end > bytes.begin ? position(bytes.end - 1).line : first;
  return {first, last};
}

ByteSpan SourceFile::bytes(LineSpan lines) const {
  if (starts_.empty() || lines.none()) return {};
  const auto first = std::clamp(lines.first.number, 1, line_count());
  const auto last = std::clamp(lines.last.number, first, line_count());
  const auto end = last == line_count() ? text_.size() : starts_[static_cast<std::size_t>(last)];
  return {starts_[static_cast<std::size_t>(first) - 1], end};
}

bool looks_like_text(std::string_view bytes) {
  return bytes.substr(0, 8000).find('\0') == std::string_view::npos;
}

}  // namespace detectors::source
