#include "runner/git/publish.hpp"

#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"

namespace runner::git {
namespace {

namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::faulty;

struct Branch {
  std::string name;  // "refs/heads/main"
  std::string id;    // hex
  git_oid oid = {};
};

tl::unexpected<detectors::source::Faults> unreadable(const fs::path& folder) {
  return faulty({folder.string(),
                 {},
                 fmt::format("cannot be read: {}", last_complaint()),
                 "check the space for temporary files"});
}

int collect(git_reference* reference, void* branches) {
  const Handle<git_reference, git_reference_free> owned(reference);
  Branch branch{.name = git_reference_name(reference), .id = std::string(GIT_OID_HEXSZ, '0')};
  if (const auto* target = git_reference_target(reference)) {
    branch.oid = *target;
    git_oid_fmt(branch.id.data(), target);
    static_cast<std::vector<Branch>*>(branches)->push_back(std::move(branch));
  }
  return 0;
}

// Every object that the branches lead to, in git's own format for the way.
bool write_pack(git_repository* repository, const std::vector<Branch>& branches, std::string& pack) {
  Handle<git_packbuilder, git_packbuilder_free> builder;
  if (git_packbuilder_new(out(builder), repository) != 0) return false;
  git_packbuilder_set_threads(builder.get(), 1);
  for (const auto& branch : branches)
    if (git_packbuilder_insert_commit(builder.get(), &branch.oid) != 0) return false;
  const auto append = [](void* bytes, std::size_t size, void* to) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return 0;
  };
  return git_packbuilder_foreach(builder.get(), append, &pack) == 0;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Checked<Published> publish(const fs::path& folder) {
  start_library();
  Handle<git_repository, git_repository_free> repository;
  if (git_repository_open(out(repository), folder.c_str()) != 0) return unreadable(folder);
  std::vector<Branch> branches;
  if (git_reference_foreach(repository.get(), collect, &branches) != 0) return unreadable(folder);
  std::ranges::sort(branches, {}, &Branch::name);
  git_oid head;
  if (git_reference_name_to_id(&head, repository.get(), "HEAD") != 0) return unreadable(folder);
  std::array<char, GIT_OID_HEXSZ + 1> head_id{};
  git_oid_tostr(head_id.data(), head_id.size(), &head);

  Published published;
  published.bundle = "# v2 git bundle\n";
  for (const auto& branch : branches) {
    published.bundle += fmt::format("{} {}\n", branch.id, branch.name);
    published.files["info/refs"] += fmt::format("{}\t{}\n", branch.id, branch.name);
  }
  published.bundle += fmt::format("{} HEAD\n\n", head_id.data());
  if (!write_pack(repository.get(), branches, published.bundle)) return unreadable(folder);
  const auto inside = folder / ".git";
  // The commit itself, by which git finds the branch: of "ref: refs/heads/…" it takes 40 characters for an
  // id.
  published.files["HEAD"] = fmt::format("{}\n", head_id.data());
  for (const auto& entry : fs::recursive_directory_iterator(inside / "objects"))
    if (entry.is_regular_file())
      published.files[entry.path().lexically_relative(inside).generic_string()] = bytes_of(entry.path());
  return published;
}

}  // namespace runner::git
