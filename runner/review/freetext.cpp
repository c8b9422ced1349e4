#include "runner/review/freetext.hpp"

#include <algorithm>

#include "runner/review/assign.hpp"
#include "runner/review/freetext_evidence.hpp"
#include "runner/review/freetext_place.hpp"
#include "runner/review/freetext_speech.hpp"

namespace runner::review {
namespace {

constexpr std::size_t most_units =
    5000;  // all are compared with each other; longer lists are read as one text
constexpr double opposite =
    -2.0;  // the logit that a comment which asserts the opposite can have at most: 0.12

// A comment, or an item of its list.
struct Unit {
  std::size_t comment = 0;
};

struct Weighed {
  double logit = 0;
  SpeechEvidence speech;
  PlaceEvidence place;
};

class Matcher {
 public:
  Matcher(const FreeKey& key, const FreeTextModel& model, const Language& language)
      : key_(key), model_(model), language_(*language) {
    read_units();
    const auto& function_words = model.background.function_words;
    std::vector<Signs> comments, defects;
    for (const auto& text : texts_) comments.push_back(signs_of(text, function_words, *language));
    for (const auto& defect : key.defects)
      defects.push_back(signs_of(plain_text(text_of(defect)), function_words, *language));
    comparison_ = compare(comments, defects, model.background);
    const Speeches speeches(key.defects, texts_, language);
    for (std::size_t i = 0; i < units_.size(); ++i)
      for (std::size_t j = 0; j < key.defects.size(); ++j) weighed_.push_back(weigh(i, j, speeches));
  }

  [[nodiscard]] FreeMatching match() const {
    FreeMatching result;
    result.pairs.reserve(key_.comments.size() * key_.defects.size());
    for (std::size_t i = 0; i < key_.comments.size(); ++i)
      for (std::size_t j = 0; j < key_.defects.size(); ++j) result.pairs.push_back({i, j, 0});
    for (std::size_t i = 0; i < units_.size(); ++i)
      for (std::size_t j = 0; j < key_.defects.size(); ++j) {
        auto& score = result.pairs[units_[i].comment * key_.defects.size() + j].score;
        score = std::max(score, logistic(of(i, j).logit));
      }
    result.matches = matches();
    std::vector<bool> matched(key_.comments.size());
    for (const auto& match : result.matches) matched[match.comment] = true;
    for (std::size_t i = 0; i < matched.size(); ++i)
      if (!matched[i]) result.unmatched.push_back(i);
    return result;
  }

 private:
  void read_units() {
    for (std::size_t i = 0; i < key_.comments.size(); ++i) {
      auto parts = parts_of(key_.comments[i].body);
      const auto to_come = key_.comments.size() - i - 1;
      if (units_.size() + parts.size() + to_come > std::max(most_units, key_.comments.size()))
        parts.assign(1, plain_text(key_.comments[i].body));
      for (auto& part : parts) {
        units_.push_back({i});
        texts_.push_back(std::move(part));
      }
    }
  }

  static std::string text_of(const FreeDefect& defect) {
    return defect.title.empty() ? defect.description : defect.title + "\n\n" + defect.description;
  }

  [[nodiscard]] const Weighed& of(std::size_t unit, std::size_t defect) const {
    return weighed_[unit * key_.defects.size() + defect];
  }

  [[nodiscard]] Contributions contributed(std::size_t unit, std::size_t defect) const {
    return contributions(model_, comparison_.of(unit, defect), comparison_.company[unit]);
  }

  [[nodiscard]] Weighed weigh(std::size_t unit, std::size_t defect, const Speeches& speeches) const {
    Weighed result{.speech = speeches.weigh(unit, defect),
                   .place = compare_places(key_.comments[units_[unit].comment].place,
                                           key_.defects[defect].place, key_.code)};
    if (result.place.weight > 0 && result.speech.weight <= 0 && !shares_plain_words(unit, defect))
      result.place = {0, result.place.text + ", but nothing is shared beside names"};
    const double words = contributed(unit, defect).sum() + result.place.weight;
    if (result.speech.opposite) result.speech.weight = std::min(0.0, opposite - words);
    result.logit = words + result.speech.weight;
    return result;
  }

  // A remark on the very line about another problem shares the names that stand there, and no more.
  [[nodiscard]] bool shares_plain_words(std::size_t unit, std::size_t defect) const {
    const auto& space = comparison_.spaces[static_cast<std::size_t>(Kind::plain)];
    return std::ranges::any_of(
        shared(space.points[unit], space.points[units_.size() + defect]),
        [&](std::uint32_t axis) { return !model_.background.function_words.contains(space.signs[axis]); });
  }

  // One-to-one, so that the sum of the scores that say "the same problem" is greatest.
  [[nodiscard]] std::vector<FreeMatch> matches() const {
    std::vector<std::size_t> rows;  // units that may match at all
    std::vector<std::vector<double>> values;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      std::vector<double> row;
      for (std::size_t j = 0; j < key_.defects.size(); ++j) {
        const double score = logistic(of(i, j).logit);
        row.push_back(score >= same_problem ? score : 0);
      }
      if (std::ranges::any_of(row, [](double value) { return value > 0; })) {
        rows.push_back(i);
        values.push_back(std::move(row));
      }
    }
    std::vector<FreeMatch> found;
    const auto assigned = assign(values);
    for (std::size_t r = 0; r < assigned.size(); ++r)
      if (assigned[r]) found.push_back(explain(rows[r], *assigned[r]));
    std::ranges::stable_sort(found, [](const FreeMatch& a, const FreeMatch& b) {
      return std::pair(a.comment, a.defect) < std::pair(b.comment, b.defect);
    });
    return found;
  }

  [[nodiscard]] FreeMatch explain(std::size_t unit, std::size_t defect) const {
    const auto& weighed = of(unit, defect);
    FreeMatch match{.comment = units_[unit].comment,
                    .defect = defect,
                    .level = weighed.speech.level,
                    .score = logistic(weighed.logit),
                    .evidence = {}};
    if (!weighed.place.text.empty())
      match.evidence.push_back(line(Reason{weighed.place.text, weighed.place.weight}));
    if (!weighed.speech.text.empty())
      match.evidence.push_back(line(Reason{weighed.speech.text, weighed.speech.weight}));
    for (const auto& reason : reasons(comparison_, unit, defect, contributed(unit, defect),
                                      model_.background.function_words, forms_in(texts_[unit], language_)))
      match.evidence.push_back(line(reason));
    return match;
  }

  const FreeKey& key_;
  const FreeTextModel& model_;
  const LanguageData& language_;
  std::vector<Unit> units_;
  std::vector<PlainText> texts_;  // by unit
  Comparison comparison_;         // units against defects
  std::vector<Weighed> weighed_;  // unit x defects + defect
};

}  // namespace

FreeMatching match_free_text(const FreeKey& key, const FreeTextModel& model, const Language& language) {
  return Matcher(key, model, language).match();
}

}  // namespace runner::review
