// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace earwitness::gui {

/// Panes above each other with a thin line between them, which lights up where it can be moved.
class PaneSplitter : public QSplitter {
  Q_OBJECT
 public:
  explicit PaneSplitter(QWidget* parent = nullptr);

 protected:
  QSplitterHandle* createHandle() override;
};

}  // namespace earwitness::gui
