// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/gui/base/actions.h"

class QGridLayout;

namespace earwitness::gui {

/// Every action that has a shortcut, with it. Made from the actions, so that it cannot disagree.
/// What has a shortcut of its own in a part of the window is told below.
class ShortcutsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutsDialog(const QList<Actions::Group>& groups, QWidget* parent = nullptr);

 private:
  QGridLayout* columnOf(const Actions::Group& group);
  void addRow(QGridLayout* grid, const QString& keys, const QString& text);
};

}  // namespace earwitness::gui
