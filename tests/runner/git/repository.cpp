#include "runner/git/repository.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/runner/git/temporary.hpp"

namespace fs = std::filesystem;
using namespace runner::git;

namespace {

constexpr std::int64_t march = 1'773'736'920;  // 2026-03-17T08:42:00Z

RepositoryPlan sample_plan() {
  return {.base = {.files = {{"README.md", "# Payments\n"}, {"app/gateway.py", "def charge():\n    pass\n"}},
                   .message = "Add the gateway client\n",
                   .author = "Mira Novak",
                   .email = "mira@payments.example",
                   .seconds = march - 500'000,
                   .offset_minutes = 60},
          .change = {.files = {{"README.md", "# Payments\n"},
                               {"app/gateway.py", "def charge():\r\n    return 1"},
                               {"app/empty.py", ""},
                               {"app/deep/er/webhook.py", "import app\n"}},
                     .message = "Handle the webhook\n\nRefs: PAY-412\n",
                     .author = "Mira Novak",
                     .email = "mira@payments.example",
                     .seconds = march,
                     .offset_minutes = 60},
          .branch = "mira/pay-412"};
}

bool has_git() { return std::system("git --version >/dev/null 2>&1") == 0; }

// The output of git run as a stranger would, with no configuration of this machine; "!" in front when it
// failed.
std::string git(const fs::path& folder, const std::string& arguments) {
  const auto command = fmt::format(
      "cd '{}' && env -i PATH=\"$PATH\" HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 TZ=UTC git {} 2>&1",
      folder.string(), arguments);
  auto* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string output;
  char part[512];
  while (const auto count = fread(part, 1, sizeof part, pipe)) output.append(part, count);
  return pclose(pipe) == 0 ? output : "!" + output;
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::set<std::string> all_files(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path().lexically_relative(folder).generic_string());
  return files;
}

}  // namespace

TEST_CASE("make_repository: the files, and nothing in .git that is not needed") {
  const Temporary temporary;
  const auto folder = temporary.path() / "repo";
  const auto ids = make_repository(folder, sample_plan());
  REQUIRE(ids);
  CHECK(read(folder / "app/gateway.py") == "def charge():\r\n    return 1");
  CHECK(read(folder / ".git/HEAD") == "ref: refs/heads/mira/pay-412\n");
  CHECK(read(folder / ".git/refs/heads/main") == ids->base_commit + "\n");
  CHECK(read(folder / ".git/refs/heads/mira/pay-412") == ids->change_commit + "\n");
  std::set<std::string> plain;
  for (const auto& file : all_files(folder))
    if (file.starts_with(".git/") && !file.starts_with(".git/objects/")) plain.insert(file);
  CHECK(plain == std::set<std::string>{".git/HEAD", ".git/config", ".git/index", ".git/refs/heads/main",
                                       ".git/refs/heads/mira/pay-412"});
}

TEST_CASE("make_repository: what git itself says of it") {
  if (!has_git()) return;
  const Temporary temporary;
  const auto folder = temporary.path() / "repo";
  const auto ids = make_repository(folder, sample_plan());
  REQUIRE(ids);
  CHECK(git(folder, "status --porcelain --ignored") == "");
  CHECK(git(folder, "fsck --full --strict --no-progress --no-dangling") == "");
  CHECK(git(folder, "fsck --full --strict --no-progress --unreachable") == "");
  CHECK(git(folder, "branch --format='%(refname)'") == "refs/heads/main\nrefs/heads/mira/pay-412\n");
  CHECK(git(folder, "rev-parse HEAD main") == ids->change_commit + "\n" + ids->base_commit + "\n");
  CHECK(
      git(folder, "log --format='%s|%b|%an|%ae|%cn|%ce|%aI|%cI'") ==
      "Handle the webhook|Refs: PAY-412\n|Mira Novak|mira@payments.example|Mira Novak|mira@payments.example|"
      "2026-03-17T09:42:00+01:00|2026-03-17T09:42:00+01:00\n"
      "Add the gateway client||Mira Novak|mira@payments.example|Mira Novak|mira@payments.example|"
      "2026-03-11T14:48:40+01:00|2026-03-11T14:48:40+01:00\n");
  CHECK(git(folder, "diff --name-status main") ==
        "A\tapp/deep/er/webhook.py\nA\tapp/empty.py\nM\tapp/gateway.py\n");
  CHECK(git(folder, "reflog") == "");
  CHECK(git(folder, "checkout -q main && git status --porcelain") == "");
}

TEST_CASE("make_repository: the same plan gives the same ids, and they are those predicted") {
  const Temporary temporary;
  const auto predicted = predict_ids(sample_plan());
  const auto one = make_repository(temporary.path() / "one", sample_plan());
  const auto two = make_repository(temporary.path() / "two", sample_plan());
  REQUIRE((predicted && one && two));
  CHECK(one->base_commit == predicted->base_commit);
  CHECK(one->change_commit == predicted->change_commit);
  CHECK(two->change_commit == one->change_commit);
  CHECK(read(temporary.path() / "one/.git/index") == read(temporary.path() / "two/.git/index"));
  auto other = sample_plan();
  other.change.files[1].text += "\n";
  CHECK(predict_ids(other)->base_commit == one->base_commit);
  CHECK(predict_ids(other)->change_commit != one->change_commit);
}

