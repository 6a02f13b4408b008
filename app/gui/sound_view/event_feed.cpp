// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_feed.h"

#include <QDateTime>
#include <QSet>
#include <QTimer>
#include <utility>

#include "app/gui/base/shown_label.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_log.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_table_model.h"
#include "core/base/clock_time.h"

namespace earwitness::gui {

namespace {
EventRow heardEvent(const Event& event, const ModelDescription& model) {
  EventRow heard;
  heard.id = event.id;
  heard.labelName = model.labels[size_t(event.label)];
  heard.label = shownLabel(heard.labelName);
  heard.onsetSeconds = event.onsetSeconds;
  heard.seconds = event.offsetSeconds - event.onsetSeconds;
  heard.score = event.peakScore;
  heard.meanScore = event.meanScore;
  heard.open = event.open;
  heard.modelName = model.name;
  heard.modelFingerprint = model.fingerprint;
  heard.highHz = float(model.features.fMaxHz);
  return heard;
}

EventRow heardEvent(const Event& event, const FileRecord& file) {
  EventRow heard = heardEvent(event, *file.description);
  heard.source = file.title;
  heard.file = file.path;
  heard.fileId = file.id;
  heard.analysed = QDateTime::currentDateTime();
  if (file.start.start) heard.recorded = later(file.start.start->time, event.onsetSeconds);
  return heard;
}

bool hasLabel(const Event& event, const std::vector<std::string>& labels) {
  return event.label >= 0 && size_t(event.label) < labels.size();
}
}  // namespace

EventFeed::EventFeed(Services& services, QObject* parent)
    : QObject(parent), services_(services), model_(new EventTableModel(10000, this)) {
  follow();
}

EventFeed::~EventFeed() = default;

void EventFeed::follow() {
  const LiveSession* session = services_.live;
  connect(session, &LiveSession::updated, this, &EventFeed::takeLive);
  // Events that are still open end with their stream.
  connect(session, &LiveSession::streamStarted, this,
          [this, session] { model_->closeStream(session->stream() - 1); });
  connect(session, &LiveSession::listeningChanged, this, [this, session](bool listening) {
    if (!listening) model_->closeStream(session->stream());
  });
  connect(services_.files, &FileLibrary::scored, this, &EventFeed::postFile);
  connect(services_.files, &FileLibrary::refiltered, this, &EventFeed::postFile);
  connect(services_.dispatcher, &EventDispatcherHost::recorded, this,
          [this](int stream, const Recording& recording) {
            for (const int64_t id : recording.eventIds) model_->setClip(stream, id, recording.file);
          });
}

void EventFeed::setLog(std::unique_ptr<EventLog> log) {
  log_ = std::move(log);
}

void EventFeed::takeLive(const LiveUpdate& update) {
  const LiveSession& session = *services_.live;
  if (update.events.empty() || !session.classifier()) return;
  const ModelDescription& model = session.classifier()->description();
  for (const Event& event : update.events) {
    if (!hasLabel(event, model.labels)) continue;
    EventRow heard = heardEvent(event, model);
    heard.stream = session.stream();
    heard.clock = QDateTime::fromMSecsSinceEpoch(event.onsetUtcMs);
    heard.source = deviceLabel(event.source);
    model_->put(heard);
    if (log_) log_->write(event, heard.labelName, QStringLiteral("live"));
  }
}

std::optional<int> EventFeed::rowOf(int fileId, int64_t eventId) const {
  const auto stream = fileStreams_.constFind(fileId);
  if (stream == fileStreams_.constEnd()) return std::nullopt;
  return model_->rowOf(*stream, eventId);
}

/// Many files at once have other events when a threshold moves.
void EventFeed::postFile(int id) {
  if (filesToTake_.empty()) QTimer::singleShot(0, this, &EventFeed::takeFiles);
  filesToTake_.push_back(id);
}

/// The events of files, instead of those that they had.
void EventFeed::takeFiles() {
  std::vector<const FileRecord*> files;
  for (const int id : std::exchange(filesToTake_, {}))
    if (const FileRecord* file = services_.files->find(id)) files.push_back(file);
  QSet<int> before;
  std::vector<bool> isNew;
  for (const FileRecord* file : files) {
    const auto stream = fileStreams_.constFind(file->id);
    isNew.push_back(stream == fileStreams_.constEnd());
    if (!isNew.back()) before.insert(*stream);
  }
  model_->removeStreams(before);
  for (size_t i = 0; i < files.size(); ++i) takeFile(*files[i], isNew[i]);
}

void EventFeed::takeFile(const FileRecord& file, bool isNew) {
  const int stream = --fileStream_;
  fileStreams_.insert(file.id, stream);
  for (const Event& event : file.events) {
    if (!hasLabel(event, file.labels())) continue;
    EventRow heard = heardEvent(event, file);
    heard.stream = stream;
    model_->put(heard);
    if (log_ && isNew && !file.isSample)
      log_->write(event, heard.labelName, QString::fromStdString(file.path.string()));
  }
  if (file.description && !file.isSample) store(file, stream);
}

void EventFeed::store(const FileRecord& file, int stream) {
  const ModelDescription& model = *file.description;
  std::vector<StoredEvent> rows;
  auto kept = std::make_shared<std::vector<StoredEvent>>();
  std::vector<int64_t> eventIds;
  for (const Event& event : file.events) {
    if (!hasLabel(event, model.labels)) continue;
    StoredEvent row = storedEvent(heardEvent(event, file));
    row.offsetSeconds = event.offsetSeconds;  // to the last bit, by which reviews find it again
    row.sourceSeconds = file.seconds;
    row.sourceRate = file.sampleRate;
    rows.push_back(std::move(row));
    eventIds.push_back(event.id);
  }
  services_.store->write(
      this,
      [kept, rows, path = file.path.string(), fingerprint = model.fingerprint](EventStore& events) {
        for (const int64_t id : events.replaceFile(path, fingerprint, rows)) {
          kept->push_back(events.find(id).value_or(StoredEvent()));
          kept->back().id = id;
        }
      },
      [this, kept, eventIds, stream] {
        for (size_t i = 0; i < kept->size() && i < eventIds.size(); ++i)
          takeStored(stream, eventIds[i], (*kept)[i]);
      });
}

/// Reviews of events that were found before are kept by the store.
void EventFeed::takeStored(int stream, int64_t eventId, const StoredEvent& kept) {
  if (const auto row = model_->rowOf(stream, eventId);
      row && kept.verdict != Verdict::None && model_->eventAt(*row).verdict == Verdict::None)
    model_->setVerdict(*row, kept.verdict, kept.correctedLabel);
  emit stored(stream, eventId, kept.id);
}

}  // namespace earwitness::gui
