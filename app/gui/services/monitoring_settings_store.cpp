// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/monitoring_settings_store.h"

#include <QDateTime>
#include <mutex>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

/// The file itself, in the order of the calls to write(), whichever thread comes first. Thread:
/// any.
class MonitoringSettingsStore::File {
 public:
  explicit File(fs::path path) : path_(std::move(path)) {}

  Loaded read() {
    const std::lock_guard lock(mutex_);
    try {
      return {readMonitoringSettings(path_), {}};
    } catch (const std::exception&) {
      return {{}, shownProblem() + u' ' + moveAside()};
    }
  }

  /// `number` grows from call to call; an older one that comes late is passed over. Returns a
  /// sentence where it failed.
  QString write(const MonitoringSettings& settings, int number) {
    const std::lock_guard lock(mutex_);
    if (number <= written_) return {};
    if (locked_)
      return tr("Your changes cannot be saved because %1 can be neither read nor renamed.")
          .arg(QString::fromStdString(inQuotes(path_.string())));
    try {
      writeMonitoringSettings(path_, settings);
      written_ = number;
    } catch (const std::exception&) {
      return shownProblem();
    }
    return {};
  }

  int nextNumber() { return ++asked_; }  // of the GUI thread

 private:
  /// Returns what became of the file, in a sentence.
  QString moveAside() {
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmmss-zzz");
    fs::path aside = path_;
    aside.replace_filename(path_.stem().string() + "-" + stamp.toStdString() + ".json");
    std::error_code failure;
    fs::rename(path_, aside, failure);
    if (failure) {
      locked_ = true;
      return tr("The defaults are used, and changes are not saved.");
    }
    return tr("It was saved as %1, and the defaults are used.")
        .arg(QString::fromStdString(inQuotes(aside.string())));
  }

  const fs::path path_;
  std::mutex mutex_;
  int written_ = 0;
  bool locked_ = false;  ///< what is there must not be overwritten
  int asked_ = 0;
};

MonitoringSettingsStore::MonitoringSettingsStore(fs::path file, QObject* parent)
    : QObject(parent), file_(std::make_shared<File>(std::move(file))) {
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &MonitoringSettingsStore::save);
}

MonitoringSettingsStore::~MonitoringSettingsStore() {
  if (!unsaved_) return;
  const int number = file_->nextNumber();
  const bool readFirst = !loaded_;  // so that a damaged file is not lost now either
  inBackground(nullptr, [file = file_, settings = settings_, number, readFirst] {
    if (readFirst) file->read();
    file->write(settings, number);
  });
}

void MonitoringSettingsStore::load() {
  auto read = std::make_shared<Loaded>();
  inBackground(
      this, [file = file_, read] { *read = file->read(); }, [this, read] { takeLoaded(*read); });
}

void MonitoringSettingsStore::takeLoaded(const Loaded& read) {
  loaded_ = true;
  if (!read.problem.isEmpty()) emit problem(read.problem);
  if (unsaved_) {
    pause_.start();
  } else if (toJson(read.settings) != toJson(settings_)) {
    settings_ = read.settings;
    emit changed();
  }
  emit loaded();
}

void MonitoringSettingsStore::setSettings(const MonitoringSettings& settings) {
  if (toJson(settings) == toJson(settings_)) return;
  settings_ = settings;
  unsaved_ = true;
  if (loaded_) pause_.start();
  emit changed();
}

void MonitoringSettingsStore::save() {
  unsaved_ = false;
  const int number = file_->nextNumber();
  auto failure = std::make_shared<QString>();
  inBackground(
      this,
      [file = file_, settings = settings_, number, failure] {
        *failure = file->write(settings, number);
      },
      [this, failure] {
        if (failure->isEmpty()) {
          emit saved();
          return;
        }
        unsaved_ = true;  // tried again with the next change, or at the end
        emit problem(*failure);
      });
}

}  // namespace earwitness::gui
