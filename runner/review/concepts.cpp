#include "runner/review/concepts.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace runner::review {
namespace {

constexpr std::size_t asking_reach = 2;   // "is there [a read] timeout"
constexpr std::size_t missing_reach = 6;  // "could not find [a place where a] timeout"
constexpr std::size_t wide_phrase = 4;    // a phrase so much longer than what it spans only passes over it

constexpr std::size_t own_words = 3;  // of a consequence that shares words with the cause

std::size_t length(Range range) { return range.last - range.first; }

// How many words of `range` stand outside of `other`, which it overlaps.
std::size_t outside(Range range, Range other) {
  return length(range) - (std::min(range.last, other.last) - std::max(range.first, other.first));
}

// "1998" in "1998 instead of 1999" ends the words around it, and is one of theirs.
bool passed_over(Range inner, Range outer) {
  return inner.first != outer.first && inner.last != outer.last &&
         length(outer) >= length(inner) + wide_phrase;
}

class Reader {
 public:
  Reader(const Speech& speech, std::size_t own, std::size_t known)
      : speech_(speech), vocabularies_{own, known} {
    causes_ = all(Concept::cause);
    std::erase_if(causes_, [](const Said* said) { return !said->meant(); });
  }

  Concepts find() const {
    Concepts found;
    found.cause = best(causes_);
    found.effect = best(apart(Concept::effect, causes_));
    // Words that name the cause, or else the consequence, say nothing more as remedy or topic.
    const auto spoken = causes_.empty() ? meant(Concept::effect) : causes_;
    if (found.cause == nullptr) find_asked(found);
    found.remedy = best(remedies(spoken, found));
    found.topic = best(apart(Concept::topic, spoken));
    found.wrong_remedy = best(meant(Concept::wrong_remedy));
    find_near_miss(found);
    find_denied(found);
    return found;
  }

 private:
  std::vector<const Said*> all(Concept kind) const {
    std::vector<const Said*> found;
    for (const auto vocabulary : vocabularies_)
      for (const auto& said : speech_.of(vocabulary, kind)) found.push_back(&said);
    return found;
  }

  std::vector<const Said*> meant(Concept kind) const {
    auto found = all(kind);
    std::erase_if(found, [](const Said* said) { return !said->meant(); });
    return found;
  }

  // The defect's own words before the class's, what the sentence asks for before what it speaks of, long
  // before short.
  const Said* best(const std::vector<const Said*>& found) const {
    const auto rank = [&](const Said* said) {
      return std::tuple(said->owner.vocabulary == vocabularies_[0], said->wish, length(said->range));
    };
    const auto at = std::ranges::max_element(found, {}, rank);
    return at == found.end() ? nullptr : *at;
  }

  // Those that say something besides `others`: at least one of these stands elsewhere, or passes over them
  // widely.
  std::vector<const Said*> apart(Concept kind, const std::vector<const Said*>& others) const {
    auto found = meant(kind);
    if (others.empty()) return found;
    std::erase_if(found, [&](const Said* said) {
      const auto same = [&](const Said* other) {
        return nested(said->range, other->range) && length(other->range) <= length(said->range) + 1;
      };
      const auto elsewhere = [&](const Said* other) {
        if (!overlap(said->range, other->range)) return true;
        if (nested(said->range, other->range)) return passed_over(said->range, other->range);
        // "workers hang forever" only says that it hangs; "…forever and no health check gets through" says
        // more
        return kind == Concept::effect && outside(said->range, other->range) >= own_words;
      };
      // "two requests read it, and one update is lost": told after the cause, a name for it is its
      // consequence.
      const auto before = [&](const Said* other) { return other->range.last <= said->range.first; };
      const bool told_after = kind == Concept::effect && std::ranges::any_of(others, before);
      return (!told_after && std::ranges::any_of(others, same)) || std::ranges::none_of(others, elsewhere);
    });
    return found;
  }

