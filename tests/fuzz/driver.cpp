// Runs a fuzz target without libFuzzer: over each file of a corpus, then over seeded mutations of them. The
// seed is fixed, so a failure comes again; what a longer search finds goes into the corpus.
//   fuzz_<target> CORPUS… [MUTATIONS] [SEED]
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "tests/fuzz/shapes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t __attribute__((weak)) LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                                                     std::size_t most, unsigned seed);

namespace {

using fuzz::Random;

constexpr std::size_t largest = 16'384;  // bytes that a mutation grows to

void add_corpus(const std::filesystem::path& folder, std::vector<std::string>& texts) {
  std::set<std::filesystem::path> files;  // in one order on every machine
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() != ".expected") files.insert(entry.path());
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
}

void mutate_bytes(std::string& text, Random& random) {
  const auto at = random.below(text.size() + 1);
  switch (random.below(5)) {
    case 0:
      text.insert(at, 1, static_cast<char>(random.below(256)));
      break;
    case 1:
      text.erase(at, 1 + random.below(8));
      break;
    case 2:
      if (at < text.size()) text[at] = static_cast<char>(random.below(256));
      break;
    case 3:
      text.insert(at, text.substr(random.below(text.size() + 1), random.below(64)));
      break;
    default:
      text.resize(at);
  }
}

// The target's own way where it has one.
void mutate(std::string& text, const std::vector<std::string>& corpus, Random& random) {
  if (random.below(6) == 0) {
    const auto& other = corpus[random.below(corpus.size())];
    text.insert(random.below(text.size() + 1),
                other.substr(random.below(other.size() + 1), random.below(256)));
  } else if (LLVMFuzzerCustomMutator) {
    const auto size = text.size();
    if (size > largest) return;
    text.resize(largest);
    text.resize(LLVMFuzzerCustomMutator(reinterpret_cast<std::uint8_t*>(text.data()), size, largest,
                                        static_cast<unsigned>(random.next())));
  } else {
    mutate_bytes(text, random);
  }
}

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

// What libFuzzer has for mutators of our own to fall back on.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most) {
  std::string text(reinterpret_cast<const char*>(data), size);
  Random random{std::hash<std::string>{}(text)};
  mutate_bytes(text, random);
  if (text.size() > most) text.resize(most);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}

int main(int argc, char** argv) {
  std::vector<std::string> corpus;
  int next = 1;
  for (; next < argc && std::filesystem::is_directory(argv[next]); ++next) add_corpus(argv[next], corpus);
  if (next == 1) return std::fputs("usage: fuzz_<target> CORPUS… [MUTATIONS] [SEED]\n", stderr), 2;
  if (corpus.empty()) return std::fprintf(stderr, "no corpus in %s\n", argv[1]), 2;
  const auto mutations = argc > next ? std::strtoull(argv[next], nullptr, 10) : 500;
  Random random{argc > next + 1 ? std::strtoull(argv[next + 1], nullptr, 10) : 1};
  for (const auto& text : corpus) run(text);
  for (std::uint64_t i = 0; i < mutations; ++i) {
    auto text = corpus[random.below(corpus.size())];
    for (auto rounds = 1 + random.below(6); rounds > 0; --rounds) mutate(text, corpus, random);
    run(text);
  }
  std::printf("%zu of the corpus and %llu mutations: no fault\n", corpus.size(),
              static_cast<unsigned long long>(mutations));
}
