// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/clip_cutter.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;

/// Samples in memory become the same windows, bit for bit, as the file that holds them.
class TestClipCutter : public QObject {
  Q_OBJECT

 private slots:
  void samplesAreCutAsTheirFile_data() {
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>("seconds");
    for (const int rate : {16000, 22050, 44100})
      for (const double seconds : {0.3, 1.0, 2.2, 3.6})
        QTest::addRow("%d Hz, %g s", rate, seconds) << rate << seconds;
  }
  void samplesAreCutAsTheirFile() {
    QFETCH(int, rate);
    QFETCH(double, seconds);
    const QTemporaryDir directory;
    const std::filesystem::path file = directory.filePath("a.wav").toStdString();
    std::vector<float> samples = noise(size_t(seconds * rate));
    for (float& sample : samples) sample *= 0.3F;
    writeSound(file, samples, rate, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    ModelDescription model;
    model.windowSeconds = 1.0;
    ClipCutter cutter(model.features, WindowPlan::of(model, 1.0), 1.0);
    std::vector<float> ofFile, ofSamples;
    const auto into = [](std::vector<float>& all) {
      return [&all](std::span<const float> window) {
        all.insert(all.end(), window.begin(), window.end());
      };
    };
    ClipReader reader(file);
    cutter.cut(reader, nullptr, into(ofFile));
    cutter.cut(samples, rate, into(ofSamples));
    QVERIFY(!ofFile.empty() && ofFile == ofSamples);
  }
};

QTEST_GUILESS_MAIN(TestClipCutter)
#include "test_clip_cutter.moc"