  // Remedies besides the words that name the problem; and, where it is named by asking for its remedy
  // ("please pass a timeout"), these very words. "Is there a timeout?" asks for it and proposes nothing.
  std::vector<const Said*> remedies(const std::vector<const Said*>& spoken, const Concepts& named) const {
    auto found = apart(Concept::remedy, spoken);
    for (const auto* said : meant(Concept::remedy))
      if (said->wish == Wish::wanted && !forbids(said->range) &&
          !speech_.tokens.sentences[said->sentence].question && std::ranges::find(found, said) == found.end())
        found.push_back(said);
    for (const auto* wrong : meant(Concept::wrong_remedy))
      if (std::ranges::none_of(found, [&](const Said* said) { return outgrows(*said, *wrong); }))
        std::erase_if(found, [&](const Said* said) { return nested(said->range, wrong->range); });
    std::erase_if(found, [&](const Said* said) {
      return named.asked != nullptr && overlap(named.asked->range, said->range) &&
             (speech_.tokens.sentences[said->sentence].question || said->wish != Wish::wanted);
    });
    return found;
  }

  // "raise max_attempts" holds the words of a remedy and is none. But a remedy that goes on beyond the wrong
  // one's words is another ("index on (id" in "add an index on (id, state)"), and what the author calls a
  // remedy is one, whatever the class says.
  bool outgrows(const Said& remedy, const Said& wrong) const {
    if (!overlap(remedy.range, wrong.range)) return false;
    const bool author = remedy.owner.vocabulary == vocabularies_[0];
    return !nested(remedy.range, wrong.range) || (author && wrong.owner.vocabulary != vocabularies_[0]);
  }

  // "must not be swallowed" says what is wrong, not what to do.
  bool forbids(Range range) const {
    const auto& stem = speech_.tokens.tokens[range.first].stem;
    return stem == "not" || stem == "never" || stem == "no";
  }

  void find_asked(Concepts& found) const {
    for (const auto* said : meant(Concept::lackable)) {
      const bool question = speech_.tokens.sentences[said->sentence].question;
      for (const auto range : speech_.marks.of(question ? Part::asks_for : Part::calls_for, said->sentence)) {
        if (range.last > said->range.first || said->range.first - range.last > asking_reach) continue;
        found.asked = said;
        found.asking = range;
        return;
      }
      for (const auto range : speech_.marks.of(Part::misses, said->sentence)) {
        if (range.last > said->range.first || said->range.first - range.last > missing_reach) continue;
        found.asked = said;
        found.asking = range;
        return;
      }
    }
  }

  // A near miss counts unless a cause is named in other words.
  void find_near_miss(Concepts& found) const {
    for (const auto* said : meant(Concept::near_miss)) {
      const auto apart = [&](const Said* cause) { return !overlap(cause->range, said->range); };
      if (std::ranges::any_of(causes_, apart)) continue;
      found.near_miss = said;
      return;
    }
  }

  // A cause that is denied outweighs what is said beside it; a topic or a remedy only where nothing else is
  // said.
  void find_denied(Concepts& found) const {
    const bool wants = found.remedy != nullptr && found.remedy->wish != Wish::none;
    if (found.named() || wants) return;
    for (const auto kind : {Concept::cause, Concept::lackable, Concept::topic, Concept::remedy}) {
      if (kind != Concept::cause && (found.effect != nullptr || found.remedy != nullptr)) return;
      for (const auto* said : all(kind)) {
        if (said->meant()) continue;
        found.denied = said;
        return;
      }
    }
  }

  const Speech& speech_;
  std::array<std::size_t, 2> vocabularies_;
  std::vector<const Said*> causes_;  // meant
};

}  // namespace

bool Concepts::any() const {
  return cause || effect || remedy || topic || wrong_remedy || near_miss || asked || denied;
}

Concepts concepts_in(const Speech& speech, std::size_t own, std::size_t known) {
  return Reader(speech, own, known).find();
}

}  // namespace runner::review
