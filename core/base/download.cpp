// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/download.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/download_part.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/base/web_library.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPollMs = 200;
constexpr long kMaxRedirects = 10;

/// The usual remedy.
DownloadFailure tryLater(const Message& reason) {
  return {reason, Message("Try again later, or download it with a web browser.")};
}

std::optional<uint64_t> numberIn(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

/// What the server says about the file, before the file itself.
struct Head {
  std::optional<uint64_t> length;      ///< of this answer's body
  std::optional<uint64_t> rangeBegin;  ///< of 206
  std::optional<uint64_t> rangeTotal;
  std::string validator;  ///< for If-Range: a strong ETag, else a date; empty: none

  void add(std::string_view name, std::string_view value) {
    if (name == "content-length") length = numberIn(value);
    if (name == "etag" && !value.starts_with("W/")) validator = value;
    if (name == "last-modified" && validator.empty()) validator = value;
    if (name == "content-range") addRange(value);
  }

 private:
  /// "bytes 100-199/200"
  void addRange(std::string_view value) {
    constexpr std::string_view kUnit = "bytes ";
    if (!value.starts_with(kUnit)) return;
    value.remove_prefix(kUnit.size());
    const size_t dash = value.find('-');
    const size_t slash = value.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || slash < dash) return;
    rangeBegin = numberIn(value.substr(0, dash));
    rangeTotal = numberIn(value.substr(slash + 1));
  }
};

/// One request for the file, or for what is missing of it. Thread: one at a time.
class Transfer {
 public:
  Transfer(const DownloadRequest& request, DownloadPart& part)
      : request_(request),
        part_(part),
        state_(readPartState(request.target)),
        isResumed_(mayResume()),
        transfer_(web_.easyInit()),
        transfers_(web_.multiInit()) {
    if (!transfer_ || !transfers_) throw tryLater(Message("there is not enough memory"));
    if (!isResumed_) state_ = {};
    const bool isPlain = partOfUrl(request_.address, CURLUPART_SCHEME) == "http";
    set(CURLOPT_URL, request_.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, isPlain ? "http" : "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, isPlain ? "http,https" : "https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMaxRedirects);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_USERAGENT, "Earwitness");
    set(CURLOPT_CONNECTTIMEOUT_MS, long(request_.connectTimeout.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer is not waited for
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_ERRORBUFFER, reason_.data());
    if (const char* authorities = std::getenv("SSL_CERT_FILE");
        authorities != nullptr && *authorities != '\0')
      set(CURLOPT_CAINFO, authorities);
    if (isResumed_) {
      set(CURLOPT_RANGE, (std::to_string(part_.size()) + "-").c_str());
      headers_.reset(web_.slistAppend(nullptr, ("If-Range: " + state_.validator).c_str()));
      set(CURLOPT_HTTPHEADER, headers_.get());
    }
    web_.multiAddHandle(transfers_.get(), transfer_.get());
  }
  ~Transfer() { web_.multiRemoveHandle(transfers_.get(), transfer_.get()); }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// False if the server does not continue the part: it is empty now, and a new request is needed.
  /// Throws DownloadFailure or Stopped.
  bool run(const OnDownloadProgress& onProgress, const StopSignal& stop) {
    curl_waitfd stopped{stop.descriptor(), CURL_WAIT_POLLIN, 0};
    lastByte_ = Clock::now();
    for (int running = 1; running > 0;) {
      CURLMcode code = web_.multiPerform(transfers_.get(), &running);
      if (problem_) std::rethrow_exception(problem_);
      if (mustRestart_) return false;
      if (onProgress) onProgress({part_.size(), state_.total});
      if (code == CURLM_OK && running > 0)
        code = web_.multiPoll(transfers_.get(), &stopped, 1, kPollMs, nullptr);
      if (stop.requested()) throw Stopped();
      if (code != CURLM_OK) throw tryLater(Message::verbatim(web_.multiStrerror(code)));
      if (Clock::now() - lastByte_ > request_.stallTimeout)
        throwBroken(
            Message("the server stopped sending (%1 without data)",
                    durationMessage(std::chrono::duration<double>(request_.stallTimeout).count())));
    }
    int waiting = 0;
    const CURLMsg* message = web_.multiInfoRead(transfers_.get(), &waiting);
    requireComplete(message == nullptr ? CURLE_RECV_ERROR : message->data.result);
    if (onProgress) onProgress({part_.size(), state_.total});
    return true;
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    if (web_.easySetopt(transfer_.get(), option, value) != CURLE_OK)
      throw DownloadFailure{Message("the web library refuses its settings"),
                            Message("Update the package libcurl4.")};
  }

  bool mayResume() const {
    return part_.size() > 0 && !state_.validator.empty() && state_.address == request_.address &&
           (state_.total == 0 || part_.size() < state_.total);
  }

