// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "app/gui/services/backend.h"
#include "app/gui/training/clip_cutting.h"
#include "app/gui/training/sounds/clip_recorder.h"

class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace earwitness::gui {

class Banner;
class DeviceCombo;
class LevelMeter;
class PlaybackHost;

/// What was recorded at once, and the clips of it that are kept.
struct RecordedTake {
  std::shared_ptr<const std::vector<float>> samples;  ///< mono, +-1
  double sampleRate = 0.0;                            ///< Hz
  qint64 startUtcMs = 0;
  std::vector<ClipSpan> clips;
};

/// Records sounds for a class: countdown, level, cut into clips, which are heard and deleted before
/// they are kept. Writes nothing. Thread: GUI.
class RecordDialog : public QDialog {
  Q_OBJECT
 public:
  RecordDialog(const Backend& backend, PlaybackHost* playback, const QString& className,
               bool isBackground, QWidget* parent = nullptr);

  /// Not empty once it was accepted.
  std::vector<RecordedTake> takes() const;

  void done(int result) override;
  /// Asks first where clips would be lost.
  void reject() override;

 private:
  struct Row {
    size_t take;
    ClipSpan clip;
  };
  void build(const QString& hint);
  QWidget* buildControls();
  QWidget* buildClips();
  void connectParts();
  void toggle();
  void showState(ClipRecorder::State state);
  void take(const std::vector<float>& samples, double sampleRate, qint64 startUtcMs);
  void recut();
  void addRows(size_t takeIndex);
  void drawThumbnails();
  void showClips();
  void playSelected();
  void deleteSelected();

  PlaybackHost* playback_;
  ClipRecorder* recorder_;
  bool isBackground_;
  std::vector<RecordedTake> takes_;
  std::vector<Row> rows_;  ///< as in the list
  int drawing_ = 0;        ///< which drawing of thumbnails counts

  Banner* banner_;
  DeviceCombo* device_;
  QSpinBox* seconds_;
  QDoubleSpinBox* clipSeconds_;
  LevelMeter* meter_;
  QLabel* big_;
  QProgressBar* progress_;
  QPushButton* record_;
  QLabel* count_;
  QListWidget* list_;
  QPushButton* play_;
  QPushButton* delete_;
  QPushButton* keep_;
};

}  // namespace earwitness::gui
