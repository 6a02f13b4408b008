// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/runs/metrics.h"

using namespace earwitness;
using Pairs = std::vector<std::pair<int, int>>;

Q_DECLARE_METATYPE(Pairs)

namespace {

/// Pairs of (target, prediction).
ConfusionMatrix matrixOf(const Pairs& pairs, int nClasses) {
  ConfusionMatrix matrix(nClasses);
  for (const auto& [target, prediction] : pairs) matrix.add(target, prediction);
  return matrix;
}

}  // namespace

class TestMetrics : public QObject {
  Q_OBJECT

 private slots:
  /// The five cases worked out in the report.
  void balancedAccuracy_data() {
    QTest::addColumn<Pairs>("pairs");
    QTest::addColumn<double>("expected");
    QTest::newRow("all right") << Pairs{{0, 0}, {0, 0}, {1, 1}} << 1.0;
    QTest::newRow("all wrong") << Pairs{{0, 1}, {1, 0}} << 0.0;
    QTest::newRow("one class right") << Pairs{{0, 0}, {0, 0}, {1, 0}} << 0.5;
    QTest::newRow("uneven") << Pairs{{0, 0}, {1, 1}, {0, 0}, {0, 0}, {1, 0}, {0, 1}} << 0.625;
    QTest::newRow("three classes") << Pairs{{1, 1}, {0, 1}, {2, 2}} << 2.0 / 3.0;
  }
  void balancedAccuracy() {
    QFETCH(Pairs, pairs);
    QFETCH(double, expected);
    // Classes without a target do not count, however many there are.
    for (const int nClasses : {3, 30})
      QCOMPARE(matrixOf(pairs, nClasses).balancedAccuracy(), expected);
  }

  void nothingCounted() {
    const ConfusionMatrix matrix(4);
    QCOMPARE(matrix.total(), 0L);
    QCOMPARE(matrix.accuracy(), 0.0);
    QCOMPARE(matrix.balancedAccuracy(), 0.0);
    QVERIFY(std::isnan(matrix.recall(0)) && std::isnan(matrix.precision(0)));
    QCOMPARE(matrix.f1(0), 0.0);
  }

  void perClassFigures() {
    // Class 0: three targets, two found, four predictions. Class 2 is predicted but never a target.
    const ConfusionMatrix matrix = matrixOf({{0, 0}, {0, 0}, {0, 1}, {1, 0}, {1, 0}, {1, 2}}, 4);
    QCOMPARE(matrix.total(), 6L);
    QCOMPARE(matrix.targets(0), 3L);
    QCOMPARE(matrix.predictions(0), 4L);
    QCOMPARE(matrix.count(1, 0), 2L);
    QCOMPARE(matrix.accuracy(), 2.0 / 6.0);
    QCOMPARE(matrix.recall(0), 2.0 / 3.0);
    QCOMPARE(matrix.precision(0), 0.5);
    QCOMPARE(matrix.f1(0), 4.0 / 7.0);
    QCOMPARE(matrix.recall(1), 0.0);
    QCOMPARE(matrix.f1(1), 0.0);
    QCOMPARE(matrix.precision(2), 0.0);
    QVERIFY(std::isnan(matrix.recall(2)) && std::isnan(matrix.precision(3)));
  }

  void json() {
    const ConfusionMatrix matrix = matrixOf({{0, 0}, {0, 1}}, 2);
    const auto confusion = confusionToJson(matrix, {"cat", "dog"});
    QCOMPARE(confusion.dump(),
             std::string(R"({"cells":[[0,0,1],[0,1,1]],"labels":["cat","dog"]})"));
    QVERIFY(confusionFromJson(confusion).cells() == matrix.cells());
    QVERIFY_THROWS_EXCEPTION(Error,
                             confusionFromJson({{"labels", {"cat"}}, {"cells", {{0, 1, 1}}}}));
    const auto classes = perClassToJson(matrix, {"cat", "dog"});
    QCOMPARE(classes.at(0).at("label").get<std::string>(), std::string("cat"));
    QCOMPARE(classes.at(0).at("recall").get<double>(), 0.5);
    QVERIFY(classes.at(1).at("recall").is_null());
    QCOMPARE(classes.at(1).at("targets").get<int>(), 0);
    QVERIFY(toJson(Figures{std::nan(""), 0.5, 0.25}).at("loss").is_null());
    QCOMPARE(toJson(Figures{1.5, 0.5, 0.25}).at("balanced_accuracy").get<double>(), 0.25);
  }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "test_metrics.moc"
