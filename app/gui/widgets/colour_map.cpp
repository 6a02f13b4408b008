#include "app/gui/widgets/colour_map.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {

// Sixth-degree polynomials fitted to matplotlib's "inferno" (N. Smith, S. van der Walt; CC0).
// The fit is Matt Zucker's, shadertoy.com/view/WlfXRN, CC0 as well. Rows: rising powers; red,
// green, blue.
constexpr std::array<std::array<double, 3>, 7> kInferno{{
    {0.0002189403691192265, 0.001651004631001012, -0.01948089843709184},
    {0.1065134194856116, 0.5639564367884091, 3.932712388889277},
    {11.60249308247187, -3.972853965665698, -15.9423941062914},
    {-41.70399613139459, 17.43639888205313, 44.35414519872813},
    {77.162935699427, -33.40235894210092, -81.80730925738993},
    {-71.31942824499214, 32.62606426397723, 73.20951985803202},
    {25.13112622477341, -12.24266895238567, -23.07032500287172},
}};

int channel(double t, size_t c) {
  double value = 0.0;
  for (size_t power = kInferno.size(); power-- > 0;) value = value * t + kInferno[power][c];
  return int(std::lround(std::clamp(value, 0.0, 1.0) * 255.0));
}

}  // namespace

ColourMap::ColourMap() {
  for (size_t i = 0; i < colours_.size(); ++i) {
    const double t = double(i) / double(colours_.size() - 1);
    colours_[i] = qRgb(channel(t, 0), channel(t, 1), channel(t, 2));
  }
}

const ColourMap& ColourMap::inferno() {
  static const ColourMap map;
  return map;
}

}  // namespace earwitness::gui
