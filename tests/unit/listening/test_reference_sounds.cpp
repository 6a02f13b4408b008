// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "core/listening/reference_sounds.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;

namespace {

constexpr size_t kCount = 54;
constexpr size_t kWhite = 0;  // loud white noise comes first, and white is each third of the first

double peakOf(const std::vector<float>& sound) {
  double peak = 0.0;
  for (const float sample : sound) peak = std::max(peak, std::abs(double(sample)));
  return peak;
}

/// Features as networks of other makers want them.
std::vector<FeatureSettings> allFeatures() {
  FeatureSettings own;
  FeatureSettings efficientAt;
  efficientAt.sampleRate = 32000;
  efficientAt.preEmphasis = 0.97;
  efficientAt.nFft = 1024;
  efficientAt.windowSamples = 800;
  efficientAt.symmetricWindow = true;
  efficientAt.hopSamples = 320;
  efficientAt.nMels = 128;
  efficientAt.fMaxHz = 15000.0;
  efficientAt.melScale = MelScale::Kaldi;
  efficientAt.scale = LogScale::NaturalLog;
  efficientAt.offsetPower = 1e-5;
  efficientAt.mean = -4.5;
  efficientAt.deviation = 5.0;
  FeatureSettings kaldi;
  kaldi.nFft = 512;
  kaldi.windowSamples = 400;
  kaldi.window = FrameWindow::Povey;
  kaldi.symmetricWindow = true;
  kaldi.padding = FramePadding::None;
  kaldi.kaldiFrames = true;
  kaldi.preEmphasis = 0.97;
  kaldi.hopSamples = 160;
  kaldi.nMels = 40;
  kaldi.melScale = MelScale::Kaldi;
  FeatureSettings librosa;
  librosa.sampleRate = 48000;
  librosa.nFft = 2048;
  librosa.hopSamples = 512;
  librosa.padding = FramePadding::Zeros;
  librosa.magnitude = true;
  librosa.melScale = MelScale::Slaney;
  librosa.areaNormalised = true;
  librosa.fMaxHz = 24000.0;
  FeatureSettings telephone;
  telephone.sampleRate = 8000;
  telephone.window = FrameWindow::Hamming;
  telephone.nFft = 256;
  telephone.hopSamples = 80;
  telephone.nMels = 20;
  telephone.fMaxHz = 4000.0;
  return {own, efficientAt, kaldi, librosa, telephone};
}

}  // namespace

class TestReferenceSounds : public QObject {
  Q_OBJECT

 private slots:
  void theSameEachTime() { QVERIFY(referenceSounds(16000, 1.0) == referenceSounds(16000, 1.0)); }

  /// White noise needs no library of mathematics, so it is the same bits everywhere; others may
  /// differ in the last bit.
  void theSameOnEveryMachine() {
    const auto sounds = referenceSounds(16000, 0.5);
    const std::vector<float>& white = sounds[kWhite];
    uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const float sample : white) {
      hash ^= std::bit_cast<uint32_t>(sample);
      hash *= 1099511628211ULL;
    }
    QCOMPARE(QString::number(hash, 16), QString("c5741cfed8c36978"));
    double sum = 0.0;  // of all, weighted so that their order counts
    for (size_t i = 0; i < sounds.size(); ++i)
      for (size_t k = 0; k < sounds[i].size(); ++k)
        sum += double(sounds[i][k]) * double(sounds[i][k]) * double(i + 1) * double(k % 97 + 1);
    QVERIFY2(std::abs(sum / 13269227.4255751 - 1.0) < 1e-6,
             qPrintable(QString::number(sum, 'g', 12)));
  }

  void soundsHaveTheirLengthAndLevels() {
    for (const int rate : {8000, 16000, 32000, 44100, 192000}) {
      const auto sounds = referenceSounds(rate, 0.25);
      QCOMPARE(sounds.size(), kCount);
      int silent = 0;
      int quiet = 0;
      for (const std::vector<float>& sound : sounds) {
        QCOMPARE(sound.size(), size_t(std::lround(rate * 0.25)));
        QVERIFY(std::all_of(sound.begin(), sound.end(), [](float x) { return std::isfinite(x); }));
        const double peak = peakOf(sound);
        QVERIFY2(peak <= 0.9001, qPrintable(QString::number(peak)));
        silent += peak == 0.0 ? 1 : 0;
        quiet += peak > 0.0 && peak < 0.01 ? 1 : 0;
      }
      QCOMPARE(silent, 1);
      QCOMPARE(quiet, 3);
    }
  }

  /// They are to differ: a space of equal sounds would say nothing.
  void noTwoAreAlike() {
    const auto sounds = referenceSounds(16000, 0.5);
    for (size_t i = 0; i < sounds.size(); ++i)
      for (size_t k = 0; k < i; ++k) QVERIFY(sounds[i] != sounds[k]);
  }

  void theyAreNeverEmpty() { QCOMPARE(referenceSounds(16000, 0.0).front().size(), size_t(1)); }

  void aWindowOfEachForEveryModel_data() {
    QTest::addColumn<int>("features");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<bool>("isWaveform");
    for (int features = 0; features < int(allFeatures().size()); ++features)
      for (const double seconds : {0.3, 1.0, 5.0})
        QTest::addRow("%d, %g s", features, seconds) << features << seconds << false;
    QTest::newRow("waveform") << 1 << 1.0 << true;
  }
  void aWindowOfEachForEveryModel() {
    QFETCH(int, features);
    QFETCH(double, seconds);
    QFETCH(bool, isWaveform);
    ModelDescription model = smallDescription(seconds);
    model.features = allFeatures().at(size_t(features));
    model.hopSeconds = seconds / 2.0;
    if (isWaveform) {
      model.input = ModelInput::Waveform;
      model.features = pictureFeatures(32000);
    }
    model.validate();
    const auto inputs = referenceInputs(model);
    QCOMPARE(inputs.size(), kCount);
    for (const std::vector<float>& input : inputs) {
      QCOMPARE(input.size(), model.inputSize());
      QVERIFY(std::all_of(input.begin(), input.end(), [](float x) { return std::isfinite(x); }));
    }
    if (!isWaveform) QVERIFY(inputs[0] != inputs[1]);
  }

  void theSpaceIsThatOfTheirEmbeddings() {
    /// Its embedding is level, and one number that is the same for all sounds.
    class TwoNumbers : public LevelClassifier {
     public:
      int embeddingSize() const override { return 3; }
      void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                            std::span<float> embedding) override {
        classify(window, scores);
        embedding[0] = scores[0];
        embedding[1] = scores[1];
        embedding[2] = 7.0F;
      }
    } model;
    const EmbeddingSpace space = embeddingSpaceOf(model);
    QCOMPARE(space.embeddingSize(), size_t(3));
    QCOMPARE(space.mean()[2], 7.0F);
    QCOMPARE(space.projections().size(), kCount * 3);
    const auto low = space.pointOf(std::vector<float>{1.0F, 0.0F, 7.0F});
    const auto high = space.pointOf(std::vector<float>{0.0F, 1.0F, 7.0F});
    QVERIFY(space.similarity(low, low) > 0.99F && space.similarity(low, high) < 0.0F);
  }
};

QTEST_GUILESS_MAIN(TestReferenceSounds)
#include "test_reference_sounds.moc"
