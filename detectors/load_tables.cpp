// detectors/tables/*.toml: rows about libraries.
#include <fmt/format.h>

#include "detectors/read.hpp"
#include "detectors/rules.hpp"

namespace detectors {
namespace {

using facts::Tables;
using source::Manifest;

// One file; its rows go into the tables of each language that it is for.
struct TableReader {
  RuleSet& set;
  Manifest& file;
  std::vector<Tables*> tables;

  void read_languages() {
    const auto names = file.texts("languages");
    for (const auto& name : names) {
      if (const auto language = syntax::language_named(name))
        tables.push_back(&set.tables[static_cast<std::size_t>(*language)]);
      else
        file.fault("languages", fmt::format("'{}' is no language", name),
                   "use python, go, javascript, typescript, tsx, java, sql");
    }
    if (names.empty())
      for (auto& each : set.tables) tables.push_back(&each);
  }

  facts::Labels labels(Manifest& row, const std::string& key) {
    facts::Labels labels;
    for (const auto& name : row.texts(key)) {
      const auto bit = set.labels->add(name);
      if (bit)
        labels.set(*bit);
      else
        row.fault(key, fmt::format("'{}' is one label too many", name), "use a label that there is already");
    }
    return labels;
  }

  void read_type(Manifest& row) {
    const auto name = row.required_text("name");
    const auto also = row.texts("also");
    const auto elements = row.text("elements");
    const auto called = row.text("called");
    const bool fluent = row.boolean("fluent").value_or(false);
    const auto is = labels(row, "is");
    const auto methods_are = labels(row, "methods_are");
    const auto parameter_is = labels(row, "parameter_is");
    for (auto* to : tables) {
      const auto type = to->add_type(name);
      for (const auto& alias : also) to->add_alias(alias, type);
      const auto elements_type = elements ? to->add_type(*elements) : facts::no_type;
      const auto called_type = called ? to->add_type(*called) : facts::no_type;
      auto& edited = to->edit(type);
      if (elements) edited.elements = elements_type;
      if (called) edited.called = called_type;
      edited.fluent |= fluent;
      edited.labels |= is;
      edited.handles |= methods_are;
      edited.parameter |= parameter_is;
    }
  }

  void read_call(Manifest& row) {
    facts::CallRow call;
    const auto names = row.texts("names");
    if (names.empty()) row.fault("names", "'names' is missing", "add names = [\"library.function\"]");
    call.labels = labels(row, "is");
    const auto returns = row.text("returns");
    call.returns_argument = returns == "argument";
    call.arguments = row.texts("arguments");
    call.first_argument_is_type = row.boolean("first_argument_is_type").value_or(false);
    call.needs_arguments = row.boolean("needs_arguments").value_or(false);
    if (const auto most = row.integer("most_arguments"))
      call.most_arguments = static_cast<std::size_t>(*most);
    call.options = row.text("options").value_or("");
    call.callback = labels(row, "callback_is");
    const auto takes = row.text("callback_takes");
    for (auto* to : tables) {
      if (returns && !call.returns_argument) call.returns = to->add_type(*returns);
      if (takes) call.callback_takes = to->add_type(*takes);
      for (const auto& name : names) to->add_call(name, call);
    }
  }

  void read() {
    read_languages();
    for (auto& row : file.tables("type")) read_type(row);
    for (auto& row : file.tables("call")) read_call(row);
    for (auto& row : file.tables("keyword")) {
      const auto is = labels(row, "is");
      for (const auto& name : row.texts("names"))
        for (auto* to : tables) to->add_keyword(name, is);
    }
  }
};

}  // namespace

void load_tables(const std::filesystem::path& folder, RuleSet& set, source::Faults& faults) {
  const auto add = [&](const source::Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); };
  // Labels that our own analysis gives, so that rules can ask for them whatever the tables hold.
  for (const auto name : {"read",
                          "write",
                          "insert",
                          "update",
                          "locks",
                          "upsert",
                          "limits",
                          "duplicate-check",
                          "loop",
                          "route",
                          "consumer",
                          "transaction",
                          "retries",
                          "context",
                          "fetches-all",
                          "all-rows",
                          "begins",
                          "outbound-write",
                          "outbound-create",
                          "of-its-receiver",
                          "saves",
                          "spawned",
                          "autocommit",
                          "client-input",
                          "statement-unseen",
                          "of-the-schema",
                          "locks-mutex",
                          "unlocks-mutex",
                          "promise"})
    (void)set.labels->add(name);
  for (auto& tables : set.tables) (void)tables.add_type("row");
  const auto files = files_with_ending(folder, ".toml");
  if (!files) return add(files.error());
  for (const auto& file : *files) {
    auto manifest = read_manifest(file);
    if (!manifest) {
      add(manifest.error());
      continue;
    }
    TableReader{set, *manifest, {}}.read();
    add(manifest->finish());
  }
}

}  // namespace detectors
