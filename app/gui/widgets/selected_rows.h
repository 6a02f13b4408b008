// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QItemSelectionModel;

namespace earwitness::gui {

// Rows of a table or list, without the scan of the whole selection for each of its rows that Qt's
// selectedRows() and a select() for each row cost. Thread: GUI.

/// The rows of which something is selected, ascending.
std::vector<int> selectedRows(const QItemSelectionModel& selection);

/// Selects these rows in addition to what is selected.
void selectRows(QItemSelectionModel& selection, std::vector<int> rows);

}  // namespace earwitness::gui
