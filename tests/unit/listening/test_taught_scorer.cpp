// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>
#include <random>

#include "core/listening/taught_scorer.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using Embedding = std::vector<float>;

namespace {

constexpr size_t kSize = 512;

double processorSeconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

/// Embeddings as a network's are: all have a mean in common, values of different ranges, and sounds
/// of one kind a direction of their own.
class Sounds {
 public:
  Embedding kind() { return normal(1.0F); }
  /// One recording of a kind: `spread` 0 is the kind itself, 1 as much of its own as of the kind.
  Embedding recording(const Embedding& kind, float spread = 0.4F) {
    const Embedding own = normal(spread);
    Embedding embedding(kSize);
    for (size_t i = 0; i < kSize; ++i)
      embedding[i] = 0.5F + (kind[i] + own[i]) * (i % 4 == 0 ? 3.0F : 0.3F);
    return embedding;
  }
  std::vector<Embedding> references(size_t count) {
    std::vector<Embedding> references;
    for (size_t i = 0; i < count; ++i) references.push_back(recording(kind()));
    return references;
  }

 private:
  Embedding normal(float deviation) {
    std::normal_distribution<float> values(0.0F, deviation);
    Embedding embedding(kSize);
    for (float& value : embedding) value = values(random_);
    return embedding;
  }

  std::mt19937_64 random_{1};
};

TaughtExample exampleOf(Embedding embedding, bool isCounterExample = false) {
  return {.embedding = std::move(embedding), .isCounterExample = isCounterExample};
}

Embedding mixOf(const Embedding& first, const Embedding& second, float share) {
  Embedding mix(first.size());
  for (size_t i = 0; i < mix.size(); ++i) mix[i] = share * first[i] + (1.0F - share) * second[i];
  return mix;
}

}  // namespace

