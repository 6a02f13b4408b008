// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/runs/multi_label_metrics.h"
#include "core/runs/run_tables.h"

using namespace earwitness;

namespace {

struct Row {
  std::vector<double> scores;
  std::vector<int> labels;
};

LabelScores tableOf(const std::vector<Row>& rows) {
  LabelScores table(int(rows.front().scores.size()));
  for (const Row& row : rows) table.add(row.scores, row.labels);
  return table;
}

/// Of one class.
LabelScores tableOf(const std::vector<double>& positives, const std::vector<double>& negatives) {
  LabelScores table(1);
  for (const double score : positives) table.add(std::vector{score}, std::vector{0});
  for (const double score : negatives) table.add(std::vector{score}, {});
  return table;
}

bool isNear(double value, double expected) {
  return std::abs(value - expected) < 1e-9;
}

}  // namespace

class TestMultiLabelMetrics : public QObject {
  Q_OBJECT

 private slots:
  void averagePrecisionIsTheMeanOfPrecisions() {
    // Ranks of the clips with the label: 1, 3 and 5.
    QVERIFY(isNear(averagePrecision(tableOf({0.9, 0.7, 0.5}, {0.8, 0.6}), 0),
                   (1.0 / 1.0 + 2.0 / 3.0 + 3.0 / 5.0) / 3.0));
    QVERIFY(isNear(averagePrecision(tableOf({0.9, 0.8}, {0.7, 0.1}), 0), 1.0));
    QVERIFY(isNear(averagePrecision(tableOf({0.1}, {0.2, 0.3, 0.4}), 0), 0.25));
    QVERIFY(std::isnan(averagePrecision(tableOf({}, {0.2, 0.3}), 0)));
  }

  /// scikit-learn: average_precision_score([1, 0, 1, 0], [0.5, 0.5, 0.5, 0.5]) is 0.5, and of
  /// [1, 1, 0, 0] with [0.9, 0.5, 0.5, 0.1] it is 0.5 * 1 + 0.5 * 2 / 3.
  void equalScoresAreOneRank() {
    QVERIFY(isNear(averagePrecision(tableOf({0.5, 0.5}, {0.5, 0.5}), 0), 0.5));
    QVERIFY(isNear(averagePrecision(tableOf({0.9, 0.5}, {0.5, 0.1}), 0), 0.5 + 0.5 * 2.0 / 3.0));
  }

  void figuresOfClassesAndTheirMeans() {
    // The third class has no clip, so it does not count in the means.
    const LabelScores table = tableOf(std::vector<Row>{{{0.9, 0.8, 0.7}, {0, 1}},
                                                       {{0.6, 0.1, 0.1}, {}},
                                                       {{0.4, 0.7, 0.2}, {0}},
                                                       {{0.2, 0.6, 0.1}, {1}}});
    QCOMPARE(table.nClips(), size_t(4));
    QCOMPARE(table.clipsWith(1), 2L);
    const auto figures = labelFigures(table, {0.5F, 0.65F, 0.5F});
    // Named: clips 1 and 2; right is clip 1.
    QCOMPARE(figures[0].clips, 2L);
    QVERIFY(isNear(figures[0].precision, 0.5) && isNear(figures[0].recall, 0.5));
    QVERIFY(isNear(figures[0].f1, 0.5));
    QVERIFY(isNear(figures[0].averagePrecision, (1.0 + 2.0 / 3.0) / 2.0));
    // Named: clips 1 and 3; right is clip 1.
    QVERIFY(isNear(figures[1].precision, 0.5) && isNear(figures[1].recall, 0.5));
    QVERIFY(isNear(figures[1].averagePrecision, (1.0 + 2.0 / 3.0) / 2.0));
    QCOMPARE(figures[1].threshold, double(0.65F));
    // Named once, wrongly.
    QVERIFY(isNear(figures[2].precision, 0.0) && std::isnan(figures[2].recall));
    QVERIFY(std::isnan(figures[2].averagePrecision));
    const MultiLabelFigures means = meanFigures(figures);
    QVERIFY(isNear(means.macroF1, 0.5));
    QVERIFY(isNear(means.meanAveragePrecision, 5.0 / 6.0));
    QVERIFY(std::isnan(meanFigures({}).macroF1));

    const nlohmann::json json = toJson(figures, {"bell", "dog", "rain"});
    QCOMPARE(json.at(0).at("label").get<std::string>(), std::string("bell"));
    QCOMPARE(json.at(0).at("targets").get<int>(), 2);
    QVERIFY(json.at(2).at("recall").is_null() && json.at(2).at("average_precision").is_null());
    const std::string csv = labelFiguresCsv(json);
    QVERIFY(
        csv.starts_with("label,clips,precision,recall,f1,average_precision,threshold\n"
                        "bell,2,0.5,0.5,0.5,"));
    QVERIFY(csv.find("rain,0,0.0,,0.0,,0.5\n") != std::string::npos);
  }

