// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace earwitness {

struct HttpRequest {
  std::string head;  ///< request line and headers
  std::string body;
};

/// A web server on 127.0.0.1 that keeps what it is asked and answers as it is told.
class TestWebServer {
 public:
  /// What it does after an answer.
  enum class Then { Close, Wait };

  /// `answers`: whole HTTP answers for one request after the other, the last for all that follow;
  /// empty: it takes requests and never answers.
  explicit TestWebServer(std::deque<std::string> answers, Then then = Then::Close)
      : answers_(std::move(answers)), then_(then) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 16) != 0 || ::pipe(wake_) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      std::abort();
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~TestWebServer() {
    if (::write(wake_[1], "x", 1) != 1) std::abort();
    thread_.join();
    for (const int descriptor : {listener_, wake_[0], wake_[1]}) ::close(descriptor);
  }
  TestWebServer(const TestWebServer&) = delete;
  TestWebServer& operator=(const TestWebServer&) = delete;

  std::string url(const std::string& path = "/hook") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  size_t requestCount() const {
    const std::lock_guard lock(mutex_);
    return requests_.size();
  }
  HttpRequest request(size_t index) const {
    const std::lock_guard lock(mutex_);
    return requests_.at(index);
  }

 private:
  void run() {
    while (waitFor(listener_)) {
      const int connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      serve(connection);
      ::close(connection);
    }
  }

  /// False when the server is to end.
  bool waitFor(int descriptor) const {
    pollfd streams[2] = {{descriptor, POLLIN, 0}, {wake_[0], POLLIN, 0}};
    while (::poll(streams, 2, -1) < 0) {
    }
    return streams[1].revents == 0;
  }

  void serve(int connection) {
    const std::optional<HttpRequest> request = read(connection);
    if (!request) return;
    std::string answer;
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(*request);
      if (!answers_.empty()) answer = answers_.front();
      if (answers_.size() > 1) answers_.pop_front();
    }
    const bool isSent =
        ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL) == ssize_t(answer.size());
    // Until the other side gives up.
    if (answer.empty() || (isSent && then_ == Then::Wait)) waitFor(connection);
  }

  std::optional<HttpRequest> read(int connection) const {
    std::string text;
    char block[4096];
    while (waitFor(connection)) {
      const ssize_t count = ::read(connection, block, sizeof block);
      if (count <= 0) return {};
      text.append(block, size_t(count));
      const size_t end = text.find("\r\n\r\n");
      if (end == std::string::npos) continue;
      const size_t length = text.find("Content-Length: ");
      const size_t expected = length < end ? std::stoul(text.substr(length + 16)) : 0;
      if (text.size() - end - 4 >= expected)
        return HttpRequest{text.substr(0, end), text.substr(end + 4)};
    }
    return {};
  }

  int listener_ = -1;
  int wake_[2] = {-1, -1};
  int port_ = 0;
  mutable std::mutex mutex_;
  std::deque<HttpRequest> requests_;
  std::deque<std::string> answers_;
  Then then_ = Then::Close;
  std::thread thread_;
};

inline std::string httpAnswer(const std::string& status, const std::string& headers = {}) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n" + headers + "\r\n";
}

/// A whole file, with more `headers` if there are any.
inline std::string httpFile(const std::string& contents, const std::string& headers = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(contents.size()) +
         "\r\nConnection: close\r\n" + headers + "\r\n" + contents;
}

}  // namespace earwitness
