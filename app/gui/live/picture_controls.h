// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "app/gui/sound_view/picture_settings.h"

class QAction;
class QCheckBox;
class QComboBox;
class QSpinBox;

namespace earwitness::gui {

/// A strip of controls for how the live picture is looked at: span, frequency axis, colours, and
/// decibels by hand or automatic. Thread: GUI.
class PictureControls : public QWidget {
  Q_OBJECT
 public:
  explicit PictureControls(QWidget* parent = nullptr);

  const PictureSettings& settings() const { return settings_; }
  /// Shows them without telling anybody.
  void setSettings(const PictureSettings& settings);
  /// The keys that do the same from anywhere in the window, for a list of shortcuts: they work in
  /// the window that the strip is in.
  QList<QAction*> shortcutActions() const { return actions_; }

 signals:
  /// The user has chosen.
  void settingsChanged(const earwitness::gui::PictureSettings& settings);

 private:
  QAction* addShortcut(const QString& text, const QKeySequence& keys);
  QComboBox* addChoice(const QString& label, const QString& name);
  QSpinBox* addLevel(const QString& label, const QString& name);
  void addSpans();
  void addAxes();
  void addColours();
  void addLevels();
  void choose(const PictureSettings& settings);
  void stepSpan(int direction);

  PictureSettings settings_;
  QComboBox* span_ = nullptr;
  QComboBox* axis_ = nullptr;
  QComboBox* map_ = nullptr;
  QCheckBox* automatic_ = nullptr;
  QSpinBox* floor_ = nullptr;
  QSpinBox* ceiling_ = nullptr;
  QList<QAction*> actions_;
};

}  // namespace earwitness::gui
