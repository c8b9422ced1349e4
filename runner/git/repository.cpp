#include "runner/git/repository.hpp"

#include <fmt/format.h>
#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

#include "runner/git/commits.hpp"
#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"
#include "runner/git/staging.hpp"

namespace runner::git {
namespace {

namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::faulty;

// The settings that a checkout needs, and nothing that tells where it was made. No line ending or file mode
// is a change on the candidate's system either.
constexpr std::string_view config =
    "[core]\n"
    "\trepositoryformatversion = 0\n"
    "\tfilemode = false\n"
    "\tbare = false\n"
    "\tlogallrefupdates = false\n"
    "\tautocrlf = false\n";

Fault failed(const std::string& place, std::string_view doing) {
  return {place,
          {},
          fmt::format("cannot {}: {}", doing, last_complaint()),
          "check the disk's space and permissions"};
}

// A database of loose objects. The directories info and pack stay empty, as `git init` leaves them.
Checked<Handle<git_odb, git_odb_free>> open_objects(const fs::path& folder, const std::string& place) {
  Handle<git_odb, git_odb_free> objects;
  git_odb_backend* loose = nullptr;
  constexpr int default_compression = -1;
  if (git_odb_new(out(objects)) != 0 ||
      git_odb_backend_loose(&loose, folder.c_str(), default_compression, 0, 0755, 0444) != 0)
    return faulty(failed(place, "open the object database"));
  if (git_odb_add_backend(objects.get(), loose, 1) != 0) {
    loose->free(loose);
    return faulty(failed(place, "open the object database"));
  }
  return objects;
}

// The entries carry no size, time or inode: git looks at the contents once and finds them clean.
bool write_index(const fs::path& path, git_odb* objects, const std::string& tree_id) {
  Handle<git_repository, git_repository_free> repository;
  Handle<git_index, git_index_free> index;
  Handle<git_tree, git_tree_free> tree;
  git_oid id;
  return git_oid_fromstr(&id, tree_id.c_str()) == 0 &&
         git_repository_wrap_odb(out(repository), objects) == 0 &&
         git_tree_lookup(out(tree), repository.get(), &id) == 0 &&
         git_index_open(out(index), path.c_str()) == 0 && git_index_read_tree(index.get(), tree.get()) == 0 &&
         git_index_write(index.get()) == 0;
}

Checked<RepositoryIds> fill(Staging& staging, const RepositoryPlan& plan, const std::string& place) {
  for (const auto* folder : {".git/objects/info", ".git/objects/pack", ".git/refs/heads", ".git/refs/tags"})
    if (auto fault = staging.make_folder(folder)) return faulty(*fault);
  auto objects = open_objects(staging.path() / ".git/objects", place);
  if (!objects) return tl::make_unexpected(objects.error());
  const auto written = write_plan(objects->get(), plan, place);
  if (!written) return tl::make_unexpected(written.error());
  const std::pair<std::string, std::string> plain[] = {
      {".git/HEAD", "ref: refs/heads/" + plan.branch + "\n"},
      {".git/config", std::string(config)},
      {".git/refs/heads/main", written->commits.base_commit + "\n"},
      {".git/refs/heads/" + plan.branch, written->commits.change_commit + "\n"}};
  for (const auto& [path, text] : plain)
    if (auto fault = staging.write(path, text)) return faulty(*fault);
  for (const auto& file : plan.change.files)
    if (auto fault = staging.write(file.path, file.text)) return faulty(*fault);
  if (!write_index(staging.path() / ".git/index", objects->get(), written->change_tree))
    return faulty(failed(place, "write the index"));
  return written->commits;
}

}  // namespace

Checked<RepositoryIds> make_repository(const fs::path& folder, const RepositoryPlan& plan) {
  start_library();
  auto staging = Staging::beside(folder);
  if (!staging) return tl::make_unexpected(staging.error());
  auto ids = fill(*staging, plan, folder.string());
  if (!ids) return ids;
  if (auto fault = staging->set_times(plan.change.seconds)) return faulty(*fault);
  if (auto fault = staging->move_into_place()) return faulty(*fault);
  return ids;
}

Checked<RepositoryIds> predict_ids(const RepositoryPlan& plan) {
  start_library();
  const std::string place = "repository";
  Handle<git_odb, git_odb_free> objects;
  git_odb_backend* memory = nullptr;
  if (git_odb_new(out(objects)) != 0 || git_mempack_new(&memory) != 0)
    return faulty(failed(place, "begin in memory"));
  if (git_odb_add_backend(objects.get(), memory, 1) != 0) {
    memory->free(memory);
    return faulty(failed(place, "begin in memory"));
  }
  const auto written = write_plan(objects.get(), plan, place);
  if (!written) return tl::make_unexpected(written.error());
  return written->commits;
}

}  // namespace runner::git
