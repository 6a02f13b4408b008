// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>
#include <array>

namespace earwitness::gui {

/// Colours that a palette has no role for.
struct ThemeColours {
  QColor accent;  ///< bars, open events
  QColor muted;   ///< secondary text, ticks
  QColor grid;    ///< lines behind curves
  QColor track;   ///< what a bar runs in
  QColor border;  ///< around panes and pictures
  QColor good;
  QColor warning;
  QColor danger;
  std::array<QColor, 5> series;  ///< curves and their bars, told apart also by the colour-blind
};

/// Chosen by the lightness of the palette's window colour.
const ThemeColours& themeColours(const QPalette& palette);
/// Those of the application's palette. Thread: GUI.
const ThemeColours& themeColours();
/// Of the curve with this index, however many there are: behind the series' colours come the same
/// again, turned around the colour circle and further from the background.
QColor seriesColour(const QPalette& palette, size_t index);
bool isDark(const QPalette& palette);

class SystemColours;

/// Light, dark, or as the desktop has it; kept in QSettings. Thread: GUI.
class Theme : public QObject {
  Q_OBJECT
 public:
  enum class Choice { System, Light, Dark };
  Q_ENUM(Choice)

  explicit Theme(QObject* parent = nullptr);

  Choice choice() const { return choice_; }
  void setChoice(Choice choice);
  /// Begins to listen to the desktop. Not before the first paint: it talks to another process.
  void followSystem();
  void setSystemIsDark(bool dark);

 private:
  void apply();

  Choice choice_ = Choice::System;
  bool systemIsDark_ = false;
  SystemColours* system_ = nullptr;
};

}  // namespace earwitness::gui
