#pragma once

#include <QStatusBar>

#include "app/gui/backend.h"
#include "core/listening/listener.h"

class QLabel;

namespace earwitness::gui {

/// The bottom line: what is wrong, the model and its child. Thread: GUI.
class StatusLine : public QStatusBar {
  Q_OBJECT
 public:
  explicit StatusLine(QWidget* parent = nullptr);

  /// Name of the model; empty without one. `file` and `summary` for the tool tip.
  void setModel(const QString& name, const QString& details);
  void setModelStatus(const ModelStatus& status);
  /// Why there is no model.
  void setModelProblem(const QString& sentence);
  void take(const LiveUpdate& update);
  void clearLive();

  QString modelText() const;
  QString healthMessage() const;

 private:
  void showModel();
  void showHealth();

  QLabel* message_;
  QLabel* model_;
  QString modelName_;
  QString modelDetails_;
  QString modelProblem_;
  ModelStatus status_;
  QString listenerMessage_;
};

}  // namespace earwitness::gui
