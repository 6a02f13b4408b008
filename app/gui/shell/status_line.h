// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

#include "app/gui/services/backend.h"
#include "core/listening/listener.h"

class QLabel;

namespace earwitness::gui {

class ElidedLabel;
class ModelHost;
class Services;

/// The bottom line: what is wrong, the model and its child. Thread: GUI.
class StatusLine : public QStatusBar {
  Q_OBJECT
 public:
  explicit StatusLine(QWidget* parent = nullptr);

  /// Tells how the model and the live stream are doing from now on.
  void follow(const Services& services);
  /// Why there is no model.
  void setModelProblem(const QString& sentence);
  /// A sentence in place of what is wrong, for so long; 0: until the next one. One that is longer
  /// than the line is elided, and whole in the tool tip.
  void showMessage(const QString& sentence, int forMs = 0);
  void clearMessage();
  const QString& currentMessage() const { return told_; }

  QString modelText() const;
  const QString& healthMessage() const;

 private:
  void setModel(const ModelHost& host);
  void setModelStatus(const ModelStatus& status);
  void take(const LiveUpdate& update);
  void clearLive();
  void showModel();
  void showHealth();

  ElidedLabel* message_;
  QLabel* model_;
  QString modelName_;
  QString modelDetails_;
  QString modelProblem_;
  ModelStatus status_;
  QString listenerMessage_;
  QString health_;  ///< what is wrong
  QString told_;    ///< shown in its place
  QTimer forget_;
};

}  // namespace earwitness::gui
