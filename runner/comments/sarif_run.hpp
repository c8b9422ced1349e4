// What a run of SARIF says once for all of its results: the tool, its rules, how columns count.
#pragma once

#include <string>
#include <vector>

#include "runner/comments/json_record.hpp"

namespace runner::comments {

struct SarifRule {
  std::string id;
  std::string level;                                          // of its default configuration
  std::vector<std::pair<std::string, std::string>> messages;  // by id, with {0} where arguments go
};

struct SarifRun {
  std::string tool;
  std::string commit;  // of versionControlProvenance
  std::vector<SarifRule> rules;
  std::vector<std::string> artifacts;  // their URIs
  ColumnUnit unit = ColumnUnit::utf16;
  Value results;  // a list; "" when there is none
};

[[nodiscard]] SarifRun read_run(Reading& reading, Value run);

[[nodiscard]] const SarifRule* rule_of(const SarifRun& run, const Record& result);

// The result's text, looked up in its rule and with its arguments put in where it only names a message.
[[nodiscard]] std::string message_of(const SarifRun& run, const Record& result);

// "file:///home/ci/app/x%20y.py" -> "/home/ci/app/x y.py"; what is no URI stays.
[[nodiscard]] std::string path_in_uri(std::string_view uri);

}  // namespace runner::comments
