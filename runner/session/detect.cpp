#include "runner/session/detect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "detectors/ignore.hpp"
#include "detectors/outline.hpp"
#include "detectors/rules.hpp"
#include "detectors/source/nearest.hpp"
#include "runner/git/ignore.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;
using detectors::source::SourceFile;

bool matches_glob(std::string_view glob, std::string_view path) {
  if (glob.empty()) return path.empty();
  if (glob.starts_with("**")) {
    const auto rest = glob.substr(glob.starts_with("**/") ? 3 : 2);
    for (std::size_t i = 0; i <= path.size(); ++i)
      if (matches_glob(rest, path.substr(i))) return true;
    return false;
  }
  if (glob.front() == '*') {
    for (std::size_t i = 0; i <= path.size() && (i == 0 || path[i - 1] != '/'); ++i)
      if (matches_glob(glob.substr(1), path.substr(i))) return true;
    return false;
  }
  return !path.empty() && (glob.front() == '?' || glob.front() == path.front()) &&
         matches_glob(glob.substr(1), path.substr(1));
}

// A glob without "/" speaks of any part of the path, as in .gitignore.
bool excluded(const std::vector<std::string>& globs, const fs::path& path) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    if (glob.find('/') != std::string::npos) return matches_glob(glob, path.generic_string());
    return std::any_of(path.begin(), path.end(),
                       [&](const auto& part) { return matches_glob(glob, part.string()); });
  });
}

// Folders that hold what others wrote; a symbolic link is not followed, so a loop of them ends.
bool skipped_folder(const fs::path& path) {
  const auto name = path.filename().string();
  return name == ".git" || name == "node_modules" || name == "__pycache__" || name == ".venv";
}

void add_folder(const fs::path& folder, const DetectRequest& request, std::vector<fs::path>& files) {
  const git::IgnoreRules ignore(folder);
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const auto& path = at->path();
    const bool away = excluded(request.excludes, path) || ignore.ignores(path);
    std::error_code unknown;
    if (at->is_directory(unknown) && (away || skipped_folder(path))) at.disable_recursion_pending();
    if (!away && at->is_regular_file(unknown) && !at->is_symlink(unknown) &&
        !detectors::language_of(path.string()).empty())
      files.push_back(path);
  }
}

