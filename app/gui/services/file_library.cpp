// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/file_library.h"

#include <algorithm>
#include <unordered_set>

#include "app/gui/base/background.h"
#include "app/gui/services/file_text.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {
using State = FileUpdate::State;

FileRecord::TopClass topClassOf(const FileRecord& file) {
  const std::vector<float>& whole = file.whole;
  if (whole.empty() || whole.size() != file.labels().size()) return {};
  const std::vector<ClassRule>& rules = file.rules->rules;
  std::vector<int> over;
  for (size_t label = 0; label < std::min(whole.size(), rules.size()); ++label)
    if (whole[label] >= rules[label].onThreshold) over.push_back(int(label));
  for (const ShownLabel& shown : mostSpecific(file.rules->hierarchy, over, whole))
    if (!rules[size_t(shown.label)].isIgnored) return {.label = shown.label, .isResult = true};
  return {.label = int(std::max_element(whole.begin(), whole.end()) - whole.begin())};
}
}  // namespace

const std::vector<std::string>& FileRecord::labels() const {
  static const std::vector<std::string> kNone;
  return description ? description->labels : kNone;
}

int FileRecord::bestEvent() const {
  const auto best = std::max_element(
      events.begin(), events.end(),
      [](const Event& left, const Event& right) { return left.peakScore < right.peakScore; });
  return best == events.end() ? -1 : int(best - events.begin());
}

FileLibrary::FileLibrary(QObject* parent) : QObject(parent) {
  connect(&analyzer_, &FileAnalyzer::updated, this, &FileLibrary::take);
  connect(&analyzer_, &FileAnalyzer::drained, this, &FileLibrary::progressChanged);
}

int FileLibrary::add(const std::vector<NewFile>& files) {
  if (files.empty()) return 0;
  const int first = nextId_;
  std::vector<FileJob> jobs;
  for (const NewFile& added : files) {
    FileRecord& file = files_.emplace_back();
    file.id = nextId_++;
    file.path = added.path;
    file.bytes = added.bytes;
    file.title = added.title.isEmpty() ? QString::fromStdString(added.path.filename().string())
                                       : added.title;
    file.isSample = added.isSample;
    file.rules = rules_;
    jobs.push_back({file.id, file.path});
  }
  emit added(first, int(files.size()));
  analyzer_.enqueue(std::move(jobs));
  emit progressChanged();
  return first;
}

int FileLibrary::rowOf(int id) const {
  // Ids rise along the list.
  const auto place = std::lower_bound(files_.begin(), files_.end(), id,
                                      [](const FileRecord& file, int i) { return file.id < i; });
  return place != files_.end() && place->id == id ? int(place - files_.begin()) : -1;
}

const FileRecord* FileLibrary::find(int id) const {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &files_[size_t(row)];
}

FileRecord* FileLibrary::record(int id) {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &files_[size_t(row)];
}

LibraryProgress FileLibrary::progress() const {
  LibraryProgress progress;
  progress.files = int(files_.size());
  double all = 0.0;
  double done = 0.0;
  for (const FileRecord& file : files_) {
    const double weight = double(std::max<int64_t>(1, file.bytes));
    all += weight;
    done += weight * (file.busy() ? file.progress : 1.0);
    progress.finished += file.busy() ? 0 : 1;
    progress.failed += file.state == State::Failed ? 1 : 0;
    progress.cancelled += file.state == State::Cancelled ? 1 : 0;
  }
  progress.fraction = all > 0.0 ? done / all : 0.0;
  return progress;
}

void FileLibrary::refresh(int id) {
  FileRecord* file = record(id);
  if (file == nullptr) return;
  if (file->state == State::Waiting) analyzer_.prefer(id);
  if (file->state != State::Done) return;
  if (file->model != analyzer_.model())
    enqueue({file});
  else if (!file->picture)
    analyzer_.enqueue({{id, file->path, true, file->channel}});
  analyzer_.prefer(id);
}

void FileLibrary::analyseAgain(const std::vector<int>& ids) {
  std::vector<FileRecord*> files;
  for (const int id : ids)
    if (FileRecord* file = record(id); file != nullptr && !file->busy()) files.push_back(file);
  enqueue(files);
}

void FileLibrary::continueAll() {
  std::vector<FileRecord*> files;
  for (FileRecord& file : files_)
    if (file.state == State::Cancelled || file.state == State::Failed) files.push_back(&file);
  setPaused(false);
  enqueue(files);
}

void FileLibrary::enqueue(const std::vector<FileRecord*>& files) {
  if (files.empty()) return;
  std::vector<FileJob> jobs;
  for (FileRecord* file : files) {
    file->state = State::Waiting;
    file->progress = 0.0;
    jobs.push_back({file->id, file->path});
  }
  std::vector<int> ids;
  for (const FileJob& job : jobs) ids.push_back(job.id);
  analyzer_.enqueue(std::move(jobs));
  for (const int id : ids) emit changed(id);
  emit progressChanged();
}

void FileLibrary::cancel(const std::vector<int>& ids) {
  setCancelled(analyzer_.cancel(ids));
}

void FileLibrary::cancelAll() {
  setCancelled(analyzer_.cancelAll());
}

void FileLibrary::setCancelled(const std::vector<int>& ids) {
  for (const int id : ids) {
    FileRecord* file = record(id);
    if (file == nullptr || file->state != State::Waiting) continue;
    file->state = State::Cancelled;
    emit changed(id);
  }
  emit progressChanged();
}

void FileLibrary::setPaused(bool paused) {
  if (paused == isPaused()) return;
  analyzer_.setPaused(paused);
  emit pausedChanged(paused);
}

