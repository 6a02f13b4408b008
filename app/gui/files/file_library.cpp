#include "app/gui/files/file_library.h"

#include <algorithm>

namespace earwitness::gui {

FileLibrary::FileLibrary(QObject* parent) : QObject(parent) {
  connect(&analyzer_, &FileAnalyzer::updated, this, &FileLibrary::take);
}

int FileLibrary::add(const std::filesystem::path& path, const QString& title, bool isSample) {
  if (files_.size() == size_t(kMaximumFiles)) {
    const int oldest = files_.front().id;
    analyzer_.cancel(oldest);
    files_.pop_front();
    std::erase(pictures_, oldest);
    emit forgotten(oldest);
  }
  FileRecord& file = files_.emplace_back();
  file.id = nextId_++;
  file.path = path;
  file.title = title;
  file.isSample = isSample;
  const int id = file.id;
  emit added(id);
  analyzer_.enqueue(id, path);
  return id;
}

FileRecord* FileLibrary::record(int id) {
  // Ids rise along the list.
  const auto place = std::lower_bound(files_.begin(), files_.end(), id,
                                      [](const FileRecord& file, int i) { return file.id < i; });
  return place != files_.end() && place->id == id ? &*place : nullptr;
}

const FileRecord* FileLibrary::find(int id) const {
  return const_cast<FileLibrary*>(this)->record(id);
}

void FileLibrary::refresh(int id) {
  const FileRecord* file = find(id);
  if (file == nullptr || file->state != FileUpdate::State::Done) return;
  if (file->overview.columns() == 0 || file->model != analyzer_.model()) analyseAgain(id);
}

void FileLibrary::analyseAgain(int id) {
  const FileRecord* file = find(id);
  if (file != nullptr && !file->busy()) analyzer_.enqueue(id, file->path);
}

void FileLibrary::cancelAll() {
  for (const FileRecord& file : files_)
    if (file.busy()) analyzer_.cancel(file.id);
}

void FileLibrary::setClassifier(std::shared_ptr<Classifier> classifier) {
  classifier_ = std::move(classifier);
  analyzer_.setClassifier(classifier_);
}

void FileLibrary::take(const FileUpdate& update) {
  FileRecord* file = record(update.id);
  if (file == nullptr) return;
  if (update.restarted) {
    file->overview.reset(update.features);
    file->windows.clear();
    file->whole.clear();
    file->events.clear();
    file->error.clear();
    file->seconds = 0.0;
    file->model = update.model;
    file->labels.clear();
    if (classifier_ && update.model == analyzer_.model())
      file->labels = classifier_->description().labels;
    std::erase(pictures_, file->id);
    pictures_.push_back(file->id);
    forgetOldPictures();
  }
  file->state = update.state;
  file->progress = update.progress;
  file->seconds = update.seconds;
  if (!update.error.isEmpty()) file->error = update.error;
  file->overview.append(update.frames);
  file->windows.insert(file->windows.end(), update.windows.begin(), update.windows.end());
  for (const ScoredWindow& window : update.windows) {
    // A running mean of what has been scored so far; the analysis' own figure replaces it at the
    // end.
    const auto count =
        float(&window - update.windows.data() + 1 + file->windows.size() - update.windows.size());
    file->whole.resize(window.scores.size(), 0.0F);
    for (size_t i = 0; i < file->whole.size(); ++i)
      file->whole[i] += (window.scores[i] - file->whole[i]) / count;
  }
  if (update.state == FileUpdate::State::Done) {
    if (!update.scores.whole.empty()) file->whole = update.scores.whole;
    file->events = update.scores.events;
  }
  emit changed(file->id);
  const bool data = update.restarted || !update.windows.empty() || update.frames.nFrames() > 0;
  if (data || update.state == FileUpdate::State::Done) emit dataChanged(file->id);
  if (update.state == FileUpdate::State::Done && !file->whole.empty()) emit scored(file->id);
}

void FileLibrary::forgetOldPictures() {
  while (pictures_.size() > size_t(kMaximumPictures)) {
    FileRecord* file = record(pictures_.front());
    pictures_.pop_front();
    if (file == nullptr) continue;
    const FeatureSettings features = file->overview.features();
    file->overview = SpectrogramOverview();
    file->overview.reset(features);
  }
}

}  // namespace earwitness::gui
