// Mutations that know what a text is made of: lines, blocks, words. Bytes alone hardly ever make another
// program that parses; lines and names of the project's own examples do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fuzz {

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

// What mutations take from: the parts of known good texts.
struct Pool {
  std::vector<std::string> blocks;  // between empty lines
  std::vector<std::string> lines;
  std::vector<std::string> words;
};

// Of all files below the folder whose name has this ending, in one order on every machine.
void add_to_pool(const std::filesystem::path& folder, const std::string& ending, Pool& pool);

// One change to `text`; never longer than `most` bytes.
void mutate(std::string& text, const Pool& pool, Random& random, std::size_t most);

// The first lines of one, then the last of the other.
[[nodiscard]] std::string crossed(const std::string& one, const std::string& other, Random& random);

}  // namespace fuzz
