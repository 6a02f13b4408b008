// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/features/feature_settings.h"
#include "core/runs/run_result.h"

class QAction;
class QLabel;
class QListView;
class QToolButton;

namespace earwitness::gui {

class ClipListModel;
class CorrectionsKeeper;
class PlaybackHost;
class ThumbnailMaker;

/// The clips behind a cell of the confusion matrix: seen, heard, shown in their folder, given
/// another label, left out, and all that taken back. Thread: GUI.
class ConfusionClips : public QWidget {
  Q_OBJECT
 public:
  /// Without a playback host nothing can be heard. Both are the caller's.
  ConfusionClips(PlaybackHost* playback, CorrectionsKeeper* corrections, QWidget* parent);

  /// Copies what it needs.
  void setResult(const RunResult& result);
  /// Clips of a class that were called so; without a prediction all clips of the class.
  void showCell(int target, std::optional<int> prediction);
  int count() const;

 signals:
  /// One sentence.
  void told(const QString& sentence);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  QAction* addAction(const QString& text, const QKeySequence& key, const char* name,
                     void (ConfusionClips::*slot)());
  void setTitle(int target, std::optional<int> prediction);
  void setLook();
  void takeCorrections();
  bool isGenerated(const ScoredClip& clip) const;
  void showEnabled();
  std::vector<int> selectedRows() const;
  std::vector<std::string> selectedFiles() const;
  void play();
  void showFile();
  void askForLabel();
  void relabel(const QString& text);
  void leaveOut();
  void putBack();
  void undo();

  PlaybackHost* playback_;
  CorrectionsKeeper* corrections_;
  ThumbnailMaker* thumbnails_;
  ClipListModel* model_;
  QListView* list_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* hint_ = nullptr;
  QAction *play_ = nullptr, *show_ = nullptr, *relabel_ = nullptr, *leaveOut_ = nullptr,
          *putBack_ = nullptr, *undo_ = nullptr;
  std::vector<ScoredClip> clips_;  ///< of the whole validation
  std::vector<std::string> labels_;
  ConfusionMatrix confusion_{0};
  FeatureSettings features_;
  std::filesystem::path dataRoot_;  ///< a folder
  bool hasAllClips_ = false;
  bool isMultiLabel_ = false;
};

}  // namespace earwitness::gui
