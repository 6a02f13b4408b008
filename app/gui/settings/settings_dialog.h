// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/gui/settings/settings_context.h"
#include "core/monitoring/monitoring_settings.h"

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace earwitness::gui {

class ClassTableModel;
class DetectionPage;
class RecordingPage;
class SettingsPage;

/// All that the listening desk can be told, page by page, and the window's language. Nothing
/// changes before Apply or OK. Thread: GUI.
class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  enum class Page { Recording, Alerts, Classes, Detection, Storage, Language };

  SettingsDialog(const MonitoringSettings& settings, const SettingsContext& context,
                 QWidget* parent = nullptr);

  /// What was given, or applied last.
  const MonitoringSettings& settings() const { return settings_; }
  void showPage(Page page);

  /// A room that was learned on learnRoomRequested(); it is kept with Apply or OK.
  void setRoom(const NoiseProfile& room, int64_t learnedUtcMs);
  /// How much of the room was heard so far, of NoiseProfiler::kSeconds.
  void setRoomLearning(double secondsHeard);
  /// Nothing was learned; `sentence` says why.
  void endRoomLearning(const QString& sentence);
  /// What recordings take on the disk now.
  void setRecordingsBytes(int64_t bytes);

 signals:
  /// Apply or OK, where something is different.
  void settingsChanged(const earwitness::MonitoringSettings& settings);
  void learnRoomRequested();

 public slots:
  void accept() override;

 private:
  void addPage(const QString& name, SettingsPage* page, bool scrolls);
  void setUpButtons();
  void fillLayout();
  void setFields(const MonitoringSettings& settings);
  MonitoringSettings fields() const;
  MonitoringSettings entered() const;
  void apply();
  void restoreDefaults();
  void updateButtons();

  MonitoringSettings settings_;
  MonitoringSettings shown_;  ///< as the fields round it
  ClassTableModel* classes_;
  QListWidget* names_;
  QStackedWidget* stack_;
  QDialogButtonBox* buttons_;
  QList<SettingsPage*> pages_;
  RecordingPage* recording_;
  DetectionPage* detection_;
  bool filling_ = false;
};

}  // namespace earwitness::gui
