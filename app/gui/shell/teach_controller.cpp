// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/teach_controller.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/timeline.h"
#include "app/gui/live/event_lane.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/teaching/taught_dialog.h"
#include "app/gui/teaching/teach_dialog.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/bring_to_front.h"
#include "core/base/content_hash.h"
#include "core/monitoring/event_store.h"

namespace earwitness::gui {

namespace {

constexpr double kTenthOfASecond = 0.1;

bool hasSound(const TeachRequest& request) {
  return !request.sound.file.empty() || request.sound.endSeconds > request.sound.startSeconds;
}

/// The same each time for one event, so that its example is found again.
std::string counterExampleId(const TeachRequest& request) {
  ContentHash hash;
  // Of a live event the time says which it is: where its sound is kept changes.
  const std::string start = request.utcMs == 0 ? std::to_string(request.sound.startSeconds) : "";
  for (const std::string& part :
       {request.sound.label, request.origin.toStdString(), start, std::to_string(request.utcMs)})
    hash.add(part + '\0');
  return hash.hex().substr(0, newExampleId().size());
}

QString fileName(const std::filesystem::path& file) {
  return QFileInfo(QString::fromStdString(file.string())).fileName();
}

}  // namespace

TeachController::TeachController(Services& services, Parts parts)
    : QObject(parts.window), services_(services), parts_(parts) {
  connect(parts_.actions->teach, &QAction::triggered, this, &TeachController::teach);
  connect(parts_.actions->taught, &QAction::triggered, this, &TeachController::showTaught);
  connect(parts_.events->reviewer(), &Reviewer::falseAlarmChanged, this,
          &TeachController::followHeard);
  connect(services_.teacher, &TeacherHost::told, this, &TeachController::told);
  followPointing();
}

void TeachController::showTaught() {
  const QString name = QStringLiteral("taughtDialog");
  if (auto* shown = parts_.window->findChild<TaughtDialog*>(name)) return bringToFront(shown);
  auto* dialog = new TaughtDialog(services_.teacher, services_.playback, parts_.window);
  dialog->setObjectName(name);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TaughtDialog::clipsChosen, parts_.events, &EventListController::sendToDataSet);
  connect(dialog, &TaughtDialog::trainingAsked, this, &TeachController::saveForTraining);
  dialog->show();
}

/// As a set of the user's own, so that clips can be recorded and added to it in the studio.
void TeachController::saveForTraining(const std::vector<ClipSource>& clips) {
  inBackground(
      this,
      [clips, name = tr("Taught sounds", "name of a data set").toStdString()] {
        const std::filesystem::path set = makeNumberedSoundSet(name);
        SentClips sent = sendClips(clips, set, nullptr);
        std::error_code ignored;
        if (sent.written == 0) std::filesystem::remove_all(set, ignored);
        return sent;
      },
      [this](const SentClips& sent) {
        if (!sent.problem.empty()) emit told(coreText(sent.problem));
        if (sent.written > 0) emit trainingAsked(gui::textOf(sent.folder));
      },
      [this](const QString& sentence) { emit told(sentence); });
}

// ---- What is pointed at
// --------------------------------------------------------------------------------------

/// Each part of the window keeps its selection; the one that was used last is meant.
void TeachController::followPointing() {
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
    const auto isIn = [now](const QWidget* part) {
      return now != nullptr && (now == part || part->isAncestorOf(now));
    };
    if (isIn(parts_.live->picture())) pointed_ = Place::Picture;
    if (isIn(parts_.file)) pointed_ = Place::File;
    if (isIn(parts_.table) || isIn(parts_.live->lane())) pointed_ = Place::List;
  });
  connect(parts_.live->picture(), &SpectrogramView::selectionChanged, this,
          [this](double start, double end) {
            if (end > start) pointed_ = Place::Picture;
          });
  connect(parts_.file->timeline(), &Timeline::selectionChanged, this, [this] {
    if (parts_.file->timeline()->hasSelection()) pointed_ = Place::File;
  });
  connect(parts_.events, &EventListController::eventChosen, this,
          [this] { pointed_ = Place::List; });
}

TeachController::Requests TeachController::selectedIn(Place place) const {
  switch (place) {
    case Place::Picture:
      return selectedInPicture();
    case Place::File:
      return selectedInFile();
    case Place::List:
      return selectedInList();
  }
  return {};
}

TeachController::Requests TeachController::selectedInPicture() const {
  const SpectrogramView* picture = parts_.live->picture();
  const auto& selection = picture->selection();
  if (!selection) return {};
  const PictureTime time = picture->time();
  return {{.sound = {.label = {},
                     .file = {},
                     .startSeconds = selection->startSeconds,
                     .endSeconds = selection->endSeconds},
           .origin = services_.live->sourceName(),
           .utcMs = time.utcMsAt(time.xOf(selection->startSeconds))}};
}

/// A part of the file, or its selected event, which is selected as a part.
TeachController::Requests TeachController::selectedInFile() const {
  const Timeline& timeline = *parts_.file->timeline();
  const FileRecord* file = services_.files->find(parts_.file->shownId());
  if (file == nullptr || !parts_.file->isVisible() || !timeline.hasSelection()) return {};
  TeachRequest request{.sound = {.label = {},
                                 .file = file->path,
                                 .startSeconds = timeline.selectedFrom(),
                                 .endSeconds = timeline.selectedTo(),
                                 .channel = file->channel},
                       .origin = file->title};
  if (file->start.start)
    request.utcMs = utcMsOf(later(file->start.start->time, timeline.selectedFrom())).value_or(0);
  return {request};
}

