// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <filesystem>
#include <vector>

#include "app/gui/base/icons.h"

class QMenu;

namespace earwitness::gui {

/// A large button that says what it does and adds a sentence.
class WayButton : public QAbstractButton {
  Q_OBJECT
 public:
  WayButton(Glyph glyph, const QString& title, const QString& sentence, QWidget* parent = nullptr);
  void setSentence(const QString& sentence);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Glyph glyph_;
  QString sentence_;
};

/// The ways to sounds, while there are none: open, record, try the example, go on with an own set.
/// Thread: GUI.
class StartPane : public QWidget {
  Q_OBJECT
 public:
  explicit StartPane(QWidget* parent = nullptr);
  /// The user's own sets.
  void setSets(const std::vector<std::filesystem::path>& sets);

 signals:
  void opened(const QString& path);
  void recordAsked();
  void exampleAsked();

 private:
  WayButton* ownSet_;
  QMenu* sets_;
};

}  // namespace earwitness::gui
