// Pairs of a review comment and a known defect, judged "the same problem" or not, read from a folder with
// defects.jsonl, comments.jsonl and pairs.jsonl.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Text {
  std::string id;
  std::string text;
};

struct Judged {
  std::size_t comment = 0;  // indices into the case
  std::size_t defect = 0;
  bool same = false;
};

// What is matched in one go.
struct Case {
  std::size_t group =
      0;  // cases of one pull request share it; they are never split between fitting and testing
  std::vector<Text> comments;
  std::vector<Text> defects;
  std::vector<Judged> pairs;
};

struct Data {
  std::vector<std::string> groups;  // pull requests, sorted
  std::vector<Case> cases;          // one a pull request: the comments of all its reviews
};

// Ends the program with a message when the folder cannot be read.
[[nodiscard]] Data read_data(const std::string& folder);

// Who looks at how much at once. A comment's id is "set:extractor:reviewer:change:number".
//   together      all comments on a pull request, whoever wrote them
//   by_extractor  a third of them: every reviewer once
//   one_review    what one reviewer said, three comments on the average
enum class Arrangement { together, by_extractor, one_review };
[[nodiscard]] std::vector<Case> arranged(const std::vector<Case>& cases, Arrangement arrangement);

}  // namespace bench
