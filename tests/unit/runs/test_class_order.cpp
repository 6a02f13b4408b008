// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <numeric>
#include <random>

#include "core/runs/class_order.h"

using namespace earwitness;

namespace {

const std::vector<std::string> kLabels{"dog", "rain", "cat", "sea", "wind", "bell"};

/// Rain and sea are taken for one another most, then sea and wind, then dog and cat.
ConfusionMatrix example() {
  ConfusionMatrix matrix(6);
  for (int label = 0; label < 6; ++label) matrix.add(label, label, 10);
  matrix.add(1, 3, 8);
  matrix.add(3, 1, 4);
  matrix.add(3, 4, 3);
  matrix.add(0, 2, 2);
  return matrix;
}

long placeOf(const std::vector<int>& order, int label) {
  return std::find(order.begin(), order.end(), label) - order.begin();
}

bool isBeside(const std::vector<int>& order, int one, int other) {
  return std::abs(placeOf(order, one) - placeOf(order, other)) == 1;
}

/// Each class once.
bool isPermutation(std::vector<int> order, int nClasses) {
  std::vector<int> all(size_t(nClasses), 0);
  std::iota(all.begin(), all.end(), 0);
  std::sort(order.begin(), order.end());
  return order == all;
}

}  // namespace

class TestClassOrder : public QObject {
  Q_OBJECT

 private slots:
  void byNameIsAlphabetical() {
    QCOMPARE(orderedClasses(example(), kLabels, ClassOrder::Name),
             (std::vector<int>{5, 2, 0, 1, 3, 4}));
  }

  void byRecallTheWorstComesFirst() {
    // Recalls: rain 10/18, sea 10/17, dog 10/12, the others 1.
    QCOMPARE(orderedClasses(example(), kLabels, ClassOrder::Recall),
             (std::vector<int>{1, 3, 0, 5, 2, 4}));
  }

  void classesWithoutClipsComeLastByRecall() {
    ConfusionMatrix matrix(3);
    matrix.add(1, 0, 4);
    matrix.add(2, 2, 4);
    QCOMPARE(orderedClasses(matrix, {"a", "b", "c"}, ClassOrder::Recall),
             (std::vector<int>{1, 2, 0}));
  }

  void confusedClassesStandBesideEachOther() {
    const auto order = orderedClasses(example(), kLabels, ClassOrder::Confusion);
    QVERIFY(isPermutation(order, 6));
    QVERIFY(isBeside(order, 1, 3));
    QVERIFY(isBeside(order, 3, 4));
    QVERIFY(isBeside(order, 0, 2));
    QCOMPARE(order.back(), 5);       // never confused
    QVERIFY(placeOf(order, 1) < 3);  // the most confused group is first
  }

  void groupsThatAreLinkedLaterTurnTheirEndsToEachOther() {
    // a-b and c-d strongly, b-c weakly: a b c d or the other way round.
    ConfusionMatrix matrix(4);
    for (int label = 0; label < 4; ++label) matrix.add(label, label, 100);
    matrix.add(1, 0, 50);
    matrix.add(3, 2, 50);
    matrix.add(2, 1, 5);
    const auto order = orderedClasses(matrix, {"a", "b", "c", "d"}, ClassOrder::Confusion);
    QVERIFY(isBeside(order, 0, 1));
    QVERIFY(isBeside(order, 1, 2));
    QVERIFY(isBeside(order, 2, 3));
  }

  void aLargeClassDoesNotOutweighASmallOne() {
    // 30 of 1,000 clips are a smaller share than 5 of 10.
    ConfusionMatrix matrix(4);
    matrix.add(0, 0, 970);
    matrix.add(0, 1, 30);
    matrix.add(1, 1, 10);
    matrix.add(2, 2, 5);
    matrix.add(2, 3, 5);
    matrix.add(3, 3, 10);
    const auto order = orderedClasses(matrix, {"a", "b", "c", "d"}, ClassOrder::Confusion);
    QVERIFY(placeOf(order, 2) < placeOf(order, 0));
  }

  void withoutConfusionItIsByName() {
    ConfusionMatrix matrix(3);
    for (int label = 0; label < 3; ++label) matrix.add(label, label, 2);
    QCOMPARE(orderedClasses(matrix, {"c", "b", "a"}, ClassOrder::Confusion),
             (std::vector<int>{2, 1, 0}));
    QVERIFY(orderedClasses(ConfusionMatrix(0), {}, ClassOrder::Confusion).empty());
  }

  /// Blocks of classes that are only confused within their block come out as blocks.
  void scatteredBlocksComeTogether() {
    constexpr int kClasses = 500;
    constexpr int kBlock = 10;
    std::vector<int> shuffled(kClasses);
    std::iota(shuffled.begin(), shuffled.end(), 0);
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
    ConfusionMatrix matrix(kClasses);
    std::vector<std::string> labels;
    for (int place = 0; place < kClasses; ++place) {
      labels.push_back("class " + std::to_string(place));
      const int label = shuffled[size_t(place)];
      matrix.add(label, label, 50);
      const int first = place / kBlock * kBlock;
      for (int other = first; other < first + kBlock; ++other)
        if (other != place) matrix.add(label, shuffled[size_t(other)], 1 + (place * 7 + other) % 3);
    }
    QElapsedTimer clock;
    clock.start();
    const auto order = orderedClasses(matrix, labels, ClassOrder::Confusion);
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(isPermutation(order, kClasses));
    std::vector<int> blockOf(kClasses);
    for (int place = 0; place < kClasses; ++place)
      blockOf[size_t(shuffled[size_t(place)])] = place / kBlock;
    for (int place = 0; place < kClasses; ++place)
      QCOMPARE(blockOf[size_t(order[size_t(place)])],
               blockOf[size_t(order[size_t(place / kBlock * kBlock)])]);
  }
};

QTEST_APPLESS_MAIN(TestClassOrder)
#include "test_class_order.moc"