void FileLibrary::remove(const std::vector<int>& ids) {
  analyzer_.cancel(ids);
  emit aboutToRemove();
  const std::unordered_set<int> gone(ids.begin(), ids.end());
  std::erase_if(files_, [&gone](const FileRecord& file) { return gone.contains(file.id); });
  std::erase_if(pictures_, [&gone](int id) { return gone.contains(id); });
  emit removed(ids);
  emit progressChanged();
}

void FileLibrary::setClassifier(std::shared_ptr<Classifier> classifier) {
  analyzer_.setClassifier(std::move(classifier));
  rules_ = std::make_shared<const EventSettings>(description() ? eventSettingsOf(*description())
                                                               : EventSettings{});
  analyzer_.setRules(*rules_, ++rulesSerial_);
  emit modelChanged();
}

void FileLibrary::setRules(const EventSettings& rules) {
  if (!description() || rules.rules.size() != description()->labels.size()) return;
  rules_ = std::make_shared<const EventSettings>(rules);
  analyzer_.setRules(*rules_, ++rulesSerial_);
  std::vector<int> ids;
  for (const FileRecord& file : files_)
    if (file.state == State::Done && file.model == analyzer_.model()) ids.push_back(file.id);
  refilter(ids);
}

void FileLibrary::setRecordingZone(const TimeZone& zone) {
  if (zone.name() == recordingZone_.name()) return;
  recordingZone_ = zone;
  for (FileRecord& file : files_) {
    if (!file.foundStart.start) continue;
    file.start = inZone(file.foundStart, recordingZone_);
    emit changed(file.id);
  }
}

void FileLibrary::refilter(const std::vector<int>& ids) {
  struct Item {
    int id = 0;
    std::shared_ptr<const ScoreTrack> scores;
    Detections found;
  };
  auto items = std::make_shared<std::vector<Item>>();
  for (const int id : ids)
    if (const FileRecord* file = find(id); file != nullptr && !file->scores->empty())
      items->push_back({id, file->scores, {}});
  if (items->empty()) return;
  readInBackground(
      this,
      [items, rules = rules_] {
        for (Item& item : *items) item.found = detectEvents(*item.scores, *rules);
      },
      [this, items, serial = rulesSerial_] {
        if (serial != rulesSerial_) return;  // others are on their way
        for (Item& item : *items) {
          FileRecord* file = record(item.id);
          if (file == nullptr || file->scores != item.scores) continue;
          file->events = std::move(item.found.events);
          file->nearMisses = std::move(item.found.nearMisses);
          file->rules = rules_;
          file->top = topClassOf(*file);
          emit changed(item.id);
          emit refiltered(item.id);
        }
      });
}

void FileLibrary::take(const FileUpdate& update) {
  FileRecord* file = record(update.id);
  if (file == nullptr) return;
  if (update.restarted) restart(*file, update);
  if (update.picture) keepPicture(*file, update.picture);
  file->state = update.state;
  file->progress = update.progress;
  if (update.seconds > 0.0) file->seconds = update.seconds;
  if (update.sampleRate > 0.0) file->sampleRate = update.sampleRate;
  if (!update.error.isEmpty()) {
    file->error = update.error;
    file->reason = update.reason;
  }
  if (update.start) {
    file->foundStart = *update.start;
    file->start = inZone(file->foundStart, recordingZone_);
  }
  takeScores(*file, update.scores);
  if (update.result) takeResult(*file, *update.result);
  if (update.restarted || !update.scores.empty() || update.result) file->top = topClassOf(*file);
  emit changed(file->id);
  if (update.restarted || update.picture || update.pictureGrew || !update.scores.empty() ||
      update.result)
    emit dataChanged(file->id);
  if (update.result && !file->whole.empty()) emit scored(file->id);
}

void FileLibrary::restart(FileRecord& file, const FileUpdate& update) {
  // Anew, not cleared: events may just be being made from the old ones.
  file.scores = std::make_shared<ScoreTrack>();
  file.whole.clear();
  file.events.clear();
  file.nearMisses.clear();
  file.error.clear();
  file.reason.clear();
  file.note.clear();
  file.channel = update.channel;
  file.model = update.model;
  file.description = update.description;
  if (file.model == analyzer_.model())
    file.rules = rules_;
  else if (file.description)
    file.rules = std::make_shared<const EventSettings>(eventSettingsOf(*file.description));
}

void FileLibrary::takeScores(FileRecord& file, const ScoreTrack& scores) {
  if (scores.empty()) return;
  // A running mean of what has been scored so far; the analysis' own figure replaces it at the end.
  file.whole.resize(scores.nLabels(), 0.0F);
  for (size_t i = 0; i < scores.size(); ++i) {
    const auto window = scores.scores(i);
    const auto count = float(file.scores->size() + i + 1);
    for (size_t label = 0; label < window.size(); ++label)
      file.whole[label] += (window[label] - file.whole[label]) / count;
  }
  file.scores->append(scores);
}

void FileLibrary::takeResult(FileRecord& file, const FileResult& result) {
  if (!result.whole.empty()) file.whole = result.whole;
  file.events = result.events;
  file.nearMisses = result.nearMisses;
  file.scores->shrink();
  file.note = noteText(result.audio);
  if (result.audio.oppositePhase) file.channel = result.audio.channel;
  const bool rulesChanged = result.rules != rulesSerial_ && file.model == analyzer_.model();
  if (rulesChanged && !file.whole.empty()) refilter({file.id});
}

void FileLibrary::keepPicture(FileRecord& file, std::shared_ptr<const FilePicture> picture) {
  file.picture = std::move(picture);
  std::erase(pictures_, file.id);
  pictures_.push_back(file.id);
  while (pictures_.size() > kMaximumPictures) {
    if (FileRecord* oldest = record(pictures_.front())) oldest->picture.reset();
    pictures_.pop_front();
  }
}

}  // namespace earwitness::gui
