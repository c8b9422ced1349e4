// libFuzzer's entry: any bytes as what a team writes: a rule, rows of a table, a query, a pattern, an
// expression, or another tool's rules. The first byte says which. A rule that loads is tried on a piece of
// code.
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "detectors/foreign_rules.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"
#include "detectors/syntax/expression.hpp"
#include "tests/source_tree.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view code = R"(import requests
def pay(orders):
    for order in orders:
        try:
            requests.post(url(order), json=order)
        except Exception as error:
            log.info("failed %s", error)
)";

struct Folder {
  fs::path path = fs::temp_directory_path() / ("seedfault-fuzz-rules-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path / "rules" / "missing-timeout"); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::shared_ptr<detectors::RuleSet> empty_rules() {
  auto set = std::make_shared<detectors::RuleSet>(source_tree("/detectors/languages"));
  detectors::source::Faults faults;
  detectors::load_tables(source_tree("/detectors/tables"), *set, faults);
  if (!faults.empty()) std::abort();
  return set;
}

void try_rule(const std::string& text, bool table) {
  static const Folder folder;
  static const auto tables = empty_rules();
  const auto rules = table ? empty_rules() : tables;
  const auto file = table ? folder.path / "t.toml" : folder.path / "rules" / "missing-timeout" / "r.toml";
  std::ofstream(file, std::ios::binary) << text;
  detectors::source::Faults faults;
  if (table)
    detectors::load_tables(folder.path, *rules, faults);
  else
    detectors::load_rules(folder.path / "rules", *rules, faults);
  fs::remove(file);
  detectors::Catalog catalog;
  catalog.rules = rules;
  if (faults.empty())
    for (const auto* path : {"a.py", "a.ts"}) {
      const detectors::source::SourceFile sample(path, std::string(code));
      (void)detectors::scan(sample, catalog);
    }
  rules->rules.clear();
}

void try_everywhere(const std::string& text, bool pattern) {
  const detectors::source::SourceFile sample("a.py", std::string(code));
  for (const auto language : detectors::syntax::languages) {
    const auto tree = detectors::syntax::parse(sample.text(), language).tree;
    if (!tree) std::abort();
    if (!pattern) {
      if (const auto query = detectors::syntax::Query::compile(text, language)) (void)query->matches(*tree);
    } else if (const auto compiled = detectors::compile_pattern(text, language)) {
      for (detectors::facts::NodeId i = 0; i < tree->size(); ++i)
        (void)detectors::match_at(*compiled, *tree, i);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 6) {
    case 0:
      try_rule(text, false);
      break;
    case 1:
      try_rule(text, true);
      break;
    case 2:
      try_everywhere(text, false);
      break;
    case 3:
      try_everywhere(text, true);
      break;
    case 4:
      if (const auto expression = detectors::syntax::compile_expression(text))
        (void)detectors::syntax::found_in(code, *expression);
      break;
    default:
      (void)detectors::foreign_rules("rules.yml", text);
  }
  return 0;
}
