// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/web_library.h"
#include "core/monitoring/alert_channel.h"

namespace earwitness {
namespace {

constexpr int kPollMs = 1000;  // curl's own timeouts wake it sooner
constexpr long kMaxRedirects = 3;

size_t passOver(char*, size_t size, size_t count, void*) {
  return size * count;
}

/// One transfer in one multi handle, because that can be waited for together with a stop signal.
class Post {
 public:
  Post(const std::string& url, std::string body, const WebhookPatience& patience)
      : body_(std::move(body)),
        headers_(web_.slistAppend(nullptr, "Content-Type: application/json")),
        transfer_(web_.easyInit()),
        transfers_(web_.multiInit()) {
    if (!headers_ || !transfer_ || !transfers_)
      throw Error("The webhook cannot be called: there is not enough memory.");
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR,
        partOfUrl(url, CURLUPART_SCHEME) == "https" ? "https" : "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMaxRedirects);
    set(CURLOPT_POSTREDIR, long(CURL_REDIR_POST_ALL));
    set(CURLOPT_POSTFIELDS, body_.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body_.size()));
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_USERAGENT, "Earwitness");
    set(CURLOPT_CONNECTTIMEOUT_MS, long(patience.connect.count()));
    set(CURLOPT_TIMEOUT_MS, long(patience.total.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer is not waited for
    set(CURLOPT_WRITEFUNCTION, passOver);
    set(CURLOPT_ERRORBUFFER, reason_.data());
    web_.multiAddHandle(transfers_.get(), transfer_.get());
  }
  ~Post() { web_.multiRemoveHandle(transfers_.get(), transfer_.get()); }
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;

  /// The answer's status code. Throws Stopped, or Error with curl's reason only.
  long answer(const StopSignal& stop) {
    curl_waitfd stopped{stop.descriptor(), CURL_WAIT_POLLIN, 0};
    for (int running = 1; running > 0;) {
      CURLMcode code = web_.multiPerform(transfers_.get(), &running);
      if (code == CURLM_OK && running > 0)
        code = web_.multiPoll(transfers_.get(), &stopped, 1, kPollMs, nullptr);
      if (stop.requested()) throw Stopped();
      if (code != CURLM_OK) throw Error(Message::verbatim(web_.multiStrerror(code)));
    }
    int waiting = 0;
    const CURLMsg* message = web_.multiInfoRead(transfers_.get(), &waiting);
    if (message == nullptr) throw Error("no answer");
    if (const CURLcode result = message->data.result; result != CURLE_OK)
      throw Error(
          Message::verbatim(reason_.front() != '\0' ? reason_.data() : web_.easyStrerror(result)));
    long status = 0;
    web_.easyGetinfo(transfer_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    if (web_.easySetopt(transfer_.get(), option, value) != CURLE_OK)
      throw Error("The webhook cannot be called: the web library refuses its settings.");
  }

  const WebLibrary& web_ = WebLibrary::get();
  std::string body_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::unique_ptr<curl_slist, EndBy<&WebLibrary::slistFreeAll>> headers_;
  std::unique_ptr<CURL, EndBy<&WebLibrary::easyCleanup>> transfer_;
  std::unique_ptr<CURLM, EndBy<&WebLibrary::multiCleanup>> transfers_;
};

class WebhookChannel : public AlertChannel {
 public:
  WebhookChannel(std::string url, WebhookPatience patience)
      : url_(std::move(url)), patience_(patience) {}

  Message name() const override { return Message("The webhook"); }

  void send(const Alert& alert, const StopSignal& stop) override {
    if (!isWebAddress(url_))
      throw Error("The webhook is not called: its address must begin with http:// or https://.");
    const std::string host = partOfUrl(url_, CURLUPART_HOST);
    long status = 0;
    try {
      status = Post(url_, jsonText(alert), patience_).answer(stop);
    } catch (const Stopped&) {
      throw;
    } catch (const Error& error) {
      throw Error("The webhook at '%1' cannot be reached: %2.", host, error.message());
    }
    if (status < 200 || status > 299)
      throw Error(
          "The webhook at '%1' answered with status %2 instead of success. Check its "
          "address.",
          host, status);
  }

 private:
  std::string url_;
  WebhookPatience patience_;
};

}  // namespace

std::unique_ptr<AlertChannel> makeWebhookChannel(std::string url, WebhookPatience patience) {
  return std::make_unique<WebhookChannel>(std::move(url), patience);
}

}  // namespace earwitness
