// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace earwitness::gui {

class ClassPanel;

/// The right column: the classes, with a field to find one and a switch to list all. Thread: GUI.
class ClassColumn : public QWidget {
  Q_OBJECT
 public:
  explicit ClassColumn(QWidget* parent = nullptr);

  ClassPanel* panel() const { return panel_; }
  QSize sizeHint() const override;

 private:
  QLineEdit* filter_;
  QToolButton* all_;
  ClassPanel* panel_;
};

}  // namespace earwitness::gui
