#include "app/gui/training/curve_export.h"

#include <cmath>

#include "app/gui/training/curve_canvas.h"
#include "app/gui/widgets/svg_picture.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace {

constexpr double kImageScale = 2.0;

QString number(double value) {
  return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

QString figures(const Figures& of) {
  return number(of.loss) + u',' + number(of.accuracy) + u',' + number(of.balancedAccuracy);
}

}  // namespace

QByteArray curvesCsv(const std::vector<Curves>& runs) {
  QString csv = QStringLiteral(
      "run,epoch,learning_rate,train_loss,train_accuracy,train_balanced_accuracy,validation_loss,"
      "validation_accuracy,validation_balanced_accuracy,seconds,clips_per_second\n");
  for (const Curves& run : runs)
    for (const EpochPoint& point : run.view.epochs) {
      const QString validation =
          point.validation ? figures(*point.validation) : QStringLiteral(",,");
      const QStringList cells{QString::fromStdString(csvField(run.name.toStdString())),
                              QString::number(point.epoch),
                              number(point.learningRate),
                              figures(point.training),
                              validation,
                              number(point.seconds),
                              number(point.clipsPerSecond)};
      csv += cells.join(u',') + u'\n';
    }
  return csv.toUtf8();
}

QByteArray curvesSvg(CurveCanvas& canvas) {
  SvgPicture picture(canvas.size());
  QCPPainter painter(&picture);
  canvas.toPainter(&painter, canvas.width(), canvas.height());
  painter.end();
  return picture.svg();
}

QImage curvesImage(CurveCanvas& canvas) {
  return canvas.toPixmap(canvas.width(), canvas.height(), kImageScale).toImage();
}

}  // namespace earwitness::gui
