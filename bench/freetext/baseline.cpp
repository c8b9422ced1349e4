#include "bench/freetext/baseline.hpp"

#include <cctype>
#include <cmath>
#include <map>
#include <string>

namespace bench {
namespace {

using Bag = std::map<std::string, double>;

Bag words_of(const std::string& text) {
  Bag bag;
  std::string word;
  for (const char c : text + " ") {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0 || c == '_') {
      word += static_cast<char>(std::tolower(letter));
      continue;
    }
    if (word.size() > 1) ++bag[word];
    word.clear();
  }
  return bag;
}

double cosine(const Bag& a, const Bag& b) {
  double both = 0, squares_a = 0, squares_b = 0;
  for (const auto& [word, weight] : a) {
    squares_a += weight * weight;
    if (const auto found = b.find(word); found != b.end()) both += weight * found->second;
  }
  for (const auto& [word, weight] : b) squares_b += weight * weight;
  return both > 0 ? both / std::sqrt(squares_a * squares_b) : 0;
}

}  // namespace

std::vector<double> plain_cosines(const Case& one) {
  std::vector<Bag> bags;
  Bag texts_with;
  for (const auto* side : {&one.comments, &one.defects})
    for (const auto& text : *side) bags.push_back(words_of(text.text));
  for (const auto& bag : bags)
    for (const auto& [word, times] : bag) ++texts_with[word];
  for (auto& bag : bags)
    for (auto& [word, weight] : bag)
      weight *= std::log((1 + static_cast<double>(bags.size())) / (1 + texts_with[word])) + 1;
  std::vector<double> scores;
  for (const auto& pair : one.pairs)
    scores.push_back(cosine(bags[pair.comment], bags[one.comments.size() + pair.defect]));
  return scores;
}

}  // namespace bench
