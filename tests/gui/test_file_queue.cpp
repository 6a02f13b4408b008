// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/gui/services/file_queue.h"

using namespace earwitness::gui;

class TestFileQueue : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    queue_ = {};
    for (const int id : {1, 2, 3, 4}) queue_.append({id, "/" + std::to_string(id)});
  }

  void filesComeInTheirOrder() {
    QCOMPARE(queue_.takeFirst().id, 1);
    QCOMPARE(queue_.takeFirst().path.string(), std::string("/2"));
    QCOMPARE(queue_.clear(), (std::vector<int>{3, 4}));
    QVERIFY(queue_.empty());
  }

  void oneIsPreferred() {
    queue_.prefer(3);
    queue_.prefer(7);  // does not wait
    QCOMPARE(queue_.clear(), (std::vector<int>{3, 1, 2, 4}));
  }

  void oneIsPutBack() {
    FileJob job = queue_.takeFirst();
    queue_.takeFirst();
    queue_.prepend(job);
    QCOMPARE(queue_.clear(), (std::vector<int>{1, 3, 4}));
  }

  void onesAreRemoved() {
    QVERIFY(queue_.remove(2));
    QVERIFY(!queue_.remove(2));
    QCOMPARE(queue_.takeFirst().id, 1);
    QVERIFY(!queue_.remove(1));
    QCOMPARE(queue_.clear(), (std::vector<int>{3, 4}));
  }

  void aFileWaitsOnce() {
    queue_.append({2, "/2", true});  // a whole analysis makes the picture, too
    QCOMPARE(queue_.takeFirst().id, 1);
    QVERIFY(!queue_.takeFirst().pictureOnly);
    queue_.append({5, "/5", true});
    queue_.append({5, "/5"});
    QCOMPARE(queue_.takeFirst().id, 3);
    QCOMPARE(queue_.takeFirst().id, 4);
    QVERIFY(!queue_.takeFirst().pictureOnly);
    QVERIFY(queue_.empty());
  }

 private:
  FileQueue queue_;
};

QTEST_GUILESS_MAIN(TestFileQueue)
#include "test_file_queue.moc"
