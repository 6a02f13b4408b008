// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/web_library.h"

#include <memory>

#include <dlfcn.h>

#include "core/base/error.h"

namespace earwitness {

namespace {

constexpr const char* kLibrary = "libcurl.so.4";

template <typename Function>
void take(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw Error("The web library libcurl.so.4 is too old. Update the package libcurl4.");
}

}  // namespace

WebLibrary::WebLibrary() {
  // It stays: what it has started in other threads may run to the program's end.
  void* library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr)
    throw Error("The web library libcurl.so.4 is missing. Install the package libcurl4.");
  decltype(&curl_global_init) globalInit = nullptr;
  take(library, "curl_global_init", globalInit);
  take(library, "curl_free", free);
  take(library, "curl_url", url);
  take(library, "curl_url_set", urlSet);
  take(library, "curl_url_get", urlGet);
  take(library, "curl_url_cleanup", urlCleanup);
  take(library, "curl_slist_append", slistAppend);
  take(library, "curl_slist_free_all", slistFreeAll);
  take(library, "curl_easy_init", easyInit);
  take(library, "curl_easy_setopt", easySetopt);
  take(library, "curl_easy_getinfo", easyGetinfo);
  take(library, "curl_easy_strerror", easyStrerror);
  take(library, "curl_easy_cleanup", easyCleanup);
  take(library, "curl_multi_init", multiInit);
  take(library, "curl_multi_add_handle", multiAddHandle);
  take(library, "curl_multi_remove_handle", multiRemoveHandle);
  take(library, "curl_multi_perform", multiPerform);
  take(library, "curl_multi_poll", multiPoll);
  take(library, "curl_multi_info_read", multiInfoRead);
  take(library, "curl_multi_strerror", multiStrerror);
  take(library, "curl_multi_cleanup", multiCleanup);
  if (globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    throw Error(
        "The web library libcurl.so.4 could not be started. Reinstall the package libcurl4.");
}

const WebLibrary& WebLibrary::get() {
  static const WebLibrary library;
  return library;
}

std::string partOfUrl(const std::string& url, CURLUPart part) {
  const WebLibrary& web = WebLibrary::get();
  const std::unique_ptr<CURLU, EndBy<&WebLibrary::urlCleanup>> parsed(web.url());
  char* text = nullptr;
  if (!parsed || web.urlSet(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
      web.urlGet(parsed.get(), part, &text, 0) != CURLUE_OK)
    return {};
  std::string copy(text);
  web.free(text);
  return copy;
}

}  // namespace earwitness
