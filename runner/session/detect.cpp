#include "runner/session/detect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "detectors/ignore.hpp"
#include "detectors/rules.hpp"
#include "detectors/source/nearest.hpp"
#include "runner/session/detect_files.hpp"
#include "runner/session/files.hpp"
#include "runner/session/machine_made.hpp"
#include "runner/session/rule_book.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;
using detectors::source::SourceFile;

// Findings that are there and not told.
struct LeftOut {
  std::size_t ignored = 0, unlikely = 0;
};

struct Scanner {
  const DetectRequest& request;
  const detectors::Catalog& catalog;
  Base base = {};  // with --base

  [[nodiscard]] bool wanted(const detectors::Finding& finding) const {
    const auto& classes = request.classes;
    return finding.severity >= request.least &&
           (classes.empty() || std::find(classes.begin(), classes.end(), finding.class_id) != classes.end());
  }

  FoundInFile look(const std::string& path, std::string given, LeftOut& left_out) const {
    const SourceFile file(path, std::move(given));
    const auto& text = file.text();
    const auto old = base.texts.find(path);
    const bool same = old != base.texts.end() && old->second == text;
    // Of a document that did not change, what it refers to may have.
    if (same && !(detectors::is_openapi(path, text) && detectors::refers_to_others(text))) return {};
    auto scan = old == base.texts.end() ? detectors::scan(file, catalog)
                                        : detectors::scan(file, old->second, catalog, other_files(base));
    if (same && scan.findings.empty()) return {};
    std::erase_if(scan.findings, [&](const auto& finding) { return !wanted(finding); });
    auto listened = detectors::without_ignored(file, std::move(scan.findings));
    left_out.ignored = listened.ignored;
    left_out.unlikely = std::erase_if(listened.findings, [&](const auto& finding) {
      return finding.confidence < request.least_confidence;
    });
    FoundInFile found{
        .path = path, .findings = std::move(listened.findings), .lines = {}, .notes = std::move(scan.notes)};
    found.notes.insert(found.notes.end(), listened.notes.begin(), listened.notes.end());
    for (const auto& finding : found.findings) found.lines.emplace_back(file.line(finding.begin.line));
    return found;
  }

  // What a request names itself is looked at, whoever wrote it.
  [[nodiscard]] std::string skipped(const fs::path& path, const std::string& text) const {
    const auto& named = request.paths;
    return std::find(named.begin(), named.end(), path) == named.end()
               ? machine_made(path.generic_string(), text)
               : "";
  }

  FoundInFile look_at_file(const fs::path& path, LeftOut& left_out) const {
    auto text = read_file(path);
    auto note = text ? skipped(path, *text) : text.error().front().problem;
    if (note.empty()) return look(path.generic_string(), std::move(*text), left_out);
    return {.path = path.generic_string(), .findings = {}, .lines = {}, .notes = {std::move(note)}};
  }
};

void add(DetectReport& report, const LeftOut& left_out) {
  report.ignored += left_out.ignored;
  report.unlikely += left_out.unlikely;
}

// All cores take files from one list; what they find is put together in the list's order.
DetectReport scan_all(const Scanner& scanner, const std::vector<fs::path>& files) {
  std::vector<FoundInFile> found(files.size());
  std::vector<LeftOut> left_out(files.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < files.size(); i = next++)
      found[i] = scanner.look_at_file(files[i], left_out[i]);
  };
  const auto cores = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < cores; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  DetectReport report{.files = {}, .version = std::string(tool_version()), .scanned = files.size()};
  for (std::size_t i = 0; i < files.size(); ++i) {
    add(report, left_out[i]);
    if (!found[i].findings.empty() || !found[i].notes.empty()) report.files.push_back(std::move(found[i]));
  }
  return report;
}

using OwnRules = std::optional<fs::path>;

Checked<detectors::Catalog> catalog_with(const House& house, const OwnRules& own) {
  if (!own) return load_catalog(house);
  std::error_code error;
  if (!fs::is_directory(*own, error))
    return faulty({own->string(),
                   {},
                   "is no folder",
                   "name a folder with rules/<class>/<rule>.toml and tables/*.toml"});
  return detectors::load_catalog(house.data, *own);
}

Checked<detectors::Catalog> catalog_for(const House& house, const DetectRequest& request) {
  auto catalog = catalog_with(house, request.rules);
  if (!catalog || !request.rules) return catalog;
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
  Scanner scanner{request, *catalog};
  if (!request.standard_input) {
    auto files = files_of(request);
    if (!files) return tl::make_unexpected(files.error());
    if (request.base) {
      auto base = base_of(request);
      if (!base) return tl::make_unexpected(base.error());
      scanner.base = *std::move(base);
      add_documents(scanner.base, request, *files);
    }
    return scan_all(scanner, *files);
  }
  DetectReport report{.files = {}, .version = std::string(tool_version()), .scanned = 1};
  LeftOut left_out;
  report.files.push_back(
      scanner.look(request.paths.front().generic_string(), *request.standard_input, left_out));
  add(report, left_out);
  return report;
}

Checked<RulePage> rule_page(const House& house, const std::string& rule, const OwnRules& own) {
  const auto catalog = catalog_with(house, own);
  if (!catalog) return tl::make_unexpected(catalog.error());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < catalog->rules->rules.size(); ++i) {
    ids.push_back(catalog->rules->rules[i].id);
    if (ids.back() == rule) return page_of(*catalog, i);
  }
  return faulty(
      {"--explain",
       {},
       fmt::format("there is no rule '{}'", rule),
       detectors::source::did_you_mean(rule, ids).value_or("a finding names its rule in brackets")});
}

}  // namespace runner::session
