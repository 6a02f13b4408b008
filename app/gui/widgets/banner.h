// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace earwitness::gui {

class SentenceView;

/// One sentence across the top of a pane; hidden while there is none. Thread: GUI.
class Banner : public QFrame {
  Q_OBJECT
 public:
  explicit Banner(QWidget* parent = nullptr);
  void setText(const QString& text);
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  SentenceView* sentence_;
};

}  // namespace earwitness::gui
