// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

class QAbstractItemView;
class QAction;
class QTableView;
class QTreeView;

// What the tables of the window have in common. Thread: GUI.
namespace earwitness::gui {

/// Whole rows of one height without a grid, in alternating colours; digits of one width with room
/// beside them; rows that are copied with Ctrl+C. Call this when the table has its model. `widths`
/// are those of the first columns, in characters. No column is narrower than its heading. Where
/// there are widths, those that the user sets are saved under the table's object name.
void styleTable(QTableView& table, const std::vector<int>& widths = {});
/// The same for a list in columns whose rows may have rows below them, except for its heights and
/// widths.
void styleTable(QTreeView& tree);

/// `text` is drawn in the middle of the table while it has no rows.
void setEmptyText(QAbstractItemView& view, std::function<QString()> text);

/// Copies the selected rows, as rowsAsText() has them. Every table with the style has it.
QAction* copyAction(const QAbstractItemView& view);

/// The selected rows from top to bottom, a line each, with a tab between their columns as these
/// are shown.
QString rowsAsText(const QAbstractItemView& view);

}  // namespace earwitness::gui
