// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/sound_set_editor.h"

#include <algorithm>
#include <thread>

#include "app/gui/base/text_format.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/training/sounds/sound_jobs.h"
#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/data/synthetic_set.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// The sounds of the example, whole or not at all.
fs::path exampleSet(const std::string& name, JobProgress& progress) {
  const fs::path target = soundsFolder() / folderNameFor(name);
  std::error_code ignored;
  if (fs::is_directory(target, ignored) && !fs::is_empty(target, ignored)) return target;
  const fs::path draft = soundsFolder() / ".example.part";
  fs::remove_all(draft, ignored);
  SyntheticSetRequest request;
  request.folder = draft;
  request.threads = std::max(1, int(std::thread::hardware_concurrency()) - 1);
  request.stop = &progress.cancelled;
  request.onProgress = [&](size_t done, size_t total) {
    progress.done = done;
    progress.total = total;
  };
  try {
    writeSyntheticSet(request);
  } catch (const Error&) {
    fs::remove_all(draft, ignored);
    throw;
  }
  std::error_code failure;
  fs::rename(draft, target, failure);
  if (failure) throw Error("The example cannot be written to '%1': %2.", target, failure.message());
  return target;
}

/// The whole of it or nothing.
fs::path copiedSet(const std::string& name, const DataListing& listing, JobProgress& progress) {
  progress.total = listing.clips;
  const fs::path set = makeSoundSet(name);
  try {
    for (const DataListing::Class& its : listing.classes) {
      const fs::path folder = openClass(set, its.label);
      for (const fs::path& clip : its.clips) {
        if (progress.cancelled) throw Stopped();
        std::error_code ignored;
        // A clip with several labels would contradict itself.
        if (!listing.severalLabels.contains(clip) &&
            fs::exists(placeOf(clip.string()).path, ignored))
          copyIntoClass(clip, folder);
        ++progress.done;
      }
    }
  } catch (const Error&) {
    std::error_code ignored;
    fs::remove_all(set, ignored);
    throw;
  }
  return set;
}

}  // namespace

SoundSetEditor::SoundSetEditor(QObject* parent) : QObject(parent), jobs_(new SoundJobs(this)) {
  connect(jobs_, &SoundJobs::failed, this, &SoundSetEditor::failed);
}

void SoundSetEditor::setShown(const fs::path& root, bool isOwn) {
  set_ = isOwn ? root : fs::path();
  showsAny_ = !root.empty();
}

QString SoundSetEditor::standardSetName() {
  return tr("My sounds");
}

void SoundSetEditor::openResult(const std::shared_ptr<fs::path>& set) {
  emit setReady(QString::fromStdString(set->string()));
}

void SoundSetEditor::makeSet(const QString& name) {
  auto set = std::make_shared<fs::path>();
  jobs_->run(
      tr("Creating the data set"),
      [set, name = name.toStdString()](JobProgress&) { *set = makeSoundSet(name); },
      [this, set] { openResult(set); });
}

void SoundSetEditor::openSet(const QString& name) {
  auto set = std::make_shared<fs::path>();
  jobs_->run(
      tr("Opening the data set"),
      [set, name = name.toStdString()](JobProgress&) { *set = openSoundSet(name); },
      [this, set] { openResult(set); });
}

void SoundSetEditor::renameSet(const QString& name) {
  auto set = std::make_shared<fs::path>();
  jobs_->run(
      tr("Renaming the data set"),
      [set, from = set_, name = name.toStdString()](JobProgress&) {
        *set = renameSoundSet(from, name);
      },
      [this, set, from = set_] {
        rebase(from, *set);
        openResult(set);
      });
}

void SoundSetEditor::makeExample() {
  auto set = std::make_shared<fs::path>();
  jobs_->run(
      tr("Creating the example"),
      [set, name = tr("Example").toStdString()](JobProgress& progress) {
        *set = exampleSet(name, progress);
      },
      [this, set] { openResult(set); });
}

void SoundSetEditor::copyAsSet(const QString& name, std::shared_ptr<const DataListing> listing) {
  auto set = std::make_shared<fs::path>();
  jobs_->run(
      tr("Copying the clips"),
      [set, name = name.toStdString(), listing = std::move(listing)](JobProgress& progress) {
        *set = copiedSet(name, *listing, progress);
      },
      [this, set] { openResult(set); });
}

void SoundSetEditor::makeClass(const QString& name) {
  auto folder = std::make_shared<fs::path>();
  jobs_->run(
      tr("Creating the class"),
      [folder, set = set_, name = name.toStdString()](JobProgress&) {
        *folder = gui::makeClass(set, name);
      },
      [this, folder] { emit changed(QString::fromStdString(folder->filename().string())); });
}

void SoundSetEditor::renameClass(const std::string& label, const QString& name) {
  auto folder = std::make_shared<fs::path>();
  jobs_->run(
      tr("Renaming the class"),
      [folder, set = set_, label, name = name.toStdString()](JobProgress&) {
        *folder = gui::renameClass(set, label, name);
      },
      [this, folder, from = set_ / label] {
        rebase(from, *folder);
        emit changed(QString::fromStdString(folder->filename().string()));
      });
}

