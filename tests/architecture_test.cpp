// The arrows between the rooms run one way, and each third-party library is named in its own room only. Reads
// the #include lines of every source file; a new room or library needs a row below.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>
#include "tests/source_tree.hpp"

namespace fs = std::filesystem;
namespace {

using Names = std::vector<std::string>;

// Room -> rooms that it may include besides itself. Longest prefix wins, so "detectors/source" is not
// "detectors".
const std::map<std::string, Names> arrows{
    {"detectors/source", {}},
    {"detectors", {"detectors/source"}},
    {"sandbox", {}},
    {"runner/review", {"detectors/source"}},
    {"runner/measure", {"runner/review"}},
    {"runner/exercise", {"runner/review", "detectors/source"}},
    // writers of formats need the change's lines: the header of git that holds nothing else
    {"runner/comments", {"runner/git/patch", "runner/review", "detectors/source"}},
    {"runner/git", {"runner/review", "detectors/source"}},
    {"runner/session",
     {"runner/measure", "runner/exercise", "runner/comments", "runner/git", "runner/review", "detectors",
      "detectors/source", "sandbox"}},
    // report sees values only: the headers of session that hold nothing else, and what those values are made
    // of
    {"runner/report",
     {"runner/session/values", "runner/session/bank_values", "runner/session/import_values",
      "runner/session/check_values", "runner/session/detect_values", "runner/session/doctor_values",
      "runner/session/calibration_values", "runner/session/health_values", "runner/session/invitation_values",
      "runner/session/subject_values", "runner/session/pair_values", "runner/session/handout_values",
      "runner/measure", "runner/exercise", "runner/git", "runner/review", "detectors/source"}},
    {"runner/web",
     {"runner/report", "runner/session", "runner/exercise", "runner/git/patch", "runner/review",
      "detectors/source"}},
    {"runner/cli",
     {"runner/web/serve", "runner/web/site", "runner/report", "runner/measure", "runner/session",
      "runner/comments", "runner/review", "detectors/source"}},
    {"runner", {"runner/cli"}},
};

// How an include begins -> files (by prefix) that may hold it.
const std::vector<std::pair<std::string, Names>> libraries{
    {"tree_sitter/", {"detectors/syntax/"}},
    {"git2", {"runner/git/"}},
    {"boost/",
     {"sandbox/launch.cpp", "runner/web/serve.cpp", "runner/web/connection.", "runner/web/socket.",
      "runner/web/settle.", "runner/web/tls."}},
    {"sqlite3", {"runner/session/database.cpp"}},
    {"openssl/", {"runner/session/secret.cpp", "runner/web/tls.cpp"}},
    {"CLI/", {"runner/cli/parse.cpp"}},
    {"toml++/", {"detectors/source/manifest.cpp", "sandbox/"}},
    {"seccomp", {"sandbox/"}},
    {"libstemmer", {"runner/review/"}},
    {"cmark-gfm", {"runner/review/", "runner/report/"}},
    {"nlohmann/", {"detectors/source/strict_json.cpp", "runner/"}},
    {"expat", {"runner/comments/checkstyle.cpp"}},
    {"yaml-cpp/", {"detectors/source/yaml.cpp"}},
};

struct Include {
  std::string file;  // relative to the source tree
  int line = 0;
  std::string path;  // as written
};

std::string room_of(const std::string& path) {
  std::string best;
  for (const auto& [room, allowed] : arrows)
    if (path.starts_with(room + "/") && room.size() > best.size()) best = room;
  return best;
}

void read_includes(const fs::path& root, const fs::path& file, std::vector<Include>& includes) {
  std::ifstream stream(file);
  std::string text;
  for (int line = 1; std::getline(stream, text); ++line) {
    if (!text.starts_with("#include")) continue;
    const auto open = text.find_first_of("<\"");
    const auto close = text.find_first_of(">\"", open + 1);
    if (close != std::string::npos)
      includes.push_back(
          {file.lexically_relative(root).string(), line, text.substr(open + 1, close - open - 1)});
  }
}

std::vector<Include> all_includes() {
  const fs::path root = source_tree();
  std::vector<Include> includes;
  for (const auto* wing : {"detectors", "sandbox", "runner"})
    for (auto entry = fs::recursive_directory_iterator(root / wing);
         entry != fs::recursive_directory_iterator(); ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      const auto kind = entry->path().extension();
      if (kind == ".cpp" || kind == ".hpp") read_includes(root, entry->path(), includes);
    }
  return includes;
}

bool allowed(const Include& include, const std::string& from) {
  const auto to = room_of(include.path);
  if (to == from) return true;
  const auto& names = arrows.at(from);
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& name) { return to == name || include.path == name + ".hpp"; });
}

}  // namespace

TEST_CASE("every file stands in a room") {
  for (const auto& include : all_includes()) {
    INFO(include.file);
    CHECK(!room_of(include.file).empty());
  }
}

TEST_CASE("arrows between rooms run one way") {
  const auto includes = all_includes();
  CHECK(includes.size() > 200);  // it really looked
  for (const auto& include : includes) {
    const auto from = room_of(include.file);
    if (from.empty() || room_of(include.path).empty()) continue;
    INFO(fmt::format("{}:{} includes {}", include.file, include.line, include.path));
    CHECK(allowed(include, from));
  }
}

TEST_CASE("the table of arrows has no circle") {
  for (const auto& [room, names] : arrows)
    for (const auto& name : names)
      if (const auto other = arrows.find(name); other != arrows.end())
        CHECK(std::find(other->second.begin(), other->second.end(), room) == other->second.end());
}

TEST_CASE("a library is named in its own room only") {
  for (const auto& include : all_includes())
    for (const auto& [library, places] : libraries) {
      if (!include.path.starts_with(library)) continue;
      INFO(fmt::format("{}:{} includes {}", include.file, include.line, include.path));
      CHECK(std::any_of(places.begin(), places.end(),
                        [&](const auto& place) { return include.file.starts_with(place); }));
    }
}

TEST_CASE("no third-party type reaches a header of another room") {
  for (const auto& include : all_includes()) {
    if (!include.file.ends_with(".hpp")) continue;
    for (const auto& library :
         {"fmt/", "nlohmann/", "toml++/", "git2", "boost/", "sqlite3", "CLI/", "yaml-cpp/"}) {
      INFO(fmt::format("{}:{} includes {}", include.file, include.line, include.path));
      CHECK((!include.path.starts_with(library) || include.file.starts_with("detectors/syntax/") ||
             include.file.starts_with("runner/git/") || include.file.starts_with("sandbox/") ||
             include.file.starts_with("runner/report/") || include.file.starts_with("runner/comments/") ||
             include.file == "runner/web/socket.hpp" || include.file == "runner/web/connection.hpp" ||
             include.file == "runner/web/settle.hpp" ||
             include.file == "runner/web/tls.hpp"));  // the sockets' own, of a few sources of that room
    }
  }
}
