// libFuzzer's entry: any bytes, scanned as python and as sql, and outlined in every language.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "detectors/outline.hpp"
#include "detectors/scan.hpp"
#include "tests/source_tree.hpp"

namespace {

const detectors::Catalog& catalog() {
  static const auto loaded = [] {
    auto result = detectors::load_catalog(source_tree());
    if (!result) std::abort();
    return *result;
  }();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto* path : {"a.py", "a.sql"}) {
    const detectors::source::SourceFile file(path, text);
    for (const auto& finding : detectors::scan(file, catalog()).findings)
      if (finding.bytes.end > size || finding.bytes.begin > finding.bytes.end) std::abort();
  }
  for (const auto* path : {"a.py", "a.go", "a.js", "a.ts", "a.tsx", "a.java", "a.sql"}) {
    const detectors::source::SourceFile file(path, text);
    if (detectors::outline(file).empty()) std::abort();
    (void)detectors::syntax_error(file);
  }
  return 0;
}
