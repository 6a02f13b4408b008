// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_reader.h"

#include <algorithm>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/services/event_store_worker.h"

namespace earwitness::gui {

namespace {

constexpr size_t kFewDays = 3;
constexpr int64_t kSliceRows = 2000;  // some milliseconds

size_t stepsIn(const std::vector<EventCount>& counts) {
  size_t steps = 0;
  for (size_t i = 0; i < counts.size(); ++i)
    if (i == 0 || counts[i].startUtcMs != counts[i - 1].startUtcMs) ++steps;
  return steps;
}

/// Each call fills in the next part of the answer. With a million events, a part takes half a
/// second.
EventStoreWorker::Slice fill(const std::shared_ptr<HistoryAnswer>& answer,
                             const EventQuery& query) {
  using Part = std::function<void(const EventStore&)>;
  const std::vector<Part> parts = {
      [answer, query](const EventStore& store) { answer->events = store.query(query); },
      [answer, query](const EventStore& store) { answer->count = store.count(query); },
      [answer, query](const EventStore& store) {
        answer->counts = store.countsPer(CountStep::Day, query);
      },
      [answer, query](const EventStore& store) {
        if (stepsIn(answer->counts) > kFewDays) return;
        answer->step = CountStep::Hour;
        answer->counts = store.countsPer(CountStep::Hour, query);
      },
      [answer](const EventStore& store) { answer->labels = store.labels(); }};
  return [parts, next = size_t(0)](const EventStore& store) mutable {
    parts[next](store);
    return ++next < parts.size();
  };
}

}  // namespace

HistoryReader::HistoryReader(EventStoreWorker* store, QObject* parent)
    : QObject(parent), store_(store) {}

void HistoryReader::load(const EventQuery& query) {
  load_.request_stop();
  loadMore_.request_stop();
  isLoading_ = true;
  const auto answer = std::make_shared<HistoryAnswer>();
  load_ = store_->read(
      this, fill(answer, query),
      [this, answer] {
        isLoading_ = false;
        tell({}, true);
        emit loaded(*answer);
      },
      [this](const QString& sentence) {
        isLoading_ = false;
        tell(sentence, true);
      });
}

void HistoryReader::loadMore(const EventQuery& query) {
  const auto events = std::make_shared<std::vector<StoredEvent>>();
  loadMore_ = store_->read(
      this,
      [query, events](const EventStore& store) {
        *events = store.query(query);
        return false;
      },
      [this, events] { emit moreLoaded(*events); },
      [this](const QString& sentence) { tell(sentence, true); });
}

void HistoryReader::change(EventStoreWork work, std::function<void()> done) {
  store_->write(
      this, std::move(work),
      [this, done = std::move(done)] {
        tell({}, false);
        if (done) done();
      },
      [this](const QString& sentence) { tell(sentence, false); });
}

void HistoryReader::exportTo(const std::filesystem::path& file, ExportFormat format,
                             EventQuery query, const TimeZone& zone,
                             const std::function<void()>& done) {
  query.limit = kSliceRows;
  const auto events = std::make_shared<std::vector<ExportedEvent>>();
  store_->read(
      this,
      [query, events](const EventStore& store) mutable {
        const std::vector<StoredEvent> slice = store.query(query);
        for (const StoredEvent& event : slice) events->push_back(exportedEvent(event));
        if (!slice.empty()) query.olderThan = {slice.back().onsetUtcMs, slice.back().id};
        return int64_t(slice.size()) == kSliceRows;
      },
      [this, file, format, zone, events, done] {
        writeExport(file, format, zone, std::move(*events), done);
      },
      [this](const QString& sentence) { tell(sentence, false); });
}

/// Not on the thread of the store: files and their folders may be slow.
void HistoryReader::writeExport(const std::filesystem::path& file, ExportFormat format,
                                const TimeZone& zone, std::vector<ExportedEvent> events,
                                std::function<void()> done) {
  std::reverse(events.begin(), events.end());  // as they happened
  inBackground(
      this,
      [file, format, zone, events = std::move(events)]() mutable {
        findSourceStarts(events, zone);
        exportEvents(file, events, format);
      },
      [this, done = std::move(done)] {
        tell({}, false);
        done();
      },
      [this](const QString& sentence) { tell(sentence, false); });
}

// A list that is read anew each second does not wipe away that an export failed.
void HistoryReader::tell(const QString& sentence, bool ofLoad) {
  if (!sentence.isEmpty() || !ofLoad || loadFailed_) emit problem(sentence);
  loadFailed_ = ofLoad && !sentence.isEmpty();
}

}  // namespace earwitness::gui
