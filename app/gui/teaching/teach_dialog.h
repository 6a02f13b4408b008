// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include "core/listening/taught_classes.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace earwitness::gui {

/// Asks what a sound is that the user points at. Thread: GUI.
class TeachDialog : public QDialog {
  Q_OBJECT
 public:
  /// `labels`: names that the model knows, as the window shows them.
  TeachDialog(const TaughtClasses& classes, const QStringList& labels, QWidget* parent = nullptr);

  /// What is taught, for the user to check; how many examples it makes.
  void setSounds(const QString& text, size_t count);
  QString name() const;
  void setName(const QString& name);

 private:
  void showExpectation();

  TaughtClasses classes_;
  size_t count_ = 1;  ///< of new examples
  QFormLayout* form_;
  QComboBox* name_;
  QLabel* expectation_;
  QPushButton* teach_;
};

}  // namespace earwitness::gui
