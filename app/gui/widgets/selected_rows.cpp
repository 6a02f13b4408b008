// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/selected_rows.h"

#include <QItemSelectionModel>
#include <algorithm>

namespace earwitness::gui {

namespace {

void makeUnique(std::vector<int>& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace

std::vector<int> selectedRows(const QItemSelectionModel& selection) {
  std::vector<int> rows;
  for (const QItemSelectionRange& range : selection.selection())
    for (int row = range.top(); row <= range.bottom(); ++row) rows.push_back(row);
  makeUnique(rows);
  return rows;
}

void selectRows(QItemSelectionModel& selection, std::vector<int> rows) {
  makeUnique(rows);
  QItemSelection ranges;
  for (size_t first = 0; first < rows.size();) {
    size_t last = first;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    ranges.append(QItemSelectionRange(selection.model()->index(rows[first], 0),
                                      selection.model()->index(rows[last], 0)));
    first = last + 1;
  }
  selection.select(ranges, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

}  // namespace earwitness::gui
