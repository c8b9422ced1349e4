// TLS with certificates that are made here: what is refused in words, and a server that speaks it.
#include "runner/web/tls.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <fstream>

#include "running.hpp"

using namespace runner::web;
namespace fs = std::filesystem;

namespace {

struct Made {
  fs::path certificate, key;
};

// Signed by itself, valid between these times (seconds from now).
Made make(const fs::path& folder, const std::string& name, long from, long until,
          const char* passphrase = nullptr) {
  Made made{folder / (name + ".pem"), folder / (name + ".key")};
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), from);
  X509_gmtime_adj(X509_getm_notAfter(certificate), until);
  X509_set_pubkey(certificate, key);
  auto* subject = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                             -1, -1, 0);
  X509_set_issuer_name(certificate, subject);
  X509_sign(certificate, key, EVP_sha256());
  std::FILE* file = std::fopen(made.certificate.c_str(), "w");
  PEM_write_X509(file, certificate);
  std::fclose(file);
  file = std::fopen(made.key.c_str(), "w");
  PEM_write_PrivateKey(file, key, passphrase ? EVP_aes_256_cbc() : nullptr, nullptr, 0, nullptr,
                       const_cast<char*>(passphrase));
  std::fclose(file);
  X509_free(certificate), EVP_PKEY_free(key);
  return made;
}

std::string problem(const fs::path& certificate, const fs::path& key) {
  const auto context = tls_context(certificate, key);
  return context ? "" : context.error().front().problem;
}

constexpr long day = 86'400;

// One request under TLS, in a version no newer than this; "" where there is no agreement.
std::string ask(std::uint16_t port, const std::string& text, int newest = TLS1_3_VERSION) {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_security_level(context, 0);
  SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context, newest);
  BIO* connection = BIO_new_ssl_connect(context);
  BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
  std::string all;
  if (BIO_do_handshake(connection) == 1 &&
      BIO_write(connection, text.data(), static_cast<int>(text.size())) > 0) {
    char bytes[4096];
    for (int count = 0; (count = BIO_read(connection, bytes, sizeof bytes)) > 0;)
      all.append(bytes, static_cast<std::size_t>(count));
  }
  BIO_free_all(connection), SSL_CTX_free(context), ERR_clear_error();
  return all;
}

}  // namespace

TEST_CASE("certificates and keys that cannot be used are refused in words") {
  const runner::session::TemporaryFolder folder("seedfault-tls");
  const auto& here = folder.path();
  const auto good = make(here, "good", -day, day), other = make(here, "other", -day, day);
  const auto old = make(here, "old", -2 * day, -day), early = make(here, "early", day, 2 * day);
  const auto locked = make(here, "locked", -day, day, "secret");
  std::ofstream(here / "text") << "no certificate";
  CHECK(problem(good.certificate, good.key).empty());
  CHECK(problem(here / "none", good.key).find("cannot") != std::string::npos);
  CHECK(problem(good.certificate, here / "none").find("cannot") != std::string::npos);
  CHECK(problem(here / "text", good.key) == "holds no certificate in PEM");
  CHECK(problem(good.key, good.key) == "holds no certificate in PEM");
  CHECK(problem(good.certificate, here / "text") == "holds no private key in PEM");
  CHECK(problem(good.certificate, other.key) == "is not the key of " + good.certificate.string());
  CHECK(problem(old.certificate, old.key).starts_with("expired on 20"));
  CHECK(problem(early.certificate, early.key).starts_with("is not valid before 20"));
  CHECK(problem(locked.certificate, locked.key) == "is locked by a passphrase");
  const auto both = tls_context(here / "none", here / "text");
  REQUIRE(!both);
  CHECK(both.error().size() == 2);
}

TEST_CASE("a server with a certificate speaks TLS 1.2 and 1.3, nothing older, and nothing plain") {
  const runner::session::TemporaryFolder folder("seedfault-tls");
  const auto made = make(folder.path(), "good", -day, day);
  Running server({.header_time = 2s}, made.certificate, made.key);
  const std::string health = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  CHECK(ask(server.port, health).starts_with("HTTP/1.1 200 "));
  CHECK(ask(server.port, health, TLS1_2_VERSION).starts_with("HTTP/1.1 200 "));
  CHECK(ask(server.port, health, TLS1_1_VERSION).empty());
  CHECK(server.ask(health).find("HTTP/1.1 200") == std::string::npos);
  CHECK(server.logged("refused tls"));
  CHECK(ask(server.port, health).starts_with("HTTP/1.1 200 "));
}

TEST_CASE("reached by https, browsers are told to stay there, and cookies are for there alone") {
  TestSite at;
  const auto one = at.candidate();
  CHECK(field(at.get("/i/" + one.token, "").headers, "Strict-Transport-Security").empty());
  at.site.url = "https://review.example.com";
  const auto entered = at.get("/i/" + one.token, "");
  CHECK(field(entered.headers, "Strict-Transport-Security") == "max-age=31536000");
  CHECK(field(entered.headers, "Set-Cookie").find("; Secure") != std::string_view::npos);
}