  long status() const {
    long status = 0;
    web_.easyGetinfo(transfer_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  /// curl's callbacks, which nothing may be thrown through.
  template <typename Action>
  size_t guarded(size_t size, Action&& action) noexcept {
    try {
      lastByte_ = Clock::now();
      action();
      return mustRestart_ ? 0 : size;
    } catch (...) {
      problem_ = std::current_exception();
      return 0;  // ends the transfer
    }
  }
  static size_t onHeader(char* bytes, size_t size, size_t count, void* transfer) {
    auto* self = static_cast<Transfer*>(transfer);
    return self->guarded(size * count, [&] { self->addHeader({bytes, size * count}); });
  }
  static size_t onBody(char* bytes, size_t size, size_t count, void* transfer) {
    auto* self = static_cast<Transfer*>(transfer);
    return self->guarded(size * count, [&] { self->addBody({bytes, size * count}); });
  }

  void addHeader(std::string_view line) {
    if (hasBegun_) return;                      // trailers
    if (line.starts_with("HTTP/")) head_ = {};  // of the next answer, after a redirect
    line = trimmedBlanks(line);
    if (line.empty()) return begin();
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    head_.add(lowerAscii(line.substr(0, colon)), trimmedBlanks(line.substr(colon + 1)));
  }

  /// All headers of an answer have arrived.
  void begin() {
    const long code = status();
    if (code == 206 && isResumed_) return beginRest();
    if (isResumed_ && code == 416) return restart();
    if (code != 200) return;
    part_.clear();
    state_ = {request_.address, head_.validator, head_.length.value_or(0)};
    requireSize();
    writePartState(request_.target, state_);
    part_.requireSpace(state_.total);
    hasBegun_ = true;
  }

  void beginRest() {
    const bool fits = head_.rangeBegin == part_.size() && head_.rangeTotal &&
                      (state_.total == 0 || head_.rangeTotal == state_.total);
    if (!fits) return restart();
    state_.total = *head_.rangeTotal;
    requireSize();
    part_.requireSpace(state_.total - std::min(state_.total, part_.size()));
    hasBegun_ = true;
  }

  void restart() {
    part_.clear();
    mustRestart_ = true;
  }

  /// What the server announces.
  void requireSize() const {
    if (state_.total > request_.mostBytes)
      throwTooLarge(Message("the server announces a file of %1, and at most %2 are accepted",
                            bytesMessage(state_.total), bytesMessage(request_.mostBytes)));
    if (state_.total != 0 && request_.exactBytes != 0 && state_.total != request_.exactBytes)
      throw tryLater(Message("the server announces %1 bytes instead of the expected %2",
                             state_.total, request_.exactBytes));
  }

  [[noreturn]] static void throwTooLarge(const Message& reason) {
    throw DownloadFailure{reason, Message("Check the address in a web browser.")};
  }

  void addBody(std::string_view bytes) {
    if (!hasBegun_) return;  // the page of an error
    if (part_.size() + bytes.size() > request_.mostBytes) {
      part_.clear();
      throwTooLarge(Message("the server sends more than it should, and at most %1 are accepted",
                            bytesMessage(request_.mostBytes)));
    }
    part_.append(bytes);
  }

  /// What has arrived is resumed by the next attempt.
  [[noreturn]] void throwBroken(const Message& reason) const {
    const bool hasPart = hasBegun_ && part_.size() > 0;
    const Message remedy =
        hasPart && !state_.validator.empty()
            ? Message("Try again to resume it.")
            : Message(
                  "Check the network connection and try again, or download it with a web "
                  "browser.");
    if (!hasPart) throw DownloadFailure{reason, remedy};
    const Message received = bytesMessage(part_.size());
    throw DownloadFailure{state_.total == 0 ? Message("%1, %2 received", reason, received)
                                            : Message("%1, %2 of %3 received", reason, received,
                                                      bytesMessage(state_.total)),
                          remedy};
  }

  std::string reasonOf(CURLcode result) const {
    const std::string said = reason_.front() != '\0' ? reason_.data() : web_.easyStrerror(result);
    const bool endsWithStop = said.ends_with('.') && said.size() > 1;
    return endsWithStop ? said.substr(0, said.size() - 1) : said;
  }

  void requireComplete(CURLcode result) const {
    long proxyStatus = 0;
    web_.easyGetinfo(transfer_.get(), CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    const long code = status();
    if (code == 407 || proxyStatus == 407)
      throw DownloadFailure{Message("the proxy asks for a user name and password"),
                            Message("Add them to https_proxy and try again, or download it with a "
                                    "web browser.")};
    switch (result) {
      case CURLE_OK:
        break;
      case CURLE_UNSUPPORTED_PROTOCOL:
        throw tryLater(Message("the server redirects to an address that is not encrypted (https)"));
      case CURLE_TOO_MANY_REDIRECTS:
        throw tryLater(Message("the server redirects again and again"));
      case CURLE_PEER_FAILED_VERIFICATION:
        throw DownloadFailure{
            Message("the server could not prove its identity (%1)", reasonOf(result)),
            Message("Check the date of this computer, or use another network. For a proxy with "
                    "certificates of its own, set SSL_CERT_FILE.")};
      case CURLE_COULDNT_RESOLVE_HOST:
      case CURLE_COULDNT_RESOLVE_PROXY:
      case CURLE_COULDNT_CONNECT:
      case CURLE_OPERATION_TIMEDOUT:
        throwBroken(Message("the server cannot be reached (%1)", reasonOf(result)));
      default:
        throwBroken(Message("the connection was interrupted (%1)", reasonOf(result)));
    }
    if (code == 404 || code == 410)
      throw DownloadFailure{Message("the server no longer has this file (status %1)", code),
                            Message("Look for it on the page of its authors.")};
    if (!hasBegun_) throw tryLater(Message("the server answered with status %1", code));
    if (state_.total != 0 && part_.size() != state_.total)
      throwBroken(Message("the connection ended"));
  }

  const WebLibrary& web_ = WebLibrary::get();
  const DownloadRequest& request_;
  DownloadPart& part_;
  PartState state_;
  bool isResumed_;
  bool hasBegun_ = false;     ///< the file itself arrives, not the page of an error
  bool mustRestart_ = false;  ///< the server has another file than the part's
  Head head_;
  std::exception_ptr problem_;
  Clock::time_point lastByte_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::unique_ptr<curl_slist, EndBy<&WebLibrary::slistFreeAll>> headers_;
  std::unique_ptr<CURL, EndBy<&WebLibrary::easyCleanup>> transfer_;
  std::unique_ptr<CURLM, EndBy<&WebLibrary::multiCleanup>> transfers_;
};

void requireAddress(const DownloadRequest& request) {
  const std::string scheme = partOfUrl(request.address, CURLUPART_SCHEME);
  if (scheme == "https" || (scheme == "http" && request.allowsPlainHttp)) return;
  throw DownloadFailure{scheme == "http" ? Message("the address is not encrypted")
                                         : Message("the address is not valid"),
                        Message("Use an address that begins with https://.")};
}

/// True if an earlier call had all of the file, but did not come to rename it.
bool isComplete(const DownloadRequest& request, const DownloadPart& part) {
  const PartState state = readPartState(request.target);
  return state.address == request.address && state.total != 0 && part.size() == state.total;
}

void download(const DownloadRequest& request, const OnDownloadProgress& onProgress,
              const StopSignal& stop) {
  requireAddress(request);
  DownloadPart part(request.target);
  const auto fetch = [&] { return Transfer(request, part).run(onProgress, stop); };
  if (!isComplete(request, part) && !fetch()) fetch();
  const auto refuse = [&](const Message& reason) {
    part.clear();
    throw tryLater(reason);
  };
  if (request.exactBytes != 0 && part.size() != request.exactBytes)
    refuse(
        Message("the file has %1 bytes instead of the expected %2. The downloaded file was "
                "deleted",
                part.size(), request.exactBytes));
  if (!request.sha256.empty())
    if (const std::string digest = part.digest(stop); digest != request.sha256)
      refuse(
          Message("the file is damaged or not the expected one (SHA-256 %1 instead of %2). The "
                  "downloaded file was deleted",
                  digest, request.sha256));
  part.moveTo(request.target);
}

}  // namespace

void downloadFile(const DownloadRequest& request, const OnDownloadProgress& onProgress,
                  const StopSignal& stop) {
  const auto fail = [](const Error& error) {
    logWarning(kLogDownload, error.what());
    throw error;
  };
  const std::string file = inQuotes(request.target.filename().string());
  logInfo(kLogDownload, "Downloading " + file + ", bytes from earlier attempts: " +
                            std::to_string(partBytes(request.target)));
  try {
    download(request, onProgress, stop);
    logInfo(kLogDownload, "Downloaded " + file);
  } catch (const DownloadFailure& failure) {
    fail(Error("'%1' could not be downloaded: %2. %3", request.address, failure.reason,
               failure.remedy));
  } catch (const Stopped&) {
    throw;
  } catch (const Error& error) {  // the state or the web library
    fail(Error("'%1' could not be downloaded: %2 %3", request.address, error.message(),
               tryLater({}).remedy));
  }
}

fs::path partOf(const fs::path& target) {
  return target.string() + ".part";
}

fs::path stateOf(const fs::path& target) {
  return partOf(target).string() + ".json";
}

uint64_t partBytes(const fs::path& target) {
  std::error_code error;
  const uintmax_t size = fs::file_size(partOf(target), error);
  return error ? 0 : uint64_t(size);
}

Message bytesMessage(uint64_t bytes) {
  if (bytes == 1) return Message("%1 byte", bytes);
  if (bytes < 1000) return Message("%1 bytes", bytes);
  if (bytes < 1'000'000) return Message("%1 kB", fixedPoint(double(bytes) / 1e3, 0));
  if (bytes < 1'000'000'000) return Message("%1 MB", fixedPoint(double(bytes) / 1e6, 1));
  return Message("%1 GB", fixedPoint(double(bytes) / 1e9, 2));
}

std::string bytesText(uint64_t bytes) {
  return bytesMessage(bytes).english();
}

}  // namespace earwitness
