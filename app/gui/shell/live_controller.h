// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>

#include "app/gui/services/live_record.h"
#include "core/events/threshold_fit.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

class ClassPanel;
class EventDispatcherHost;
class MonitoringSettingsStore;
class EventFeed;
class InputPanel;
class LivePane;
class LiveSession;
class ModelInputView;
class NoiseMeasurement;

/// Lets what the live session hears reach the panes, the list and the desk, and the user's settings
/// reach the session. Thread: GUI.
class LiveController : public QObject {
  Q_OBJECT
 public:
  struct Parts {
    LiveSession* session = nullptr;
    LivePane* pane = nullptr;
    InputPanel* input = nullptr;
    ClassPanel* classes = nullptr;
    ModelInputView* eye = nullptr;
    EventFeed* heard = nullptr;
    EventDispatcherHost* desk = nullptr;
    MonitoringSettingsStore* settings = nullptr;
  };
  explicit LiveController(Parts parts, QObject* parent = nullptr);

  const LiveRecord& record() const { return record_; }
  /// Labels of the stream's model, as it has them; none without a model.
  std::vector<std::string> labels() const;
  std::vector<bool> hidden() const;
  /// What is said where the classes would be.
  void setClassesPlaceholder(const QString& text);
  /// Thresholds and minimum durations that the user took.
  void takeSuggestions(const std::vector<RuleSuggestion>& suggestions);
  void learnRoom();

 signals:
  /// Labels, or how they are treated, have changed.
  void classesChanged();
  void firstScores();
  /// 0 to 1 while the room is learned; negative when that is over.
  void roomProgressed(double share);
  void roomLearned(const earwitness::NoiseProfile& profile);
  /// It cannot be learned, or not any more; a sentence says why.
  void roomFailed(const QString& sentence);
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  void startStream();
  void showClasses();
  void take(const LiveUpdate& update);
  void showEvents(const LiveUpdate& update);
  void applySettings();
  void showTreatments();
  void setListening(bool listening);
  void cancelLearning(const QString& sentence);
  void changeSettings(const std::function<void(MonitoringSettings&)>& change);
  void changeClass(int label, const std::function<void(ClassSettings&)>& change);
  QString bannerText(const LiveUpdate& update) const;

  Parts parts_;
  LiveRecord record_;
  NoiseMeasurement* room_;
  QStringList labelTexts_;
  bool streamIsOnDesk_ = false;
  bool scored_ = false;
};

}  // namespace earwitness::gui
