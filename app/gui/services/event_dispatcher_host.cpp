// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/event_dispatcher_host.h"

#include <iostream>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

namespace {
constexpr int kDrainMs = 250;
}

EventDispatcherHost::EventDispatcherHost(EventStoreAccess store, QObject* parent)
    : QObject(parent), store_(std::move(store)) {
  timer_.setInterval(kDrainMs);
  connect(&timer_, &QTimer::timeout, this, &EventDispatcherHost::drain);
}

EventDispatcherHost::~EventDispatcherHost() {
  if (!dispatcher_) return;
  std::shared_ptr<EventDispatcher> last(std::move(dispatcher_));
  inBackground(nullptr, [last] {
    last->finish();
    // There is no window any more that could show it.
    for (const Message& loss : last->drain().losses)
      std::cerr << "earwitness: " << loss.english() << std::endl;
  });
}

void EventDispatcherHost::setSettings(const MonitoringSettings& settings) {
  if (dispatcher_) return dispatcher_->setSettings(settings);
  EventDispatcher::Options options;
  options.settings = settings;
  options.store = store_;
  options.shownLabel = [](const std::string& label) { return shownLabel(label).toStdString(); };
  dispatcher_ = std::make_unique<EventDispatcher>(std::move(options));
  timer_.start();
}

void EventDispatcherHost::beginStream(int stream, const ModelDescription& model,
                                      const std::string& source,
                                      std::shared_ptr<const AudioHistory> history) {
  if (!dispatcher_) return;
  streaming_ = true;
  streams_.insert(dispatcher_->beginStream(model, source, std::move(history)), stream);
}

void EventDispatcherHost::take(const LiveUpdate& update) {
  if (dispatcher_ && streaming_) dispatcher_->take(update);
}

void EventDispatcherHost::endStream() {
  if (!dispatcher_ || !streaming_) return;
  streaming_ = false;
  dispatcher_->endStream();
}

void EventDispatcherHost::drain() {
  const EventDispatcher::News news = dispatcher_->drain();
  for (const auto& row : news.stored)
    emit stored(streams_.value(row.stream), row.eventId, row.rowId);
  for (const auto& clip : news.recordings)
    emit recorded(streams_.value(clip.stream), clip.recording);
  const QString problem = coreText(news.problem);
  if (problem != problem_) {
    problem_ = problem;
    emit problemChanged(problem_);
  }
  for (const Message& loss : news.losses) emit recordingLost(coreText(loss));
  const bool changed = news.recorder.clips != recorder_.clips ||
                       news.recorder.usedBytes != recorder_.usedBytes ||
                       news.recorder.problem != recorder_.problem;
  recorder_ = news.recorder;
  if (changed) emit recorderChanged(recorder_);
}

}  // namespace earwitness::gui
