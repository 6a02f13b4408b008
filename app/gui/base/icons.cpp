// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <array>
#include <map>
#include <utility>

// The macro may not be used in a namespace.
static void initResources() {
  Q_INIT_RESOURCE(earwitness);
}

namespace earwitness::gui {

namespace {

/// Files in resources/icons/glyphs, in the order of Glyph.
constexpr std::array kNames{"microphone", "stop",  "pause", "play", "folder",
                            "record",     "check", "cross", "tag",  "history",
                            "settings",   "train", "clear", "more", "warning"};
static_assert(kNames.size() == size_t(Glyph::Warning) + 1);

QByteArray readSvg(Glyph glyph) {
  initResources();
  QFile file(QStringLiteral(":/icons/glyphs/%1.svg").arg(QLatin1String(kNames[size_t(glyph)])));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Parsed when it is first painted in this colour. Its opacity is not used.
QSvgRenderer& rendererOf(Glyph glyph, const QColor& colour) {
  static std::map<std::pair<Glyph, QRgb>, QSvgRenderer> renderers;
  const auto [found, isNew] = renderers.try_emplace({glyph, colour.rgb()});
  if (isNew) found->second.load(readSvg(glyph).replace("currentColor", colour.name().toLatin1()));
  return found->second;
}

QColor colourOf(QIcon::Mode mode) {
  const QPalette palette = QApplication::palette();
  switch (mode) {
    case QIcon::Disabled:
      return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
      return palette.color(QPalette::Active, QPalette::HighlightedText);
    default:
      return palette.color(QPalette::Active, QPalette::ButtonText);
  }
}

class GlyphEngine : public QIconEngine {
 public:
  explicit GlyphEngine(Glyph glyph) : glyph_(glyph) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const QColor colour = colourOf(mode);
    painter->save();
    painter->setOpacity(painter->opacity() * colour.alphaF());
    rendererOf(glyph_, colour).render(painter, rect);
    painter->restore();
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({}, size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new GlyphEngine(glyph_); }

 private:
  Glyph glyph_;
};

}  // namespace

QIcon icon(Glyph glyph) {
  return QIcon(new GlyphEngine(glyph));
}

}  // namespace earwitness::gui
