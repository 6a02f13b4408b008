// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/events/label_hierarchy.h"

using namespace earwitness;

namespace {

enum Label { Animal, Pet, Dog, Bark, Cat, Hiss, Snake, Music };

/// Animal > Pet > Dog > Bark; Pet > Cat > Hiss; Animal > Snake > Hiss.
LabelHierarchy animals() {
  return {{{},
           {Animal},
           {Pet, Animal},
           {Dog, Pet, Animal},
           {Pet, Animal},
           {Cat, Snake, Pet, Animal},
           {Animal},
           {}}};
}

std::vector<ShownLabel> shown(const std::vector<int>& over) {
  const std::vector<float> scores{0.9F, 0.85F, 0.8F, 0.7F, 0.6F, 0.55F, 0.5F, 0.95F};
  return mostSpecific(animals(), over, scores);
}

}  // namespace

class TestLabelHierarchy : public QObject {
  Q_OBJECT

 private slots:
  void hidesTheParentsOfWhatIsShown() {
    QVERIFY(shown({Animal, Pet, Dog}) == (std::vector<ShownLabel>{{Dog, {Pet, Animal}}}));
    QVERIFY(shown({Animal, Pet, Dog, Bark}) ==
            (std::vector<ShownLabel>{{Bark, {Dog, Pet, Animal}}}));
  }

  void showsAParentThatIsAlone() {
    QVERIFY(shown({Animal}) == (std::vector<ShownLabel>{{Animal, {}}}));
    QVERIFY(shown({Pet, Animal}) == (std::vector<ShownLabel>{{Pet, {Animal}}}));
  }

  void namesOnlyParentsThatAreOverTheirThreshold() {
    QVERIFY(shown({Bark, Animal}) == (std::vector<ShownLabel>{{Bark, {Animal}}}));
    QVERIFY(shown({Bark}) == (std::vector<ShownLabel>{{Bark, {}}}));
  }

  void hidesAllParentsOfASoundWithSeveral() {
    QVERIFY(shown({Hiss, Cat, Snake}) == (std::vector<ShownLabel>{{Hiss, {Cat, Snake}}}));
  }

  void ordersByScore() {
    QVERIFY(shown({Snake, Dog, Music, Animal}) ==
            (std::vector<ShownLabel>{{Music, {}}, {Dog, {Animal}}, {Snake, {Animal}}}));
    QVERIFY(shown({}).empty());
  }

  void showsEverythingWithoutAHierarchy() {
    const std::vector<int> over{Animal, Dog};
    const std::vector<float> scores{0.5F, 0.6F, 0.7F};
    QVERIFY(mostSpecific({}, over, scores) == (std::vector<ShownLabel>{{Dog, {}}, {Animal, {}}}));
  }
};

QTEST_GUILESS_MAIN(TestLabelHierarchy)
#include "test_label_hierarchy.moc"
