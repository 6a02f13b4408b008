// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <vector>

#include "core/events/threshold_fit.h"

class QTableWidget;

namespace earwitness::gui {

/// Thresholds and minimum durations that the reviewed events suggest, to be taken class by class.
/// Thread: GUI.
class SuggestionsDialog : public QDialog {
  Q_OBJECT
 public:
  /// `labels`: as people read them, one per label of the model.
  SuggestionsDialog(std::vector<RuleSuggestion> suggestions, const QStringList& labels,
                    QWidget* parent = nullptr);

  /// Those that are ticked.
  std::vector<RuleSuggestion> chosen() const;

 private:
  void addRow(const RuleSuggestion& suggestion, const QString& label);

  std::vector<RuleSuggestion> suggestions_;
  QTableWidget* table_;
};

}  // namespace earwitness::gui
