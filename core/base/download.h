// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/message.h"
#include "core/base/stop_signal.h"

namespace earwitness {

/// One file to fetch from the web.
struct DownloadRequest {
  std::string address;           ///< https://..., or http://... if `allowsPlainHttp`
  std::filesystem::path target;  ///< replaced if it exists
  uint64_t exactBytes = 0;       ///< size of the file; 0: unknown
  uint64_t mostBytes = 0;        ///< a larger file is refused
  std::string sha256;            ///< 64 lower-case hexadecimal digits; empty: unknown
  bool allowsPlainHttp = false;  ///< for servers that need no protection, such as one of a test
  std::chrono::milliseconds connectTimeout = std::chrono::seconds(30);
  /// A download may take any time, but not this long without a byte.
  std::chrono::milliseconds stallTimeout = std::chrono::seconds(60);
};

struct DownloadProgress {
  uint64_t receivedBytes = 0;  ///< including those of an earlier attempt
  uint64_t totalBytes = 0;     ///< 0: the server has not announced it
};
/// Called at least four times a second from downloadFile(), also while no data arrives.
using OnDownloadProgress = std::function<void(const DownloadProgress&)>;

/// Downloads a file to partOf(target) and renames it to `target` when it is complete and has the
/// expected size and digest. An interrupted download leaves the part, and a later call resumes it
/// if the server still has the same file (by its ETag or date, which stateOf(target) holds), or
/// else starts again. Proxies are taken from the environment (https_proxy, no_proxy), and
/// certificates of private authorities from SSL_CERT_FILE. An https address never leads to one
/// without encryption. Throws Error with a message for the user that names the address; Stopped
/// soon after `stop` is requested. Thread: any.
void downloadFile(const DownloadRequest& request, const OnDownloadProgress& onProgress,
                  const StopSignal& stop);

/// What an interrupted download leaves next to `target`: "model.pt.part".
std::filesystem::path partOf(const std::filesystem::path& target);
/// From where the part is and what it belongs to: "model.pt.part.json".
std::filesystem::path stateOf(const std::filesystem::path& target);
/// Bytes of the part; 0 if there is none.
uint64_t partBytes(const std::filesystem::path& target);

/// "4.1 MB", "512 kB", "3 bytes"; for messages.
Message bytesMessage(uint64_t bytes);
std::string bytesText(uint64_t bytes);

}  // namespace earwitness