  void lossIsBinaryCrossEntropy() {
    const LabelScores table = tableOf(std::vector<Row>{{{0.8, 0.3}, {0}}, {{0.5, 0.9}, {0, 1}}});
    const double expected = -(std::log(0.8) + std::log(0.7) + std::log(0.5) + std::log(0.9)) / 4.0;
    QVERIFY(isNear(table.loss(), expected));
    QVERIFY(std::isfinite(tableOf(std::vector<double>{0.0}, {}).loss()));
  }

  void thresholds_data() {
    QTest::addColumn<QList<double>>("positives");
    QTest::addColumn<QList<double>>("negatives");
    QTest::addColumn<double>("threshold");
    using Scores = QList<double>;
    QTest::newRow("the usual one is as good as any")
        << Scores{0.8, 0.9, 0.7, 0.95, 0.85} << Scores{0.1, 0.2} << 0.5;
    QTest::newRow("low scores") << Scores{0.3, 0.35, 0.4, 0.45, 0.6} << Scores{0.1, 0.2, 0.05}
                                << 0.25;
    QTest::newRow("high scores") << Scores{0.9, 0.95, 0.85, 0.92, 0.88} << Scores{0.75, 0.7, 0.2}
                                 << 0.8;
    // Without the lowest clip F1 is 10/11, with it, and one of another class, 12/13.
    QTest::newRow("overlap") << Scores{0.9, 0.8, 0.7, 0.65, 0.6, 0.3} << Scores{0.4, 0.2, 0.1}
                             << 0.25;
    QTest::newRow("too few clips") << Scores{0.3, 0.35, 0.4, 0.45} << Scores{0.1, 0.2} << 0.5;
    QTest::newRow("not above 0.95")
        << Scores{0.99, 0.99, 0.99, 0.99, 0.99} << Scores{0.98, 0.98} << 0.5;
    QTest::newRow("at the lower bound")
        << Scores{0.09, 0.2, 0.3, 0.4, 0.45} << Scores{0.001, 0.001} << 0.05;
    QTest::newRow("no clips at all") << Scores{} << Scores{0.3, 0.2} << 0.5;
  }

  void thresholds() {
    QFETCH(QList<double>, positives);
    QFETCH(QList<double>, negatives);
    QFETCH(double, threshold);
    const LabelScores table = tableOf(std::vector<double>(positives.begin(), positives.end()),
                                      std::vector<double>(negatives.begin(), negatives.end()));
    const std::vector<float> fitted = fittedThresholds(table);
    QCOMPARE(fitted.size(), size_t(1));
    QVERIFY2(std::abs(double(fitted[0]) - threshold) < 1e-6,
             qPrintable(QString::number(double(fitted[0]))));
  }

  void figuresComeBackFromJson() {
    const Figures validation{.loss = 0.25, .multiLabel = MultiLabelFigures{0.75, 0.5}};
    QCOMPARE(toJson(validation).dump(),
             std::string(R"({"loss":0.25,"macro_f1":0.5,"mean_average_precision":0.75})"));
    const Figures back = figuresFromJson(toJson(validation));
    QVERIFY(back.loss == 0.25 && back.multiLabel->macroF1 == 0.5);
    QCOMPARE(mainFigure(back), 0.75);
    const Figures training{.loss = 0.5, .multiLabel = MultiLabelFigures{}};
    QVERIFY(toJson(training).at("macro_f1").is_null());
    QVERIFY(std::isnan(mainFigure(figuresFromJson(toJson(training)))));
    QCOMPARE(rankOf(training), -1.0);
    QCOMPARE(rankOf(std::nullopt), -1.0);
    QCOMPARE(mainFigure(Figures{0.5, 0.9, 0.8}), 0.8);
    QVERIFY(isBetter(validation, training) && !isBetter(training, validation));
    // Where precision is the same, or not known, the loss decides.
    QVERIFY(isBetter({.loss = 0.2, .multiLabel = MultiLabelFigures{0.75, 0.1}}, validation));
    QVERIFY(isBetter({.loss = 0.4, .multiLabel = MultiLabelFigures{}}, training));
  }

  void metricsHaveTheirColumns() {
    const nlohmann::json epoch = {
        {"epoch", 1},
        {"learning_rate", 0.5},
        {"training", toJson(Figures{.loss = 0.5, .multiLabel = MultiLabelFigures{}})},
        {"validation", toJson(Figures{.loss = 0.25, .multiLabel = MultiLabelFigures{0.75, 0.5}})},
        {"seconds", 2.0},
        {"clips_per_second", 10.0}};
    QCOMPARE(metricsCsv(nlohmann::json::array({epoch})),
             std::string("epoch,learning_rate,train_loss,train_mean_average_precision,"
                         "train_macro_f1,validation_loss,validation_mean_average_precision,"
                         "validation_macro_f1,seconds,clips_per_second\n"
                         "1,0.5,0.5,,,0.25,0.75,0.5,2.0,10.0\n"));
  }
};

QTEST_GUILESS_MAIN(TestMultiLabelMetrics)
#include "test_multi_label_metrics.moc"
