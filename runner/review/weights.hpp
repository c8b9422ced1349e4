// Every number that the matcher weighs with, in one place, each with its reason. A pair's score is the
// logistic function of the sum of its weights: 0.5 is a sum of 0. Weights were set so that these hold, and
// tests keep them:
//   right place and right words is a match (-3.4 + 2.2 + 2.8 = 1.6: 0.83), neither alone is (0.23, 0.35);
//   a symptom in the right place is none (0.33), and with the topic not quite one (0.48): a person looks at
//   it.
#pragma once

namespace runner::review::weights {

inline constexpr double bias = -3.4;  // what a pair starts from: most pairs are not the same problem

// Place. People comment near the line; a region says less than a line; a wrong place speaks against.
inline constexpr double statement = 2.2;
inline constexpr double near = 2.1;
inline constexpr double block = 1.9;
inline constexpr double function = 1.6;
inline constexpr double type = 0.4;
inline constexpr double same_file = 0.0;
inline constexpr double whole_file = 0.6;  // a comment on the file as a whole cannot point closer
inline constexpr double elsewhere = -1.5;
inline constexpr double neutral_zone = -0.1;      // beside a primary or related place
inline constexpr double absence = 1.6;            // what is not there needs no line
inline constexpr double absence_in_file = 0.5;    // a comment on another line of its file
inline constexpr double absence_elsewhere = 0.3;  // or of another file

// Words of the defect and of its class.
inline constexpr double cause = 2.8;
inline constexpr double own_cause = 3.0;     // in words that the author gave to this very defect
inline constexpr double asks = 2.4;          // "is there a timeout?"
inline constexpr double remedy = 2.0;        // "add a timeout": asks for what is missing
inline constexpr double named_remedy = 1.4;  // "selectinload": only names it
inline constexpr double effect = 1.0;
inline constexpr double symptom = 0.5;  // a consequence for which no cause is given
inline constexpr double condition =
    0.5;  // "if the answer gets lost …": a consequence told with its condition
inline constexpr double told =
    0.1;  // a consequence or a remedy in free words raises the level, and proves little of which defect it is
inline constexpr double topic = 0.6;
inline constexpr double wrong_remedy = -0.2;

// What names this defect and no other when the place does not tell.
inline constexpr double subject_first = 0.8;  // a word that stands in this place's code and in few others
inline constexpr double subject_more = 0.4;
inline constexpr double subject_hint = 0.3;  // one that stands in up to half of the others
inline constexpr double only_one = 0.5;      // no other defect's cause is named

// What speaks against.
inline constexpr double denied = -5.0;  // "this is not a race"
inline constexpr double near_miss = -2.0;
inline constexpr double other_problem =
    -2.0;  // the remedy or the topic comes up while another problem is named
inline constexpr double decoy_place = -3.0;  // it stands on a decoy that it mistakes for a defect
inline constexpr double capped = 0.45;       // the score of a near miss is at most this

// A suggestion that silences the detector and still parses.
inline constexpr double good_suggestion = 3.6;
inline constexpr double bad_suggestion = -0.2;

inline constexpr double rival_margin =
    1.2;  // by which the evidence for another defect must outdo that for one
inline constexpr double same_problem = 0.5;  // scores from here on match
inline constexpr double unsure = 0.1;        // a score this close to it is for a person to look at

}  // namespace runner::review::weights
