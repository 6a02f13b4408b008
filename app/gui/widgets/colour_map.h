// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <array>

namespace earwitness::gui {

/// 256 colours whose lightness rises, or falls, evenly from silence to the loudest.
class ColourMap {
 public:
  enum class Name {
    Inferno,  ///< black, violet, red, orange, pale yellow
    Viridis,  ///< dark violet, blue, green, yellow; kind to the colour-blind
    Ice       ///< white, pale blue, navy: ink on paper, for light surroundings
  };
  static constexpr std::array kNames{Name::Inferno, Name::Viridis, Name::Ice};

  static const ColourMap& named(Name name);
  static const ColourMap& inferno() { return named(Name::Inferno); }

  /// position 0 to 1, clamped; not a number is 0.
  QRgb at(float position) const {
    if (!(position > 0.0F)) return colours_.front();
    return position >= 1.0F ? colours_.back() : colours_[size_t(position * 255.0F + 0.5F)];
  }
  /// Silence is bright: what is drawn over it must be dark.
  bool isLight() const { return qGray(colours_.front()) > 127; }

 private:
  using Colours = std::array<QRgb, 256>;
  explicit ColourMap(const Colours& colours) : colours_(colours) {}

  Colours colours_;
};

}  // namespace earwitness::gui
