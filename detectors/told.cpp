#include "detectors/told.hpp"

namespace detectors {

bool Told::is_settled(const std::optional<Key>& key, const Rule& rule) const {
  const auto at = key ? told_.find(*key) : told_.end();
  return at != told_.end() && (rule.high.empty() || findings_[at->second].confidence == Confidence::high);
}

void Told::tell(const std::optional<Key>& key, Finding finding) {
  if (!key) return findings_.push_back(std::move(finding));
  const auto [at, fresh] = told_.emplace(*key, findings_.size());
  if (fresh)
    findings_.push_back(std::move(finding));
  else if (finding.confidence > findings_[at->second].confidence)
    findings_[at->second] = std::move(finding);
}

}  // namespace detectors
