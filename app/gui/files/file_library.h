#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <memory>

#include "app/gui/files/file_analyzer.h"
#include "app/gui/files/spectrogram_overview.h"

namespace earwitness::gui {

/// A file that was dropped or opened, and all that is known of it.
struct FileRecord {
  int id = 0;
  std::filesystem::path path;
  QString title;  ///< the file's name
  bool isSample = false;
  FileUpdate::State state = FileUpdate::State::Waiting;
  double progress = 0.0;
  QString error;
  int model = 0;                    ///< FileAnalyzer::model() of the scores
  std::vector<std::string> labels;  ///< of that model
  SpectrogramOverview overview;
  std::vector<ScoredWindow> windows;
  std::vector<float> whole;  ///< (nLabels): mean over the windows so far
  std::vector<Event> events;
  double seconds = 0.0;  ///< as its header has it, then as it was read; 0 while not known

  bool busy() const {
    return state != FileUpdate::State::Done && state != FileUpdate::State::Failed &&
           state != FileUpdate::State::Cancelled;
  }
};

/// The files of the window, in the order in which they came. Keeps the pictures of the newest ones;
/// an older one is analysed again when it is shown. Thread: GUI.
class FileLibrary : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMaximumPictures = 48;
  static constexpr int kMaximumFiles = 5000;

  explicit FileLibrary(QObject* parent = nullptr);

  /// Returns the file's id. The oldest files are forgotten when there are too many.
  int add(const std::filesystem::path& path, const QString& title, bool isSample = false);
  const std::deque<FileRecord>& files() const { return files_; }
  const FileRecord* find(int id) const;
  /// Analyses the file again where its picture or the current model's scores are missing.
  void refresh(int id);
  /// Analyses it again in any case.
  void analyseAgain(int id);
  void cancel(int id) { analyzer_.cancel(id); }
  void cancelAll();

  void setClassifier(std::shared_ptr<Classifier> classifier);
  void setClassifierReady(bool ready) { analyzer_.setClassifierReady(ready); }

 signals:
  void added(int id);
  void forgotten(int id);
  void changed(int id);
  /// Frames or windows were added, or all of them are void.
  void dataChanged(int id);
  /// The analysis has ended with scores.
  void scored(int id);

 private:
  FileRecord* record(int id);
  void take(const FileUpdate& update);
  void forgetOldPictures();

  FileAnalyzer analyzer_;
  std::shared_ptr<Classifier> classifier_;
  std::deque<FileRecord> files_;
  std::deque<int> pictures_;  ///< ids whose pictures are kept, oldest first
  int nextId_ = 1;
};

}  // namespace earwitness::gui
