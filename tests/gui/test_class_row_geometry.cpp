// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/gui/sound_view/class_row_geometry.h"

using namespace earwitness::gui;

class TestClassRowGeometry : public QObject {
  Q_OBJECT

 private slots:
  void partsOfARow_data() {
    QTest::addColumn<int>("scrolled");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("top");
    QTest::newRow("first") << 0 << 0 << 0;
    QTest::newRow("third") << 0 << 2 << 72;
    QTest::newRow("scrolled") << 50 << 2 << 22;
    QTest::newRow("above the view") << 50 << 0 << -50;
  }
  void partsOfARow() {
    QFETCH(int, scrolled);
    QFETCH(int, index);
    QFETCH(int, top);
    const ClassRowGeometry rows{.width = 220, .scrolled = scrolled, .textHeight = 16};
    const auto at = size_t(index);
    QCOMPARE(rows.row(at), QRect(0, top, 220, 36));
    QCOMPARE(rows.text(at), QRect(10, top + 2, 200, 16));
    QCOMPARE(rows.track(at), QRectF(10, top + 20, 200, 8));
    QCOMPARE(rows.mark(at, 0.25), QRect(55, top + 18, 10, 16));
    QVERIFY(rows.row(at).contains(rows.text(at)));
    QVERIFY(rows.bar(at).contains(rows.track(at).toRect()));
  }

  void rowAtAPoint_data() {
    QTest::addColumn<QPoint>("point");
    QTest::addColumn<int>("row");  // -1: none
    QTest::addColumn<bool>("isOverTrack");
    QTest::newRow("name") << QPoint(50, 5) << 0 << false;
    QTest::newRow("track") << QPoint(50, 22) << 0 << true;
    QTest::newRow("mark below the track") << QPoint(50, 33) << 0 << true;
    QTest::newRow("left of the track") << QPoint(3, 22) << 0 << false;
    QTest::newRow("last") << QPoint(50, 80) << 2 << false;
    QTest::newRow("below the last") << QPoint(50, 108) << -1 << false;
    QTest::newRow("above the first") << QPoint(50, -1) << -1 << false;
  }
  void rowAtAPoint() {
    QFETCH(QPoint, point);
    QFETCH(int, row);
    QFETCH(bool, isOverTrack);
    const ClassRowGeometry rows{.width = 220, .textHeight = 16};
    const auto found = rows.rowAt(point, 3);
    QCOMPARE(found ? int(*found) : -1, row);
    if (found) QCOMPARE(rows.isOverTrack(point, *found), isOverTrack);
  }

  void shareOfTheTrack() {
    const ClassRowGeometry rows{.width = 220, .textHeight = 16};
    QCOMPARE(rows.shareAt({10, 0}), 0.0);
    QCOMPARE(rows.shareAt({110, 0}), 0.5);
    QVERIFY(rows.shareAt({0, 0}) < 0.0 && rows.shareAt({219, 0}) > 1.0);
  }
};

QTEST_GUILESS_MAIN(TestClassRowGeometry)
#include "test_class_row_geometry.moc"
