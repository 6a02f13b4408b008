// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <vector>

#include "core/events/detections.h"

class QTableWidget;

namespace earwitness::gui {

/// "Why, or why not?": scores against thresholds at one moment. Thread: GUI.
class WhyDialog : public QDialog {
  Q_OBJECT
 public:
  /// `when`: the moment, as people read it. `labels`: as people read them. `hidden` (nLabels):
  /// classes that the user hides.
  WhyDialog(const std::vector<Explanation>& explanations, const QStringList& labels,
            const std::vector<bool>& hidden, const QString& when, QWidget* parent = nullptr);

 private:
  void addRow(QTableWidget* table, const Explanation& explanation, const QString& label,
              bool isHidden) const;
};

}  // namespace earwitness::gui