TEST_CASE("make_repository: the order of the files in the plan makes no difference") {
  auto plan = sample_plan();
  std::swap(plan.change.files[0], plan.change.files[3]);
  CHECK(predict_ids(plan)->change_commit == predict_ids(sample_plan())->change_commit);
}

TEST_CASE("make_repository: every time on disk is the change's") {
  const Temporary temporary;
  const auto folder = temporary.path() / "repo";
  REQUIRE(make_repository(folder, sample_plan()));
  const auto time_of = [](const fs::path& path) {
    struct stat status{};
    REQUIRE(lstat(path.c_str(), &status) == 0);
    return static_cast<std::int64_t>(status.st_mtim.tv_sec);
  };
  CHECK(time_of(folder) == march);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    CHECK_MESSAGE(time_of(entry.path()) == march, entry.path());
}

TEST_CASE("make_repository: neither environment nor configuration of the machine shows") {
  const Temporary temporary;
  const auto home = temporary.path() / "home";
  fs::create_directories(home / ".config/git");
  std::ofstream(home / ".gitconfig")
      << "[user]\n\tname = Someone Else\n\temail = leak@machine\n[core]\n\tautocrlf = true\n"
         "\tlogAllRefUpdates = always\n[init]\n\tdefaultBranch = leak\n";
  setenv("HOME", home.c_str(), 1);
  setenv("GIT_AUTHOR_NAME", "leak", 1);
  const auto folder = temporary.path() / "repo";
  REQUIRE(make_repository(folder, sample_plan()));
  const auto pieces = everything_stored(folder);
  REQUIRE(pieces);
  char host[256] = {};
  REQUIRE(gethostname(host, sizeof host - 1) == 0);
  for (const auto& piece : *pieces) {
    CHECK(piece.content.find("leak") == std::string::npos);
    CHECK(piece.content.find("Someone") == std::string::npos);
    CHECK(piece.content.find(temporary.path().string()) == std::string::npos);
    if (std::string(host).size() > 3) CHECK(piece.content.find(host) == std::string::npos);
  }
  unsetenv("GIT_AUTHOR_NAME");
}

TEST_CASE("make_repository: refusals leave nothing behind") {
  struct Row {
    std::string_view what;
    void (*spoil)(RepositoryPlan&);
    std::string_view message;
  };
  const Row rows[] = {
      {"path out", [](auto& plan) { plan.change.files[0].path = "../x"; },
       "git refuses the path '../x'; rename the file"},
      {"into .git", [](auto& plan) { plan.change.files[0].path = ".git/hooks/x"; },
       "git refuses the path '.git/hooks/x'"},
      {"absolute", [](auto& plan) { plan.base.files[0].path = "/etc/x"; }, "git refuses the path '/etc/x'"},
      {"absolute and written", [](auto& plan) { plan.change.files[0].path = "/tmp/x"; },
       "git refuses the path '/tmp/x'"},
      {"part", [](auto& plan) { plan.change.files[0].path = "a/../../x"; },
       "git refuses the path 'a/../../x'"},
      {"empty part", [](auto& plan) { plan.change.files[0].path = "a//x"; }, "git refuses the path 'a//x'"},
      {"twice", [](auto& plan) { plan.change.files[0].path = "app/empty.py"; }, "one path stands twice"},
      {"file and folder", [](auto& plan) { plan.change.files[0].path = "app"; },
       "one path stands twice, or is a file and a folder"},
      {"main", [](auto& plan) { plan.branch = "main"; }, "git refuses the branch 'main' beside main"},
      {"bad branch", [](auto& plan) { plan.branch = "a..b"; }, "git refuses the branch 'a..b'"},
      {"no author", [](auto& plan) { plan.change.author = ""; }, "git refuses the author"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const Temporary temporary;
    auto plan = sample_plan();
    row.spoil(plan);
    const auto ids = make_repository(temporary.path() / "repo", plan);
    REQUIRE_FALSE(ids);
    CHECK_MESSAGE(to_string(ids.error()[0]).find(row.message) != std::string::npos,
                  to_string(ids.error()[0]));
    CHECK(fs::is_empty(temporary.path()));
    CHECK_FALSE(predict_ids(plan));
  }
}

TEST_CASE("make_repository: an existing target, a missing parent") {
  const Temporary temporary;
  fs::create_directory(temporary.path() / "there");
  const auto taken = make_repository(temporary.path() / "there", sample_plan());
  REQUIRE_FALSE(taken);
  CHECK(taken.error()[0].problem == "exists already");
  CHECK(taken.error()[0].remedy == "choose another folder, or move this one away");
  CHECK(fs::is_empty(temporary.path() / "there"));
  const auto orphan = make_repository(temporary.path() / "no/where", sample_plan());
  REQUIRE_FALSE(orphan);
  CHECK(orphan.error()[0].path == (temporary.path() / "no").string());
  CHECK(orphan.error()[0].problem == "is not a folder");
  CHECK_FALSE(fs::exists(temporary.path() / "no"));
}
