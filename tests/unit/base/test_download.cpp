// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

#include <sys/file.h>
#include <sys/resource.h>

#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/base/sha256.h"
#include "tests/unit/base/as_nobody.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/base/tls_server.h"
#include "tests/unit/base/web_server.h"

using namespace earwitness;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr const char* kTag = "ETag: \"v1\"\r\n";

/// Bytes of which no two neighbours are the same, and no two runs.
std::string someBytes(size_t count) {
  std::string bytes(count, '\0');
  uint32_t state = 1;
  for (char& c : bytes) c = char((state = state * 1664525 + 1013904223) >> 24);
  return bytes;
}

/// The answer to a request for the rest of `contents`.
std::string httpRest(const std::string& contents, size_t from, size_t total) {
  return "HTTP/1.1 206 Partial Content\r\nContent-Length: " +
         std::to_string(contents.size() - from) + "\r\nContent-Range: bytes " +
         std::to_string(from) + "-" + std::to_string(contents.size() - 1) + "/" +
         std::to_string(total) + "\r\nConnection: close\r\n" + kTag + "\r\n" +
         contents.substr(from);
}

/// An answer that breaks off after `bytes` of its body.
std::string cutOff(const std::string& answer, size_t bytes) {
  return answer.substr(0, answer.find("\r\n\r\n") + 4 + bytes);
}

}  // namespace

