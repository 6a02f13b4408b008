// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace earwitness::gui {

ShortcutsDialog::ShortcutsDialog(const QList<Actions::Group>& groups, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* columns = new QHBoxLayout;
  columns->setSpacing(40);
  QVBoxLayout* column = nullptr;
  for (int i = 0; i < groups.size(); ++i) {
    if (i % 2 == 0) {
      if (column != nullptr) column->addStretch(1);
      column = new QVBoxLayout;
      column->setSpacing(16);
      columns->addLayout(column);
    }
    column->addLayout(columnOf(groups[i]));
  }
  if (column != nullptr) column->addStretch(1);
  auto* parts = new QGridLayout;
  parts->setHorizontalSpacing(24);
  parts->setVerticalSpacing(6);
  addRow(
      parts, tr("Live spectrogram"),
      tr("Ctrl+wheel, + and \u2212 zoom; when frozen, wheel, arrows, Home and End move; Shift+drag "
         "selects, Esc clears"));
  addRow(parts, tr("Event lane"), tr("Left and Right step through the events"));
  addRow(parts, tr("Classes"),
         tr("Up and Down select, Left and Right move the threshold, P pins, H ignores, Backspace "
            "resets"));
  addRow(parts, tr("Taught sounds"), tr("Space plays, F2 renames, Delete removes"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 20, 20, 16);
  layout->setSpacing(20);
  layout->addLayout(columns);
  layout->addLayout(parts);
  layout->addWidget(buttons);
  layout->setSizeConstraint(QLayout::SetFixedSize);
}

QGridLayout* ShortcutsDialog::columnOf(const Actions::Group& group) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(6);
  auto* title = new QLabel(group.title, this);
  title->setForegroundRole(QPalette::PlaceholderText);
  grid->addWidget(title, 0, 0, 1, 2);
  for (const QAction* action : group.actions) {
    if (action->shortcut().isEmpty()) continue;
    addRow(grid, action->shortcut().toString(QKeySequence::NativeText),
           action->text().remove(u'&').remove(QStringLiteral("…")));
  }
  return grid;
}

void ShortcutsDialog::addRow(QGridLayout* grid, const QString& keys, const QString& text) {
  const int row = grid->rowCount();
  auto* label = new QLabel(keys, this);
  QFont bold = label->font();
  bold.setBold(true);
  label->setFont(bold);
  grid->addWidget(label, row, 0);
  auto* description = new QLabel(text, this);
  grid->addWidget(description, row, 1);
  grid->setColumnStretch(1, 1);
}

}  // namespace earwitness::gui
