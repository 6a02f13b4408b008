#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace earwitness::gui {

class DeviceCombo;
class LevelMeter;

/// The top row: listen, microphone, level, freeze, open. Thread: GUI.
class ControlBar : public QWidget {
  Q_OBJECT
 public:
  /// The buttons do what the actions do.
  ControlBar(QAction* listen, QAction* freeze, QAction* open, DeviceCombo* devices,
             QWidget* parent = nullptr);

  LevelMeter* meter() const { return meter_; }
  DeviceCombo* devices() const { return devices_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* makeButton(QAction* action, const QString& name);

  void tintListenButton();

  QAction* listen_;
  QToolButton* listenButton_;
  DeviceCombo* devices_;
  LevelMeter* meter_;
};

}  // namespace earwitness::gui
