// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/gui/files/time_view.h"
#include "app/gui/services/file_picture.h"

namespace earwitness::gui {

/// A file's waveform over the time that is in view: lowest to highest sample, and brighter its
/// effective value. Thread: GUI.
class WaveformView : public TimeView {
  Q_OBJECT
 public:
  explicit WaveformView(Timeline* timeline, QWidget* parent = nullptr);

  /// Null for none.
  void setPicture(std::shared_ptr<const TimePicture> picture);
  /// A sharper one of a stretch.
  void setDetail(std::shared_ptr<const TimePicture> detail);

  QRect plotRect() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  QString describe(const QPoint& point) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  /// What lies between two positions, from the sharpest picture that has it.
  WaveformOverview::Column between(double from, double to) const;

  std::shared_ptr<const TimePicture> whole_;
  std::shared_ptr<const TimePicture> detail_;
};

}  // namespace earwitness::gui
