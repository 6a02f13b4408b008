// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <memory>

namespace earwitness::gui {

/// What is painted on it becomes an SVG file: paths, text as text, pictures as PNG inside.
/// Gradients and textures are painted as their first colour. Thread: GUI.
class SvgPicture : public QPaintDevice {
 public:
  /// Pixels; one is one unit in the file.
  explicit SvgPicture(const QSize& size);
  ~SvgPicture() override;

  /// The file, once the painter has ended.
  QByteArray svg() const;

  QPaintEngine* paintEngine() const override;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  class Engine;
  QSize size_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace earwitness::gui
