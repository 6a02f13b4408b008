// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <map>
#include <string_view>
#include <system_error>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <systemd/sd-bus.h>

#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/monitoring/alert_channel.h"

namespace earwitness {
namespace {

constexpr const char* kService = "org.freedesktop.Notifications";
constexpr const char* kObject = "/org/freedesktop/Notifications";
constexpr const char* kApplicationId = "io.github.earwitness.Earwitness";
constexpr uint64_t kPatienceUs = 5'000'000;
constexpr uint8_t kNormalUrgency = 1;

struct BusCloser {
  void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
  void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
  void operator()(sd_bus_slot* slot) const { sd_bus_slot_unref(slot); }
};
using Bus = std::unique_ptr<sd_bus, BusCloser>;
using BusMessage = std::unique_ptr<sd_bus_message, BusCloser>;
using Slot = std::unique_ptr<sd_bus_slot, BusCloser>;

/// The session's bus is not there, or is no more.
class BusLost : public Error {
 public:
  using Error::Error;
};

[[noreturn]] void failWithoutBus(int negativeErrno) {
  throw BusLost(Message(
      "Alerts cannot be shown on the desktop: there is no session bus (%1). Start Earwitness "
      "inside a desktop session, or turn notifications off.",
      std::generic_category().message(-negativeErrno)));
}

void requireBus(int result) {
  if (result < 0) failWithoutBus(result);
}

/// The label as the window shows it: "crackling_fire" -> "Crackling fire".
std::string forPeople(std::string label) {
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty()) label[0] = char(std::toupper(static_cast<unsigned char>(label[0])));
  return label;
}

/// D-Bus takes nothing else; devices are named by anybody.
std::string validUtf8(const std::string& text) {
  using nlohmann::json;
  const std::string quoted = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  return json::parse(quoted).get<std::string>();
}

/// For servers that take a little HTML in the body.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else
      result += c;
  }
  return result;
}

/// "18:30:59"
std::string localTimeText(int64_t utcMs) {
  const std::string dateAndTime = localText(utcMs);
  return dateAndTime.substr(dateAndTime.find(' ') + 1);
}

BusMessage newCall(sd_bus* bus, const char* method) {
  sd_bus_message* message = nullptr;
  requireBus(sd_bus_message_new_method_call(bus, &message, kService, kObject, kService, method));
  return BusMessage(message);
}

/// Waits for the bus to have something to do, or for the stop signal.
void waitFor(sd_bus* bus, const StopSignal& stop) {
  uint64_t wakeUpUs = 0;  // of the monotonic clock
  requireBus(sd_bus_get_timeout(bus, &wakeUpUs));
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const uint64_t nowUs = uint64_t(now.tv_sec) * 1'000'000 + uint64_t(now.tv_nsec) / 1000;
  const uint64_t leftUs = wakeUpUs <= nowUs ? 0 : std::min<uint64_t>(wakeUpUs - nowUs, kPatienceUs);
  const int events = sd_bus_get_events(bus);
  requireBus(events);
  std::array<pollfd, 2> streams{pollfd{sd_bus_get_fd(bus), short(events), 0},
                                pollfd{stop.descriptor(), POLLIN, 0}};
  ::poll(streams.data(), streams.size(), int(leftUs / 1000 + 1));
  if (stop.requested()) throw Stopped();
}

/// Sends a call and waits for what comes back.
BusMessage ask(sd_bus* bus, const BusMessage& call, const StopSignal& stop) {
  BusMessage reply;
  const sd_bus_message_handler_t keep = [](sd_bus_message* message, void* kept, sd_bus_error*) {
    static_cast<BusMessage*>(kept)->reset(sd_bus_message_ref(message));
    return 0;
  };
  sd_bus_slot* slot = nullptr;
  requireBus(sd_bus_call_async(bus, &slot, call.get(), keep, &reply, kPatienceUs));
  const Slot owner(slot);  // without it a late reply would go to a dead place
  while (!reply) {
    const int done = sd_bus_process(bus, nullptr);
    requireBus(done);
    if (done == 0) waitFor(bus, stop);
  }
  if (sd_bus_message_is_method_error(reply.get(), nullptr) > 0) {
    if (sd_bus_message_is_method_error(reply.get(), SD_BUS_ERROR_DISCONNECTED) > 0)
      failWithoutBus(-ECONNRESET);
    const sd_bus_error* error = sd_bus_message_get_error(reply.get());
    throw Error(
        "Alerts cannot be shown: the desktop's notification service does not take them (%1).",
        error->message != nullptr ? error->message : error->name);
  }
  return reply;
}

class NotificationChannel : public AlertChannel {
 public:
  Message name() const override { return Message("The desktop notification"); }

  void send(const Alert& alert, const StopSignal& stop) override {
    const bool connectedBefore = bus_ != nullptr;
    try {
      notify(alert, stop);
    } catch (const BusLost&) {
      disconnect();
      // The bus may have been started anew since the last alert.
      if (!connectedBefore) throw;
      notify(alert, stop);
    } catch (const Error&) {
      disconnect();  // what the service can do is asked again next time
      throw;
    }
  }

 private:
  void disconnect() {
    bus_.reset();
    shown_.clear();
  }

  void connect(const StopSignal& stop) {
    sd_bus* bus = nullptr;
    requireBus(sd_bus_open_user(&bus));
    bus_.reset(bus);
    const BusMessage reply = ask(bus, newCall(bus, "GetCapabilities"), stop);
    takesMarkup_ = false;
    requireBus(sd_bus_message_enter_container(reply.get(), 'a', "s"));
    const char* capability = nullptr;
    while (sd_bus_message_read(reply.get(), "s", &capability) > 0)
      if (std::string_view(capability) == "body-markup") takesMarkup_ = true;
  }

  void notify(const Alert& alert, const StopSignal& stop) {
    if (!bus_) connect(stop);
    const std::string label = validUtf8(alert.label);
    const std::string named =
        alert.shownLabel.empty() ? forPeople(label) : validUtf8(alert.shownLabel);
    const std::string summary = named + " (" + fixedPoint(alert.score * 100.0, 0) + "%)";
    const std::string body =
        localTimeText(alert.onsetUtcMs) +
        (alert.source.empty() ? std::string() : ", " + validUtf8(alert.source));
    const BusMessage call = newCall(bus_.get(), "Notify");
    requireBus(sd_bus_message_append(
        call.get(), "susssasa{sv}i", "Earwitness", shown_[label], kApplicationId, summary.c_str(),
        (takesMarkup_ ? escaped(body) : body).c_str(), 0,  // no actions
        2, "urgency", "y", int(kNormalUrgency), "desktop-entry", "s", kApplicationId, -1));
    const BusMessage reply = ask(bus_.get(), call, stop);
    requireBus(sd_bus_message_read(reply.get(), "u", &shown_[label]));
  }

  Bus bus_;
  bool takesMarkup_ = false;
  std::map<std::string, uint32_t> shown_;  ///< label -> its notification, 0 for none
};

}  // namespace

std::unique_ptr<AlertChannel> makeNotificationChannel() {
  return std::make_unique<NotificationChannel>();
}

}  // namespace earwitness
