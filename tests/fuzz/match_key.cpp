// Any bytes as the key and as the comments of `seedfault match`: read or refused with a reason; what is read
// is matched, with every score between 0 and 1.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "runner/session/match.hpp"
#include "tests/source_tree.hpp"

namespace {

using namespace runner;

constexpr std::size_t most = 30;  // of each: enough to be matched, few enough to be quick

std::string read(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

review::FreeTextModel model() {
  const std::string weights = source_tree("/runner/review/english/freetext.toml");
  const std::string background = source_tree("/runner/review/english/freetext-background.toml");
  auto found = review::read_free_text_model(weights, read(weights), background, read(background));
  if (!found) std::abort();
  return *std::move(found);
}

review::Language language() {
  auto found = review::read_language({{"synonyms.toml", "absent = [\"no\"]\n"},
                                      {"polarity.toml", "negators = [\"not\"]\npraise = [\"nice\"]\n"}});
  if (!found) std::abort();
  return *std::move(found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto weights = model();
  static const auto words = language();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto defects = session::read_free_defects("k.json", text);
  auto comments = session::read_free_comments("k.json", text);
  if (!defects && defects.error().empty()) std::abort();
  if (!comments && comments.error().empty()) std::abort();
  if (!defects || !comments || defects->size() > most || comments->size() > most) return 0;
  const review::FreeKey key{.defects = *std::move(defects), .comments = *std::move(comments), .code = {}};
  const auto found = review::match_free_text(key, weights, words);
  if (found.pairs.size() != key.defects.size() * key.comments.size()) std::abort();
  for (const auto& pair : found.pairs)
    if (!(pair.score >= 0 && pair.score <= 1)) std::abort();
  return 0;
}
