#pragma once

#include <QDialog>

class QAction;

namespace earwitness::gui {

/// Every action that has a shortcut, with it. Made from the actions, so that it cannot disagree.
class ShortcutsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

}  // namespace earwitness::gui
