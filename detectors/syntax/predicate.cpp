#include "detectors/syntax/predicate.hpp"

#include <algorithm>

namespace detectors::syntax {
namespace {

bool satisfied(const Predicate& predicate, std::string_view text, const Match& match, const Tree& tree) {
  switch (predicate.kind) {
    case Predicate::Kind::any_of:
      return std::find(predicate.texts.begin(), predicate.texts.end(), text) != predicate.texts.end();
    case Predicate::Kind::matches:
      return found_in(text, predicate.pattern);
    case Predicate::Kind::equals:
      break;
  }
  if (!predicate.texts.empty()) return text == predicate.texts.front();
  return std::all_of(match.captures.begin(), match.captures.end(), [&](const Capture& capture) {
    return capture.name != predicate.other || tree.slice(capture.node) == text;
  });
}

}  // namespace

bool holds(const Predicate& predicate, const Match& match, const Tree& tree) {
  return std::all_of(match.captures.begin(), match.captures.end(), [&](const Capture& capture) {
    return capture.name != predicate.capture ||
           satisfied(predicate, tree.slice(capture.node), match, tree) == predicate.wanted;
  });
}

}  // namespace detectors::syntax
