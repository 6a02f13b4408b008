// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>

#include "app/gui/files/time_view.h"
#include "app/gui/services/file_picture.h"
#include "app/gui/sound_view/picture_settings.h"
#include "app/gui/widgets/picture_range.h"

namespace earwitness::gui {

/// A file's spectrogram over the time that is in view: the picture of the whole file, and above it
/// the sharp one of a stretch where there is one. Thread: GUI.
class OverviewView : public TimeView {
  Q_OBJECT
 public:
  explicit OverviewView(Timeline* timeline, QWidget* parent = nullptr);

  /// Null for none.
  void setPicture(std::shared_ptr<const TimePicture> picture);
  void setDetail(std::shared_ptr<const TimePicture> detail);
  /// Axis, colours and levels; the span is the file's own.
  void setSettings(const PictureSettings& settings);
  /// What is said where there is no picture.
  void setPlaceholder(const QString& text);
  const QString& placeholder() const { return placeholder_; }

  QRect plotRect() const override;
  /// What is drawn of the whole file's picture, coloured now if need be; null where there is none.
  const QImage& image();
  const QImage& detailImage();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  QString describe(const QPoint& point) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  /// A picture and what of it has been coloured.
  struct Layer {
    std::shared_ptr<const TimePicture> picture;
    QImage image;
    double imageFrom = 0.0;  ///< seconds that the image spans
    double imageTo = 0.0;
    double viewFrom = 0.0;  ///< for which view it was made
    double viewTo = 0.0;
    QSize pixels;
    bool stale = true;
  };
  void colour(Layer& layer);
  void draw(QPainter& painter, Layer& layer, const QRect& plot);
  const FeatureSettings& features() const;
  DecibelRange range() const;
  const ColourMap& map() const { return ColourMap::named(settings_.map); }

  Layer whole_;
  Layer detail_;
  PictureSettings settings_;
  QString placeholder_;
};

}  // namespace earwitness::gui
