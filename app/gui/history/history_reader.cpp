// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_reader.h"

#include <memory>
#include <system_error>
#include <utility>

#include "app/gui/base/background.h"

namespace earwitness::gui {

namespace {

constexpr size_t kFewDays = 3;

size_t stepsIn(const std::vector<EventCount>& counts) {
  size_t steps = 0;
  for (size_t i = 0; i < counts.size(); ++i)
    if (i == 0 || counts[i].startUtcMs != counts[i - 1].startUtcMs) ++steps;
  return steps;
}

void fill(HistoryAnswer& answer, const EventStore& store, const EventQuery& query) {
  answer.events = store.query(query);
  answer.count = store.count(query);
  answer.counts = store.countsPer(CountStep::Day, query);
  if (stepsIn(answer.counts) <= kFewDays) {
    answer.step = CountStep::Hour;
    answer.counts = store.countsPer(CountStep::Hour, query);
  }
  answer.labels = store.labels();
}

}  // namespace

HistoryReader::HistoryReader(std::filesystem::path storeFile, QObject* parent)
    : QObject(parent), storeFile_(std::move(storeFile)) {}

void HistoryReader::load(const EventQuery& query) {
  const int load = ++newestLoad_;
  const auto result = std::make_shared<HistoryAnswer>();
  add({[query, result](EventStore& store) { fill(*result, store, query); },
       [this, result, load] {
         if (load == newestLoad_) emit loaded(*result);
       }});
}

void HistoryReader::loadMore(const EventQuery& query) {
  const int load = newestLoad_;
  const auto result = std::make_shared<std::vector<StoredEvent>>();
  add({[query, result](EventStore& store) { *result = store.query(query); },
       [this, result, load] {
         if (load == newestLoad_) emit moreLoaded(*result);
       }});
}

void HistoryReader::run(std::function<void(EventStore&)> work, std::function<void()> done) {
  add({std::move(work), std::move(done), true});
}

void HistoryReader::add(Job job) {
  jobs_.push_back(std::move(job));
  startNext();
}

void HistoryReader::startNext() {
  if (isRunning_ || jobs_.empty()) return;
  isRunning_ = true;
  const auto job = std::make_shared<Job>(std::move(jobs_.front()));
  jobs_.pop_front();
  const auto finish = [this, job](const QString& sentence) {
    isRunning_ = false;
    tell(sentence, !job->makesStore);
    if (sentence.isEmpty() && job->done) job->done();
    startNext();
  };
  inBackground(
      this,
      [job, file = storeFile_] {
        std::error_code ignored;
        if (!job->makesStore && !std::filesystem::exists(file, ignored)) return;
        EventStore store(file);
        job->work(store);
      },
      [finish] { finish({}); }, finish);
}

// A list that is read anew each second does not wipe away that an export failed.
void HistoryReader::tell(const QString& sentence, bool ofLoad) {
  if (!sentence.isEmpty() || !ofLoad || loadFailed_) emit problem(sentence);
  loadFailed_ = ofLoad && !sentence.isEmpty();
}

}  // namespace earwitness::gui
