// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace earwitness::gui {

/// Epochs: whole numbers only.
class EpochTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override;
  int getSubTickCount(double) override { return 0; }
};

/// "0%" to "100%".
class PercentTicker : public QCPAxisTicker {
 protected:
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;
};

/// Losses, learning rates: as few digits as there are.
class FigureTicker : public QCPAxisTicker {
 protected:
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;
};

/// The same on an axis of logarithms: 0.1, 0.2, 0.5, 1 ... as they fit.
class LogFigureTicker : public FigureTicker {
 protected:
  QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
};

}  // namespace earwitness::gui
