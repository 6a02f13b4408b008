#pragma once

#include <QImage>
#include <QWidget>

#include "app/gui/files/spectrogram_overview.h"

namespace earwitness::gui {

/// A whole file's spectrogram, stretched over the time axis that it shares with the plot below.
/// Thread: GUI.
class OverviewView : public QWidget {
  Q_OBJECT
 public:
  explicit OverviewView(QWidget* parent = nullptr);

  /// Shows this picture, which must outlive its time here. Called again when it has grown.
  void setOverview(const SpectrogramOverview* overview);
  /// Length of the time axis; the picture may cover less of it while it is being read.
  void setSeconds(double seconds);
  /// What is said where there is no picture.
  void setPlaceholder(const QString& text);
  const QString& placeholder() const { return placeholder_; }

  QRect plotRect() const;
  /// What is drawn, coloured now if need be; null where there is none.
  const QImage& image();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  const SpectrogramOverview* overview_ = nullptr;
  QImage image_;
  double imageSeconds_ = 0.0;  ///< what image_ spans
  bool stale_ = true;          ///< image_ does not show overview_ as it is
  double seconds_ = 0.0;
  QString placeholder_;
};

}  // namespace earwitness::gui
