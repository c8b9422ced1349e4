#include "runner/session/secret.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace runner::session {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_length = 43;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using Bytes = std::basic_string_view<unsigned char>;
using Digest = std::array<unsigned char, 32>;

std::string base64url(Bytes bytes) {
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    buffer = buffer << 8U | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[buffer >> static_cast<unsigned>(bits - 6) & 63U];
  }
  if (bits > 0) text += alphabet[buffer << static_cast<unsigned>(6 - bits) & 63U];
  return text;
}

}  // namespace

std::string draw_token() {
  std::array<unsigned char, token_bytes> bytes{};
  // Up to 256 bytes come whole and without a signal's interruption once the kernel's pool is ready.
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  return base64url({bytes.data(), bytes.size()});
}

bool looks_like_token(std::string_view text) {
  return text.size() == token_length &&
         std::ranges::all_of(text, [](char c) { return alphabet.find(c) != std::string_view::npos; });
}

std::string hash_of(std::string_view bytes) {
  Digest digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    std::abort();
  std::string text;
  for (const auto byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

std::string form_secret(std::string_view token, std::string_view purpose) {
  Digest digest{};
  if (HMAC(EVP_sha256(), token.data(), static_cast<int>(token.size()),
           reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(), digest.data(),
           nullptr) == nullptr)
    std::abort();
  return base64url({digest.data(), digest.size()});
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace runner::session
