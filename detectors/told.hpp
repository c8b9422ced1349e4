// What one finding says for others: those of a function, or of a relation that a loop reads. The surest of
// them stands for all.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detectors/rules.hpp"
#include "detectors/scan.hpp"

namespace detectors {

class Told {
 public:
  using Key = std::pair<std::size_t, std::string>;  // the function or the loop, and the relation
  explicit Told(std::vector<Finding>& findings) : findings_(findings) {}
  // Nothing further of this kind could change what is told.
  [[nodiscard]] bool is_settled(const std::optional<Key>& key, const Rule& rule) const;
  void tell(const std::optional<Key>& key, Finding finding);

 private:
  std::vector<Finding>& findings_;
  std::map<Key, std::size_t> told_;  // and where its finding stands
};

}  // namespace detectors
