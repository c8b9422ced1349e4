// Secrets that open something: drawn from the kernel, kept as a hash only. OpenSSL's libcrypto is named in
// this source alone.
#pragma once

#include <string>
#include <string_view>

namespace runner::session {

// 256 bits from getrandom(2) as 43 characters of base64url (RFC 4648, section 5). Aborts where the kernel
// gives none.
[[nodiscard]] std::string draw_token();

// What draw_token can have given; anything else need not be looked up.
[[nodiscard]] bool looks_like_token(std::string_view text);

// SHA-256 as 64 lower-case hexadecimal digits. A token has more entropy than any guesser has time, so it
// needs neither salt nor stretching.
[[nodiscard]] std::string hash_of(std::string_view bytes);

// What a form must carry so that another site cannot send it: HMAC-SHA-256 of `purpose` keyed with the token,
// base64url. Nothing is kept, so a restart breaks no open form.
[[nodiscard]] std::string form_secret(std::string_view token, std::string_view purpose);

// Compares in a time that does not depend on where the texts differ.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

}  // namespace runner::session
