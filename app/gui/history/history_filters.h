// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/monitoring/event_store.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QTimer;

namespace earwitness::gui {

/// What of the history is asked for: words, a stretch of time, a sound, live or files, reviews.
/// Thread: GUI.
class HistoryFilters : public QWidget {
  Q_OBJECT
 public:
  explicit HistoryFilters(QWidget* parent = nullptr);

  /// As the controls stand; without limit and offset.
  EventQuery query() const;
  bool isNarrowed() const;
  /// The sounds to choose from; the choice stays.
  void setLabels(const std::vector<EventCount>& labels);
  void setSpan(qint64 beginUtcMs, qint64 endUtcMs);
  void clear();

 signals:
  void changed();

 private:
  enum class Range { AnyTime, Today, Week, Month, Chosen };

  void addSearch();
  void addRange();
  void addChoices();
  QComboBox* addCombo(const char* name, const QString& accessibleName);
  void setRange(Range range);
  void applyRange(EventQuery& query) const;

  QLineEdit* search_ = nullptr;
  QComboBox* range_ = nullptr;
  QDateTimeEdit* from_ = nullptr;
  QWidget* untilLabel_ = nullptr;
  QDateTimeEdit* to_ = nullptr;
  QComboBox* label_ = nullptr;
  QComboBox* origin_ = nullptr;
  QComboBox* verdict_ = nullptr;
  QTimer* typing_ = nullptr;
};

}  // namespace earwitness::gui
