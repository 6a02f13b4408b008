// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <curl/curl.h>

namespace earwitness {

/// libcurl, loaded when a web address is first checked, called or downloaded from. Linking it would
/// add a tenth to every start of the programs, because forty libraries come with it, and most users
/// never need them. Members have the names of curl's documentation, without its prefix.
class WebLibrary {
 public:
  /// Throws Error if the library is missing, too old or does not start. Thread: any.
  static const WebLibrary& get();

  decltype(&curl_free) free = nullptr;
  decltype(&curl_url) url = nullptr;
  decltype(&curl_url_set) urlSet = nullptr;
  decltype(&curl_url_get) urlGet = nullptr;
  decltype(&curl_url_cleanup) urlCleanup = nullptr;
  decltype(&curl_slist_append) slistAppend = nullptr;
  decltype(&curl_slist_free_all) slistFreeAll = nullptr;
  decltype(&curl_easy_init) easyInit = nullptr;
  decltype(&curl_easy_setopt) easySetopt = nullptr;
  decltype(&curl_easy_getinfo) easyGetinfo = nullptr;
  decltype(&curl_easy_strerror) easyStrerror = nullptr;
  decltype(&curl_easy_cleanup) easyCleanup = nullptr;
  decltype(&curl_multi_init) multiInit = nullptr;
  decltype(&curl_multi_add_handle) multiAddHandle = nullptr;
  decltype(&curl_multi_remove_handle) multiRemoveHandle = nullptr;
  decltype(&curl_multi_perform) multiPerform = nullptr;
  decltype(&curl_multi_poll) multiPoll = nullptr;
  decltype(&curl_multi_info_read) multiInfoRead = nullptr;
  decltype(&curl_multi_strerror) multiStrerror = nullptr;
  decltype(&curl_multi_cleanup) multiCleanup = nullptr;

 private:
  WebLibrary();
};

/// Deleter for a handle of the library: std::unique_ptr<CURL, EndBy<&WebLibrary::easyCleanup>>.
template <auto end>
struct EndBy {
  template <typename Handle>
  void operator()(Handle* handle) const {
    (WebLibrary::get().*end)(handle);
  }
};

/// Empty if `url` is not an absolute URL, or has no such part.
std::string partOfUrl(const std::string& url, CURLUPart part);

}  // namespace earwitness
