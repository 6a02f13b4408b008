// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace earwitness::gui {

/// Receives one sentence about what went wrong. Called on the GUI thread.
using OnFailure = std::function<void(const QString& sentence)>;

/// Shows the sentences of everything that fails and has no `OnFailure` of its own, jobs and slots
/// alike. Thread: GUI; report() may be called from any.
class ProblemReporter : public QObject {
  Q_OBJECT
 public:
  static ProblemReporter& instance();
  void report(const QString& sentence);

 signals:
  void problem(const QString& sentence);
};

namespace background {

/// A child of whoever wants to know of a job, with whose destruction the job is asked to stop.
class OwnersEnd : public QObject {
 public:
  OwnersEnd(QObject* owner, std::stop_source stop) : QObject(owner), stop_(std::move(stop)) {}
  ~OwnersEnd() override { stop_.request_stop(); }

 private:
  std::stop_source stop_;
};

/// Calls `act` on the GUI thread, later; never after the end of the application. Thread: any.
void onGuiThread(std::function<void()> act);

/// What the end of the program does with a job that is still running.
enum class AtExit { Leave, Finish };

std::stop_source start(QObject* owner, AtExit atExit, std::function<void(std::stop_token)> work,
                       std::function<void()> then, OnFailure failed);

/// Calls `work` with the stop token if it takes one.
template <typename Work>
decltype(auto) call(Work& work, const std::stop_token& stop) {
  if constexpr (std::is_invocable_v<Work&, std::stop_token>)
    return work(stop);
  else
    return work();
}

template <typename Work, typename Then>
std::stop_source start(QObject* owner, AtExit atExit, Work work, Then then, OnFailure failed) {
  using Result = decltype(call(work, std::stop_token()));
  if constexpr (std::is_null_pointer_v<Then>) {
    return start(
        owner, atExit,
        std::function<void(std::stop_token)>(
            [work = std::move(work)](const std::stop_token& stop) mutable { call(work, stop); }),
        std::function<void()>(), std::move(failed));
  } else if constexpr (std::is_void_v<Result>) {
    return start(
        owner, atExit,
        std::function<void(std::stop_token)>(
            [work = std::move(work)](const std::stop_token& stop) mutable { call(work, stop); }),
        std::function<void()>(std::move(then)), std::move(failed));
  } else {
    auto result = std::make_shared<std::optional<Result>>();
    return start(owner, atExit,
                 std::function<void(std::stop_token)>(
                     [work = std::move(work), result](const std::stop_token& stop) mutable {
                       result->emplace(call(work, stop));
                     }),
                 std::function<void()>(
                     [then = std::move(then), result]() mutable { then(std::move(**result)); }),
                 std::move(failed));
  }
}

/// Ends the work of all jobs: none delivers anything from now on, all are asked to stop, and those
/// that have to be finished are waited for, for half a minute at most. Called by the end of the
/// application. Thread: GUI.
void end();

/// False if a job is still running after end(), because it waits for a dead network share, say.
/// Then the process has to end without the destructors of static objects, which the job uses.
bool isIdle();

}  // namespace background

/// Runs `work` on another thread, then `then` with its result on the GUI thread. `owner` is who
/// wants to know: with its destruction, `then` and `failed` are forgotten, and the stop token that
/// `work` may take is triggered; so it is by the stop source that is returned. `owner` null: nobody
/// wants to know. If `work` throws anything, `failed` gets the sentence instead of `then`; without
/// `failed` the ProblemReporter does. The program's end waits for it, so that nothing that is
/// written or closed is lost. Thread: GUI; any if `owner` is null.
template <typename Work, typename Then = std::nullptr_t>
std::stop_source inBackground(QObject* owner, Work work, Then then = nullptr,
                              OnFailure failed = {}) {
  return background::start(owner, background::AtExit::Finish, std::move(work), std::move(then),
                           std::move(failed));
}

/// The same for work that only reads: the program's end does not wait for it, since a file may be
/// on a network share that does not answer.
template <typename Work, typename Then = std::nullptr_t>
std::stop_source readInBackground(QObject* owner, Work work, Then then = nullptr,
                                  OnFailure failed = {}) {
  return background::start(owner, background::AtExit::Leave, std::move(work), std::move(then),
                           std::move(failed));
}

}  // namespace earwitness::gui
