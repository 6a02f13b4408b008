#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"

namespace earwitness::gui {

/// The live spectrogram: one pixel a column, newest at the right, scrolling; frequencies at the
/// left, the clock below. Thread: GUI.
class SpectrogramView : public QWidget {
  Q_OBJECT
 public:
  explicit SpectrogramView(QWidget* parent = nullptr);

  /// Starts an empty picture of a stream with these features.
  void reset(const FeatureSettings& features);
  /// Adds frames; the last of them was heard at `clockMs` (ms since the epoch).
  void append(const LogMel& frames, qint64 clockMs);
  /// Moves the picture on. Called once a frame.
  void advance();

  bool isFrozen() const { return frozen_; }
  /// While frozen the picture stands still; what arrives is kept.
  void setFrozen(bool frozen);

  const SpectrogramHistory& history() const { return history_; }
  /// One past the newest column that is drawn.
  long shownEnd() const { return shownEnd_; }
  /// Where the picture is, in the widget's pixels.
  QRect plotRect() const;
  qint64 clockMsAt(double column) const;
  const SpectrogramImage& picture() const { return picture_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void frozenChanged(bool frozen);
  /// The first column of the first stream has been drawn.
  void firstColumnPainted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void layoutPicture();
  void colourNewColumns();
  void colourAll();
  float visiblePeakDb() const;
  void paintAxes(QPainter& painter, const QRect& plot) const;
  void paintReadout(QPainter& painter, const QRect& plot) const;

  SpectrogramHistory history_;
  SpectrogramImage picture_;
  PictureRange range_;
  QElapsedTimer sinceAdvance_;
  double head_ = 0.0;  ///< column at the right edge, moving evenly behind history_.end()
  long shownEnd_ = 0;
  long colouredEnd_ = 0;  ///< one past the newest column in picture_
  qint64 anchorMs_ = 0;   ///< clock of column 0, smoothed
  bool anchored_ = false;
  bool frozen_ = false;
  bool painted_ = false;
  QPoint cursor_{-1, -1};
};

}  // namespace earwitness::gui
