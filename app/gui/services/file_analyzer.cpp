// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/file_analyzer.h"

#include "app/gui/base/background.h"
#include "app/gui/services/file_workers.h"

namespace earwitness::gui {

namespace {
constexpr int kFrameMs = 30;
}

FileAnalyzer::FileAnalyzer(QObject* parent)
    : QObject(parent), workers_(std::make_shared<FileWorkers>()) {
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &FileAnalyzer::drain);
  for (int worker = 0; worker < FileWorkers::kWorkers; ++worker)
    readInBackground(this, [workers = workers_, worker] { workers->run(worker); });
}

FileAnalyzer::~FileAnalyzer() {
  workers_->end();
}

void FileAnalyzer::setClassifier(std::shared_ptr<Classifier> classifier) {
  description_ =
      classifier ? std::make_shared<const ModelDescription>(classifier->description()) : nullptr;
  workers_->setClassifier(std::move(classifier), description_, ++model_);
}

void FileAnalyzer::setClassifierReady(bool ready) {
  workers_->setClassifierReady(ready);
}

void FileAnalyzer::setRules(const EventSettings& rules, int serial) {
  workers_->setRules(rules, serial);
}

void FileAnalyzer::setChannel(ChannelChoice channel) {
  workers_->setChannel(channel);
}

void FileAnalyzer::enqueue(std::vector<FileJob> jobs) {
  workers_->enqueue(std::move(jobs));
  timer_.start();
}

void FileAnalyzer::prefer(int id) {
  workers_->prefer(id);
}

std::vector<int> FileAnalyzer::cancel(const std::vector<int>& ids) {
  return workers_->cancel(ids);
}

std::vector<int> FileAnalyzer::cancelAll() {
  return workers_->cancelAll();
}

void FileAnalyzer::setPaused(bool paused) {
  workers_->setPaused(paused);
}

bool FileAnalyzer::isPaused() const {
  return workers_->isPaused();
}

void FileAnalyzer::drain() {
  bool idle = false;
  const std::vector<FileUpdate> updates = workers_->takeUpdates(idle);
  for (const FileUpdate& update : updates) emit updated(update);
  if (!updates.empty()) emit drained();
  if (idle) timer_.stop();
}

}  // namespace earwitness::gui
