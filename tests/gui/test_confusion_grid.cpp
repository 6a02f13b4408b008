// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/gui/training/result/confusion_grid.h"

using namespace earwitness::gui;

namespace {

ConfusionGrid gridOf(double cell, QPoint scrolled) {
  ConfusionGrid grid;
  grid.nClasses = 10;
  grid.cell = cell;
  grid.viewport = {160, 140};
  grid.scrolled = scrolled;
  grid.rowHeader = 60;
  grid.columnHeader = 50;
  return grid;
}

}  // namespace

class TestConfusionGrid : public QObject {
  Q_OBJECT

 private slots:
  void cells_data() {
    QTest::addColumn<double>("cell");
    QTest::addColumn<QPoint>("scrolled");
    QTest::addColumn<QPoint>("point");
    QTest::addColumn<QPoint>("place");  // column, row; negative: none
    QTest::addColumn<QRect>("rect");
    QTest::newRow("first") << 20.0 << QPoint() << QPoint(60, 50) << QPoint(0, 0)
                           << QRect(60, 50, 20, 20);
    QTest::newRow("third column") << 20.0 << QPoint() << QPoint(119, 50) << QPoint(2, 0)
                                  << QRect(100, 50, 20, 20);
    QTest::newRow("scrolled") << 20.0 << QPoint(30, 40) << QPoint(60, 50) << QPoint(1, 2)
                              << QRect(50, 50, 20, 20);
    QTest::newRow("broken pixels")
        << 2.5 << QPoint() << QPoint(63, 54) << QPoint(1, 1) << QRect(63, 53, 2, 2);
    QTest::newRow("a dot") << 0.5 << QPoint() << QPoint(61, 50) << QPoint(2, 0)
                           << QRect(61, 50, 1, 1);
    QTest::newRow("header") << 20.0 << QPoint() << QPoint(59, 60) << QPoint(-1, -1) << QRect();
    QTest::newRow("behind the last")
        << 2.0 << QPoint() << QPoint(80, 60) << QPoint(-1, -1) << QRect();
  }
  void cells() {
    QFETCH(double, cell);
    QFETCH(QPoint, scrolled);
    QFETCH(QPoint, point);
    QFETCH(QPoint, place);
    QFETCH(QRect, rect);
    const ConfusionGrid grid = gridOf(cell, scrolled);
    const auto found = grid.placeAt(point);
    QCOMPARE(found.value_or(QPoint(-1, -1)), place);
    if (found) QCOMPARE(grid.rectOf(found->y(), found->x()), rect);
  }

  void placesInView() {
    QCOMPARE(gridOf(20.0, {}).placesInView(), QRect(0, 0, 6, 5));
    QCOMPARE(gridOf(20.0, {30, 40}).placesInView(), QRect(1, 2, 6, 5));
    QCOMPARE(gridOf(2.0, {}).placesInView(), QRect(0, 0, 10, 10));
  }

  void allClassesFit() {
    // 100 x 90 pixels beside the headers.
    QCOMPARE(gridOf(20.0, {}).fittingCell({160, 140}), 9.0);
    QCOMPARE(gridOf(20.0, {}).fittingCell({10, 10}), 0.1);
  }

  void labels() {
    QCOMPARE(gridOf(20.0, {}).labelStep(16), 1);
    QCOMPARE(gridOf(4.0, {}).labelStep(16), 4);
    ConfusionGrid grid;
    grid.setHeaders(20, 10, {900, 600});
    QCOMPARE(QSize(grid.rowHeader, grid.columnHeader), QSize(44, 44));  // the least
    grid.setHeaders(86, 88, {900, 600});
    QCOMPARE(QSize(grid.rowHeader, grid.columnHeader), QSize(100, 100));
    grid.setHeaders(500, 10, {900, 600});
    QCOMPARE(QSize(grid.rowHeader, grid.columnHeader), QSize(300, 200));  // a third of the view
  }
};

QTEST_GUILESS_MAIN(TestConfusionGrid)
#include "test_confusion_grid.moc"
