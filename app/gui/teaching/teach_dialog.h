#pragma once

#include <QDialog>
#include <QStringList>

#include "core/listening/taught_classes.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace earwitness::gui {

/// Asks what a sound is that the user points at. Thread: GUI.
class TeachDialog : public QDialog {
  Q_OBJECT
 public:
  /// `labels`: names that the model knows, as the window shows them.
  TeachDialog(const TaughtClasses& classes, const QStringList& labels, QWidget* parent = nullptr);

  QString name() const;
  void setName(const QString& name);

 private:
  void showExpectation();

  TaughtClasses classes_;
  QComboBox* name_;
  QLabel* expectation_;
  QPushButton* teach_;
};

}  // namespace earwitness::gui
