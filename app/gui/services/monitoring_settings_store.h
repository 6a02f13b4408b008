// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

/// The desk's settings, read from their file at the start and written back a moment after they
/// change; files are touched on worker threads only. A file that cannot be read is moved aside and
/// told, never overwritten. What is not written yet when this goes is written before the
/// application ends. Thread: GUI.
class MonitoringSettingsStore : public QObject {
  Q_OBJECT
 public:
  static constexpr int kPauseMs = 500;

  explicit MonitoringSettingsStore(std::filesystem::path file, QObject* parent = nullptr);
  ~MonitoringSettingsStore() override;

  /// Begins to read; loaded() follows.
  void load();
  bool isLoaded() const { return loaded_; }
  /// The defaults until they are loaded.
  const MonitoringSettings& settings() const { return settings_; }
  /// Takes them on at once and writes them after kPauseMs without another change. What is set
  /// before the file has been read goes before what is in it.
  void setSettings(const MonitoringSettings& settings);

 signals:
  /// Also where there was no file, or none that could be read.
  void loaded();
  /// settings() are others than before.
  void changed();
  void saved();
  /// One sentence: the file is damaged, or cannot be written.
  void problem(const QString& sentence);

 private:
  class File;
  struct Loaded {
    MonitoringSettings settings;
    QString problem;
  };

  void takeLoaded(const Loaded& read);
  void save();

  std::shared_ptr<File> file_;
  MonitoringSettings settings_;
  QTimer pause_;
  bool loaded_ = false;
  bool unsaved_ = false;
};

}  // namespace earwitness::gui
