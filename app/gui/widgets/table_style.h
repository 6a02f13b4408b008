// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace earwitness::gui {

/// A list of events: whole rows, no grid, digits of one width, room beside right-aligned figures.
/// After its model is set.
void styleAsEventList(QTableView& table);

/// Makes columns that are too narrow for their headings as wide as these.
void widenToHeadings(QTableView& table);

}  // namespace earwitness::gui