void SoundSetEditor::addFiles(const std::string& label, const std::vector<fs::path>& paths) {
  auto refusal = std::make_shared<QString>();
  auto count = std::make_shared<size_t>(0);
  jobs_->run(
      tr("Copying files"),
      [=, set = set_](JobProgress& progress) {
        SoundSearch search;
        const DroppedFiles dropped = collectAudioFiles(paths, search);
        *refusal = refusalSentence(dropped);
        if (refusal->isEmpty() && !dropped.other.empty())
          *refusal =
              tr("Files of unsupported types were skipped: %1, such as “%2”.")
                  .arg(dropped.other.size())
                  .arg(QString::fromStdString(dropped.other.front().path.filename().string()));
        progress.total = dropped.files.size();
        for (const FoundFile& file : dropped.files) {
          if (progress.cancelled) break;  // what was copied stays
          if (!copyIntoClass(file.path, set / label).empty()) ++*count;
          ++progress.done;
        }
      },
      [this, refusal, count, label] {
        emit changed(QString::fromStdString(label));
        if (!refusal->isEmpty()) emit failed(*refusal);
        if (*count > 0)
          emit told(
              tr("%Ln files were added to “%1”.", nullptr, int(*count)).arg(displayLabel(label)));
      });
}

void SoundSetEditor::addTakes(const std::string& label, const std::vector<RecordedTake>& takes) {
  jobs_->run(
      tr("Saving the clips"),
      [set = set_, label, takes](JobProgress&) {
        for (const RecordedTake& its : takes)
          writeClips(set / label, *its.samples, its.sampleRate, its.clips, its.startUtcMs);
      },
      [this, label] { emit changed(QString::fromStdString(label)); });
}

void SoundSetEditor::addStretch(const QString& className, AudioHistory::Segment stretch) {
  if (stretch.empty()) {
    emit failed(tr("The audio of this selection is no longer available."));
    return;
  }
  auto folder = std::make_shared<fs::path>();
  auto sound = std::make_shared<const AudioHistory::Segment>(std::move(stretch));
  jobs_->run(
      tr("Saving the clip"),
      [folder, sound, set = set_, standard = standardSetName().toStdString(),
       name = className.toStdString(), now = utcMsNow()](JobProgress&) {
        *folder = openClass(set.empty() ? openSoundSet(standard) : set, name);
        const ClipSpan all{0, sound->samples.size()};
        writeClips(*folder, sound->samples, sound->sampleRate, {&all, 1}, now);
      },
      [this, folder] {
        const std::string label = folder->filename().string();
        emit told(tr("The selection was added to “%1” in “%2”.")
                      .arg(displayLabel(label),
                           QString::fromStdString(folder->parent_path().filename().string())));
        if (folder->parent_path() == set_) return emit changed(QString::fromStdString(label));
        if (!showsAny_) openResult(std::make_shared<fs::path>(folder->parent_path()));
      });
}

void SoundSetEditor::removeFiles(const std::vector<fs::path>& files) {
  if (files.empty()) return;
  remove(files, tr("Deleting clips"), tr("Undo deleting %Ln clips", nullptr, int(files.size())),
         [this] { emit changed({}); });
}

void SoundSetEditor::removeClass(const std::string& label) {
  remove({set_ / label}, tr("Deleting the class"),
         tr("Undo deleting “%1”").arg(displayLabel(label)), [this] { emit changed({}); });
}

void SoundSetEditor::removeSet() {
  remove({set_}, tr("Deleting the data set"),
         tr("Undo deleting “%1”").arg(QString::fromStdString(set_.filename().string())),
         [this] { emit setRemoved(); });
}

void SoundSetEditor::remove(const std::vector<fs::path>& paths, const QString& title,
                            const QString& undoText, const std::function<void()>& then) {
  auto files = std::make_shared<std::vector<TrashedFile>>();
  jobs_->run(
      title,
      [paths, files](JobProgress&) {
        std::vector<fs::path> present;
        std::copy_if(paths.begin(), paths.end(), std::back_inserter(present),
                     [](const fs::path& path) { return fs::exists(path); });
        *files = moveToTrash(present);
      },
      [this, files, undoText, then] {
        if (!files->empty()) removals_.push_back({undoText, *files});
        tellUndo();
        then();
      });
}

void SoundSetEditor::undo() {
  if (removals_.empty() || jobs_->isRunning()) return;
  const Removal last = removals_.back();
  removals_.pop_back();
  tellUndo();
  jobs_->run(
      tr("Restoring deleted items"), [last](JobProgress&) { restoreFromTrash(last.files); },
      [this, last] {
        const fs::path& first = last.files.front().original;
        if (isOwnSet(first)) return emit setReady(QString::fromStdString(first.string()));
        const fs::path folder = first.parent_path() == set_ ? first : first.parent_path();
        emit changed(QString::fromStdString(folder.filename().string()));
      });
}

/// Whatever was deleted belongs into the folder under its new name.
void SoundSetEditor::rebase(const fs::path& from, const fs::path& to) {
  for (Removal& removal : removals_)
    for (TrashedFile& file : removal.files) {
      const fs::path inside = file.original.lexically_relative(from);
      if (inside.empty() || *inside.begin() == "..") continue;
      file.original = inside == "." ? to : to / inside;
    }
}

void SoundSetEditor::tellUndo() {
  emit undoChanged(removals_.empty() ? QString() : removals_.back().text);
}

}  // namespace earwitness::gui
