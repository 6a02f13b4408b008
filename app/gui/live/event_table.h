// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace earwitness::gui {

class EventTableModel;

/// The list of what was heard. Thread: GUI.
class EventTable : public QTableView {
  Q_OBJECT
 public:
  explicit EventTable(EventTableModel* model, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
};

}  // namespace earwitness::gui
