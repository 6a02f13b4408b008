// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "app/gui/base/icons.h"

using namespace earwitness::gui;

namespace {

constexpr int kGlyphs = int(Glyph::Warning) + 1;

QImage imageOf(Glyph glyph, QIcon::Mode mode = QIcon::Normal, int size = 32) {
  return icon(glyph)
      .pixmap(QSize(size, size), 1.0, mode)
      .toImage()
      .convertToFormat(QImage::Format_ARGB32);
}

/// Pixels whose opacity is in the given range.
int pixels(const QImage& image, int fromAlpha, int toAlpha) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const int alpha = qAlpha(image.pixel(x, y));
      count += alpha >= fromAlpha && alpha <= toAlpha;
    }
  return count;
}

void setPaletteColours(const QColor& text, const QColor& disabled, const QColor& highlighted) {
  QPalette palette;
  palette.setColor(QPalette::ButtonText, text);
  palette.setColor(QPalette::Disabled, QPalette::ButtonText, disabled);
  palette.setColor(QPalette::HighlightedText, highlighted);
  QApplication::setPalette(palette);
}

}  // namespace

class TestIcons : public QObject {
  Q_OBJECT

 private slots:
  void init() { setPaletteColours(Qt::black, QColor(0, 0, 0, 128), Qt::white); }

  void everyGlyphHasAFileOfItsOwn() {
    std::vector<QImage> images;
    for (int i = 0; i < kGlyphs; ++i) {
      const QImage image = imageOf(Glyph(i));
      QCOMPARE(image.size(), QSize(32, 32));
      QVERIFY2(pixels(image, 200, 255) > 20, qPrintable(QString::number(i)));
      QVERIFY2(pixels(image, 0, 0) > 200, qPrintable(QString::number(i)));
      QVERIFY2(std::find(images.begin(), images.end(), image) == images.end(),
               qPrintable(QString::number(i)));
      images.push_back(image);
    }
    const QDir sources(EARWITNESS_SOURCE_DIR "/resources/icons/glyphs");
    QCOMPARE(QDir(":/icons/glyphs").entryList(), sources.entryList(QDir::Files));
    QCOMPARE(sources.entryList(QDir::Files).size(), kGlyphs);
  }

  void coloursAreThoseOfThePalette() {
    const QPoint centre(16, 16);
    for (const QColor& colour : {QColor(0xe7e9ec), QColor(0x1d2127)}) {  // dark and light themes
      const QColor other(255 - colour.red(), 10, 200);
      setPaletteColours(colour, other, Qt::yellow);
      QCOMPARE(imageOf(Glyph::Stop).pixelColor(centre), colour);
      QCOMPARE(imageOf(Glyph::Stop, QIcon::Active).pixelColor(centre), colour);
      QCOMPARE(imageOf(Glyph::Stop, QIcon::Disabled).pixelColor(centre), other);
      QCOMPARE(imageOf(Glyph::Stop, QIcon::Selected).pixelColor(centre), QColor(Qt::yellow));
    }
  }

  void anIconFollowsThePaletteAfterItWasMade() {
    const QIcon made = icon(Glyph::Record);
    QCOMPARE(made.pixmap(32).toImage().pixelColor(16, 16), QColor(Qt::black));
    setPaletteColours(Qt::red, Qt::gray, Qt::white);
    QCOMPARE(made.pixmap(32).toImage().pixelColor(16, 16), QColor(Qt::red));
  }

  void disabledGlyphsAreFaded() {
    for (int i = 0; i < kGlyphs; ++i) {
      const QImage disabled = imageOf(Glyph(i), QIcon::Disabled);
      QVERIFY(disabled != imageOf(Glyph(i)));
      QVERIFY2(pixels(disabled, 120, 130) > 20, qPrintable(QString::number(i)));
    }
    const int alpha = imageOf(Glyph::Play, QIcon::Disabled).pixelColor(14, 16).alpha();
    QVERIFY2(std::abs(alpha - 128) <= 2, qPrintable(QString::number(alpha)));
  }

  /// Lines stay sharp: few pixels are between opaque and transparent, and more of them are drawn.
  void glyphsAreDrawnInTheSizeThatIsAskedFor() {
    for (int i = 0; i < kGlyphs; ++i) {
      const QImage large = imageOf(Glyph(i), QIcon::Normal, 320);
      QVERIFY2(pixels(large, 1, 254) < 320 * 320 / 20, qPrintable(QString::number(i)));
    }
    const QPixmap fine = icon(Glyph::Tag).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(fine.size(), QSize(32, 32));
    QCOMPARE(fine.devicePixelRatio(), 2.0);
    QVERIFY(pixels(fine.toImage(), 200, 255) >
            2 * pixels(imageOf(Glyph::Tag, QIcon::Normal, 16), 200, 255));
  }

  void aPainterPaintsWhereItIsTold() {
    QImage page(100, 60, QImage::Format_ARGB32);
    page.fill(Qt::transparent);
    QPainter painter(&page);
    icon(Glyph::Stop).paint(&painter, QRect(50, 20, 32, 32));
    painter.setPen(Qt::blue);
    painter.drawPoint(2, 2);
    painter.end();
    QCOMPARE(page.pixelColor(66, 36), QColor(Qt::black));
    QCOMPARE(page.pixelColor(2, 2), QColor(Qt::blue));
    QCOMPARE(pixels(page.copy(0, 3, 50, 57), 1, 255), 0);
  }
};

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
