// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

class QTableView;

namespace earwitness::gui {

class EventFeed;
class EventListController;
class FilePane;
class LivePane;
class Services;

/// Keeps one current event in the list, in the live spectrogram with its lane, and in the file that
/// is shown. Thread: GUI.
class CurrentEvent : public QObject {
  Q_OBJECT
 public:
  struct Places {
    QTableView* table;
    EventFeed* feed;
    EventListController* list;
    LivePane* live;
    FilePane* file;
  };
  CurrentEvent(Services& services, const Places& places);

 private:
  void selectRow(std::optional<int> row);
  std::optional<int> rowOfLive(qint64 eventId) const;

  Services& services_;
  Places places_;
};

}  // namespace earwitness::gui
