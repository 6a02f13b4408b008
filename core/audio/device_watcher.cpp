// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/device_watcher.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <string_view>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "core/audio/pulse_connection.h"
#include "core/base/descriptor.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds kBurst{200};                // a device comes in several steps
constexpr milliseconds kLookForServerEvery{1000};  // 1 ms of work where there is none
constexpr milliseconds kForEver{-1};

/// Wakes a thread that polls. Thread: any.
class Bell {
 public:
  Bell() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  int descriptor() const { return descriptor_.get(); }
  void ring() const {
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(descriptor_.get(), &one, sizeof one);
  }
  /// True where it rang since the last time.
  bool answer() const {
    uint64_t count = 0;
    return ::read(descriptor_.get(), &count, sizeof count) == sizeof count;
  }

 private:
  Descriptor descriptor_;
};

/// The nodes of sound devices, which udev makes and removes.
class SoundNodes {
 public:
  SoundNodes() : descriptor_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) { watch(); }
  int descriptor() const { return descriptor_.get(); }

  /// True where one came, went, or may be opened now.
  bool changed() {
    bool any = false;
    alignas(inotify_event) std::array<char, 4096> buffer;
    ssize_t size = 0;
    while ((size = ::read(descriptor_.get(), buffer.data(), buffer.size())) > 0)
      for (ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        at += ssize_t(sizeof(inotify_event)) + event->len;
        const std::string_view name = event->len > 0 ? event->name : "";
        any = any || event->wd != folderOfFolders_ || name == "snd";
      }
    if (any) watch();
    return any;
  }

 private:
  /// The folder itself comes with the first device and goes with the last.
  void watch() {
    constexpr uint32_t kEvents = IN_CREATE | IN_DELETE | IN_ATTRIB;
    if (folderOfFolders_ < 0)
      folderOfFolders_ = ::inotify_add_watch(descriptor_.get(), "/dev", IN_CREATE | IN_DELETE);
    ::inotify_add_watch(descriptor_.get(), "/dev/snd", kEvents | IN_ONLYDIR);
  }

  Descriptor descriptor_;
  int folderOfFolders_ = -1;
};

}  // namespace

struct DeviceWatcher::State {
  explicit State(std::function<void()> changed_) : changed(std::move(changed_)) {
    thread = std::thread([this] { watch(); });
  }
  ~State() {
    leave.ring();
    thread.join();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void watch();
  bool sleep(milliseconds atMost);
  bool settle();
  void findServer();

  std::function<void()> changed;
  Bell leave;
  Bell server;  ///< it said something, or went
  // Thread: its own.
  SoundNodes nodes;
  std::unique_ptr<PulseConnection> connection;
  bool isNew = false;  ///< something changed since the last call
  std::thread thread;
};

/// Until something happens. False when it is time to leave.
bool DeviceWatcher::State::sleep(milliseconds atMost) {
  // Where there is a server its word counts; it has to look at a new node first.
  std::array<pollfd, 3> events{pollfd{leave.descriptor(), POLLIN, 0},
                               pollfd{server.descriptor(), POLLIN, 0},
                               pollfd{connection ? -1 : nodes.descriptor(), POLLIN, 0}};
  if (::poll(events.data(), events.size(), int(atMost.count())) < 0 && errno != EINTR) return false;
  if (leave.answer()) return false;
  if (server.answer()) isNew = true;
  if (!connection && nodes.changed()) isNew = true;
  return true;
}

/// Lets a burst end. False when it is time to leave.
bool DeviceWatcher::State::settle() {
  const auto end = std::chrono::steady_clock::now() + kBurst;
  for (auto left = kBurst; left.count() > 0;
       left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now()))
    if (!sleep(left)) return false;
  return true;
}

void DeviceWatcher::State::watch() {
  findServer();
  isNew = false;
  while (sleep(connection ? kForEver : kLookForServerEvery)) {
    if (isNew && !settle()) break;
    if (!connection || !connection->alive()) {
      connection.reset();
      findServer();
    }
    if (std::exchange(isNew, false)) changed();
  }
  connection.reset();
}

void DeviceWatcher::State::findServer() {
  std::unique_ptr<PulseConnection> found = PulseConnection::open();
  if (!found) return;
  const auto takeWord = [](pa_context*, pa_subscription_event_type_t event, uint32_t, void* self) {
    const auto what = event & PA_SUBSCRIPTION_EVENT_FACILITY_MASK;
    const auto how = event & PA_SUBSCRIPTION_EVENT_TYPE_MASK;
    // A source changes with each turn of its volume.
    if (what == PA_SUBSCRIPTION_EVENT_SERVER || how != PA_SUBSCRIPTION_EVENT_CHANGE)
      static_cast<State*>(self)->server.ring();
  };
  const PulseConnection::Lock lock(*found);
  found->whenLost([this] { server.ring(); });
  pa_context_set_subscribe_callback(found->context(), takeWord, this);
  // Sources come and go; the server's own word is that another one is the default.
  constexpr auto kWhat =
      pa_subscription_mask_t(PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SERVER);
  if (!found->finish(pa_context_subscribe(found->context(), kWhat, nullptr, nullptr))) return;
  isNew = true;
  connection = std::move(found);
}

DeviceWatcher::DeviceWatcher(std::function<void()> changed)
    : state_(std::make_unique<State>(std::move(changed))) {}

DeviceWatcher::~DeviceWatcher() = default;

}  // namespace earwitness
