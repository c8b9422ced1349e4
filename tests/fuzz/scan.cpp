// libFuzzer's entry: any bytes, scanned in a language. The first byte says which language and what is asked:
// the text alone, as what a change made of another text, its outline, or all of it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "detectors/openapi.hpp"
#include "detectors/outline.hpp"
#include "detectors/prefilter.hpp"
#include "detectors/scan.hpp"
#include "tests/fuzz/shapes.hpp"
#include "tests/source_tree.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

constexpr std::array<const char*, 8> paths{"a.py",  "a.go",   "a.js",  "a.ts",
                                           "a.tsx", "a.java", "a.sql", "openapi.yaml"};
constexpr std::array<const char*, 8> endings{".py", ".go", ".js", ".ts", ".ts", ".java", ".sql", ".yaml"};
constexpr auto document = paths.size() - 1;
// What follows it is the text before the change.
constexpr std::string_view side = "\n<<<<\n";

const detectors::Catalog& catalog() {
  static const auto loaded = [] {
    auto result = detectors::load_catalog(source_tree());
    if (!result) std::abort();
    return *result;
  }();
  return loaded;
}

const fuzz::Pool& pool_of(std::size_t language) {
  static const auto pools = [] {
    std::array<fuzz::Pool, paths.size()> made;
    for (std::size_t i = 0; i < paths.size(); ++i)
      fuzz::add_to_pool(source_tree("/tests/detectors/fixtures"), endings[i], made[i]);
    for (const auto i : {2, 3, 4})  // what is JavaScript is the others too
      fuzz::add_to_pool(source_tree("/tests/detectors/fixtures"), i == 2 ? ".ts" : ".js", made[i]);
    return made;
  }();
  return pools[language];
}

void check(const detectors::Scan& scan, std::size_t size) {
  for (const auto& finding : scan.findings)
    if (finding.bytes.end > size || finding.bytes.begin > finding.bytes.end) std::abort();
}

// And what the words of the text say of it beforehand must not keep back a finding.
void scan_alone(const detectors::source::SourceFile& file) {
  const auto scan = detectors::scan(file, catalog());
  check(scan, file.text().size());
  const auto all = detectors::scan_unfiltered(file, catalog());
  const auto ended = [](const detectors::Scan& each) {
    return std::any_of(each.notes.begin(), each.notes.end(),
                       [](auto& note) { return note.find("too much to judge") != std::string::npos; });
  };
  if (scan.findings != all.findings && !ended(scan) && !ended(all)) std::abort();
}

void scan_sides(std::size_t language, const std::string& text) {
  const auto end = text.find(side);
  const auto half = text.size() / 2;  // without the other side, the text turned round stands for it
  const auto before =
      end == std::string::npos ? text.substr(half) + text.substr(0, half) : text.substr(end + side.size());
  const detectors::source::SourceFile file(paths[language], text.substr(0, end));
  // Every other file that a document refers to is the document itself, or its other side.
  const auto reader = [&](const std::string& path) -> tl::expected<std::string, std::string> {
    if (path.size() % 3 == 0) return tl::make_unexpected("is not there");
    return path.size() % 2 == 0 ? before : std::string(file.text());
  };
  check(detectors::scan(file, before, catalog(), {.before = reader, .now = reader}), file.text().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t language = data[0] % paths.size();
  const auto asked = data[0] / paths.size() % 4;
  const bool all = asked == 2;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const detectors::source::SourceFile file(paths[language], text);
  if (all || asked == 0) scan_alone(file);
  if (all || asked == 1 || language == document) scan_sides(language, text);
  if (!all && asked != 3) return 0;
  if (detectors::outline(file).empty() && language != document) std::abort();
  (void)detectors::syntax_error(file);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  fuzz::Random random{seed};
  if (size == 0 || random.below(8) == 0) return LLVMFuzzerMutate(data, size, most);
  std::string text(reinterpret_cast<const char*>(data), size);
  auto first = text[0];
  text.erase(0, 1);
  if (random.below(40) == 0) first = static_cast<char>(random.below(32));
  if (text.find(side) == std::string::npos && static_cast<unsigned char>(first) / paths.size() % 4 == 1)
    text += std::string(side) + text;
  for (auto rounds = 1 + random.below(3); rounds > 0; --rounds)
    fuzz::mutate(text, pool_of(static_cast<unsigned char>(first) % paths.size()), random, most - 1);
  text.insert(0, 1, first);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t most, unsigned seed) {
  fuzz::Random random{seed};
  if (one_size == 0 || other_size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(one) + 1, one_size - 1);
  const auto made = std::string(1, static_cast<char>(one[0])) +
                    fuzz::crossed(text, {reinterpret_cast<const char*>(other) + 1, other_size - 1}, random);
  const auto size = std::min(made.size(), most);
  std::memcpy(out, made.data(), size);
  return size;
}
