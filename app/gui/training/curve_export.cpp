// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_export.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/main_figure.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace {

constexpr double kImageScale = 2.0;
constexpr int kPixelsPerInch = 96;  // of SVG

QString number(double value) {
  return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

/// Accuracies are empty for several labels per clip.
QString figures(const Figures& of) {
  if (of.multiLabel) return number(of.loss) + QStringLiteral(",,");
  return number(of.loss) + u',' + number(of.accuracy) + u',' + number(of.balancedAccuracy);
}

/// Columns of several labels per clip.
QString multiLabelFigures(const std::optional<Figures>& of) {
  if (!of || !of->multiLabel) return QStringLiteral(",");
  return number(of->multiLabel->meanAveragePrecision) + u',' + number(of->multiLabel->macroF1);
}

}  // namespace

QByteArray curvesCsv(const std::vector<Curves>& runs) {
  QString csv = QStringLiteral(
      "run,epoch,learning_rate,train_loss,train_accuracy,train_balanced_accuracy,validation_loss,"
      "validation_accuracy,validation_balanced_accuracy,seconds,clips_per_second");
  const bool anyMultiLabel = std::any_of(
      runs.begin(), runs.end(), [](const Curves& run) { return isMultiLabel(run.view.settings); });
  if (anyMultiLabel)
    csv += QStringLiteral(",validation_mean_average_precision,validation_macro_f1");
  csv += u'\n';
  for (const Curves& run : runs)
    for (const EpochPoint& point : run.view.epochs) {
      const QString validation =
          point.validation ? figures(*point.validation) : QStringLiteral(",,");
      QStringList cells{QString::fromStdString(csvField(run.name.toStdString())),
                        QString::number(point.epoch),
                        number(point.learningRate),
                        figures(point.training),
                        validation,
                        number(point.seconds),
                        number(point.clipsPerSecond)};
      if (anyMultiLabel) cells << multiLabelFigures(point.validation);
      csv += cells.join(u',') + u'\n';
    }
  return csv.toUtf8();
}

QByteArray curvesSvg(CurveCanvas& canvas) {
  QBuffer file;
  file.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&file);
  generator.setSize(canvas.size());
  generator.setViewBox(canvas.rect());
  generator.setResolution(kPixelsPerInch);
  // Qt 6.4 writes both as they are, so they may not contain what XML reserves, as names of runs do.
  generator.setTitle(canvas.accessibleName());
  generator.setDescription(QGuiApplication::applicationDisplayName());
  QCPPainter painter(&generator);
  canvas.toPainter(&painter, canvas.width(), canvas.height());
  painter.end();
  return file.data();
}

QImage curvesImage(CurveCanvas& canvas) {
  return canvas.toPixmap(canvas.width(), canvas.height(), kImageScale).toImage();
}

}  // namespace earwitness::gui
