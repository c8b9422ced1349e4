// What the rules about contracts say of a document that is no code.
#pragma once

#include "detectors/openapi.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"

namespace detectors {

// Empty for a text that is no OpenAPI document.
[[nodiscard]] Scan scan_document(const source::SourceFile& file, const std::string& before,
                                 const RuleSet& rules, const OtherFiles& others);

}  // namespace detectors
