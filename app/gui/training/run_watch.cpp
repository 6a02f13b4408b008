// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run_watch.h"

#include <QTimer>

#include "app/gui/base/background.h"
#include "core/runs/journal_reader.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

/// Used by one thread at a time: each look is over before the next begins.
struct RunWatch::Reading {
  explicit Reading(const fs::path& path) : folder{path}, reader(folder.journal()) {}

  void look() {
    // A process that ends says so before it lets go of the lock: who looks at that first never sees
    // a run that ended without a word and did not.
    isRunning = RunLock::isHeld(folder);
    const auto events = reader.readNew();
    for (const nlohmann::json& event : events) view.take(event);
    if (!events.empty() || shown == nullptr) shown = std::make_shared<const RunView>(view);
  }

  RunFolder folder;
  JournalReader reader;
  RunView view;
  bool isRunning = false;
  std::shared_ptr<const RunView> shown;
};

RunWatch::RunWatch(QObject* parent)
    : QObject(parent), timer_(new QTimer(this)), view_(std::make_shared<const RunView>()) {
  timer_->setSingleShot(true);
  timer_->setInterval(kPollMs);
  connect(timer_, &QTimer::timeout, this, &RunWatch::look);
}

RunWatch::~RunWatch() = default;

void RunWatch::watch(const fs::path& runFolder) {
  stop();
  folder_ = runFolder;
  reading_ = std::make_shared<Reading>(runFolder);
  look();
}

void RunWatch::stop() {
  timer_->stop();
  folder_.clear();
  reading_.reset();
  view_ = std::make_shared<const RunView>();
  isKnown_ = false;
  isRunning_ = false;
}

void RunWatch::look() {
  readInBackground(
      this,
      [reading = reading_] {
        try {
          reading->look();
        } catch (const std::exception&) {
          // A folder that cannot be read now may be read the next time.
        }
      },
      [this, reading = reading_] { take(reading); });
}

void RunWatch::take(const std::shared_ptr<Reading>& reading) {
  if (reading != reading_) return;  // of a run that is no longer watched
  timer_->start();
  if (reading->shown == nullptr) return;
  const bool isNew = !isKnown_ || reading->shown != view_ || reading->isRunning != isRunning_;
  isKnown_ = true;
  view_ = reading->shown;
  isRunning_ = reading->isRunning;
  if (isNew) emit changed();
}

}  // namespace earwitness::gui
