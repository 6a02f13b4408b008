// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class ClassPanel;
class Services;
struct ModelStatus;

/// Shows what the live stream's classes score in a panel, and makes what is changed there a
/// setting. Thread: GUI.
class LiveClasses : public QObject {
  Q_OBJECT
 public:
  LiveClasses(ClassPanel* panel, Services& services);

  /// The scores stand still.
  void setFrozen(bool frozen) { isFrozen_ = frozen; }
  /// What is said where the classes would be.
  void setPlaceholder(const QString& text);

 signals:
  void firstScores();

 private:
  void followStream();
  void takeChanges();
  void showClasses();
  void showTreatments();
  void showStatus(const ModelStatus& status);
  void take(const LiveUpdate& update);

  ClassPanel* panel_;
  Services& services_;
  bool isFrozen_ = false;
  bool hasScores_ = false;
};

}  // namespace earwitness::gui
