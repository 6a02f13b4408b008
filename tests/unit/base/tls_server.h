// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

namespace earwitness {

/// A web server on 127.0.0.1 that gives one encrypted answer. Its certificate, made for this run,
/// is written to a file that a client has to trust.
class TestTlsServer {
 public:
  TestTlsServer(const std::filesystem::path& certificateFile, std::string answer)
      : answer_(std::move(answer)), context_(SSL_CTX_new(TLS_server_method())) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = certificateFor(key);
    std::FILE* file = std::fopen(certificateFile.c_str(), "w");
    require(key != nullptr && file != nullptr && PEM_write_X509(file, certificate) == 1 &&
            std::fclose(file) == 0 && SSL_CTX_use_certificate(context_, certificate) == 1 &&
            SSL_CTX_use_PrivateKey(context_, key) == 1);
    X509_free(certificate);
    EVP_PKEY_free(key);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    require(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
            ::listen(listener_, 4) == 0 &&
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~TestTlsServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    SSL_CTX_free(context_);
  }
  TestTlsServer(const TestTlsServer&) = delete;
  TestTlsServer& operator=(const TestTlsServer&) = delete;

  std::string url() const { return "https://127.0.0.1:" + std::to_string(port_) + "/model.pt"; }

 private:
  static void require(bool isTrue) {
    if (!isTrue) std::abort();
  }

  static X509* certificateFor(EVP_PKEY* key) {
    constexpr long kDay = 86'400;
    X509* certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), kDay);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_EXTENSION* extension =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    require(X509_sign(certificate, key, EVP_sha256()) > 0);
    return certificate;
  }

  void serve() {
    const int connection = ::accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    SSL* tls = SSL_new(context_);
    SSL_set_fd(tls, connection);
    char block[4096];
    if (SSL_accept(tls) == 1 && SSL_read(tls, block, sizeof block) > 0) {
      SSL_write(tls, answer_.data(), int(answer_.size()));
      SSL_shutdown(tls);
    }
    SSL_free(tls);
    ::close(connection);
  }

  std::string answer_;
  SSL_CTX* context_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace earwitness
