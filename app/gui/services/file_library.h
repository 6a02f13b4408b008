// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/gui/services/file_analyzer.h"

namespace earwitness::gui {

/// A file that was dropped or opened, and all that is known of it. A kilobyte or two where it is
/// short: there may be tens of thousands.
struct FileRecord {
  int id = 0;
  std::filesystem::path path;
  QString title;  ///< the file's name
  bool isSample = false;
  int64_t bytes = 0;  ///< on the disk; 0 where not known
  FileUpdate::State state = FileUpdate::State::Waiting;
  double progress = 0.0;
  QString error;
  QString reason;  ///< the error without the file's path
  QString note;    ///< what of it could not be read, or what else to know of it; mostly empty
  ChannelChoice channel;    ///< that was analysed
  StartFinding foundStart;  ///< of the recording, as it was found
  StartFinding start;       ///< the same with the zone of setRecordingZone()
  int model = 0;            ///< FileAnalyzer::model() of the scores
  std::shared_ptr<const ModelDescription> description;  ///< of that model; null without one
  std::shared_ptr<const FilePicture> picture;           ///< null where it was forgotten
  std::shared_ptr<ScoreTrack> scores = std::make_shared<ScoreTrack>();
  std::vector<float> whole;                    ///< (nLabels): mean over the windows so far
  std::shared_ptr<const EventSettings> rules;  ///< of the events; not null in a library
  std::vector<Event> events;
  std::vector<NearMiss> nearMisses;
  double seconds = 0.0;     ///< as its header has it, then as it was read; 0 while not known
  double sampleRate = 0.0;  ///< Hz; 0 while not known

  bool busy() const {
    return state != FileUpdate::State::Done && state != FileUpdate::State::Failed &&
           state != FileUpdate::State::Cancelled;
  }
  const std::vector<std::string>& labels() const;
  /// Index of the event with the highest score; -1 without one.
  int bestEvent() const;
  /// A class by its mean score.
  struct TopClass {
    int label = -1;         ///< -1 without scores
    bool isResult = false;  ///< over its threshold
  };
  /// The class with the highest mean among the most specific ones that are over their thresholds;
  /// where none is, the class with the highest mean. Kept, because tables are sorted by it.
  TopClass top = {};
};

/// A file to be added.
struct NewFile {
  std::filesystem::path path;
  int64_t bytes = 0;
  QString title;  ///< empty: the file's name
  bool isSample = false;
};

/// How far the analysis of all files is, by their sizes on the disk.
struct LibraryProgress {
  int files = 0;
  int finished = 0;  ///< done, failed or cancelled
  int failed = 0;
  int cancelled = 0;
  double fraction = 0.0;  ///< 0 to 1
  bool busy() const { return finished < files; }
};

/// The files of the window, in the order in which they came. Keeps the pictures of the newest ones;
/// an older one's is made again when it is shown. Scores are kept, so that events follow other
/// rules without another analysis. Thread: GUI.
class FileLibrary : public QObject {
  Q_OBJECT
 public:
  static constexpr size_t kMaximumPictures = 16;

  explicit FileLibrary(QObject* parent = nullptr);

  /// Returns the first file's id; the others follow it. 0 for none.
  int add(const std::vector<NewFile>& files);
  const std::deque<FileRecord>& files() const { return files_; }
  const FileRecord* find(int id) const;
  /// Place in files(); -1 where there is no such file.
  int rowOf(int id) const;
  LibraryProgress progress() const;

  /// Puts a file that waits at the front, and makes what is missing of one that is done: its
  /// picture, or the scores of the present model.
  void refresh(int id);
  /// Analyses them again in any case.
  void analyseAgain(const std::vector<int>& ids);
  /// Analyses those that were cancelled or failed.
  void continueAll();
  void cancel(const std::vector<int>& ids);
  void cancelAll();
  void setPaused(bool paused);
  bool isPaused() const { return analyzer_.isPaused(); }
  void remove(const std::vector<int>& ids);

  /// Of files that are analysed from now on.
  void setChannel(ChannelChoice channel) { analyzer_.setChannel(channel); }

  /// Rules of the present model's events, from now on and for all files that it has scored, whose
  /// events are made anew in the background from the scores that are kept.
  void setRules(const EventSettings& rules);

  /// What starts of recordings without a zone mean, from now on and for all files.
  void setRecordingZone(const TimeZone& zone);

  void setClassifier(std::shared_ptr<Classifier> classifier);
  /// Of the present model; null without one.
  const std::shared_ptr<const ModelDescription>& description() const {
    return analyzer_.description();
  }
  void setClassifierReady(bool ready) { analyzer_.setClassifierReady(ready); }

 signals:
  /// `count` files stand at the end of the list.
  void added(int firstId, int count);
  void aboutToRemove();
  void removed(const std::vector<int>& ids);
  void changed(int id);
  /// Its picture or scores have grown, or are void.
  void dataChanged(int id);
  /// The analysis has ended with scores.
  void scored(int id);
  /// Its events are others, for the rules have changed.
  void refiltered(int id);
  void progressChanged();
  void pausedChanged(bool paused);
  void modelChanged();

 private:
  FileRecord* record(int id);
  void take(const FileUpdate& update);
  void restart(FileRecord& file, const FileUpdate& update);
  void takeScores(FileRecord& file, const ScoreTrack& scores);
  void takeResult(FileRecord& file, const FileResult& result);
  void keepPicture(FileRecord& file, std::shared_ptr<const FilePicture> picture);
  void enqueue(const std::vector<FileRecord*>& files);
  void setCancelled(const std::vector<int>& ids);
  void refilter(const std::vector<int>& ids);

  FileAnalyzer analyzer_;
  std::shared_ptr<const EventSettings> rules_ = std::make_shared<const EventSettings>();
  int rulesSerial_ = 0;
  TimeZone recordingZone_;
  std::deque<FileRecord> files_;
  std::deque<int> pictures_;  ///< ids whose pictures are kept, oldest first
  int nextId_ = 1;
};

}  // namespace earwitness::gui
