#include "runner/git/commits.hpp"

#include <fmt/format.h>
#include <git2.h>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"

namespace runner::git {
namespace {

using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::Faults;
using detectors::source::faulty;

std::string hex(const git_oid& id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), &id);
  return text;
}

// What libgit2 lets pass: an empty part, as "/etc/x" has before its first slash. The rest it refuses by
// itself.
bool has_empty_part(std::string_view path) {
  return path.empty() || path.front() == '/' || path.back() == '/' ||
         path.find("//") != std::string_view::npos || path.find('\0') != std::string_view::npos;
}

struct Writer {
  git_odb* objects;
  git_repository* repository;
  const std::string& place;

  [[nodiscard]] Fault failed(std::string_view doing) const {
    return {place,
            {},
            fmt::format("cannot {}: {}", doing, last_complaint()),
            "check the disk's space and permissions"};
  }

  // A whole tree goes through an index in memory, which sorts the entries and refuses unsafe paths.
  Checked<git_oid> write_tree(const std::vector<RepositoryFile>& files) const {
    Handle<git_index, git_index_free> index;
    if (git_index_new(out(index)) != 0) return faulty(failed("make a tree"));
    Faults faults;
    for (const auto& file : files) {
      git_index_entry entry{};
      entry.mode = GIT_FILEMODE_BLOB;
      entry.path = file.path.c_str();
      if (git_odb_write(&entry.id, objects, file.text.data(), file.text.size(), GIT_OBJECT_BLOB) != 0)
        return faulty(failed("write " + file.path));
      if (has_empty_part(file.path) || git_index_add(index.get(), &entry) != 0)
        faults.push_back({place, {}, fmt::format("git refuses the path '{}'", file.path), "rename the file"});
    }
    if (faults.empty() && git_index_entrycount(index.get()) != files.size())
      faults.push_back(
          {place, {}, "one path stands twice, or is a file and a folder at once", "rename one of the files"});
    if (!faults.empty()) return tl::make_unexpected(std::move(faults));
    git_oid id;
    if (git_index_write_tree_to(&id, index.get(), repository) != 0) return faulty(failed("write a tree"));
    return id;
  }

  Checked<git_oid> write_commit(const CommitPlan& plan, const git_oid& tree_id,
                                const git_oid* parent_id) const {
    Handle<git_signature, git_signature_free> who;
    if (git_signature_new(out(who), plan.author.c_str(), plan.email.c_str(), plan.seconds,
                          plan.offset_minutes) != 0)
      return faulty({place,
                     {},
                     fmt::format("git refuses the author '{} <{}>'", plan.author, plan.email),
                     "write a name and an address without angle brackets"});
    Handle<git_tree, git_tree_free> tree;
    Handle<git_commit, git_commit_free> parent;
    if (git_tree_lookup(out(tree), repository, &tree_id) != 0) return faulty(failed("read a tree back"));
    if (parent_id && git_commit_lookup(out(parent), repository, parent_id) != 0)
      return faulty(failed("read a commit back"));
    git_buf message = GIT_BUF_INIT;
    const Handle<git_buf, git_buf_dispose> owner(&message);
    if (git_message_prettify(&message, plan.message.c_str(), 0, '#') != 0)
      return faulty(failed("read the message"));
    const git_commit* parents[] = {parent.get()};
    git_oid id;
    if (git_commit_create(&id, repository, nullptr, who.get(), who.get(), nullptr, message.ptr, tree.get(),
                          parent ? 1 : 0, parents) != 0)
      return faulty(failed("write a commit"));
    return id;
  }
};

}  // namespace

Checked<WrittenPlan> write_plan(git_odb* objects, const RepositoryPlan& plan, const std::string& place) {
  int good = 0;
  if (git_branch_name_is_valid(&good, plan.branch.c_str()) != 0 || !good || plan.branch == "main" ||
      plan.branch.starts_with("main/"))
    return faulty({place,
                   {},
                   fmt::format("git refuses the branch '{}' beside main", plan.branch),
                   "write a name like pay-412-webhook"});
  Handle<git_repository, git_repository_free> repository;
  if (git_repository_wrap_odb(out(repository), objects) != 0)
    return faulty({place, {}, fmt::format("cannot begin: {}", last_complaint()), "try again"});
  const Writer writer{objects, repository.get(), place};
  const auto base_tree = writer.write_tree(plan.base.files);
  if (!base_tree) return tl::make_unexpected(base_tree.error());
  const auto change_tree = writer.write_tree(plan.change.files);
  if (!change_tree) return tl::make_unexpected(change_tree.error());
  const auto base = writer.write_commit(plan.base, *base_tree, nullptr);
  if (!base) return tl::make_unexpected(base.error());
  const auto change = writer.write_commit(plan.change, *change_tree, &*base);
  if (!change) return tl::make_unexpected(change.error());
  return WrittenPlan{.commits = {hex(*base), hex(*change)}, .change_tree = hex(*change_tree)};
}

}  // namespace runner::git
