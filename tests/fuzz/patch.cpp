// Any bytes as a patch against two known texts: what is accepted must apply.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "detectors/source/edit.hpp"
#include "runner/git/patch.hpp"

namespace {

const std::string first = "a\nb\nc\nd\n";
const std::string second = "x\r\ny";

const std::string* old_text(const void*, std::string_view path) {
  if (path == "a") return &first;
  return path == "b" ? &second : nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files =
      runner::git::read_patch({reinterpret_cast<const char*>(data), size}, "fuzz.patch", old_text, nullptr);
  if (!files) return files.error().empty() ? (std::abort(), 0) : 0;
  for (const auto& file : *files) {
    const auto* old = old_text(nullptr, file.path);
    if (file.created ? old != nullptr : old == nullptr) std::abort();
    const std::string text = old ? *old : "";
    for (std::size_t i = 0; i < file.edits.size(); ++i) {
      if (file.edits[i].bytes.begin > file.edits[i].bytes.end || file.edits[i].bytes.end > text.size())
        std::abort();
      if (i > 0 && file.edits[i].bytes.begin < file.edits[i - 1].bytes.end) std::abort();
    }
    (void)detectors::source::apply(text, file.edits);
  }
  return 0;
}
