// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>

#include "app/gui/files/file_player.h"
#include "core/events/score_track.h"
#include "core/listening/model_description.h"

class QAction;
class QBoxLayout;

namespace earwitness::gui {

class ClassColumn;
class ClassPanel;
class CursorOverlay;
class DetailReader;
class EventStrip;
class FileLibrary;
class OverviewView;
class ScorePlot;
class TimeView;
class Timeline;
class WaveformView;
struct FileRecord;
struct TimePicture;

/// One file over time: waveform, spectrogram, what was found, scores; zoomed, panned, played.
/// Thread: GUI.
class FileView : public QWidget {
  Q_OBJECT
 public:
  FileView(FileLibrary* library, FilePlayer::PlayFile playFile, QWidget* parent = nullptr);

  /// Shows this file; 0 for none. What is missing of it is made when the view is seen.
  void show(int id);
  using QWidget::show;
  int shownId() const { return shownId_; }

  /// Plays from the cursor, or what is selected; pauses; goes on.
  void playOrPause();
  /// Selects an event or a near-miss, by its id in the strip, brings it into view, and plays it
  /// where `play`.
  void chooseEvent(int64_t id, bool play);
  /// The next event behind the cursor (1), or the last one before it (-1).
  void stepEvent(int direction);
  QAction* playAction() const { return play_; }
  /// What the context menu offers besides its own: `ofEvents` where an event is selected.
  void setMenuActions(const QList<QAction*>& always, const QList<QAction*>& ofEvents);

  OverviewView* picture() const { return picture_; }
  WaveformView* waveform() const { return waveform_; }
  EventStrip* events() const { return events_; }
  const ScorePlot* plot() const { return plot_; }
  ClassPanel* bars() const;
  Timeline* timeline() const { return timeline_; }
  const FilePlayer* player() const { return player_; }
  const CursorOverlay* cursor() const { return cursor_; }
  const DetailReader* detail() const { return detail_; }

 signals:
  /// What is under the mouse, in words; empty for nothing.
  void readOut(const QString& text);
  /// One sentence.
  void failed(const QString& sentence);
  /// The user has selected this event of the file.
  void eventSelected(int fileId, qint64 eventId);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void buildActions();
  /// In force while the view has the focus; listed by actions().
  QAction* addKey(const QString& text, const QList<QKeySequence>& keys,
                  const std::function<void()>& act);
  void connectTimeline();
  void connectPlayer();
  void showState(int id);
  void showData(int id);
  void showEvents(const FileRecord& file);
  void showScores(const FileRecord& file);
  void clearScores();
  void updateHighest(const FileRecord& file);
  void wantDetail();

  FileLibrary* library_;
  int shownId_ = 0;
  Timeline* timeline_;
  FilePlayer* player_;
  DetailReader* detail_;
  std::shared_ptr<const TimePicture> shownPicture_;
  QTimer drawPause_;        ///< runs after data were drawn
  bool drawnLate_ = false;  ///< data came meanwhile
  WaveformView* waveform_;
  OverviewView* picture_;
  EventStrip* events_;
  ScorePlot* plot_;
  ClassColumn* bars_;
  std::shared_ptr<const ModelDescription> barsModel_;  ///< whose labels the bars have
  std::shared_ptr<const ScoreTrack> highestOf_;        ///< whose windows `highest_` is of
  size_t highestWindows_ = 0;                          ///< from the front of highestOf_
  std::vector<float> highest_;                         ///< (nLabels)
  CursorOverlay* cursor_;
  QAction* play_ = nullptr;
  QAction* selectNothing_ = nullptr;
  QList<QAction*> menuActions_;
  QList<QAction*> eventActions_;
};

}  // namespace earwitness::gui
