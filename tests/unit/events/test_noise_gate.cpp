// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numbers>
#include <random>

#include <nlohmann/json.hpp>

#include "core/events/noise_gate.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr double kRate = 16000.0;

std::vector<float> roomNoise(double seconds, unsigned seed, float amplitude = 0.002F) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, amplitude);
  std::vector<float> samples(size_t(seconds * kRate));
  for (float& sample : samples) sample = normal(random);
  return samples;
}

FeatureSettings naturalLog() {
  FeatureSettings features;
  features.scale = LogScale::NaturalLog;
  return features;
}

NoiseProfile learned(const FeatureSettings& features = {}) {
  NoiseProfiler learner(features);
  learner.push(logMel(roomNoise(NoiseProfiler::kSeconds, 1), features));
  return learner.profile();
}

}  // namespace

class TestNoiseGate : public QObject {
  Q_OBJECT

 private slots:
  void learningTakesItsTime() {
    NoiseProfiler learner({});
    QVERIFY(learner.profile().empty());
    const LogMel second = logMel(roomNoise(1.0, 1), {});
    int pushes = 0;
    while (!learner.done()) {
      learner.push(second);
      ++pushes;
    }
    QCOMPARE(pushes, 20);  // 81 frames each
    QVERIFY(learner.secondsHeard() >= NoiseProfiler::kSeconds);
    QCOMPARE(learner.profile().floorDb.size(), size_t(80));
    QCOMPARE(learner.profile().seconds, learner.secondsHeard());
    LogMel others = second;
    others.nMels = 40;
    QVERIFY(isSentence(errorOf([&] { learner.push(others); })));
  }

  // A band's floor is what it exceeds 5 % of the time.
  void theFloorIsAPercentile() {
    FeatureSettings features;
    features.nMels = 1;
    LogMel frames{.nMels = 1, .values = {}};
    for (int i = 0; i < 100; ++i) frames.values.push_back(i < 94 ? -60.5F : -20.5F);
    NoiseProfiler noisy(features);
    noisy.push(frames);
    QCOMPARE(noisy.profile().floorDb, std::vector<float>{-20.0F});
    frames.values[94] = -60.5F;
    NoiseProfiler quiet(features);
    quiet.push(frames);
    QCOMPARE(quiet.profile().floorDb, std::vector<float>{-60.0F});
  }

  void whatPasses_data() {
    QTest::addColumn<bool>("natural");
    QTest::newRow("decibels") << false;
    QTest::newRow("natural logarithm") << true;
  }
  void whatPasses() {
    QFETCH(bool, natural);
    const FeatureSettings features = natural ? naturalLog() : FeatureSettings{};
    const NoiseGate gate(learned(features));
    const auto passes = [&](const std::vector<float>& samples) {
      return gate.passes(logMel(samples, features).values);
    };
    for (unsigned seed = 2; seed < 12; ++seed) QVERIFY(!passes(roomNoise(2.0, seed)));
    QVERIFY(!passes(std::vector<float>(32'000, 0.0F)));
    QVERIFY(!passes(roomNoise(2.0, 2, 0.0005F)));  // quieter than the room

    std::vector<float> tone = roomNoise(2.0, 3);
    for (size_t i = 8000; i < 24'000; ++i)
      tone[i] += 0.004F * float(std::sin(2.0 * std::numbers::pi * 1000.0 * double(i) / kRate));
    QVERIFY(passes(tone));

    std::vector<float> click = roomNoise(2.0, 4);
    click[12'000] += 0.2F;
    QVERIFY(passes(click));
  }

  void singleCellsDoNotPass() {
    const NoiseProfile room = learned();
    const NoiseGate gate(room);
    std::vector<float> window = logMel(roomNoise(2.0, 5), {}).values;
    for (const size_t cell : {100UL, 5000UL, 9000UL}) window[cell] = 0.0F;
    QVERIFY(!gate.passes(window));
    for (size_t cell = 4000; cell < 4080; ++cell) window[cell] = 0.0F;  // a frame
    QVERIFY(gate.passes(window));
  }

  void withoutARoomEverythingPasses() {
    QVERIFY(NoiseGate().passes(logMel(roomNoise(1.0, 1), {}).values));
  }

  void aRoomOfDigitalSilence() {
    NoiseProfiler learner({});
    learner.push(logMel(std::vector<float>(320'000, 0.0F), {}));
    const NoiseGate gate(learner.profile());
    QVERIFY(!gate.passes(logMel(std::vector<float>(32'000, 0.0F), {}).values));
    QVERIFY(gate.passes(logMel(roomNoise(2.0, 1), {}).values));
  }

  void itFitsItsFeatures() {
    const NoiseProfile room = learned();
    QVERIFY(room.fits({}));
    QVERIFY(!room.fits(naturalLog()));
    QVERIFY(!NoiseProfile{}.fits({}));
  }

  void jsonBringsItBack() {
    const NoiseProfile room = learned();
    const NoiseProfile back =
        roomProfileFromJson(nlohmann::json::parse(toJson(room).dump()), "'desk.json'");
    QVERIFY(back.features == room.features);
    QCOMPARE(back.floorDb, room.floorDb);
    QCOMPARE(back.seconds, room.seconds);
    QVERIFY(roomProfileFromJson(toJson(NoiseProfile{}), "'desk.json'").empty());
  }

  void brokenJsonIsRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("levels of other bands") << "floor_db"
                                           << "[1.0, 2.0]";
    QTest::newRow("no list") << "floor_db"
                             << "5";
    QTest::newRow("texts") << "floor_db"
                           << R"(["a"])";
    QTest::newRow("features") << "features"
                              << R"({"n_mels": -1})";
    QTest::newRow("seconds") << "seconds"
                             << "-3";
  }
  void brokenJsonIsRefused() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    nlohmann::json json = toJson(learned());
    json[key.toStdString()] = nlohmann::json::parse(value.toStdString());
    const QString error = errorOf([&] { roomProfileFromJson(json, "'desk.json'"); });
    QVERIFY2(isSentence(error) && error.contains("desk.json"), qPrintable(error));
    json.erase(key.toStdString());
    QVERIFY(isSentence(errorOf([&] { roomProfileFromJson(json, "'desk.json'"); })));
    QVERIFY(isSentence(errorOf([&] { roomProfileFromJson(nlohmann::json(3), "'desk.json'"); })));
  }
};

QTEST_GUILESS_MAIN(TestNoiseGate)
#include "test_noise_gate.moc"
