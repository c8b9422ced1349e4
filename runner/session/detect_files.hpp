// Which files `detect` looks at, and what they were before a change. For session's own use.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "detectors/openapi.hpp"
#include "runner/session/detect.hpp"

namespace runner::session {

// Sorted, each once. A path that is not there is a fault.
[[nodiscard]] Checked<std::vector<std::filesystem::path>> files_of(const DetectRequest& request);

using Texts = std::map<std::string, std::string, std::less<>>;

// What lay below the request's paths at `request.base`.
struct Base {
  Texts texts;      // code and OpenAPI documents, by the path that files_of gives
  Texts documents;  // YAML and JSON that such a document may refer to, by normal path; only where one does
  std::vector<std::filesystem::path> roots;  // the folders that were asked for: nothing above them is read
};
[[nodiscard]] Checked<Base> base_of(const DetectRequest& request);

// OpenAPI documents that were there before: no code, but a change of them may break those who call.
void add_documents(const Base& base, const DetectRequest& request, std::vector<std::filesystem::path>& files);

// Both sides of what a document refers to. `base` must outlive it.
[[nodiscard]] detectors::OtherFiles other_files(const Base& base);

}  // namespace runner::session
