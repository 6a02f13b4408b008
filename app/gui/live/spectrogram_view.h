// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "app/gui/live/picture_overlay.h"
#include "app/gui/live/picture_scroll.h"
#include "app/gui/live/spectrogram_strip.h"
#include "app/gui/sound_view/event_track.h"
#include "app/gui/sound_view/picture_settings.h"
#include "app/gui/sound_view/picture_time.h"
#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/spectrogram_history.h"

class QToolButton;

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

class SpectrogramInput;

/// The live spectrogram: newest at the right, scrolling; frequencies at the left, the clock below,
/// events at the top. It keeps the last ten minutes; frozen, it is moved and zoomed through them
/// while listening goes on. Positions in time are the stream's seconds, the clock that frames,
/// events and the sound history share. Thread: GUI.
class SpectrogramView : public QWidget {
  Q_OBJECT
 public:
  explicit SpectrogramView(QWidget* parent = nullptr);
  ~SpectrogramView() override;

  /// Starts an empty picture of a stream with these features.
  void reset(const FeatureSettings& features);
  /// Adds frames, of which the first is frame `firstFrame` of the stream and the last was heard at
  /// `clockMs` (ms since the epoch).
  void append(const LogMel& frames, long firstFrame, qint64 clockMs);
  /// Adds the frames of an update, if there are any. Events are the caller's: events().
  void take(const LiveUpdate& update);
  /// Moves the picture on. Called once a frame.
  void advance();
  void advance(double elapsedSeconds);

  bool isFrozen() const { return scroll_.isFrozen(); }
  /// While frozen the picture stands still; what arrives is kept.
  void setFrozen(bool frozen);
  void jumpToNow() { setFrozen(false); }

  const PictureSettings& settings() const { return settings_; }
  void setSettings(const PictureSettings& settings);
  /// Shows `factor` times as much time; x, in the widget's pixels, keeps its moment while frozen.
  void zoom(double factor, std::optional<double> x = std::nullopt);
  /// Moves a frozen picture; shares of what is visible, positive towards now.
  void pan(double share);
  void panToStart();
  void panToEnd();
  /// Brings the stretch into view. A running picture is frozen where it has to be moved for that.
  void bringIntoView(const TimeStretch& stretch);

  const std::optional<TimeStretch>& selection() const { return selection_; }
  /// In either order; cut to what is held. None, or nothing of it held: no selection.
  void setSelection(std::optional<TimeStretch> stretch);
  /// A line where a player is, in seconds of the stream.
  void setPlayhead(std::optional<double> streamSeconds);
  /// What rides on the picture; the caller fills it, the view forgets what has left the history.
  EventTrack* events() const { return events_; }

  /// What is in view, as it is drawn.
  PictureTime time() const;
  /// The newest moment that is held, seconds of the stream.
  double newestSeconds() const;
  const SpectrogramHistory& history() const { return history_; }
  /// One past the newest column that is in view.
  long shownEnd() const { return long(scroll_.endPosition()); }
  /// Where the picture is, in the widget's pixels.
  QRect plotRect() const;
  qint64 clockMsAt(double column) const { return history_.timeline().utcMsAt(column); }
  const SpectrogramStrip& strip() const { return strip_; }

  /// What is in view with axes, events and a title that says when it was, to be saved.
  QImage render(const QSize& size) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void frozenChanged(bool frozen);
  /// The first column of the first stream has been drawn.
  void firstColumnPainted();
  void settingsChanged(const earwitness::gui::PictureSettings& settings);
  /// What is in view has moved.
  void viewportChanged();
  /// Seconds of the stream; both 0 where nothing is selected any more.
  void selectionChanged(double startSeconds, double endSeconds);
  /// The selection is being pulled out of the picture: the moment for a QDrag with its sound.
  void selectionDragged();
  void contextMenuRequested(double streamSeconds, const QPoint& globalPosition);
  /// An event's bracket was clicked.
  void eventActivated(qint64 id);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QSize devicePixels() const;
  void layOutPicture();
  void layOutIfResized();
  void applyRange();
  void moved();
  void describe();
  void showHowFarBehind();
  void placeNowButton();
  void updatePicture();
  void paintPicture(QPainter& painter);
  QString readoutAt(const QPoint& cursor) const;
  QString timeRangeText(const PictureTime& time) const;

  SpectrogramHistory history_;
  PictureSettings settings_;
  PictureScroll scroll_;
  SpectrogramStrip strip_;
  PictureRange range_;
  EventTrack* events_;
  std::unique_ptr<SpectrogramInput> input_;
  QToolButton* now_;
  ElidedTexts labels_;
  std::optional<TimeStretch> selection_;
  std::optional<double> playhead_;
  QElapsedTimer sinceAdvance_;
  long shownPixelEnd_ = 0;
  long eventsTrimmedAt_ = 0;  ///< column
  bool painted_ = false;
  QPoint cursor_{-1, -1};
};

}  // namespace earwitness::gui
