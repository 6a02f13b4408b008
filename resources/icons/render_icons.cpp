// SPDX-License-Identifier: GPL-3.0-or-later
// Renders earwitness.svg to the PNG files beside it, with Qt's SVG plugin (libqt6svg6). To run it
// again:
//   g++ -std=c++20 -fPIC render_icons.cpp -o /tmp/render_icons $(pkg-config --cflags --libs Qt6Gui)
//   QT_QPA_PLATFORM=offscreen /tmp/render_icons earwitness.svg
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QString>

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  if (argc != 2) return 2;
  for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
    QImageReader reader(QString::fromLocal8Bit(argv[1]));
    reader.setScaledSize({size, size});
    const QImage image = reader.read();
    if (image.isNull() || !image.save(QStringLiteral("earwitness-%1.png").arg(size))) return 1;
  }
  return 0;
}