Checked<std::vector<fs::path>> files_of(const DetectRequest& request) {
  std::vector<fs::path> files;
  Faults faults;
  for (const auto& path : request.paths) {
    std::error_code error;
    if (fs::is_directory(path, error))
      add_folder(path, request, files);
    else if (fs::exists(path, error))
      files.push_back(path);
    else
      faults.push_back({path.string(), {}, "is not there", "name a file or a folder"});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

struct Scanner {
  const DetectRequest& request;
  const detectors::Catalog& catalog;

  [[nodiscard]] bool wanted(const detectors::Finding& finding) const {
    const auto& classes = request.classes;
    return finding.severity >= request.least &&
           (classes.empty() || std::find(classes.begin(), classes.end(), finding.class_id) != classes.end());
  }

  FoundInFile look(const std::string& path, const std::string& text, std::size_t& ignored) const {
    const SourceFile file(path, text);
    auto scan = detectors::scan(file, catalog);
    std::erase_if(scan.findings, [&](const auto& finding) { return !wanted(finding); });
    auto listened = detectors::without_ignored(file, std::move(scan.findings));
    ignored = listened.ignored;
    FoundInFile found{
        .path = path, .findings = std::move(listened.findings), .lines = {}, .notes = std::move(scan.notes)};
    found.notes.insert(found.notes.end(), listened.notes.begin(), listened.notes.end());
    for (const auto& finding : found.findings) found.lines.emplace_back(file.line(finding.begin.line));
    return found;
  }

  FoundInFile look_at_file(const fs::path& path, std::size_t& ignored) const {
    const auto text = read_file(path);
    if (text) return look(path.generic_string(), *text, ignored);
    return {
        .path = path.generic_string(), .findings = {}, .lines = {}, .notes = {text.error().front().problem}};
  }
};

// All cores take files from one list; what they find is put together in the list's order.
DetectReport scan_all(const Scanner& scanner, const std::vector<fs::path>& files) {
  std::vector<FoundInFile> found(files.size());
  std::vector<std::size_t> ignored(files.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < files.size(); i = next++) found[i] = scanner.look_at_file(files[i], ignored[i]);
  };
  const auto cores = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < cores; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  DetectReport report{.files = {}, .version = std::string(tool_version()), .scanned = files.size()};
  for (std::size_t i = 0; i < files.size(); ++i) {
    report.ignored += ignored[i];
    if (!found[i].findings.empty() || !found[i].notes.empty()) report.files.push_back(std::move(found[i]));
  }
  return report;
}

Checked<detectors::Catalog> catalog_for(const House& house, const DetectRequest& request) {
  if (!request.rules) return load_catalog(house);
  std::error_code error;
  if (!fs::is_directory(*request.rules, error))
    return faulty({request.rules->string(),
                   {},
                   "is no folder",
                   "name a folder with rules/<class>/<rule>.toml and tables/*.toml"});
  auto catalog = detectors::load_catalog(house.data, *request.rules);
  if (!catalog) return catalog;
  auto faults = detectors::check_rules(*catalog, *request.rules);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return catalog;
}

Checked<std::monostate> check_classes(const DetectRequest& request, const detectors::Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& each : catalog.classes) ids.push_back(each.id);
  Faults faults;
  for (const auto& id : request.classes)
    if (!detectors::find_class(catalog, id))
      faults.push_back(
          {"--class",
           {},
           fmt::format("there is no class '{}'", id),
           detectors::source::did_you_mean(id, ids).value_or("see docs/taxonomy.md for the classes")});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return std::monostate{};
}

}  // namespace

std::size_t DetectReport::findings() const {
  std::size_t count = 0;
  for (const auto& file : files) count += file.findings.size();
  return count;
}

Checked<DetectReport> detect(const House& house, const DetectRequest& request) {
  const auto catalog = catalog_for(house, request);
  if (!catalog) return tl::make_unexpected(catalog.error());
  if (const auto known = check_classes(request, *catalog); !known) return tl::make_unexpected(known.error());
  const Scanner scanner{request, *catalog};
  if (!request.standard_input) {
    const auto files = files_of(request);
    if (!files) return tl::make_unexpected(files.error());
    return scan_all(scanner, *files);
  }
  DetectReport report{.files = {}, .version = std::string(tool_version()), .scanned = 1};
  report.files.push_back(
      scanner.look(request.paths.front().generic_string(), *request.standard_input, report.ignored));
  return report;
}

Checked<RulePage> rule_page(const House& house, const std::string& rule) {
  const auto catalog = load_catalog(house);
  if (!catalog) return tl::make_unexpected(catalog.error());
  std::vector<std::string> ids;
  for (const auto& each : catalog->rules->rules) {
    ids.push_back(each.id);
    if (each.id != rule) continue;
    RulePage page{.id = each.id,
                  .class_id = each.class_id,
                  .class_title = {},
                  .severity = std::string(to_string(each.severity)),
                  .message = each.message,
                  .why = each.why,
                  .fix = each.fix,
                  .languages = {},
                  .examples = {}};
    if (const auto* its = detectors::find_class(*catalog, each.class_id)) page.class_title = its->title;
    for (const auto language : each.languages)
      page.languages.emplace_back(detectors::syntax::name_of(language));
    for (const auto& example : each.examples)
      page.examples.push_back(
          {std::string(detectors::syntax::name_of(example.language)), example.code, example.bad});
    return page;
  }
  return faulty(
      {"--explain",
       {},
       fmt::format("there is no rule '{}'", rule),
       detectors::source::did_you_mean(rule, ids).value_or("a finding names its rule in brackets")});
}

}  // namespace runner::session
