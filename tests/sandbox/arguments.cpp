#include "sandbox/arguments.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sandbox;

namespace {

std::string joined(const std::vector<std::string>& arguments) {
  std::string text = " ";
  for (const auto& argument : arguments) text += argument + " ";
  return text;
}

std::string arguments_for(HasProc has_proc) {
  Profile profile;
  profile.visible = {"/usr", "/etc/alternatives"};
  const Inherited inherited{.init = 7, .order = 8, .status = 9, .files = {{"/etc/passwd", 10}}};
  return joined(
      bubblewrap_arguments(profile, 1000, has_proc, inherited, {{"lib", "usr/lib"}, {"lib64", ""}}));
}

}  // namespace

TEST_CASE("every wall of bubblewrap is asked for") {
  const std::string text = arguments_for(HasProc::yes);
  for (const auto* wall : {
           " --unshare-all ",
           " --unshare-user ",
           " --disable-userns ",
           " --die-with-parent ",
           " --new-session ",
           " --as-pid-1 ",
           " --cap-drop ALL ",
           " --uid 1000 ",
           " --gid 1000 ",
           " --hostname sandbox ",
           " --ro-bind-try /usr /usr ",
           " --ro-bind-try /etc/alternatives /etc/alternatives ",
           " --symlink usr/lib /lib ",
           " --ro-bind /lib64 /lib64 ",
           " --proc /proc ",
           " --dev /dev ",
           " --size 500 --tmpfs /dev/shm ",
           " --size 500 --tmpfs /tmp ",
           " --size 500 --tmpfs /work ",
           " --perms 0444 --file 10 /etc/passwd ",
           " --remount-ro /proc --remount-ro /dev --remount-ro / --chdir /work -- /proc/self/fd/7 9 8 ",
       }) {
    CAPTURE(wall);
    CHECK(text.find(wall) != std::string::npos);
  }
}

TEST_CASE("nothing is bound for writing, and nothing is shared") {
  const std::string text = arguments_for(HasProc::yes);
  for (const auto* hole :
       {" --bind ", " --bind-try ", " --dev-bind ", " --share-net ", " --cap-add ", " --setenv "}) {
    CAPTURE(hole);
    CHECK(text.find(hole) == std::string::npos);
  }
}

TEST_CASE("the root is made read-only after everything is in it") {
  const std::string text = arguments_for(HasProc::yes);
  CHECK(text.rfind("--tmpfs") < text.find("--remount-ro /dev"));
  CHECK(text.rfind("--file") < text.find("--remount-ro / "));
}

TEST_CASE("without /proc there is none") {
  const std::string text = arguments_for(HasProc::no);
  CHECK(text.find("proc") == std::string::npos);
  CHECK(text.find(" --perms 0555 --file 7 /seedfault-init ") != std::string::npos);
  CHECK(text.find(" -- /seedfault-init 9 8 ") != std::string::npos);
}

TEST_CASE("the made-up files have nothing of the host in them") {
  const auto files = made_up_files();
  REQUIRE(files.size() == 3);
  CHECK(std::all_of(files.begin(), files.end(),
                    [](const File& file) { return file.path.starts_with("/etc/"); }));
  CHECK(files.front().content.find("root") == std::string::npos);
}
