// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/data/background.h"
#include "core/inference/noise_check.h"

using namespace earwitness;

namespace {

/// Knows how loud a window is, and nothing else.
class LevelClassifier : public Classifier {
 public:
  LevelClassifier(std::vector<std::string> labels, float thresholdDb) : thresholdDb_(thresholdDb) {
    model_.name = "level";
    model_.labels = std::move(labels);
    model_.thresholds.assign(model_.labels.size(), 0.5F);
    model_.windowSeconds = 1.0;
  }
  const ModelDescription& description() const override { return model_; }
  void warmUp() override {}
  void classify(std::span<const float> window, std::span<float> scores) override {
    if (window.size() != size_t(model_.windowFrames() * model_.features.nMels)) wrongShape = true;
    const float peak = *std::max_element(window.begin(), window.end());
    std::fill(scores.begin(), scores.end(), 0.1F);
    if (peak > thresholdDb_) scores[1] = 0.9F;
  }
  bool wrongShape = false;

 private:
  ModelDescription model_;
  float thresholdDb_;
};

}  // namespace

class TestNoiseCheck : public QObject {
  Q_OBJECT

 private slots:
  void countsWhatFires() {
    LevelClassifier deaf({"cat", "dog"}, 1000.0F);
    const NoiseCheck none = checkNoise(deaf);
    QVERIFY(!deaf.wrongShape);
    QCOMPARE(none.windows(), 81);
    QCOMPARE(none.fires(), 0.0);
    QVERIFY(!none.tooOften());

    LevelClassifier nervous({"cat", "dog"}, -1000.0F);
    const NoiseCheck all = checkNoise(nervous);
    QCOMPARE(all.fires(), 1.0);
    QVERIFY(all.tooOften());
    for (const NoiseCheck::Kind& kind : all.kinds) QCOMPARE(kind.mostly, std::string("dog"));

    LevelClassifier awake({"cat", "dog"}, -99.0F);  // anything but digital silence
    const NoiseCheck most = checkNoise(awake);
    QCOMPARE(most.kinds.back().name, std::string("digital silence"));
    QCOMPARE(most.kinds.back().fired, 0);
    QCOMPARE(most.kinds.back().mostly, std::string());
    QVERIFY(most.fires() > 0.98);
  }

  void backgroundMayFire() {
    LevelClassifier honest({"cat", kBackgroundLabel}, -1000.0F);
    QCOMPARE(checkNoise(honest).fires(), 0.0);
    LevelClassifier expert({"Speech", "White noise"}, -1000.0F);
    QCOMPARE(checkNoise(expert).fires(), 0.0);
  }

  void moreThanATwentiethIsMarked() {
    NoiseCheck check;
    check.kinds = {{"hum", 100, 5, "dog"}};
    QVERIFY(!check.tooOften());
    check.kinds[0].fired = 6;
    QVERIFY(check.tooOften());
    QCOMPARE(toJson(check).dump(),
             std::string(R"({"fires":0.06,"kinds":[{"fired":6,"kind":"hum","mostly":"dog",)"
                         R"("windows":100}],"too_often":true,"windows":100})"));
  }
};

QTEST_GUILESS_MAIN(TestNoiseCheck)
#include "test_noise_check.moc"
