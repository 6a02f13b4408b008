// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>

class QPushButton;

namespace earwitness::gui {

/// What can be done with the classes of an own set, in a row of buttons, with the dialogs that ask.
/// Thread: GUI.
class ClassActions : public QWidget {
  Q_OBJECT
 public:
  explicit ClassActions(QWidget* parent = nullptr);

  /// The class that is chosen; empty: none.
  void setClass(const std::string& label, bool isBackground, bool hasClips);

 public slots:
  void askForNewClass();
  void askForName();
  void askForFiles();

 signals:
  void newClass(const QString& name);
  void renamed(const QString& name);
  void recordAsked();
  void filesChosen(const QStringList& files);
  void removeAsked();

 private:
  QPushButton* add(const QString& text, const QString& name, const QString& tip);

  std::string label_;
  QPushButton* record_;
  QPushButton* files_;
  QPushButton* rename_;
  QPushButton* remove_;
};

}  // namespace earwitness::gui
