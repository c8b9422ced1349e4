// Every comment compared with every defect, in numbers: what the two share, how the pair stands among its
// rivals, and what the comments that say nearly the same have to do with the defect. Plain numbers that a
// person can check.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/freetext_signs.hpp"
#include "runner/review/freetext_space.hpp"

namespace runner::review {

// "Likeness" below is the cosine of all words, + 0.5 that of plain words, of pairs and of letters, + 0.3 that
// of names.
enum class Feature {
  words,            // cosine of all words
  plain_words,      // cosine of the words that are no part of a name in code
  said_of_defect,   // share of the defect's words that the comment has
  said_of_comment,  // share of the comment's words that the defect has
  words_in_common,  // how much is shared whatever the lengths: the root of the product of the two
  pairs,            // cosine of words that stand behind each other
  letters,          // cosine of runs of four letters
  letters_of_defect,
  names,            // cosine of identifiers
  names_in_common,  // the root of their product, at most 3
  names_extra,      // share of the comment's identifiers that the defect does not have; 0 when it has none
  names_missing,    // and the other way round
  numbers,          // cosine of numbers
  comment_length,   // ln(1 + distinct words)
  defect_length,
  words_ahead_of_defects,   // words, less those of the comment's next best defect
  words_ahead_of_comments,  // less those of the defect's next best comment
  ahead_of_defects,         // the same with likeness
  ahead_of_comments,
  five_alike,  // likeness to the defect of the five comments most like this one, the liker the heavier
  fifteen_alike,
  passed_on,      // likeness, passed on four times among comments that are alike
  like_the_best,  // likeness of this comment to the three that fit the defect best
};
inline constexpr std::size_t feature_count = 23;
inline constexpr std::array<std::string_view, feature_count> feature_names{"words",
                                                                           "plain_words",
                                                                           "said_of_defect",
                                                                           "said_of_comment",
                                                                           "words_in_common",
                                                                           "pairs",
                                                                           "letters",
                                                                           "letters_of_defect",
                                                                           "names",
                                                                           "names_in_common",
                                                                           "names_extra",
                                                                           "names_missing",
                                                                           "numbers",
                                                                           "comment_length",
                                                                           "defect_length",
                                                                           "words_ahead_of_defects",
                                                                           "words_ahead_of_comments",
                                                                           "ahead_of_defects",
                                                                           "ahead_of_comments",
                                                                           "five_alike",
                                                                           "fifteen_alike",
                                                                           "passed_on",
                                                                           "like_the_best"};

using Features = std::array<float, feature_count>;

// Signs that are compared; each has a space of its own.
enum class Kind { words, plain, pairs, letters, names, numbers };
inline constexpr std::size_t kind_count = 6;

// How rare a word is where nothing is known of the review yet.
struct Background {
  FunctionWords function_words;
  std::unordered_map<std::string, float> rarity;  // by stem; never iterated
  float rarest = 8;                               // of a stem that is not listed
};

struct Comparison {
  std::size_t comments = 0;
  std::size_t defects = 0;
  std::array<Space, kind_count> spaces;  // points: the comments, then the defects
  std::vector<Features> features;        // comment x defects + defect
  std::vector<float> company;            // by comment, 0..1: likeness of its five nearest other comments

  [[nodiscard]] const Features& of(std::size_t comment, std::size_t defect) const {
    return features[comment * defects + defect];
  }
};

[[nodiscard]] Comparison compare(const std::vector<Signs>& comments, const std::vector<Signs>& defects,
                                 const Background& background);

}  // namespace runner::review
