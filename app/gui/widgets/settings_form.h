// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>
#include <initializer_list>

class QGridLayout;
class QLabel;

namespace earwitness::gui {

/// Rows of a name, a control, a line of help and, where something is wrong, a line that says what.
/// Gives the controls their mnemonics and accessible names. Thread: GUI.
class SettingsForm : public QWidget {
  Q_OBJECT
 public:
  explicit SettingsForm(QWidget* parent = nullptr);

  void addHeading(const QString& text);
  /// `name` has a mnemonic and becomes the control's accessible name.
  void addRow(const QString& name, QWidget* control, const QString& help);
  /// For a control with a text of its own (a check box, a radio button).
  void addRow(QWidget* control, const QString& help);
  /// Takes the room that is left.
  void addStretchingRow(const QString& name, QWidget* control, const QString& help);
  /// Keeps the rows together at the top.
  void endRows();

  /// Under the control's row; an empty text takes it away.
  void setProblem(QWidget* control, const QString& text);
  void setNote(QWidget* control, const QString& text);

 private:
  void addNamed(const QString& name, QWidget* control, const QString& help,
                Qt::Alignment alignment);
  /// Help and remark, in the control's first column; `indent` puts them below the text of a box.
  void addLines(QWidget* control, const QString& help, int column, int indent);
  void say(QWidget* control, const QString& text, bool isProblem);

  QGridLayout* grid_;
  QHash<QWidget*, QLabel*> remarks_;
  int row_ = 0;
};

/// Small, muted, wrapped.
QLabel* makeHelpLabel(const QString& text, QWidget* parent);
/// Controls side by side as one; `stretched` takes the room that is left, -1 for none.
QWidget* makeRowOf(std::initializer_list<QWidget*> controls, QWidget* parent, int stretched = -1);

}  // namespace earwitness::gui
