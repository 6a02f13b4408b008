// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/desk_host.h"

#include <iostream>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

namespace {
constexpr int kDrainMs = 250;
}

DeskHost::DeskHost(std::filesystem::path storeFile, QObject* parent)
    : QObject(parent), storeFile_(std::move(storeFile)) {
  timer_.setInterval(kDrainMs);
  connect(&timer_, &QTimer::timeout, this, &DeskHost::drain);
}

DeskHost::~DeskHost() {
  if (!desk_) return;
  std::shared_ptr<Desk> last(std::move(desk_));
  inBackground(nullptr, [last] {
    last->finish();
    // There is no window any more that could show it.
    for (const std::string& loss : last->drain().losses)
      std::cerr << "earwitness: " << loss << std::endl;
  });
}

void DeskHost::setSettings(const DeskSettings& settings) {
  if (desk_) return desk_->setSettings(settings);
  Desk::Options options;
  options.settings = settings;
  options.storeFile = storeFile_;
  options.shownLabel = [](const std::string& label) { return shownLabel(label).toStdString(); };
  desk_ = std::make_unique<Desk>(std::move(options));
  timer_.start();
}

void DeskHost::beginStream(int stream, const ModelDescription& model, const std::string& source,
                           std::shared_ptr<const SoundHistory> history) {
  if (!desk_) return;
  streaming_ = true;
  streams_.insert(desk_->beginStream(model, source, std::move(history)), stream);
}

void DeskHost::take(const LiveUpdate& update) {
  if (desk_ && streaming_) desk_->take(update);
}

void DeskHost::endStream() {
  if (!desk_ || !streaming_) return;
  streaming_ = false;
  desk_->endStream();
}

void DeskHost::drain() {
  const Desk::News news = desk_->drain();
  for (const auto& row : news.stored)
    emit stored(streams_.value(row.stream), row.eventId, row.rowId);
  for (const auto& clip : news.recordings)
    emit recorded(streams_.value(clip.stream), clip.recording);
  const QString problem = coreText(news.problem);
  if (problem != problem_) {
    problem_ = problem;
    emit problemChanged(problem_);
  }
  for (const std::string& loss : news.losses) emit recordingLost(coreText(loss));
  const bool changed = news.recorder.clips != recorder_.clips ||
                       news.recorder.usedBytes != recorder_.usedBytes ||
                       news.recorder.problem != recorder_.problem;
  recorder_ = news.recorder;
  if (changed) emit recorderChanged(recorder_);
}

}  // namespace earwitness::gui
