// SPDX-License-Identifier: GPL-3.0-or-later
// Another process that writes into an event store, for test_event_store: dies in the middle, writes
// beside others, or fills a small disk.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/monitoring/event_store.h"

using namespace earwitness;

namespace {

constexpr int kCannotMount = 77;

StoredEvent numbered(int number) {
  StoredEvent event;
  event.source = "peer " + std::to_string(::getpid());
  event.onsetUtcMs = 1'700'000'000'000 + number;
  event.onsetSeconds = number;
  event.offsetSeconds = number + 1;
  event.label = "Siren";
  event.modelName = "model";
  event.modelFingerprint = "f00d";
  return event;
}

void say(const char* line) {
  std::puts(line);
  std::fflush(stdout);
}

/// Ten events and one that goes on are committed, five more are not; then it waits to be killed.
[[noreturn]] void waitForDeath(const std::filesystem::path& file) {
  EventStore store(file);
  for (int i = 0; i < 10; ++i) store.put(numbered(i));
  StoredEvent open = numbered(10);
  open.open = true;
  store.put(open);
  store.commit();
  for (int i = 11; i < 16; ++i) store.put(numbered(i));
  say("waiting");
  while (true) ::pause();
}

void write(const std::filesystem::path& file, int count) {
  EventStore store(file);
  say("open");
  for (int i = 0; i < count; ++i) {
    store.put(numbered(i));
    if (i % 5 == 4) store.commit();
  }
}

/// On a disk of a megabyte that only this process sees.
int fill(const std::filesystem::path& file) {
  if (::unshare(::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
      ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      ::mount("tmpfs", file.parent_path().c_str(), "tmpfs", 0, "size=1m") != 0)
    return kCannotMount;
  EventStore store(file);
  try {
    for (int i = 0; i < 100'000; ++i) {
      store.put(numbered(i));
      if (i % 100 == 99) store.commit();
    }
  } catch (const Error& error) {
    say(error.what());
    // What waits keeps nobody from reading.
    say(store.count({}) > 0 ? "read" : "nothing");
    // More room, and what was waiting is written after all.
    ::mount("tmpfs", file.parent_path().c_str(), "tmpfs", MS_REMOUNT, "size=8m");
    const int64_t before = EventStore(file).count({});
    store.commit();
    say(EventStore(file).count({}) > before ? "went on" : "lost");
  }
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return EXIT_FAILURE;
  const std::string mode = argv[1];
  try {
    if (mode == "die") waitForDeath(argv[2]);
    if (mode == "write") write(argv[2], 500);
    if (mode == "fill") return fill(argv[2]);
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
