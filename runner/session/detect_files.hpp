// Which files `detect` looks at, and what they were before a change. For session's own use.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "runner/session/detect.hpp"

namespace runner::session {

// Sorted, each once. A path that is not there is a fault.
[[nodiscard]] Checked<std::vector<std::filesystem::path>> files_of(const DetectRequest& request);

// The texts at `request.base` of all that lies below the request's paths, by the path that files_of gives.
using BaseTexts = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Checked<BaseTexts> base_texts(const DetectRequest& request);

// OpenAPI documents that were there before: no code, but a change of them may break those who call.
void add_documents(const BaseTexts& before, const DetectRequest& request,
                   std::vector<std::filesystem::path>& files);

}  // namespace runner::session
