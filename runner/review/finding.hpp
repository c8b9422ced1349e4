// A failure that nobody planned, told so closely that a person can check it. Whether it is true nobody knows
// yet: it is no noise, and it earns nothing.
#pragma once

#include <optional>
#include <string>

#include "runner/review/weigh.hpp"

namespace runner::review {

// The class that the claim names; none when it is not such a finding. It is one when
//   - it asserts the cause of one class, or of classes that are told in the same words;
//   - it says under which condition, what follows, or what to do instead, and that not in three words;
//   - it stands on lines of a file that the change touches, and names something of the code there beside the
//     cause.
// Nothing of this is known of a spray: whoever asks has looked for that before.
[[nodiscard]] std::optional<std::string> unplanned_finding(const ReadClaim& claim, const Scene& scene);

}  // namespace runner::review
