// The labelled reviews: those of tests/review/corpus (its README.md tells what the labels mean), and the
// blind ones of the bank, exercises/<id>/reviews/blind-<style>.json, which are held out.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/comment.hpp"
#include "runner/session/house.hpp"

namespace bench {

using detectors::source::Checked;
using Levels = std::map<std::string, runner::review::Level>;  // by defect id

struct Label {
  Levels expected;               // what the comment alone deserves; empty when it is about no defect
  std::string fate;              // of a comment without a defect: "noise", "decoy:<id>", "neutral", "extra"
  std::vector<std::string> why;  // nothing, or the sentence that argues the label
};

struct LabelledReview {
  std::string name;  // "tool-03"
  std::string exercise;
  std::vector<std::string> planted;  // ids of defects; empty: all of the exercise's
  std::string style;
  bool held_out = false;
  runner::review::Review review;
  std::vector<Label> labels;  // by comment
  Levels expected;            // by every planted defect
};

// By place and name. Any key that is missing or of another type, and any level that does not exist, is a
// fault.
[[nodiscard]] Checked<std::vector<LabelledReview>> read_labelled(const runner::session::House& house);

}  // namespace bench
