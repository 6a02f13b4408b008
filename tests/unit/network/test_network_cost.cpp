// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <ATen/Parallel.h>

#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/network_cost.h"
#include "core/network/script_module.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

/// 10 frames of 8 bands in a window of 0.9 s.
FeatureSettings smallFeatures() {
  FeatureSettings settings;
  settings.sampleRate = 1000;
  settings.nFft = 200;
  settings.hopSamples = 100;
  settings.nMels = 8;
  settings.fMaxHz = 500;
  return settings;
}
constexpr double kSmallWindowSeconds = 0.9;

long multiplyAdds(const char* architecture, const nlohmann::json& settings) {
  return networkCost(architecture, settings, smallFeatures(), kSmallWindowSeconds, 3, false)
      .multiplyAdds;
}

}  // namespace

class TestNetworkCost : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneDimensionalByHand() {
    // (8, 10) -> conv 5 of stride 2 -> (4, 5) -> conv 5 -> (4, 5); shortcut 1 x 1; head 8 -> 3.
    const long expected = 5 * (4 * 8 * 5) + 5 * (4 * 4 * 5) + 5 * (4 * 8) + 8 * 3;
    QCOMPARE(multiplyAdds("cnn1d", {{"channels", {4}}, {"kernels", {5}}, {"strides", {2}}}),
             expected);
  }

  void twoDimensionalByHand() {
    // (1, 8, 10) -> conv 3 x 3 -> (2, 8, 10) -> pool -> (2, 4, 5) -> conv 3 x 3 -> (6, 4, 5).
    const long expected = 80 * (2 * 1 * 9) + 20 * (6 * 2 * 9) + 6 * 3;
    QCOMPARE(multiplyAdds("cnn2d", {{"channels", {2, 6}}, {"pools", {{2, 2}, {1, 1}}}}), expected);
  }

  void groupedConvolutionsByHand() {
    // stem (4, 4, 5); expand to 6, depthwise with stride 2 -> (6, 2, 3), project to 5.
    const long expected = 20 * (4 * 9) + 20 * (4 * 6) + 6 * (6 * 9) + 6 * (6 * 5) + 5 * 3;
    QCOMPARE(multiplyAdds(
                 "inverted-residual",
                 {{"stem", {4}}, {"channels", {5}}, {"expansions", {6}}, {"strides", {{2, 2}}}}),
             expected);
  }

  void lstmByHand() {
    // conv -> (2, 8, 10), pool -> (2, 4, 5); in both directions 5 steps of 4 gates of 3 units.
    const long lstm = 2 * 5 * (4 * 3) * (2 * 4 + 3);
    const long expected = 80 * (2 * 9) + lstm + 12 * 3;
    QCOMPARE(multiplyAdds("crnn", {{"channels", {2}}, {"pools", {{2, 2}}}, {"hidden", 3}}),
             expected);
  }

  void attentionByHand() {
    // stem (2, 4, 5); patches of 2 x 1: 2 * 5 = 10 of width 6; q, k, v and out; scores and sums.
    const long projections = 10 * (4 * 6 * 6);
    const long attention = 2 * (10 * 10 * 6);
    const long feedForward = 2 * 10 * (6 * 7);
    const long expected =
        20 * (2 * 9) + 10 * (6 * 2 * 2) + projections + attention + feedForward + 6 * 3;
    QCOMPARE(multiplyAdds("transformer", {{"channels", 6},
                                          {"heads", 3},
                                          {"feed_forward", 7},
                                          {"layers", 1},
                                          {"stem", {2}},
                                          {"patch", {2, 1}},
                                          {"stride", {2, 1}}}),
             expected);
  }

  void everyArchitectureHasACost_data() {
    QTest::addColumn<QString>("name");
    for (const auto& info : architectures())
      QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
  }
  void everyArchitectureHasACost() {
    QFETCH(QString, name);
    const ArchitectureInfo info = findArchitecture(name.toStdString());
    const int threads = at::get_num_threads();
    const NetworkCost cost = networkCost(info.name, {}, info.features, 2.0, 30, true);
    QCOMPARE(cost.parameters, parameterCount(info.name, {}, info.features.nMels, 30));
    QVERIFY(cost.multiplyAdds > cost.parameters);
    QVERIFY(cost.latencyMs > 0.0);
    QCOMPARE(at::get_num_threads(), threads);
    const NetworkCost longer = networkCost(info.name, {}, info.features, 4.0, 30, false);
    QVERIFY(longer.multiplyAdds > cost.multiplyAdds * 3 / 2);
    QCOMPARE(longer.latencyMs, 0.0);
  }

  void modelFilesHaveTheCostOfTheirNetwork() {
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/m.pt").toStdString();
    ModelDescription description;
    description.name = "test";
    description.labels = {"a", "b", "c"};
    description.thresholds = {0.5F, 0.5F, 0.5F};
    description.windowSeconds = 2.0;
    description.hopSeconds = 1.0;
    saveModelFile(buildNetwork("crnn", {}, 80, 3), description, path);
    const NetworkCost expected = networkCost("crnn", {}, {}, 2.0, 3, false);
    const NetworkCost cost = modelFileCost(path, false);
    QCOMPARE(cost.multiplyAdds, expected.multiplyAdds);
    QCOMPARE(cost.parameters, expected.parameters);
    QVERIFY(modelFileCost(path, true).latencyMs > 0.0);
  }

  void windowsThatCannotBeAreRefused() {
    for (double seconds : {0.0, -1.0, 1e9, std::nan("")})
      QVERIFY(isSentence(errorOf([&] { networkCost("cnn1d", {}, {}, seconds, 3, false); })));
    // Too short for one patch.
    QVERIFY(isSentence(errorOf([] {
      networkCost("transformer", {{"patch", {4, 8}}, {"stride", {4, 8}}}, {}, 0.02, 3, false);
    })));
  }
};

QTEST_GUILESS_MAIN(TestNetworkCost)
#include "test_network_cost.moc"
