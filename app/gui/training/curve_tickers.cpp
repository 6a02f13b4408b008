// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_tickers.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace earwitness::gui {

double EpochTicker::getTickStep(const QCPRange& range) {
  const double rough = std::max(1.0, range.size() / tickCount());
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (rough <= factor * power) return factor * power;
  return 10.0 * power;
}

QString PercentTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  return QCoreApplication::translate("Format", "%1%", "a percentage")
      .arg(locale.toString(std::round(tick * 1000.0) / 10.0, 'g', 4));
}

QString FigureTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  if (std::abs(tick) < 1e-12) return locale.toString(0);
  return locale.toString(tick, 'g', 3);
}

QVector<double> LogFigureTicker::createTickVector(double, const QCPRange& range) {
  const double decades = std::log10(range.upper / range.lower);
  std::vector<double> digits{1.0};
  if (decades < 3.0) digits = {1.0, 2.0, 5.0};
  if (decades < 1.2) digits = {1.0, 1.5, 2.0, 3.0, 5.0, 7.0};
  QVector<double> ticks;
  const int first = int(std::floor(std::log10(range.lower)));
  const int last = int(std::ceil(std::log10(range.upper)));
  // One beyond either end, as the axis expects.
  for (int power = first - 1; power <= last; ++power)
    for (const double digit : digits) ticks.append(digit * std::pow(10.0, power));
  return ticks;
}

}  // namespace earwitness::gui
