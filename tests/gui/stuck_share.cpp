// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into a program before the C library: files and folders below one called "dead share" are
// there, but reading them never comes back, as on a network share that does not answer. The file
// that STUCK_SHARE_LOG names gets a line for each call that is stuck.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr const char* kName = "/dead share";

bool isOnShare(int file) {
  char link[64];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = ::readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return std::strstr(path, kName) != nullptr;
}

[[noreturn]] void hang(const char* what) {
  if (const char* log = std::getenv("STUCK_SHARE_LOG"); log != nullptr) {
    const int file = ::open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    [[maybe_unused]] const ssize_t written = ::write(file, what, std::strlen(what));
    ::close(file);
  }
  while (true) ::pause();
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" dirent* readdir(DIR* folder) {
  if (isOnShare(::dirfd(folder))) hang("folder\n");
  static const auto usual = next<dirent* (*)(DIR*)>("readdir");
  return usual(folder);
}

extern "C" dirent64* readdir64(DIR* folder) {
  if (isOnShare(::dirfd(folder))) hang("folder\n");
  static const auto usual = next<dirent64* (*)(DIR*)>("readdir64");
  return usual(folder);
}

extern "C" ssize_t read(int file, void* buffer, size_t size) {
  if (isOnShare(file)) hang("file\n");
  static const auto usual = next<ssize_t (*)(int, void*, size_t)>("read");
  return usual(file, buffer, size);
}

extern "C" ssize_t pread(int file, void* buffer, size_t size, off_t from) {
  if (isOnShare(file)) hang("file\n");
  static const auto usual = next<ssize_t (*)(int, void*, size_t, off_t)>("pread");
  return usual(file, buffer, size, from);
}

extern "C" ssize_t pread64(int file, void* buffer, size_t size, off64_t from) {
  if (isOnShare(file)) hang("file\n");
  static const auto usual = next<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
  return usual(file, buffer, size, from);
}
