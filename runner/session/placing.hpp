// Where an imported comment stands in the pull request.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "detectors/source/file.hpp"
#include "runner/comments/comments.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

// Places comments one after the other. Everything that it infers it says in anchor_note; a comment whose
// place does not exist is kept on its file or on the review as a whole, with anchor none.
//
// Exact is what was written on the change's own commit, or on text that reads the same here, or by a format
// that knows no commits at all. Commits are compared by their first seven digits or more.
class Placer {
 public:
  Placer(const Stage& stage, std::string base_commit, std::string change_commit)
      : stage_(stage), base_commit_(std::move(base_commit)), change_commit_(std::move(change_commit)) {}

  [[nodiscard]] review::Comment placed(comments::Found found);

 private:
  struct Located {
    std::string path;  // "" when the pull request has no such file
    std::string note;  // how it was found, when not by its own name
  };
  using File = detectors::source::SourceFile;

  const Located& located(const std::string& path);
  Located locate(const std::string& path) const;
  const File* file(review::Side side, const std::string& path);
  void take_diff_position(comments::Found& found);
  void check_code(comments::Found& found);
  void find_code(comments::Found& found);
  void check_commit(comments::Found& found) const;
  bool check_lines(review::Comment& comment, const File& file) const;

  const Stage& stage_;
  std::string base_commit_;
  std::string change_commit_;
  std::map<std::string, Located> located_;
  std::map<std::pair<review::Side, std::string>, std::optional<File>> files_;
  std::optional<std::vector<git::FileDiff>> change_;
};

}  // namespace runner::session
