#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>
#include <utility>

#include <curl/curl.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/desk/alert_way.h"

namespace earwitness {
namespace {

constexpr int kPollMs = 1000;  // curl's own timeouts wake it sooner
constexpr long kMaxRedirects = 3;

/// curl's handles are void pointers, and each kind has its own end.
template <auto end>
struct EndBy {
  template <typename Handle>
  void operator()(Handle* handle) const {
    end(handle);
  }
};

void initialiseCurl() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
      throw Error("Web hooks cannot be used: the library for them does not start.");
  });
}

std::string partOf(const std::string& url, CURLUPart part) {
  const std::unique_ptr<CURLU, EndBy<curl_url_cleanup>> parsed(curl_url());
  char* text = nullptr;
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
      curl_url_get(parsed.get(), part, &text, 0) != CURLUE_OK)
    return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

size_t passOver(char*, size_t size, size_t count, void*) {
  return size * count;
}

/// One transfer in one multi handle, because that can be waited for together with a stop signal.
class Post {
 public:
  Post(const std::string& url, std::string body, const WebhookPatience& patience)
      : body_(std::move(body)),
        headers_(curl_slist_append(nullptr, "Content-Type: application/json")),
        transfer_(curl_easy_init()),
        transfers_(curl_multi_init()) {
    if (!headers_ || !transfer_ || !transfers_)
      throw Error("The web hook cannot be called: there is not enough memory.");
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR,
        partOf(url, CURLUPART_SCHEME) == "https" ? "https" : "http,https");
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
    curl_multi_add_handle(transfers_.get(), transfer_.get());
  }
  ~Post() { curl_multi_remove_handle(transfers_.get(), transfer_.get()); }
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;

  /// The answer's status code. Throws Stopped, or Error with curl's reason only.
  long answer(const StopSignal& stop) {
    curl_waitfd stopped{stop.descriptor(), CURL_WAIT_POLLIN, 0};
    for (int running = 1; running > 0;) {
      CURLMcode code = curl_multi_perform(transfers_.get(), &running);
      if (code == CURLM_OK && running > 0)
        code = curl_multi_poll(transfers_.get(), &stopped, 1, kPollMs, nullptr);
      if (stop.requested()) throw Stopped();
      if (code != CURLM_OK) throw Error(curl_multi_strerror(code));
    }
    int waiting = 0;
    const CURLMsg* message = curl_multi_info_read(transfers_.get(), &waiting);
    if (message == nullptr) throw Error("no answer");
    if (const CURLcode result = message->data.result; result != CURLE_OK)
      throw Error(reason_.front() != '\0' ? reason_.data() : curl_easy_strerror(result));
    long status = 0;
    curl_easy_getinfo(transfer_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(transfer_.get(), option, value) != CURLE_OK)
      throw Error("The web hook cannot be called: the web library refuses its settings.");
  }

  std::string body_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::unique_ptr<curl_slist, EndBy<curl_slist_free_all>> headers_;
  std::unique_ptr<CURL, EndBy<curl_easy_cleanup>> transfer_;
  std::unique_ptr<CURLM, EndBy<curl_multi_cleanup>> transfers_;
};

class WebhookWay : public AlertWay {
 public:
  WebhookWay(std::string url, WebhookPatience patience)
      : url_(std::move(url)), host_(partOf(url_, CURLUPART_HOST)), patience_(patience) {}

  std::string name() const override { return "The web hook"; }

  void send(const Alert& alert, const StopSignal& stop) override {
    if (!isWebAddress(url_))
      throw Error("The web hook is not called: its address must begin with http:// or https://.");
    initialiseCurl();
    const std::string who = name() + " at " + inQuotes(host_);
    long status = 0;
    try {
      status = Post(url_, jsonText(alert), patience_).answer(stop);
    } catch (const Stopped&) {
      throw;
    } catch (const Error& error) {
      throw Error(who + " cannot be reached: " + error.what() + ".");
    }
    if (status < 200 || status > 299)
      throw Error(who + " answered with status " + std::to_string(status) +
                  " instead of success; look at its address.");
  }

 private:
  std::string url_;
  std::string host_;
  WebhookPatience patience_;
};

}  // namespace

std::unique_ptr<AlertWay> makeWebhookWay(std::string url, WebhookPatience patience) {
  return std::make_unique<WebhookWay>(std::move(url), patience);
}

}  // namespace earwitness
