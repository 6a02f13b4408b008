// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/gui/base/actions.h"
#include "core/base/time_zone.h"
#include "core/events/event_export.h"
#include "core/monitoring/event_store.h"

class QAction;
class QLabel;
class QPushButton;
class QTableView;

namespace earwitness::gui {

class Banner;
class ElidedLabel;
class EventSelection;
class EventStoreWorker;
class HistoryFilters;
class HistoryModel;
class HistoryPlot;
class HistoryReader;
struct HistoryAnswer;

/// Every event that was stored: searched, counted per hour or day, reviewed, exported, removed.
/// Follows the changes of the store. Thread: GUI.
class HistoryPage : public QWidget {
  Q_OBJECT
 public:
  explicit HistoryPage(EventStoreWorker* store, QWidget* parent = nullptr);

  /// What starts of recordings without a zone mean in exports.
  void setRecordingZone(const TimeZone& zone) { recordingZone_ = zone; }
  /// What the filters let through, newest last.
  void exportTo(const QString& path, ExportFormat format);
  /// The selected events; the next one is selected where it was one alone.
  void reviewSelected(Verdict verdict, const QString& label = {});
  void removeSelected();
  void undoRemove();
  /// One sentence about what was done with events; empty for none.
  void showMessage(const QString& sentence);

  QSize sizeHint() const override;

 public slots:
  /// Reads the store again, if the page is shown now or when it is shown next.
  void refresh();

 signals:
  void playClip(const QString& path);
  /// An event of a file: the file and where in it.
  void showFile(const QString& path, double onsetSeconds);
  /// The sound of these is to be taught.
  void teachAsked(const std::vector<earwitness::StoredEvent>& events);
  /// The user says that these were something else, or takes that back.
  void falseAlarmsChanged(const std::vector<earwitness::StoredEvent>& events, bool areFalseAlarms);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void makeActions();
  QWidget* buildActions();
  void reload();
  void take(const HistoryAnswer& answer);
  void loadMore();
  void updateActions();
  std::vector<StoredEvent> selected() const;

  TimeZone recordingZone_;
  HistoryReader* reader_;
  HistoryModel* model_;
  HistoryFilters* filters_;
  HistoryPlot* plot_;
  QTableView* table_;
  Banner* banner_;
  QLabel* count_;
  QPushButton* showAll_;
  QPushButton* undo_;
  ElidedLabel* message_;
  EventActions actions_;
  QAction* show_;
  QAction* remove_;
  EventSelection* selection_;
  std::vector<std::string> labels_;
  std::vector<StoredEvent> removed_;
  int64_t wantedId_ = 0;  ///< to be selected with the next answer
  bool isStale_ = true;
};

}  // namespace earwitness::gui
