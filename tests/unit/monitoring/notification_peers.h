// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <csignal>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#include "core/base/spawn.h"

namespace earwitness {

/// A session bus of the test's own, for as long as it lives.
class TestBus {
 public:
  TestBus() {
    SpawnPlan plan;
    Channel output = plan.pipeFrom(STDOUT_FILENO);
    process_ =
        plan.start("dbus-daemon", {"--session", "--nofork", "--nopidfile", "--print-address"}, {});
    output.theirs.close();
    while (!address_.endsWith('\n')) {
      pollfd stream{output.ours.get(), POLLIN, 0};
      ::poll(&stream, 1, -1);
      char letter = 0;
      if (::read(output.ours.get(), &letter, 1) != 1)
        throw std::runtime_error("dbus-daemon does not start");
      address_ += letter;
    }
    address_.chop(1);
  }
  ~TestBus() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  TestBus(const TestBus&) = delete;
  TestBus& operator=(const TestBus&) = delete;

  const QByteArray& address() const { return address_; }

 private:
  pid_t process_ = 0;
  QByteArray address_;
};

struct ShownNotification {
  std::string application;
  uint32_t replaces = 0;
  std::string icon;
  std::string summary;
  std::string body;
  int urgency = -1;
  std::string desktopEntry;
  uint32_t id = 0;
};

/// org.freedesktop.Notifications on a bus, in a thread of its own.
class TestNotificationService {
 public:
  TestNotificationService(const QByteArray& address, bool takesMarkup, bool answers = true)
      : takesMarkup_(takesMarkup), answers_(answers) {
    if (::pipe(wake_) != 0 || sd_bus_new(&bus_) < 0 ||
        sd_bus_set_address(bus_, address.constData()) < 0 || sd_bus_set_bus_client(bus_, 1) < 0 ||
        sd_bus_start(bus_) < 0 ||
        sd_bus_add_object_vtable(bus_, nullptr, "/org/freedesktop/Notifications", kName, kTable,
                                 this) < 0 ||
        sd_bus_request_name(bus_, kName, 0) < 0)
      throw std::runtime_error("the test's notification service does not start");
    thread_ = std::thread([this] { run(); });
  }
  ~TestNotificationService() {
    if (::write(wake_[1], "x", 1) != 1) std::abort();
    thread_.join();
    sd_bus_flush_close_unref(bus_);
    ::close(wake_[0]);
    ::close(wake_[1]);
  }
  TestNotificationService(const TestNotificationService&) = delete;
  TestNotificationService& operator=(const TestNotificationService&) = delete;

  std::vector<ShownNotification> shown() const {
    const std::lock_guard lock(mutex_);
    return shown_;
  }
  int callCount() const {
    const std::lock_guard lock(mutex_);
    return calls_;
  }

 private:
  static constexpr const char* kName = "org.freedesktop.Notifications";
  static const sd_bus_vtable kTable[];

  void run() {
    while (true) {
      const int done = sd_bus_process(bus_, nullptr);
      if (done < 0) return;
      if (done > 0) continue;
      pollfd streams[2] = {{sd_bus_get_fd(bus_), short(sd_bus_get_events(bus_)), 0},
                           {wake_[0], POLLIN, 0}};
      ::poll(streams, 2, -1);
      if (streams[1].revents != 0) return;
    }
  }

  static int onCapabilities(sd_bus_message* message, void* data, sd_bus_error*) {
    auto* self = static_cast<TestNotificationService*>(data);
    {
      const std::lock_guard lock(self->mutex_);
      ++self->calls_;
    }
    if (!self->answers_) return 1;
    return self->takesMarkup_ ? sd_bus_reply_method_return(message, "as", 2, "body", "body-markup")
                              : sd_bus_reply_method_return(message, "as", 1, "body");
  }

  static int onNotify(sd_bus_message* message, void* data, sd_bus_error*) {
    auto* self = static_cast<TestNotificationService*>(data);
    ShownNotification shown = read(message);
    const std::lock_guard lock(self->mutex_);
    shown.id = shown.replaces != 0 ? shown.replaces : ++self->lastId_;
    self->shown_.push_back(shown);
    return sd_bus_reply_method_return(message, "u", shown.id);
  }

  static ShownNotification read(sd_bus_message* message) {
    ShownNotification shown;
    const char* texts[4] = {};
    sd_bus_message_read(message, "susss", &texts[0], &shown.replaces, &texts[1], &texts[2],
                        &texts[3]);
    shown.application = texts[0];
    shown.icon = texts[1];
    shown.summary = texts[2];
    shown.body = texts[3];
    sd_bus_message_skip(message, "as");
    sd_bus_message_enter_container(message, 'a', "{sv}");
    while (sd_bus_message_enter_container(message, 'e', "sv") > 0) {
      const char* key = nullptr;
      sd_bus_message_read(message, "s", &key);
      if (std::string_view(key) == "urgency") {
        uint8_t urgency = 0;
        sd_bus_message_read(message, "v", "y", &urgency);
        shown.urgency = urgency;
      } else if (std::string_view(key) == "desktop-entry") {
        const char* text = nullptr;
        sd_bus_message_read(message, "v", "s", &text);
        shown.desktopEntry = text;
      } else {
        sd_bus_message_skip(message, "v");
      }
      sd_bus_message_exit_container(message);
    }
    return shown;
  }

  sd_bus* bus_ = nullptr;
  int wake_[2] = {-1, -1};
  bool takesMarkup_;
  bool answers_;
  mutable std::mutex mutex_;
  std::vector<ShownNotification> shown_;
  uint32_t lastId_ = 0;
  int calls_ = 0;
  std::thread thread_;
};

inline const sd_bus_vtable TestNotificationService::kTable[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("GetCapabilities", "", "as", &TestNotificationService::onCapabilities, 0),
    SD_BUS_METHOD("Notify", "susssasa{sv}i", "u", &TestNotificationService::onNotify, 0),
    SD_BUS_VTABLE_END};

}  // namespace earwitness
