#include "runner/session/rule_import.hpp"

#include <fmt/format.h>

#include "detectors/foreign_rules.hpp"
#include "detectors/rules.hpp"
#include "runner/session/files.hpp"
#include "runner/session/rule_book.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

// Whether the examples hold, in the first words of what does not.
void try_examples(const House& house, const fs::path& folder, std::vector<ImportedRule>& rules) {
  const auto catalog = detectors::load_catalog(house.data, folder);
  const auto faults = catalog ? detectors::check_rules(*catalog, folder) : catalog.error();
  for (auto& rule : rules)
    for (const auto& fault : faults)
      if (!rule.path.empty() && rule.doubt.empty() && fs::path(fault.path) == rule.path)
        rule.doubt = fmt::format("line {}: {}", fault.line.number, fault.problem);
}

Faults already_there(const std::vector<ImportedRule>& rules) {
  Faults faults;
  for (const auto& rule : rules)
    if (std::error_code error; !rule.path.empty() && fs::exists(rule.path, error))
      faults.push_back(
          {rule.path.generic_string(), {}, "is there already", "move it away, or give another folder"});
  return faults;
}

}  // namespace

Checked<std::vector<ImportedRule>> import_rules(const House& house, const fs::path& file,
                                                const fs::path& folder, const std::string& class_id) {
  if (const auto known = known_class(house, class_id); !known) return tl::make_unexpected(known.error());
  const auto text = read_file(file);
  if (!text) return tl::make_unexpected(text.error());
  auto foreign = detectors::foreign_rules(file.generic_string(), *text);
  if (!foreign) return tl::make_unexpected(foreign.error());
  std::vector<ImportedRule> rules;
  const auto place = folder / "rules" / class_id;
  for (auto& each : *foreign)
    rules.push_back({each.id, each.text.empty() ? fs::path() : place / (each.id + ".toml"),
                     std::move(each.left_out), ""});
  if (auto faults = already_there(rules); !faults.empty()) return tl::make_unexpected(std::move(faults));
  std::error_code error;  // where it cannot be made, writing says so
  fs::create_directories(place, error);
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (!rules[i].path.empty())
      if (const auto written = write_file(rules[i].path, (*foreign)[i].text); !written)
        return tl::make_unexpected(written.error());
  try_examples(house, folder, rules);
  return rules;
}

}  // namespace runner::session
