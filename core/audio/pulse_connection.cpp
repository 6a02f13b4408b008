// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/pulse_connection.h"

#include <utility>

#include "core/audio/retry_pause.h"
#include "core/audio/sound_thread.h"

namespace earwitness {
namespace {

/// Ends a wait after a while.
class Alarm {
 public:
  Alarm(pa_threaded_mainloop* loop, pa_context* context, std::chrono::microseconds after)
      : loop_(loop),
        event_(pa_context_rttime_new(
            context, pa_rtclock_now() + pa_usec_t(after.count()),
            [](pa_mainloop_api*, pa_time_event*, const timeval*, void* self) {
              auto& alarm = *static_cast<Alarm*>(self);
              alarm.rung_ = true;
              pa_threaded_mainloop_signal(alarm.loop_, 0);
            },
            this)) {}
  ~Alarm() {
    if (event_ != nullptr) pa_threaded_mainloop_get_api(loop_)->time_free(event_);
  }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;

  bool rung() const { return rung_ || event_ == nullptr; }

 private:
  pa_threaded_mainloop* loop_;
  bool rung_ = false;
  pa_time_event* event_;
};

}  // namespace

std::unique_ptr<PulseConnection> PulseConnection::open() {
  std::unique_ptr<PulseConnection> connection;
  SoundThread::instance().run([&connection] {
    static RetryPause pause;
    const std::string traces = traceOfSoundServers();
    if (!pause.isDue(traces)) return;
    connection.reset(new PulseConnection);
    // Its own thread, too, changes the umask until it is connected.
    if (connection->connect()) return pause.noteFound();
    connection.reset();
    pause.noteMissing(traces);
  });
  return connection;
}

bool PulseConnection::connect() {
  loop_ = pa_threaded_mainloop_new();
  if (loop_ == nullptr) return false;
  pa_proplist* properties = pa_proplist_new();
  pa_proplist_sets(properties, PA_PROP_APPLICATION_ID, "io.github.earwitness");
  pa_proplist_sets(properties, PA_PROP_APPLICATION_ICON_NAME, "earwitness");
  context_ =
      pa_context_new_with_proplist(pa_threaded_mainloop_get_api(loop_), "Earwitness", properties);
  pa_proplist_free(properties);
  if (context_ == nullptr) return false;
  pa_context_set_state_callback(context_, &PulseConnection::stateChanged, this);
  if (pa_context_connect(context_, nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0) return false;
  alive_ = true;
  if (pa_threaded_mainloop_start(loop_) < 0) return false;
  const Lock lock(*this);
  return waitUntil([this] { return pa_context_get_state(context_) == PA_CONTEXT_READY; });
}

PulseConnection::~PulseConnection() {
  if (context_ != nullptr) {
    const Lock lock(*this);
    pa_context_set_state_callback(context_, nullptr, nullptr);
    pa_context_set_subscribe_callback(context_, nullptr, nullptr);
    pa_context_disconnect(context_);
    pa_context_unref(context_);
  }
  if (loop_ == nullptr) return;
  pa_threaded_mainloop_stop(loop_);
  pa_threaded_mainloop_free(loop_);
}

void PulseConnection::stateChanged(pa_context* context, void* self) {
  auto& connection = *static_cast<PulseConnection*>(self);
  connection.wake();
  if (PA_CONTEXT_IS_GOOD(pa_context_get_state(context))) return;
  connection.alive_.store(false, std::memory_order_release);
  if (const auto lost = std::exchange(connection.lost_, nullptr)) lost();
}

bool PulseConnection::waitUntil(const std::function<bool()>& condition) {
  const Alarm alarm(loop_, context_, kPatience);
  while (alive() && !alarm.rung()) {
    if (condition()) return true;
    pa_threaded_mainloop_wait(loop_);
  }
  return false;
}

bool PulseConnection::finish(pa_operation* operation) {
  if (operation == nullptr) return false;
  pa_operation_set_state_callback(
      operation, [](pa_operation*, void* self) { static_cast<PulseConnection*>(self)->wake(); },
      this);
  const bool done = waitUntil([operation] {
                      return pa_operation_get_state(operation) != PA_OPERATION_RUNNING;
                    }) &&
                    pa_operation_get_state(operation) == PA_OPERATION_DONE;
  pa_operation_set_state_callback(operation, nullptr, nullptr);
  pa_operation_cancel(operation);
  pa_operation_unref(operation);
  return done;
}

}  // namespace earwitness
