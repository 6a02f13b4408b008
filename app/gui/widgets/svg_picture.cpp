// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/svg_picture.h"

#include <QBuffer>
#include <QFont>
#include <QHash>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QPixmap>
#include <QStringList>

namespace earwitness::gui {

namespace {

constexpr int kDotsPerInch = 96;

QString number(double value) {
  QString text = QString::number(value, 'f', 2);
  while (text.endsWith(u'0')) text.chop(1);
  if (text.endsWith(u'.')) text.chop(1);
  return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString pathText(const QPainterPath& path) {
  QStringList words;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    const char* command = element.type == QPainterPath::MoveToElement    ? "M"
                          : element.type == QPainterPath::CurveToElement ? "C"
                          : element.type == QPainterPath::LineToElement  ? "L"
                                                                         : "";
    words << QString::fromLatin1(command) + number(element.x) + u',' + number(element.y);
  }
  return words.join(u' ');
}

QString matrixText(const QTransform& t) {
  if (t.isIdentity()) return {};
  QStringList numbers;
  for (const double value : {t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()})
    numbers << QString::number(value, 'g', 6);
  return QStringLiteral(" transform=\"matrix(%1)\"").arg(numbers.join(u','));
}

QString colourText(const char* property, const QColor& colour) {
  QString text = QStringLiteral(" %1=\"%2\"").arg(QLatin1String(property), colour.name());
  if (colour.alpha() < 255)
    text +=
        QStringLiteral(" %1-opacity=\"%2\"").arg(QLatin1String(property), number(colour.alphaF()));
  return text;
}

}  // namespace

class SvgPicture::Engine : public QPaintEngine {
 public:
  using QPaintEngine::drawPolygon;

  explicit Engine(const QSize& size) : QPaintEngine(AllFeatures), size_(size) {}

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  Type type() const override { return User; }

  void updateState(const QPaintEngineState& now) override {
    pen_ = now.pen();
    brush_ = now.brush();
    transform_ = now.transform();
    if (now.state().testAnyFlags(DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) clip(now);
  }

  void drawPath(const QPainterPath& path) override {
    write(QStringLiteral("<path d=\"%1\"%2%3/>").arg(pathText(path), strokeText(), fillText(path)));
  }

  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    if (count == 0) return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i) path.lineTo(points[i]);
    if (mode != PolylineMode) path.closeSubpath();
    const QString fill = mode == PolylineMode ? QStringLiteral(" fill=\"none\"") : fillText(path);
    write(QStringLiteral("<path d=\"%1\"%2%3/>").arg(pathText(path), strokeText(), fill));
  }

  void drawTextItem(const QPointF& at, const QTextItem& item) override {
    const QFont font = item.font();
    const double pixels =
        font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * kDotsPerInch / 72.0;
    QString text =
        QStringLiteral("<text x=\"%1\" y=\"%2\" font-family=\"%3\" font-size=\"%4\"")
            .arg(number(at.x()), number(at.y()), font.family().toHtmlEscaped(), number(pixels));
    if (font.bold()) text += QStringLiteral(" font-weight=\"bold\"");
    text += colourText("fill", pen_.color()) + matrixText(transform_);
    write(text +
          QStringLiteral(" xml:space=\"preserve\">%1</text>").arg(item.text().toHtmlEscaped()));
  }

  void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    pixmap.copy(from.toAlignedRect()).save(&buffer, "PNG");
    write(QStringLiteral("<image x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"%5 "
                         "xlink:href=\"data:image/png;base64,%6\"/>")
              .arg(number(to.x()), number(to.y()), number(to.width()), number(to.height()),
                   matrixText(transform_), QString::fromLatin1(png.toBase64())));
  }

  QByteArray svg() const {
    return QStringLiteral(
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%1\" height=\"%2\" "
               "viewBox=\"0 0 %1 %2\">\n%3</svg>\n")
        .arg(size_.width())
        .arg(size_.height())
        .arg(body_)
        .toUtf8();
  }

 private:
  void write(const QString& element) {
    if (clip_.isEmpty())
      body_ += element + u'\n';
    else
      body_ += QStringLiteral("<g clip-path=\"url(#%1)\">%2</g>\n").arg(clip_, element);
  }

  /// What a painter is clipped to is given in its coordinates, and the file's in those of the page.
  void clip(const QPaintEngineState& now) {
    clip_.clear();
    if (!now.isClipEnabled()) return;
    QPainterPath path;
    if (now.state().testFlag(DirtyClipPath))
      path = now.clipPath();
    else
      path.addRegion(now.clipRegion());
    if (path.isEmpty()) return;
    const QString outline = pathText(transform_.map(path));
    clip_ = clips_.value(outline);
    if (!clip_.isEmpty()) return;
    clip_ = QStringLiteral("clip%1").arg(clips_.size() + 1);
    clips_.insert(outline, clip_);
    body_ +=
        QStringLiteral("<clipPath id=\"%1\"><path d=\"%2\"/></clipPath>\n").arg(clip_, outline);
  }

  QString strokeText() const {
    if (pen_.style() == Qt::NoPen) return matrixText(transform_);
    const double width = pen_.widthF() > 0.0 ? pen_.widthF() : 1.0;
    QString text = colourText("stroke", pen_.color()) +
                   QStringLiteral(" stroke-width=\"%1\"").arg(number(width));
    QStringList dashes;
    for (const qreal dash : pen_.dashPattern()) dashes << number(dash * width);
    if (pen_.style() != Qt::SolidLine && !dashes.isEmpty())
      text += QStringLiteral(" stroke-dasharray=\"%1\"").arg(dashes.join(u','));
    return text + matrixText(transform_);
  }

  QString fillText(const QPainterPath& path) const {
    if (brush_.style() == Qt::NoBrush) return QStringLiteral(" fill=\"none\"");
    const char* rule = path.fillRule() == Qt::OddEvenFill ? "evenodd" : "nonzero";
    return colourText("fill", brush_.color()) +
           QStringLiteral(" fill-rule=\"%1\"").arg(QLatin1String(rule));
  }

  QSize size_;
  QPen pen_;
  QBrush brush_;
  QTransform transform_;
  QString clip_;
  QHash<QString, QString> clips_;  ///< their names, by outline
  QString body_;
};

SvgPicture::SvgPicture(const QSize& size) : size_(size), engine_(std::make_unique<Engine>(size)) {}

SvgPicture::~SvgPicture() = default;

QByteArray SvgPicture::svg() const {
  return engine_->svg();
}

QPaintEngine* SvgPicture::paintEngine() const {
  return engine_.get();
}

int SvgPicture::metric(PaintDeviceMetric metric) const {
  switch (metric) {
    case PdmWidth:
      return size_.width();
    case PdmHeight:
      return size_.height();
    case PdmWidthMM:
      return qRound(size_.width() * 25.4 / kDotsPerInch);
    case PdmHeightMM:
      return qRound(size_.height() * 25.4 / kDotsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return kDotsPerInch;
    case PdmNumColors:
      return 1 << 24;
    case PdmDepth:
      return 32;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return int(devicePixelRatioFScale());
    default:  // Qt 6.8 encodes fractional ratios in metrics that Qt 6.4 does not have
      return QPaintDevice::metric(metric);
  }
}

}  // namespace earwitness::gui
