// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/alert_sender.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/monitoring/alert_channel.h"

namespace earwitness {
namespace {

using std::chrono::milliseconds;

constexpr size_t kMaxWaiting = 16;
constexpr milliseconds kLastPatience{2000};  // for what is on its way when the sender goes

/// Messages of all ways, until somebody takes them. Thread: any.
class Problems {
 public:
  void add(Message message) {
    const std::lock_guard lock(mutex_);
    messages_.push_back(std::move(message));
  }
  Message take() {
    const std::lock_guard lock(mutex_);
    if (messages_.empty()) return {};
    Message first = std::move(messages_.front());
    messages_.pop_front();
    return first;
  }

 private:
  std::mutex mutex_;
  std::deque<Message> messages_;
};

/// A way with its thread and what waits for it.
class Worker {
 public:
  Worker(std::unique_ptr<AlertChannel> way, Problems& problems)
      : way_(std::move(way)), problems_(problems), thread_([this] { run(); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    stop_.request();
    changed_.notify_all();
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void push(const Alert& alert) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() == kMaxWaiting) {
      waiting_.pop_front();
      if (!std::exchange(overflowed_, true))
        problems_.add(
            Message("%1 cannot keep up with the alerts, so the oldest waiting alerts were dropped. "
                    "Alert on fewer classes, or set a longer repeat delay.",
                    way_->name()));
    }
    waiting_.push_back(alert);
    changed_.notify_all();
  }

  bool waitUntilIdle(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, deadline, [this] { return waiting_.empty() && !busy_; });
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (ending_) return;
      const Alert alert = std::move(waiting_.front());
      waiting_.pop_front();
      busy_ = true;
      lock.unlock();
      send(alert);
      lock.lock();
      busy_ = false;
      if (waiting_.empty()) overflowed_ = false;
      changed_.notify_all();
    }
  }

  /// The same failure is told once, until the way worked again.
  void send(const Alert& alert) {
    Message problem;
    try {
      way_->send(alert, stop_);
    } catch (const Stopped&) {
      return;
    } catch (const std::exception& error) {
      problem = messageOf(error);
    }
    if (!problem.empty() && problem != lastProblem_) {
      logWarning(kLogApp,
                 way_->name().english() + " failed to alert");  // the reason may name an address
      problems_.add(problem);
    }
    lastProblem_ = std::move(problem);
  }

  std::unique_ptr<AlertChannel> way_;
  Problems& problems_;
  StopSignal stop_;
  Message lastProblem_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Alert> waiting_;
  bool busy_ = false;
  bool ending_ = false;
  bool overflowed_ = false;
  std::thread thread_;  // last: it uses the rest
};

std::vector<std::unique_ptr<AlertChannel>> waysOf(const AlertSettings& settings) {
  std::vector<std::unique_ptr<AlertChannel>> ways;
  if (settings.notification) ways.push_back(makeNotificationChannel());
  if (settings.sound) ways.push_back(makeSoundChannel());
  if (!settings.command.empty()) ways.push_back(makeCommandChannel(settings.command));
  if (!settings.webhookUrl.empty()) ways.push_back(makeWebhookChannel(settings.webhookUrl));
  return ways;
}

}  // namespace

struct AlertSender::State {
  Problems problems;
  std::vector<std::unique_ptr<Worker>> workers;
};

AlertSender::AlertSender(const AlertSettings& settings) : state_(std::make_unique<State>()) {
  for (std::unique_ptr<AlertChannel>& way : waysOf(settings))
    state_->workers.push_back(std::make_unique<Worker>(std::move(way), state_->problems));
}

AlertSender::~AlertSender() {
  finish(kLastPatience);
}

void AlertSender::send(const Alert& alert) {
  for (const auto& worker : state_->workers) worker->push(alert);
}

bool AlertSender::finish(milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  return std::all_of(state_->workers.begin(), state_->workers.end(),
                     [deadline](const auto& worker) { return worker->waitUntilIdle(deadline); });
}

Message AlertSender::takeProblem() {
  return state_->problems.take();
}

}  // namespace earwitness
