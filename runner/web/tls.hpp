// TLS for the server itself: a certificate and its key, read and checked before anything listens.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>

#include "runner/session/house.hpp"

namespace runner::web {

// TLS 1.2 and newer. `certificate` is PEM, the server's own first, then those that signed it. Faults: a file
// that cannot be read or holds no such thing, a key with a passphrase or of another certificate, a
// certificate that has expired or is not valid yet.
[[nodiscard]] session::Checked<std::shared_ptr<boost::asio::ssl::context>> tls_context(
    const std::filesystem::path& certificate, const std::filesystem::path& key);

}  // namespace runner::web
