// Runs a fuzz target without libFuzzer: over each file of a corpus, then over seeded mutations of them. The
// seed is fixed, so a failure comes again; what a longer search finds goes into the corpus.
//   fuzz_<target> CORPUS… [MUTATIONS] [SEED]
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

struct Random {  // splitmix64, Steele, Lea and Flood 2014
  std::uint64_t state;
  std::uint64_t next() {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }
};

void add_corpus(const std::filesystem::path& folder, std::vector<std::string>& texts) {
  std::set<std::filesystem::path> files;  // in one order on every machine
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() != ".expected") files.insert(entry.path());
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
}

void mutate(std::string& text, const std::vector<std::string>& corpus, Random& random) {
  const auto at = random.below(text.size() + 1);
  switch (random.below(6)) {
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
    case 4:
      text.resize(at);
      break;
    default: {
      const auto& other = corpus[random.below(corpus.size())];
      text.insert(at, other.substr(random.below(other.size() + 1), random.below(256)));
    }
  }
}

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

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
