// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace earwitness::gui {

class HistoryModel;

/// The list of stored events. Thread: GUI.
class HistoryTable : public QTableView {
  Q_OBJECT
 public:
  explicit HistoryTable(HistoryModel* model, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace earwitness::gui
