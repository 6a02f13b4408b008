// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/current_event.h"

#include <QTableView>

#include "app/gui/events/event_list_controller.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/live/event_lane.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/sound_view/event_table_model.h"

namespace earwitness::gui {

CurrentEvent::CurrentEvent(Services& services, const Places& places)
    : QObject(places.list), services_(services), places_(places) {
  EventTrack* track = places_.live->picture()->events();
  connect(track, &EventTrack::currentChanged, this,
          [this](qint64 id) { selectRow(rowOfLive(id)); });
  connect(places_.live->picture(), &SpectrogramView::eventActivated, track,
          [track](qint64 id) { track->setCurrent(id); });
  connect(places_.live->lane(), &EventLane::eventActivated, this, [this](qint64 id) {
    if (const auto row = rowOfLive(id))
      places_.list->playEvent(places_.feed->model()->eventAt(*row));
  });
  connect(places_.file->view(), &FileView::eventSelected, this,
          [this](int fileId, qint64 id) { selectRow(places_.feed->rowOf(fileId, id)); });
  connect(places_.list, &EventListController::eventChosen, this,
          [this, track](const EventRow& event) {
            if (event.fileId != 0) return places_.file->show(event.fileId);
            if (event.stream == services_.live->stream()) track->setCurrent(event.id);
          });
}

std::optional<int> CurrentEvent::rowOfLive(qint64 eventId) const {
  return places_.feed->model()->rowOf(services_.live->stream(), eventId);
}

void CurrentEvent::selectRow(std::optional<int> row) {
  if (row && places_.table->currentIndex().row() != *row) places_.table->selectRow(*row);
}

}  // namespace earwitness::gui
