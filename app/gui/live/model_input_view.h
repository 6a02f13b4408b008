// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <span>
#include <vector>

#include "app/gui/live/window_assembler.h"
#include "app/gui/widgets/colour_map.h"
#include "core/listening/model_description.h"

namespace earwitness::gui {

class LiveSession;

/// The very part of a log-mel window that went into the network last, a rectangle
/// a value, unsmoothed, with the seconds before its end below and the bands at the left. Thread:
/// GUI.
class ModelInputView : public QWidget {
  Q_OBJECT
 public:
  explicit ModelInputView(QWidget* parent = nullptr);

  /// Shows what this session's model is given from now on.
  void follow(const LiveSession* session);
  /// A new stream with these features; without a model there are no windows.
  void reset(const FeatureSettings& features, const ModelDescription* model);
  /// Takes the frames, and shows the newest of the windows, if there are any.
  void take(const LiveUpdate& update);
  /// Shows this window, (nFrames, nMels) in the features' own logarithm. Empty: nothing.
  void setWindow(std::span<const float> window, const FeatureSettings& features);
  /// Stands still: frames are still taken, windows are not shown.
  void setFrozen(bool frozen) { frozen_ = frozen; }
  void setColourMap(ColourMap::Name map);

  const std::vector<float>& window() const { return window_; }
  /// A pixel a value; null where there is nothing.
  const QImage& image() const { return image_; }
  QRect plotRect() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void colour();
  int columns() const;
  QString caption() const;
  void paintAxes(QPainter& painter, const QRect& plot) const;

  WindowAssembler assembler_;
  std::optional<ModelDescription> model_;
  FeatureSettings features_;
  std::vector<float> window_;
  QImage image_;
  float lowest_ = 0.0F;
  float highest_ = 0.0F;
  ColourMap::Name map_ = ColourMap::Name::Inferno;
  bool frozen_ = false;
};

}  // namespace earwitness::gui
