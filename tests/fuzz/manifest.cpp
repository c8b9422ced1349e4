// Any bytes as a manifest: read strictly, every accessor tried, every fault made into text.
#include "detectors/source/manifest.hpp"

#include <cstdint>
#include <cstdlib>

using detectors::source::Manifest;

namespace {

void read_all(Manifest& manifest, int depth) {
  for (const auto* key : {"title", "weight", "words", "places", "plant"}) {
    (void)manifest.text(key);
    (void)manifest.real(key);
    (void)manifest.integer(key);
    (void)manifest.boolean(key);
    (void)manifest.texts(key);
    (void)manifest.line(key);
    if (depth == 0) continue;
    if (auto table = manifest.table(key)) read_all(*table, depth - 1);
    for (auto& table : manifest.tables(key)) read_all(table, depth - 1);
  }
  (void)manifest.required_text("title");
  (void)manifest.keys();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto manifest = Manifest::read("fuzz.toml", {reinterpret_cast<const char*>(data), size});
  if (!manifest) {
    if (manifest.error().empty()) std::abort();  // a refusal must say why
    return 0;
  }
  read_all(*manifest, 2);
  for (const auto& fault : manifest->finish())
    if (to_string(fault).empty() || fault.problem.empty()) std::abort();
  return 0;
}
