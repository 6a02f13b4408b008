#include "app/gui/heard.h"

#include <QDateTime>

#include "app/gui/files/file_library.h"
#include "app/gui/live/device_combo.h"
#include "app/gui/live/event_log.h"
#include "app/gui/live/event_table_model.h"
#include "app/gui/live/live_session.h"
#include "app/gui/widgets/text_format.h"

namespace earwitness::gui {

namespace {
HeardEvent heardEvent(const Event& event, const std::vector<std::string>& labels) {
  HeardEvent heard;
  heard.id = event.id;
  heard.label = displayLabel(labels[size_t(event.label)]);
  heard.onsetSeconds = event.onsetSeconds;
  heard.seconds = event.offsetSeconds - event.onsetSeconds;
  heard.score = event.peakScore;
  heard.open = event.open;
  return heard;
}

bool hasLabel(const Event& event, const std::vector<std::string>& labels) {
  return event.label >= 0 && size_t(event.label) < labels.size();
}
}  // namespace

Heard::Heard(QObject* parent) : QObject(parent), model_(new EventTableModel(10000, this)) {}
Heard::~Heard() = default;

void Heard::setLog(std::unique_ptr<EventLog> log) {
  log_ = std::move(log);
}

void Heard::takeLive(const LiveSession& session, const LiveUpdate& update) {
  if (update.events.empty() || !session.classifier()) return;
  const std::vector<std::string>& labels = session.classifier()->description().labels;
  const QDateTime now = QDateTime::currentDateTime();
  for (const Event& event : update.events) {
    if (!hasLabel(event, labels)) continue;
    HeardEvent heard = heardEvent(event, labels);
    heard.stream = session.stream();
    const double secondsAgo = update.health.secondsHeard - event.onsetSeconds;
    heard.clock = now.addMSecs(-qint64(std::max(0.0, secondsAgo) * 1000.0));
    heard.source = deviceLabel(session.sourceName().toStdString());
    model_->put(heard);
    if (log_) log_->write(event, labels[size_t(event.label)], QStringLiteral("live"));
  }
}

void Heard::endLive(int stream) {
  model_->closeStream(stream);
}

void Heard::takeFile(const FileRecord& file) {
  const QPair key(file.id, file.model);
  if (taken_.contains(key)) return;
  taken_.insert(key);
  --fileStream_;
  for (const Event& event : file.events) {
    if (!hasLabel(event, file.labels)) continue;
    HeardEvent heard = heardEvent(event, file.labels);
    heard.stream = fileStream_;
    heard.source = file.title;
    model_->put(heard);
    if (log_ && !file.isSample)
      log_->write(event, file.labels[size_t(event.label)],
                  QString::fromStdString(file.path.string()));
  }
}

}  // namespace earwitness::gui