class TestTaughtScorer : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    sounds_ = {};
    space_ = std::make_shared<EmbeddingSpace>(kSize, sounds_.references(20));
    kettle_ = sounds_.kind();
    door_ = sounds_.kind();
    classes_ = TaughtClasses("0a", kSize);
    classes_.addExample("kettle", exampleOf(sounds_.recording(kettle_)));
    classes_.addExample("door", exampleOf(sounds_.recording(door_)));
  }

  void oneExampleIsEnoughForItsLike() {
    const TaughtScorer scorer(classes_, space_);
    for (int i = 0; i < 20; ++i) {
      const std::vector<float> kettle = scoresOf(scorer, sounds_.recording(kettle_));
      QVERIFY(kettle[0] > 0.5F && kettle[1] < 0.3F);
      const std::vector<float> door = scoresOf(scorer, sounds_.recording(door_));
      QVERIFY(door[0] < 0.3F && door[1] > 0.5F);
      const std::vector<float> other = scoresOf(scorer, sounds_.recording(sounds_.kind()));
      QVERIFY(other[0] < 0.3F && other[1] < 0.3F);
    }
  }

  void theExampleItselfIsCertain() {
    const std::vector<float> scores =
        scoresOf(TaughtScorer(classes_, space_), classes_.classes()[0].examples[0].embedding);
    QVERIFY(scores[0] > 0.98F);
  }

  void aCounterExampleSilencesItsLikeAndNothingElse() {
    const Embedding wrong = mixOf(kettle_, sounds_.kind(), 0.5F);  // about 0.7 similar
    const Embedding first = sounds_.recording(wrong, 0.1F);
    const Embedding second = sounds_.recording(wrong, 0.1F);
    QVERIFY(scoresOf(TaughtScorer(classes_, space_), first)[0] > 0.5F);
    classes_.addExample("kettle", exampleOf(first, true));
    const TaughtScorer corrected(classes_, space_);
    QVERIFY(scoresOf(corrected, first)[0] < 0.3F);
    QVERIFY(scoresOf(corrected, second)[0] < 0.3F);
    QVERIFY(scoresOf(corrected, sounds_.recording(kettle_, 0.2F))[0] > 0.5F);
    QVERIFY(scoresOf(corrected, sounds_.recording(door_))[1] > 0.5F);
  }

  void theRoomIsNoSound() {
    // The example was taught while a fan was running, so it is partly the fan.
    const Embedding fan = sounds_.kind();
    TaughtClasses classes("0a", kSize);
    classes.addExample("kettle", exampleOf(sounds_.recording(mixOf(kettle_, fan, 0.85F), 0.1F)));
    const std::vector<Embedding> room{sounds_.recording(fan, 0.2F), sounds_.recording(fan, 0.2F)};
    const TaughtScorer scorer(classes, space_, room);
    const Embedding moreFan = sounds_.recording(mixOf(kettle_, fan, 0.35F), 0.0F);
    QVERIFY(scoresOf(TaughtScorer(classes, space_), moreFan)[0] > 0.5F);
    QVERIFY(scoresOf(scorer, moreFan)[0] < 0.5F);
    QVERIFY(scoresOf(scorer, sounds_.recording(kettle_, 0.2F))[0] > 0.5F);
  }

  void earlierOccurrencesInTheRoomAreNoEvidenceAgainstTheClass() {
    std::vector<Embedding> room;
    for (int i = 0; i < 20; ++i) room.push_back(sounds_.recording(kettle_));
    const TaughtScorer scorer(classes_, space_, room);
    for (const Embedding& moment : room) QVERIFY(scoresOf(scorer, moment)[0] > 0.5F);
  }

  void severalExamplesFindMore() {
    TaughtClasses classes("0a", kSize);
    classes.addExample("kettle", exampleOf(sounds_.recording(kettle_, 1.1F)));
    const TaughtScorer one(classes, space_);
    for (int i = 0; i < 4; ++i)
      classes.addExample("kettle", exampleOf(sounds_.recording(kettle_, 1.1F)));
    const TaughtScorer five(classes, space_);
    int foundByOne = 0;
    int foundByFive = 0;
    for (int i = 0; i < 100; ++i) {
      const Embedding recording = sounds_.recording(kettle_, 1.1F);
      foundByOne += scoresOf(one, recording)[0] > 0.5F ? 1 : 0;
      foundByFive += scoresOf(five, recording)[0] > 0.5F ? 1 : 0;
    }
    QVERIFY2(foundByFive > foundByOne + 30, qPrintable(QString::number(foundByFive)));
  }

  void examplesWithNothingInCommonAreAllFound() {
    std::vector<Embedding> kinds;
    for (int i = 0; i < 8; ++i) kinds.push_back(sounds_.kind());
    for (const Embedding& kind : kinds)
      classes_.addExample("kettle", exampleOf(sounds_.recording(kind, 0.1F)));
    const TaughtScorer scorer(classes_, space_);
    for (const Embedding& kind : kinds)
      QVERIFY(scoresOf(scorer, sounds_.recording(kind, 0.1F))[0] > 0.5F);
  }

  void aClassWithoutExamplesIsNeverDetected() {
    classes_.addExample("bell", exampleOf(sounds_.recording(kettle_), true));
    const TaughtScorer scorer(classes_, space_);
    QCOMPARE(scorer.size(), size_t(3));
    QCOMPARE(scoresOf(scorer, sounds_.recording(kettle_))[2], 0.0F);
    QVERIFY(scoresOf(scorer, sounds_.recording(kettle_))[0] > 0.5F);
  }

  void scoresAreProbabilitiesWhateverComes() {
    std::vector<Embedding> odd{Embedding(kSize, 0.0F), Embedding(kSize, 1e30F), Embedding{},
                               Embedding(kSize, std::numeric_limits<float>::quiet_NaN()),
                               Embedding(kSize, std::numeric_limits<float>::infinity())};
    const TaughtScorer scorer(classes_, space_, odd);
    for (const Embedding& embedding : odd)
      for (const float score : scoresOf(scorer, embedding)) QVERIFY(score >= 0.0F && score <= 1.0F);
    TaughtClasses none("0a", kSize);
    std::vector<float> untouched{7.0F};
    TaughtScorer(none, space_).score(odd[0], untouched);
    QCOMPARE(untouched[0], 7.0F);
  }

  void withoutReferencesTheCosineCounts() {
    const EmbeddingSpace plain(3);
    const auto first = plain.pointOf(Embedding{1.0F, 0.0F, 0.0F});
    const auto second = plain.pointOf(Embedding{3.0F, 4.0F, 0.0F});
    QVERIFY(std::abs(plain.similarity(first, second) - 0.6F) < 1e-6F);
    QCOMPARE(plain.similarity(plain.pointOf(Embedding(3, 0.0F)), second), 0.0F);
  }

  /// Against the inverse of the shrunk covariance matrix, written out.
  void theSpaceIsWhitenedByTheReferences() {
    const std::vector<Embedding> references{
        {1.0F, 0.0F}, {-1.0F, 0.0F}, {3.0F, 4.0F}, {-3.0F, -4.0F}};
    const EmbeddingSpace space(2, references);
    const double deviations[2] = {std::sqrt(5.0), std::sqrt(8.0)};
    const double share = 0.3 * (deviations[0] + deviations[1]) / 2.0;
    const double scales[2] = {1.0 / (deviations[0] + share), 1.0 / (deviations[1] + share)};
    double xx = 5.0 * scales[0] * scales[0];
    double yy = 8.0 * scales[1] * scales[1];
    const double xy = 6.0 * scales[0] * scales[1];
    const double shrinkage = 0.3 * (xx + yy) / 2.0;
    xx += shrinkage;
    yy += shrinkage;
    const auto inner = [&](const double(&a)[2], const double(&b)[2]) {
      return (a[0] * yy * b[0] - a[0] * xy * b[1] - a[1] * xy * b[0] + a[1] * xx * b[1]) /
             (xx * yy - xy * xy);
    };
    const double a[2] = {2.0 * scales[0], 0.5 * scales[1]};
    const double b[2] = {-0.5 * scales[0], 1.5 * scales[1]};
    const double expected = inner(a, b) / std::sqrt(inner(a, a) * inner(b, b));
    const float similarity = space.similarity(space.pointOf(Embedding{2.0F, 0.5F}),
                                              space.pointOf(Embedding{-0.5F, 1.5F}));
    QVERIFY2(std::abs(similarity - expected) < 1e-5, qPrintable(QString::number(similarity)));
  }

  void referencesThatDoNotFitAreRefused() {
    const std::vector<Embedding> shorter{{1.0F, 2.0F}, {1.0F}};
    const std::vector<Embedding> notFinite{{1.0F, 2.0F}, {1.0F, std::nanf("")}};
    for (const auto& references : {shorter, notFinite})
      QVERIFY(isSentence(errorOf([&] { EmbeddingSpace(2, references); })));
    // All the same: nothing is known of the spread.
    const EmbeddingSpace same(2, std::vector<Embedding>(5, {1.0F, 2.0F}));
    QVERIFY(std::isfinite(
        same.similarity(same.pointOf(Embedding{5.0F, 1.0F}), same.pointOf(Embedding{1.0F, 7.0F}))));
    QVERIFY(isSentence(errorOf([&] { TaughtScorer(TaughtClasses("0a", 2), space_); })));
  }

  void theExampleOfASegmentLeavesQuietWindowsOut() {
    const std::vector<Embedding> windows{{1.0F, 0.0F}, {3.0F, 2.0F}, {100.0F, 100.0F}};
    const Embedding mean = exampleEmbedding(windows, std::vector<float>{-20.0F, -35.0F, -41.0F});
    QVERIFY((mean == Embedding{2.0F, 1.0F}));
    const QString nothing = errorOf([] { exampleEmbedding({}, {}); });
    QVERIFY2(isSentence(nothing), qPrintable(nothing));
  }

  void learningAndScoringAreQuick() {
    Sounds sounds;
    TaughtClasses many("0a", kSize);
    for (int label = 0; label < 20; ++label) {
      const Embedding kind = sounds.kind();
      for (int i = 0; i < 10; ++i)
        many.addExample(std::to_string(label), exampleOf(sounds.recording(kind)));
    }
    const std::vector<Embedding> room = sounds.references(240);
    // Processor time: other programs may be running.
    const double begin = processorSeconds();
    const TaughtScorer scorer(many, space_, room);
    const double learning = processorSeconds() - begin;
    QVERIFY2(learning < 0.1, qPrintable(QString::number(learning)));
    const Embedding embedding = sounds.recording(sounds.kind());
    const double scored = processorSeconds();
    for (int i = 0; i < 100; ++i) scoresOf(scorer, embedding);
    const double scoring = processorSeconds() - scored;
    QVERIFY2(scoring < 0.1, qPrintable(QString::number(scoring)));
  }

 private:
  static std::vector<float> scoresOf(const TaughtScorer& scorer, const Embedding& embedding) {
    std::vector<float> scores(scorer.size());
    scorer.score(embedding, scores);
    return scores;
  }

  Sounds sounds_;
  std::shared_ptr<const EmbeddingSpace> space_;
  Embedding kettle_;
  Embedding door_;
  TaughtClasses classes_;
};

QTEST_GUILESS_MAIN(TestTaughtScorer)
#include "test_taught_scorer.moc"
