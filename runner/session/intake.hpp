// Comments on their way into an attempt, inside of one transaction: placed, numbered, each once.
#pragma once

#include <map>
#include <set>
#include <string>

#include "runner/session/import_values.hpp"
#include "runner/session/placing.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

[[nodiscard]] ImportedComment imported_comment(const review::Comment& comment, const std::string& id,
                                               const std::string& file, const std::string& record);

class Intake {
 public:
  Intake(Store& store, const Attempt& attempt, const Stage& stage, std::string author)
      : store_(store),
        attempt_(attempt),
        placer_(stage, attempt.base_commit, attempt.change_commit),
        author_(std::move(author)) {}

  // Reads what the attempt has already.
  [[nodiscard]] Checked<std::monostate> begin();
  void begin_file(const std::string& path, std::string_view format);
  void take(comments::Found&& found);
  void leave_out(std::string record, std::string why);
  // Replies are tied to what they answer. The first fault of the store, if there was one.
  [[nodiscard]] Checked<std::monostate> finish();

  [[nodiscard]] ImportResult& result() { return result_; }
  [[nodiscard]] const Faults& faults() const { return faults_; }

 private:
  struct Known {
    std::string id;
    std::string body;   // its digest
    bool mine = false;  // taken in by this import
    bool met = false;   // this import has told of it, unchanged or changed
  };
  [[nodiscard]] static std::string identity(const review::Comment& comment);
  bool is_known(const comments::Found& found, const review::Comment& comment);
  bool same_again(std::vector<Known>& all, const std::string& body, const std::string& record);
  void put(review::Comment comment, const std::string& record);

  Store& store_;
  const Attempt& attempt_;
  Placer placer_;
  std::string author_;
  std::map<std::string, std::vector<Known>> known_;  // by identity; several where a file had it twice
  std::map<std::string, std::string> ids_;           // as it came -> as it is kept, for replies
  std::vector<std::pair<std::string, std::string>> orphans_;  // id, what it answers: not met yet
  std::set<std::string> authors_;
  int next_ = 1;
  ImportResult result_;
  Faults faults_;
};

}  // namespace runner::session
