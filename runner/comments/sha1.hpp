// SHA-1 (FIPS 180-4), because GitLab names a line of a change by the digest of its path. Not for security.
#pragma once

#include <string>
#include <string_view>

namespace runner::comments {

[[nodiscard]] std::string sha1(std::string_view bytes);  // 40 lower-case hexadecimal digits

}  // namespace runner::comments
