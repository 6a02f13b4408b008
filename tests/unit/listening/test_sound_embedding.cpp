// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/error.h"
#include "core/listening/sound_embedding.h"
#include "core/listening/trim_leading_quiet.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;

namespace {

constexpr double kRate = 16000.0;

/// Its embedding is (frames of the input, 1), and it remembers them.
class CountingClassifier : public LevelClassifier {
 public:
  explicit CountingClassifier(bool takesWindowsOnly = false)
      : LevelClassifier(smallDescription(1.0)), takesWindowsOnly_(takesWindowsOnly) {}
  int embeddingSize() const override { return 2; }
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override {
    const long frames = long(window.size()) / description().features.nMels;
    if (takesWindowsOnly_ && window.size() != description().inputSize())
      throw Error("It takes windows only.");
    classify(window, scores);
    embedding[0] = float(frames);
    embedding[1] = 1.0F;
    if (frames != description().windowFrames()) longInputs.push_back(frames);
  }

  std::vector<long> longInputs;

 private:
  bool takesWindowsOnly_;
};

std::vector<float> sound(double seconds) {
  return tone(440.0, kRate, long(seconds * kRate), 0.3);
}

std::vector<float> joined(std::vector<float> first, const std::vector<float>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

class TestSoundEmbedding : public QObject {
  Q_OBJECT

 private slots:
  void aLongerSoundIsAlsoHeardAsAWhole() {
    CountingClassifier model;
    const float window = float(model.description().windowFrames());
    const std::vector<float> embedding = soundEmbedding(model, sound(5.0), kRate);
    QCOMPARE(model.longInputs.size(), size_t(1));
    const long whole = model.longInputs.front();
    QCOMPARE(whole, model.description().features.framesOf(long(5.0 * kRate)));
    QCOMPARE(embedding[0], (window + float(whole)) / 2.0F);
    QCOMPARE(embedding[1], 1.0F);
  }

  void aSoundOfAWindowHasNoPieces() {
    CountingClassifier model;
    const std::vector<float> embedding = soundEmbedding(model, sound(0.9), kRate);
    QVERIFY(model.longInputs.empty());
    QCOMPARE(embedding[0], float(model.description().windowFrames()));
  }

  void piecesAreAsLongAsTheNetworkIsGiven() {
    CountingClassifier model;
    soundEmbedding(model, sound(25.0), kRate);
    QCOMPARE(model.longInputs.size(), size_t(3));
    const auto [least, most] =
        std::minmax_element(model.longInputs.begin(), model.longInputs.end());
    QVERIFY(*most - *least <= 1);
    QVERIFY(*most <= longestInputFrames(model.description()));
    QCOMPARE(model.longInputs[0] + model.longInputs[1] + model.longInputs[2],
             model.description().features.framesOf(long(25.0 * kRate)));
  }

  void aQuietPieceDoesNotCount() {
    CountingClassifier model;
    const std::vector<float> silence(size_t(9.0 * kRate), 0.0F);
    soundEmbedding(model, joined(sound(9.0), silence), kRate);
    QCOMPARE(model.longInputs.size(), size_t(2));
    QCOMPARE(soundEmbedding(model, joined(sound(9.0), silence), kRate)[0],
             (float(model.description().windowFrames()) + float(model.longInputs[0])) / 2.0F);
  }

  void aNetworkThatTakesWindowsOnly() {
    CountingClassifier model(true);
    const std::vector<float> embedding = soundEmbedding(model, sound(5.0), kRate);
    QCOMPARE(embedding[0], float(model.description().windowFrames()));
  }

  void nothingToHear() {
    CountingClassifier model;
    // A short sound is filled up to a window; of none there is nothing.
    QCOMPARE(soundEmbedding(model, sound(0.05), kRate)[1], 1.0F);
  }
};

QTEST_APPLESS_MAIN(TestSoundEmbedding)
#include "test_sound_embedding.moc"