class TestDownload : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("NO_PROXY", "*");  // the server is here
    qputenv("no_proxy", "*");
    QVERIFY(directory_.isValid());
  }
  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directory(folder_);
    target_ = folder_ / "model.pt";
    contents_ = someBytes(300'000);
    progress_.clear();
    stop_.emplace();
  }

  void aFileArrivesWhole() {
    TestWebServer server({httpFile(contents_, kTag)});
    DownloadRequest request = requestFor(server);
    request.sha256 = sha256Of(contents_);
    request.exactBytes = contents_.size();
    download(request);
    QCOMPARE(readFile(target_), contents_);
    QCOMPARE(entries(), 1);
    QVERIFY(server.request(0).head.starts_with("GET /model.pt HTTP/1.1\r\n"));
    QVERIFY(!hasHeader(server.request(0), "Range:"));
    QCOMPARE(progress_.back().receivedBytes, uint64_t(contents_.size()));
    QCOMPARE(progress_.back().totalBytes, uint64_t(contents_.size()));
  }

  void aFileOfUnknownSizeArrivesWhole() {
    TestWebServer server(
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\nTrailer: X-End\r\n"
         "\r\n5\r\nhello\r\n6\r\n there\r\n0\r\nX-End: yes\r\n\r\n"});
    download(requestFor(server));
    QCOMPARE(readFile(target_), std::string("hello there"));
    QCOMPARE(progress_.back().totalBytes, uint64_t(0));
  }

  void anEmptyFileArrives() {
    TestWebServer server({httpFile("")});
    download(requestFor(server));
    QCOMPARE(readFile(target_), std::string());
    QCOMPARE(entries(), 1);
  }

  void aBrokenDownloadIsResumed() {
    TestWebServer server({cutOff(httpFile(contents_, kTag), 100'000),
                          httpRest(contents_, 100'000, contents_.size())});
    DownloadRequest request = requestFor(server);
    request.sha256 = sha256Of(contents_);
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains(", 100 kB of 300 kB received") &&
                 sentence.contains("resume"),
             qPrintable(sentence));
    QVERIFY(!fs::exists(target_));
    QCOMPARE(partBytes(target_), uint64_t(100'000));
    download(request);
    QCOMPARE(readFile(target_), contents_);
    QCOMPARE(entries(), 1);
    QVERIFY(hasHeader(server.request(1), "Range: bytes=100000-"));
    QVERIFY(hasHeader(server.request(1), "If-Range: \"v1\""));
  }

  void anotherFileOnTheServerStartsAgain() {
    const std::string newer = someBytes(200'000);
    TestWebServer server(
        {cutOff(httpFile(contents_, kTag), 100'000), httpFile(newer, "ETag: \"v2\"\r\n")});
    QVERIFY(!errorOf([&] { download(requestFor(server)); }).isEmpty());
    download(requestFor(server));
    QCOMPARE(readFile(target_), newer);
  }

  void aRestThatDoesNotFitStartsAgain_data() {
    QTest::addColumn<QString>("answer");
    QTest::newRow("other total") << QString::fromStdString(
        cutOff(httpRest(contents_, 100'000, 400'000), 0));
    QTest::newRow("other beginning")
        << QString::fromStdString(cutOff(httpRest(contents_, 50'000, 300'000), 0));
    QTest::newRow("no range") << "HTTP/1.1 206 Partial Content\r\nContent-Length: 9\r\n\r\n";
    QTest::newRow("refused") << QString::fromStdString(httpAnswer("416 Range Not Satisfiable"));
  }
  void aRestThatDoesNotFitStartsAgain() {
    QFETCH(QString, answer);
    TestWebServer server({cutOff(httpFile(contents_, kTag), 100'000), answer.toStdString(),
                          httpFile(contents_, kTag)});
    QVERIFY(!errorOf([&] { download(requestFor(server)); }).isEmpty());
    download(requestFor(server));
    QCOMPARE(readFile(target_), contents_);
    QCOMPARE(server.requestCount(), size_t(3));
    QVERIFY(!hasHeader(server.request(2), "Range:"));
  }

  void aPartWithoutAStateStartsAgain() {
    TestWebServer server({httpFile(contents_, kTag)});
    writeFileAtomically(partOf(target_), "something else");
    download(requestFor(server));
    QVERIFY(!hasHeader(server.request(0), "Range:"));
    QCOMPARE(readFile(target_), contents_);
  }

  void aPartOfAnotherAddressStartsAgain() {
    TestWebServer server({cutOff(httpFile(contents_, kTag), 100'000), httpFile(contents_, kTag)});
    DownloadRequest request = requestFor(server);
    QVERIFY(!errorOf([&] { download(request); }).isEmpty());
    request.address = server.url("/other.pt");
    download(request);
    QVERIFY(!hasHeader(server.request(1), "Range:"));
    QCOMPARE(readFile(target_), contents_);
  }

  void aWeakTagIsNotResumedBy() {
    const std::string headers =
        "ETag: W/\"v1\"\r\nLast-Modified: Wed, 01 Jan 2025 10:00:00 GMT\r\n";
    TestWebServer server({cutOff(httpFile(contents_, headers), 100'000),
                          httpRest(contents_, 100'000, contents_.size())});
    QVERIFY(!errorOf([&] { download(requestFor(server)); }).isEmpty());
    download(requestFor(server));
    QVERIFY(hasHeader(server.request(1), "If-Range: Wed, 01 Jan 2025 10:00:00 GMT"));
    QCOMPARE(readFile(target_), contents_);
  }

  void rubbishIsDeleted() {
    TestWebServer server({httpFile("<html>rubbish</html>", kTag)});
    DownloadRequest request = requestFor(server);
    request.sha256 = sha256Of(contents_);
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(
        isFailure(sentence, server) && sentence.contains("SHA-256") && sentence.contains("deleted"),
        qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aSizeThatIsNotTheExpectedOneIsRefused() {
    TestWebServer server({httpFile(contents_)});
    DownloadRequest request = requestFor(server);
    request.exactBytes = 1234;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("300000 bytes instead of") &&
                 sentence.contains("1234"),
             qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aFileThatIsAnnouncedTooLargeIsRefused() {
    TestWebServer server({cutOff(httpFile(contents_), 0)}, TestWebServer::Then::Wait);
    DownloadRequest request = requestFor(server);
    request.mostBytes = 100'000;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("announces a file of 300 kB") &&
                 sentence.contains("at most 100 kB"),
             qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aFileThatIsLargerThanAllowedIsCut() {
    TestWebServer server({"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + contents_});
    DownloadRequest request = requestFor(server);
    request.mostBytes = 100'000;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("sends more"), qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void statusesAreReported_data() {
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("part");
    QTest::newRow("404") << "404 Not Found"
                         << "no longer has this file";
    QTest::newRow("403") << "403 Forbidden"
                         << "status 403";
    QTest::newRow("503") << "503 Service Unavailable"
                         << "status 503";
    QTest::newRow("204") << "204 No Content"
                         << "status 204";
    QTest::newRow("407") << "407 Proxy Authentication Required"
                         << "user name and password";
  }
  void statusesAreReported() {
    QFETCH(QString, status);
    QFETCH(QString, part);
    TestWebServer server({"HTTP/1.1 " + status.toStdString() +
                          "\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsorry!"});
    const QString sentence = errorOf([&] { download(requestFor(server)); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains(part), qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aServerThatIsNotThereIsReported() {
    std::string url;
    {
      const TestWebServer server({});
      url = server.url();
    }
    DownloadRequest request = requestTo(url);
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isSentence(sentence) && sentence.contains(QString::fromStdString(url)) &&
                 sentence.contains("cannot be reached"),
             qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aServerThatStopsSendingIsLeft() {
    TestWebServer server({cutOff(httpFile(contents_, kTag), 100'000)}, TestWebServer::Then::Wait);
    DownloadRequest request = requestFor(server);
    request.stallTimeout = 300ms;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) &&
                 sentence.contains("stopped sending (0.3 s without data), 100 kB"),
             qPrintable(sentence));
    QCOMPARE(partBytes(target_), uint64_t(100'000));
  }

  void aServerThatNeverAnswersIsLeft() {
    TestWebServer server({});
    DownloadRequest request = requestFor(server);
    request.stallTimeout = 300ms;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("stopped sending"),
             qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aCancelledDownloadCanBeResumed() {
    TestWebServer server({cutOff(httpFile(contents_, kTag), 100'000)}, TestWebServer::Then::Wait);
    const auto cancel = [this](const DownloadProgress& progress) {
      if (progress.receivedBytes == 100'000) stop_->request();
    };
    QVERIFY_THROWS_EXCEPTION(Stopped, downloadFile(requestFor(server), cancel, *stop_));
    QCOMPARE(partBytes(target_), uint64_t(100'000));
    QCOMPARE(entries(), 2);
  }

  void aCancelledWaitLeavesNothing() {
    TestWebServer server({});
    std::jthread stopper([&] {
      while (server.requestCount() == 0) std::this_thread::yield();
      stop_->request();
    });
    QVERIFY_THROWS_EXCEPTION(Stopped, download(requestFor(server)));
    QCOMPARE(entries(), 0);
  }

  void redirectsAreFollowed() {
    TestWebServer target({httpFile(contents_)});
    TestWebServer server({httpAnswer("302 Found", "Location: " + target.url("/new.pt") + "\r\n")});
    download(requestFor(server));
    QCOMPARE(readFile(target_), contents_);
    QVERIFY(target.request(0).head.starts_with("GET /new.pt "));
  }

  void redirectsInACircleAreReported() {
    TestWebServer server({httpAnswer("302 Found", "Location: /model.pt\r\n")});
    const QString sentence = errorOf([&] { download(requestFor(server)); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("again and again"),
             qPrintable(sentence));
  }

  void anEncryptedFileArrives() {
    const TestTlsServer server(folder_ / "authority.pem", httpFile(contents_));
    trust(folder_ / "authority.pem");
    DownloadRequest request = requestTo(server.url());
    request.allowsPlainHttp = false;
    download(request);
    QCOMPARE(readFile(target_), contents_);
  }

  void aServerWithoutATrustedCertificateIsRefused() {
    const TestTlsServer server(folder_ / "authority.pem", httpFile(contents_));
    const QString sentence = errorOf([&] { download(requestTo(server.url())); });
    QVERIFY2(isSentence(sentence) && sentence.contains("could not prove its identity"),
             qPrintable(sentence));
    QVERIFY(!fs::exists(target_));
  }

  void encryptionIsNeverLeft() {
    TestWebServer plain({httpFile(contents_)});
    const TestTlsServer server(folder_ / "authority.pem",
                               httpAnswer("302 Found", "Location: " + plain.url() + "\r\n"));
    trust(folder_ / "authority.pem");
    const QString sentence = errorOf([&] { download(requestTo(server.url())); });
    QVERIFY2(isSentence(sentence) && sentence.contains("not encrypted") &&
                 sentence.contains(QString::fromStdString(server.url())),
             qPrintable(sentence));
    QCOMPARE(plain.requestCount(), size_t(0));
    QVERIFY(!fs::exists(target_));
  }

  void plainHttpMustBeAllowed() {
    TestWebServer server({httpFile(contents_)});
    DownloadRequest request = requestFor(server);
    request.allowsPlainHttp = false;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("not encrypted"),
             qPrintable(sentence));
    QCOMPARE(server.requestCount(), size_t(0));
  }

  void otherAddressesAreRefused_data() {
    QTest::addColumn<QString>("address");
    for (const char* address : {"file:///etc/hostname", "ftp://127.0.0.1/x", "model.pt", ""})
      QTest::newRow(address) << address;
  }
  void otherAddressesAreRefused() {
    QFETCH(QString, address);
    const QString sentence = errorOf([&] { download(requestTo(address.toStdString())); });
    QVERIFY2(isSentence(sentence) && sentence.contains("https://"), qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aProxyIsUsed() {
    TestWebServer proxy({httpFile(contents_)});
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url("")));
    download(requestTo("http://models.example/model.pt"));
    qunsetenv("http_proxy");
    qputenv("NO_PROXY", "*");
    qputenv("no_proxy", "*");
    QVERIFY(proxy.request(0).head.starts_with("GET http://models.example/model.pt HTTP/1.1\r\n"));
    QCOMPARE(readFile(target_), contents_);
  }

  void twoAtATimeAreRefused() {
    TestWebServer server({httpFile(contents_)});
    const Descriptor other(::open(partOf(target_).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    QCOMPARE(::flock(other.get(), LOCK_EX), 0);
    const QString sentence = errorOf([&] { download(requestFor(server)); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("another Earwitness"),
             qPrintable(sentence));
    QVERIFY(fs::exists(partOf(target_)));
    QCOMPARE(server.requestCount(), size_t(0));
  }

  // A limit of the file size fails a write in the middle as a full disk does.
  void aFullDiskIsReported() {
    TestWebServer server({httpFile(contents_, kTag)});
    struct rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 65'536, before.rlim_max };
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const QString sentence = errorOf([&] { download(requestFor(server)); });
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY2(isFailure(sentence, server) && sentence.contains("is full"), qPrintable(sentence));
    QVERIFY(!fs::exists(target_));
    QCOMPARE(partBytes(target_), uint64_t(65'536));
  }

  void aFileThatIsLargerThanTheDiskIsNotBegun() {
    const uint64_t huge = uint64_t(1) << 60;
    TestWebServer server({"HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(huge) +
                          "\r\nConnection: close\r\n\r\n"});
    DownloadRequest request = requestFor(server);
    request.mostBytes = huge;
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("disk space"), qPrintable(sentence));
    QCOMPARE(entries(), 0);
  }

  void aFolderThatTakesNoFileIsReported() {
    TestWebServer server({httpFile(contents_)});
    const DownloadRequest request = requestFor(server);
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    const QString sentence = asNobody([&] { downloadFile(request, {}, *stop_); });
    fs::permissions(folder_, fs::perms::owner_all);
    QVERIFY2(isFailure(sentence, server) && sentence.contains("cannot be written") &&
                 sentence.contains("model.pt.part"),
             qPrintable(sentence));
  }

  void aFolderThatIsMissingIsReported() {
    TestWebServer server({httpFile(contents_)});
    DownloadRequest request = requestFor(server);
    request.target = folder_ / "nowhere" / "model.pt";
    const QString sentence = errorOf([&] { download(request); });
    QVERIFY2(isFailure(sentence, server) && sentence.contains("cannot be written"),
             qPrintable(sentence));
  }

  void sizesAreForPeople() {
    QCOMPARE(bytesText(1), std::string("1 byte"));
    QCOMPARE(bytesText(999), std::string("999 bytes"));
    QCOMPARE(bytesText(4096), std::string("4 kB"));
    QCOMPARE(bytesText(3'920'000), std::string("3.9 MB"));
    QCOMPARE(bytesText(1'073'741'824), std::string("1.07 GB"));
  }

  void cleanup() { qunsetenv("SSL_CERT_FILE"); }

 private:
  DownloadRequest requestTo(const std::string& url) const {
    DownloadRequest request;
    request.address = url;
    request.target = target_;
    request.mostBytes = 10'000'000;
    request.allowsPlainHttp = true;
    return request;
  }
  DownloadRequest requestFor(const TestWebServer& server) const {
    return requestTo(server.url("/model.pt"));
  }
  void download(const DownloadRequest& request) {
    downloadFile(
        request, [this](const DownloadProgress& progress) { progress_.push_back(progress); },
        *stop_);
  }
  int entries() const {
    return int(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  static void trust(const fs::path& authority) {
    qputenv("SSL_CERT_FILE", QByteArray::fromStdString(authority.string()));
  }
  static bool hasHeader(const HttpRequest& request, const std::string& line) {
    return (request.head + "\r\n").find("\r\n" + line) != std::string::npos;
  }
  /// A sentence that names the address, so that the file can be fetched in another way.
  static bool isFailure(const QString& sentence, const TestWebServer& server) {
    return isSentence(sentence) && sentence.contains(QString::fromStdString(server.url("")));
  }

  QTemporaryDir directory_;
  fs::path folder_;
  fs::path target_;
  std::string contents_ = someBytes(300'000);
  std::vector<DownloadProgress> progress_;
  std::optional<StopSignal> stop_;
};

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"