TeachController::Requests TeachController::selectedInList() const {
  Requests requests;
  for (const EventRow& event : parts_.events->selection()->events())
    requests.push_back(requestOf(event));
  return requests;
}

TeachRequest TeachController::requestOf(const EventRow& event) const {
  TeachRequest request{.sound = parts_.events->clipOf(event, 0.0),
                       .origin = event.source,
                       .utcMs = event.clock.isValid() ? event.clock.toMSecsSinceEpoch() : 0};
  if (!event.file.empty()) request.origin = fileName(event.file);
  if (event.recorded) request.utcMs = utcMsOf(*event.recorded).value_or(0);
  return request;
}

TeachRequest TeachController::requestOf(const StoredEvent& event) const {
  // One of this session may have its sound in memory still, or in a recording that is new.
  for (int row = 0; row < parts_.heard->rowCount(); ++row)
    if (const EventRow& heard = parts_.heard->eventAt(row); heard.rowId == event.id)
      return requestOf(heard);
  TeachRequest request = requestOf(eventRow(event));
  if (event.live) request.origin = deviceLabel(event.source);
  return request;
}

// ---- Teaching
// ------------------------------------------------------------------------------------------------

void TeachController::teach() {
  Requests requests = selectedIn(pointed_);
  for (const Place place : {Place::Picture, Place::File, Place::List})
    if (requests.empty()) requests = selectedIn(place);
  if (requests.empty()) {
    emit told(tr(
        "Select the sound first: part of a file's spectrogram, part of the live spectrogram (drag "
        "across it while it is frozen, or hold Shift and drag), or an event in the list."));
    return;
  }
  ask(requests, parts_.window);
}

void TeachController::teachStored(const std::vector<StoredEvent>& events, QWidget* window) {
  Requests requests;
  for (const StoredEvent& event : events) requests.push_back(requestOf(event));
  if (!requests.empty()) ask(requests, window);
}

/// "street.wav, 0:12.3 to 0:13.1"; "USB microphone, 30/11/2026 14:02:11"
QString TeachController::textOf(const TeachRequest& request) {
  const ClipSource& sound = request.sound;
  if (!sound.file.empty() && sound.endSeconds > 0.0)
    return tr("%1, %2 to %3")
        .arg(request.origin, positionLabel(sound.startSeconds, kTenthOfASecond),
             positionLabel(sound.endSeconds, kTenthOfASecond));
  if (request.utcMs == 0) return request.origin;
  const QDateTime when = QDateTime::fromMSecsSinceEpoch(request.utcMs);
  return QStringLiteral("%1, %2").arg(request.origin,
                                      QLocale().toString(when.date(), QLocale::ShortFormat) + u' ' +
                                          when.time().toString(u"HH:mm:ss"));
}

void TeachController::ask(const Requests& requests, QWidget* window) {
  if (const QString why = services_.teacher->whyNot(); !why.isEmpty()) {
    emit told(why);
    return;
  }
  Requests kept;
  std::copy_if(requests.begin(), requests.end(), std::back_inserter(kept), hasSound);
  if (kept.empty()) {
    emit told(
        tr("The audio of this event was not saved, so nothing can be learned from it. Turn on the "
           "recorder to save the audio of events."));
    return;
  }
  auto* dialog = new TeachDialog(services_.teacher->classes(), shownLabels(labels_), window);
  dialog->setSounds(
      kept.size() == 1 ? textOf(kept.front()) : tr("%n selected events", nullptr, int(kept.size())),
      kept.size());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog, kept] {
    for (TeachRequest request : kept) {
      request.sound.label = labelCalled(dialog->name());
      services_.teacher->teach(request, services_.live->history());
    }
  });
  dialog->open();
}

/// The model's own label for what the user typed; else what was typed.
std::string TeachController::labelCalled(const QString& name) const {
  for (const std::string& label : labels_)
    if (isCalled(label, name)) return label;
  return name.toStdString();
}

// ---- Counter-examples
// ----------------------------------------------------------------------------------------

/// A false alarm of a taught class is a counter-example until the user takes that back.
void TeachController::followHeard(const EventRow& event, bool isFalseAlarm) {
  if (services_.teacher->classes().find(event.labelName) != nullptr)
    follow(requestOf(event), event.labelName, isFalseAlarm);
}

void TeachController::followStored(const std::vector<StoredEvent>& events, bool areFalseAlarms) {
  for (const StoredEvent& event : events)
    if (services_.teacher->classes().find(event.label) != nullptr)
      follow(requestOf(event), event.label, areFalseAlarms);
}

void TeachController::follow(TeachRequest request, const std::string& label, bool isFalseAlarm) {
  request.sound.label = label;
  request.isCounterExample = true;
  request.exampleId = counterExampleId(request);
  if (!isFalseAlarm) return services_.teacher->forget(request.exampleId);
  if (!hasSound(request)) {
    emit told(tr("“%1” cannot learn from this false alarm: its audio was not saved.")
                  .arg(shownLabel(label)));
    return;
  }
  services_.teacher->teach(request, services_.live->history());
}

}  // namespace earwitness::gui
