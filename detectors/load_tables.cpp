// detectors/tables/*.toml: rows about libraries.
#include <fmt/format.h>

#include "detectors/read.hpp"
#include "detectors/rules.hpp"

namespace detectors {
namespace {

using source::Manifest;

facts::Labels read_labels(Manifest& row, const std::string& key, facts::Tables& tables) {
  facts::Labels labels;
  for (const auto& name : row.texts(key)) {
    const auto bit = tables.add_label(name);
    if (bit)
      labels.set(*bit);
    else
      row.fault(key, fmt::format("'{}' is one label too many", name), "use a label that there is already");
  }
  return labels;
}

void read_type(Manifest& row, facts::Tables& tables) {
  const auto type = tables.add_type(row.required_text("name"));
  for (const auto& alias : row.texts("also")) tables.add_alias(alias, type);
  const auto elements = row.text("elements");
  const auto called = row.text("called");
  const auto elements_type = elements ? tables.add_type(*elements) : facts::no_type;
  const auto called_type = called ? tables.add_type(*called) : facts::no_type;
  auto& edited = tables.edit(type);
  if (elements) edited.elements = elements_type;
  if (called) edited.called = called_type;
  edited.fluent |= row.boolean("fluent").value_or(false);
  edited.labels |= read_labels(row, "is", tables);
  edited.handles |= read_labels(row, "methods_are", tables);
}

void read_call(Manifest& row, facts::Tables& tables) {
  facts::CallRow call;
  const auto names = row.texts("names");
  if (names.empty()) row.fault("names", "'names' is missing", "add names = [\"library.function\"]");
  call.labels = read_labels(row, "is", tables);
  if (const auto returns = row.text("returns")) {
    call.returns_argument = *returns == "argument";
    if (!call.returns_argument) call.returns = tables.add_type(*returns);
  }
  call.arguments = row.texts("arguments");
  call.first_argument_is_type = row.boolean("first_argument_is_type").value_or(false);
  call.needs_arguments = row.boolean("needs_arguments").value_or(false);
  for (const auto& name : names) tables.add_call(name, call);
}

}  // namespace

void load_tables(const std::filesystem::path& folder, facts::Tables& tables, source::Faults& faults) {
  const auto add = [&](const source::Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); };
  // Labels that our own analysis gives, so that rules can ask for them whatever the tables hold.
  for (const auto name :
       {"read", "write", "insert", "update", "locks", "upsert", "limits", "duplicate-check"})
    (void)tables.add_label(name);
  (void)tables.add_type("row");
  const auto files = files_with_ending(folder, ".toml");
  if (!files) return add(files.error());
  for (const auto& file : *files) {
    auto manifest = read_manifest(file);
    if (!manifest) {
      add(manifest.error());
      continue;
    }
    for (auto& row : manifest->tables("type")) read_type(row, tables);
    for (auto& row : manifest->tables("call")) read_call(row, tables);
    for (auto& row : manifest->tables("keyword")) {
      const auto labels = read_labels(row, "is", tables);
      for (const auto& name : row.texts("names")) tables.add_keyword(name, labels);
    }
    add(manifest->finish());
  }
}

}  // namespace detectors
