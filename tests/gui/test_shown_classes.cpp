// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/gui/sound_view/shown_classes.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

enum Label { Animal, Pet, Dog, Bark, Music, Rain };
using Labels = std::vector<int>;

constexpr size_t kRows = 10;

/// Animal > Pet > Dog > Bark.
ClassScores classes(std::vector<float> scores = {}) {
  return {.labels = {"Animal", "Pet", "Dog", "Bark", "Music", "Rain"},
          .treatments = std::vector<ClassTreatment>(6),
          .hierarchy = {{{}, {Animal}, {Pet, Animal}, {Dog, Pet, Animal}, {}, {}}},
          .scores = std::move(scores)};
}

}  // namespace

class TestShownClasses : public QObject {
  Q_OBJECT

 private slots:
  void theMostSpecificClassHidesItsParents() {
    ShownClasses shown;
    QCOMPARE(shown.rows(classes({0.9F, 0.8F, 0.7F, 0.1F, 0.6F, 0.1F}), kRows),
             Labels({Dog, Music, Bark, Rain}));
    QCOMPARE(shown.parentsOf(Dog), Labels({Pet, Animal}));
    QVERIFY(shown.parentsOf(Music).empty());
  }

  void aPinnedClassHidesItsParentsAsWell() {
    ClassScores now = classes({0.9F, 0.8F, 0.7F, 0.1F, 0.6F, 0.1F});
    now.treatments[Dog].pinned = true;
    ShownClasses shown;
    QCOMPARE(shown.rows(now, kRows), Labels({Dog, Music, Bark, Rain}));
    QCOMPARE(shown.parentsOf(Dog), Labels({Pet, Animal}));
    // A little below its threshold it still does, far below not.
    now.scores[Dog] = 0.4F;
    QCOMPARE(shown.rows(now, kRows), Labels({Dog, Music, Bark, Rain}));
    now.scores[Dog] = 0.2F;
    QCOMPARE(shown.rows(now, kRows), Labels({Dog, Pet, Music, Bark, Rain}));
    QCOMPARE(shown.parentsOf(Pet), Labels({Animal}));
  }

  void aPinnedParentIsShownBesideItsChild() {
    ClassScores now = classes({0.9F, 0.8F, 0.7F, 0.1F, 0.6F, 0.1F});
    now.treatments[Animal].pinned = true;
    ShownClasses shown;
    QCOMPARE(shown.rows(now, kRows), Labels({Animal, Dog, Music, Bark, Rain}));
    QVERIFY(now.isResult(Animal));  // it was asked for
  }

  void anIgnoredClassHidesItsParents() {
    ClassScores now = classes({0.9F, 0.1F, 0.7F, 0.1F, 0.1F, 0.1F});
    now.treatments[Dog].hidden = true;
    ShownClasses shown;
    QCOMPARE(shown.rows(now, kRows), Labels({Bark, Music, Pet, Rain}));
    QVERIFY(!now.isResult(Dog));
    now.treatments[Dog].hidden = false;
    QCOMPARE(shown.rows(now, kRows), Labels({Dog, Bark, Music, Pet, Rain}));
  }

  void whatIsListedIncludesTheParents() {
    ShownClasses shown;
    const ClassScores now = classes({0.9F, 0.8F, 0.7F, 0.1F, 0.6F, 0.1F});
    QCOMPARE(shown.listed(now, {}), Labels({Animal, Bark, Dog, Music, Pet, Rain}));
    QCOMPARE(shown.listed(now, "PE"), Labels({Pet}));
    QCOMPARE(shown.parentsOf(Dog), Labels({Pet, Animal}));
    for (const int label : {Animal, Pet, Dog, Music}) QVERIFY(now.isResult(label));
    for (const int label : {Bark, Rain}) QVERIFY(!now.isResult(label));
  }

  /// As for a file: its events say what the results are.
  void resultsThatAreGivenReplaceTheThresholds() {
    ClassScores now = classes({0.9F, 0.8F, 0.7F, 0.95F, 0.6F, 0.1F});
    now.results = std::vector<ShownLabel>{{Music, {}}, {Dog, {Pet, Animal}}};
    ShownClasses shown;
    // Bark is over its threshold without an event: it is muted and keeps out of the results.
    QCOMPARE(shown.rows(now, kRows), Labels({Dog, Music, Bark, Rain}));
    QVERIFY(!now.isResult(Bark));
    QVERIFY(now.isResult(Dog) && now.isResult(Music));
    QVERIFY(now.isResult(Animal));  // where it is listed
    now.results = std::vector<ShownLabel>();
    shown.clear();
    QCOMPARE(shown.rows(now, kRows).size(), size_t(6));
    for (int label = 0; label < 6; ++label) QVERIFY(!now.isResult(label));
  }

  void withoutScoresOnlyPinnedClassesHaveRows() {
    ClassScores now = classes();
    now.treatments[Rain].pinned = true;
    ShownClasses shown;
    QCOMPARE(shown.rows(now, kRows), Labels({Rain}));
    QVERIFY(!now.isResult(Rain));
  }
};

QTEST_GUILESS_MAIN(TestShownClasses)
#include "test_shown_classes.moc"
