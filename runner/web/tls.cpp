#include "runner/web/tls.hpp"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

#include "runner/session/files.hpp"

namespace runner::web {
namespace {

namespace ssl = boost::asio::ssl;
using session::Checked;
using session::faulty;

template <class T, void (*release)(T*)>
struct Release {
  void operator()(T* held) const { release(held); }
};
void release_bio(BIO* bio) { BIO_free(bio); }
using Bio = std::unique_ptr<BIO, Release<BIO, release_bio>>;
using Certificate = std::unique_ptr<X509, Release<X509, X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;

Bio bytes_of(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// Nobody is there to type one.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) { return 0; }

std::string day_of(const ASN1_TIME* time) {
  tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return "another day";
  char text[32];
  const auto size = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
  return {text, size};
}

Checked<std::monostate> valid_now(const std::filesystem::path& file, const X509& certificate) {
  const auto* until = X509_get0_notAfter(&certificate);
  const auto* from = X509_get0_notBefore(&certificate);
  if (X509_cmp_current_time(until) < 0)
    return faulty({file.string(), {}, "expired on " + day_of(until), "have it renewed, then start again"});
  if (X509_cmp_current_time(from) > 0)
    return faulty({file.string(),
                   {},
                   "is not valid before " + day_of(from),
                   "check this machine's clock, or take the certificate that is valid now"});
  return std::monostate{};
}

Checked<Certificate> read_certificate(const std::filesystem::path& file) {
  const auto text = session::read_file(file);
  if (!text) return tl::make_unexpected(text.error());
  Certificate certificate(PEM_read_bio_X509(bytes_of(*text).get(), nullptr, no_passphrase, nullptr));
  if (!certificate)
    return faulty({file.string(),
                   {},
                   "holds no certificate in PEM",
                   "give a file that begins with -----BEGIN CERTIFICATE-----"});
  if (auto valid = valid_now(file, *certificate); !valid) return tl::make_unexpected(valid.error());
  return certificate;
}

Checked<Key> read_key(const std::filesystem::path& file) {
  const auto text = session::read_file(file);
  if (!text) return tl::make_unexpected(text.error());
  Key key(PEM_read_bio_PrivateKey(bytes_of(*text).get(), nullptr, no_passphrase, nullptr));
  if (key) return key;
  const bool locked = text->find("ENCRYPTED") != std::string::npos;
  return faulty({file.string(),
                 {},
                 locked ? "is locked by a passphrase" : "holds no private key in PEM",
                 locked ? "unlock it: openssl pkey -in FILE -out UNLOCKED, readable by this user alone"
                        : "give a file that begins with -----BEGIN PRIVATE KEY-----"});
}

}  // namespace

Checked<std::shared_ptr<ssl::context>> tls_context(const std::filesystem::path& certificate,
                                                   const std::filesystem::path& key) {
  const auto own = read_certificate(certificate);
  const auto secret = read_key(key);
  session::Faults faults;
  if (!own) faults = own.error();
  if (!secret) faults.insert(faults.end(), secret.error().begin(), secret.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  if (X509_check_private_key(own->get(), secret->get()) != 1)
    return faulty({key.string(),
                   {},
                   "is not the key of " + certificate.string(),
                   "give the key that the certificate was asked for with"});
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  context->set_options(ssl::context::default_workarounds | ssl::context::no_compression |
                       ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
  boost::system::error_code error;
  context->use_certificate_chain_file(certificate.string(), error);
  if (!error && SSL_CTX_use_PrivateKey(context->native_handle(), secret->get()) == 1) return context;
  return faulty({certificate.string(),
                 {},
                 "cannot be used: " + (error ? error.message() : std::string("its key is refused")),
                 "check the certificates behind the first one, and the key's size"});
}

}  // namespace runner::web
