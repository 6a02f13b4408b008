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

  /// Shows this picture; it must outlive its time here. Null: nothing.
  void setOverview(const SpectrogramOverview* overview);
  /// The picture has grown.
  void refresh();
  /// Length of the time axis; the picture may cover less of it while it is being read.
  void setSeconds(double seconds);
  /// What is said where there is no picture.
  void setPlaceholder(const QString& text);
  const QString& placeholder() const { return placeholder_; }

  QRect plotRect() const;
  const QImage& image() const { return image_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void render();

  const SpectrogramOverview* overview_ = nullptr;
  QImage image_;
  double seconds_ = 0.0;
  QString placeholder_;
};

}  // namespace earwitness::gui
