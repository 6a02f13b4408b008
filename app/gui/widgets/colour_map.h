#pragma once

#include <QRgb>
#include <array>

namespace earwitness::gui {

/// 256 colours of rising, perceptually even lightness: black, violet, red, orange, pale yellow.
class ColourMap {
 public:
  static const ColourMap& inferno();

  /// position 0 to 1, clamped; not a number is 0.
  QRgb at(float position) const {
    if (!(position > 0.0F)) return colours_.front();
    return position >= 1.0F ? colours_.back() : colours_[size_t(position * 255.0F + 0.5F)];
  }

 private:
  ColourMap();
  std::array<QRgb, 256> colours_{};
};

}  // namespace earwitness::gui
