// libFuzzer's entry: any bytes, scanned in the language that the first of them chooses, alone and as what a
// change made of another text, and outlined.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "tests/source_tree.hpp"

namespace {

constexpr std::array<const char*, 8> paths{"a.py",  "a.go",   "a.js",  "a.ts",
                                           "a.tsx", "a.java", "a.sql", "openapi.yaml"};

const detectors::Catalog& catalog() {
  static const auto loaded = [] {
    auto result = detectors::load_catalog(source_tree());
    if (!result) std::abort();
    return *result;
  }();
  return loaded;
}

void check(const detectors::Scan& scan, std::size_t size) {
  for (const auto& finding : scan.findings)
    if (finding.bytes.end > size || finding.bytes.begin > finding.bytes.end) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const detectors::source::SourceFile file(paths[data[0] % paths.size()], text);
  check(detectors::scan(file, catalog()), text.size());
  // Its first half stands for what was there before, its second half after it.
  const auto other = text.substr(text.size() / 2) + text.substr(0, text.size() / 2);
  check(detectors::scan(file, other, catalog()), text.size());
  if (detectors::outline(file).empty() && data[0] % paths.size() != paths.size() - 1) std::abort();
  (void)detectors::syntax_error(file);
  return 0;
}
