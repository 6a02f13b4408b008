// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/colour_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace earwitness::gui {

namespace {

using Rgb = std::array<double, 3>;
/// Rows: rising powers; red, green, blue.
using Polynomials = std::array<Rgb, 7>;

// Sixth-degree polynomials fitted to matplotlib's maps (N. Smith, S. van der Walt; CC0).
// The fits are Matt Zucker's, shadertoy.com/view/WlfXRN, CC0 as well.
constexpr Polynomials kInferno{{
    {0.0002189403691192265, 0.001651004631001012, -0.01948089843709184},
    {0.1065134194856116, 0.5639564367884091, 3.932712388889277},
    {11.60249308247187, -3.972853965665698, -15.9423941062914},
    {-41.70399613139459, 17.43639888205313, 44.35414519872813},
    {77.162935699427, -33.40235894210092, -81.80730925738993},
    {-71.31942824499214, 32.62606426397723, 73.20951985803202},
    {25.13112622477341, -12.24266895238567, -23.07032500287172},
}};
constexpr Polynomials kViridis{{
    {0.2777273272234177, 0.005407344544966578, 0.3340998053353061},
    {0.1050930431085774, 1.404613529898575, 1.384590162594685},
    {-0.3308618287255563, 0.214847559468213, 0.09509516302823659},
    {-4.634230498983486, -5.799100973351585, -19.33244095627987},
    {6.228269936347081, 14.17993336680509, 56.69055260068105},
    {4.776384997670288, -13.74514537774601, -65.35303263337234},
    {-5.435455855934631, 4.645852612178535, 26.3124352495832},
}};

QRgb fromUnit(const Rgb& rgb) {
  const auto channel = [](double value) {
    return int(std::lround(std::clamp(value, 0.0, 1.0) * 255.0));
  };
  return qRgb(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
}

Rgb evaluate(const Polynomials& map, double t) {
  Rgb rgb{};
  for (size_t power = map.size(); power-- > 0;)
    for (size_t c = 0; c < 3; ++c) rgb[c] = rgb[c] * t + map[power][c];
  return rgb;
}

/// Oklab to sRGB; B. Ottosson, bottosson.github.io/posts/oklab (public domain).
Rgb fromOklab(double lightness, double a, double b) {
  const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3.0);
  const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3.0);
  const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3.0);
  const Rgb linear{4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                   -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                   -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
  Rgb rgb{};
  for (size_t c = 0; c < 3; ++c)
    rgb[c] =
        linear[c] <= 0.0031308 ? 12.92 * linear[c] : 1.055 * std::pow(linear[c], 1.0 / 2.4) - 0.055;
  return rgb;
}

/// A straight fall in lightness through blues: colour comes in the middle, both ends are nearly
/// grey.
Rgb ice(double t) {
  constexpr double kPaper = 0.985;
  constexpr double kInk = 0.20;
  constexpr double kMostChroma = 0.115;
  const double hue = (225.0 + 45.0 * t) * std::numbers::pi / 180.0;
  const double chroma = kMostChroma * std::sin(std::numbers::pi * std::pow(t, 0.8));
  return fromOklab(kPaper + (kInk - kPaper) * t, chroma * std::cos(hue), chroma * std::sin(hue));
}

template <typename ColourAt>
std::array<QRgb, 256> sampled(ColourAt colourAt) {
  std::array<QRgb, 256> colours{};
  for (size_t i = 0; i < colours.size(); ++i)
    colours[i] = fromUnit(colourAt(double(i) / double(colours.size() - 1)));
  return colours;
}

}  // namespace

const ColourMap& ColourMap::named(Name name) {
  static const ColourMap kInfernoMap(sampled([](double t) { return evaluate(kInferno, t); }));
  static const ColourMap kViridisMap(sampled([](double t) { return evaluate(kViridis, t); }));
  static const ColourMap kIceMap(sampled(ice));
  switch (name) {
    case Name::Viridis:
      return kViridisMap;
    case Name::Ice:
      return kIceMap;
    case Name::Inferno:
      break;
  }
  return kInfernoMap;
}

}  // namespace earwitness::gui
