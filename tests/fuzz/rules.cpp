// libFuzzer's entry: any bytes as what a team writes: a rule, rows of a table, a query, a pattern, an
// expression, or another tool's rules. The first byte says which. A rule that loads is tried on a piece of
// code.
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "detectors/foreign_rules.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"
#include "detectors/syntax/expression.hpp"
#include "tests/fuzz/shapes.hpp"
#include "tests/source_tree.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

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
  Folder() {
    fs::create_directories(path / "rules" / "missing-timeout");
    fs::create_directories(path / "tables");
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

// Read once; `restore` takes away what a text added. A set that was scanned with must not change any more, so
// it is another one.
class Rules {
 public:
  Rules(const fs::path& tables, const fs::path& rules) {
    detectors::source::Faults faults;
    detectors::load_tables(tables, *set_, faults);
    if (!rules.empty()) detectors::load_rules(rules, *set_, faults);
    if (!faults.empty()) std::abort();
    tables_ = set_->tables;
    labels_ = *set_->labels;
    rules_ = set_->rules;
  }
  detectors::RuleSet& set() { return *set_; }
  detectors::Catalog catalog() {
    detectors::Catalog catalog;
    catalog.rules = set_;
    return catalog;
  }
  void restore() {
    auto fresh = made();
    fresh->labels = set_->labels;  // the tables hold on to it
    *fresh->labels = labels_;
    fresh->tables = tables_;
    fresh->rules = rules_;
    set_ = std::move(fresh);
  }

 private:
  static std::shared_ptr<detectors::RuleSet> made() {
    return std::make_shared<detectors::RuleSet>(source_tree("/detectors/languages"));
  }
  std::shared_ptr<detectors::RuleSet> set_ = made();
  std::vector<detectors::facts::Tables> tables_;
  detectors::facts::LabelNames labels_;
  std::vector<detectors::Rule> rules_;
};

void scan_samples(const detectors::Catalog& catalog) {
  for (const auto* path : {"a.py", "a.ts"}) {
    const detectors::source::SourceFile sample(path, std::string(code));
    (void)detectors::scan(sample, catalog);
  }
}

const Folder& folder() {
  static const Folder made;
  return made;
}

void try_rule(const std::string& text) {
  static Rules rules(source_tree("/detectors/tables"), {});
  const auto file = folder().path / "rules" / "missing-timeout" / "r.toml";
  std::ofstream(file, std::ios::binary) << text;
  detectors::source::Faults faults;
  detectors::load_rules(folder().path / "rules", rules.set(), faults);
  if (faults.empty()) {
    scan_samples(rules.catalog());
    (void)detectors::check_rules(rules.catalog());
  }
  rules.restore();
}

// The rules of one class and a table of two rows, so that not much must be put back each time.
void try_table(const std::string& text) {
  const auto tables = folder().path / "tables";
  static Rules rules(source_tree("/tests/fuzz/parts"), source_tree("/detectors/rules/missing-timeout"));
  std::ofstream(tables / "t.toml", std::ios::binary) << text;
  detectors::source::Faults faults;
  detectors::load_tables(tables, rules.set(), faults);
  if (faults.empty()) scan_samples(rules.catalog());
  rules.restore();
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

const fuzz::Pool& pool_of(std::size_t kind) {
  static const auto pools = [] {
    std::array<fuzz::Pool, 6> made;
    const auto add = [&](std::size_t to, const char* below, const char* ending) {
      fuzz::add_to_pool(source_tree(below), ending, made[to]);
    };
    add(0, "/detectors/rules", ".toml");
    add(1, "/detectors/tables", ".toml");
    add(2, "/detectors", ".scm");
    add(3, "/tests/fuzz/parts", ".yml");
    add(3, "/tests/detectors/fixtures", ".py");
    add(4, "/tests/fuzz/parts", ".txt");
    add(5, "/tests/fuzz/parts", ".yml");
    return made;
  }();
  return pools[kind];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 6) {
    case 0:
      try_rule(text);
      break;
    case 1:
      try_table(text);
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

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  fuzz::Random random{seed};
  if (size == 0 || random.below(4) == 0) return LLVMFuzzerMutate(data, size, most);
  const auto first = random.below(100) == 0 ? static_cast<std::uint8_t>(random.below(6)) : data[0];
  std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (auto rounds = 1 + random.below(3); rounds > 0; --rounds)
    fuzz::mutate(text, pool_of(first % 6), random, most - 1);
  data[0] = first;
  std::memcpy(data + 1, text.data(), text.size());
  return text.size() + 1;
}
