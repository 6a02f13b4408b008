// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace earwitness::gui {

class AugmentationStepRow;
class SettingsDocument;

/// The list of steps that vary training clips: their order and their strengths. Thread: GUI.
class AugmentationEditor : public QWidget {
  Q_OBJECT
 public:
  explicit AugmentationEditor(SettingsDocument* document, QWidget* parent = nullptr);

  bool isChanged() const;
  /// Hides the steps that do not have all of `words` (lower case); true where any is left.
  bool filter(const QStringList& words);
  void refresh();

 private:
  QWidget* header();
  void rebuild();
  void add(const QString& step);
  void move(int from, int to);
  void remove(int index);

  SettingsDocument* document_;
  QLabel* title_;
  QToolButton* reset_;
  QToolButton* add_;
  QLabel* none_;
  QVBoxLayout* list_;
  std::vector<AugmentationStepRow*> rows_;
};

}  // namespace earwitness::gui
