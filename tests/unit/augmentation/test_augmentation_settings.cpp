// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/augmentation/augmentation_settings.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

class TestAugmentationSettings : public QObject {
  Q_OBJECT

 private slots:
  void everyStepHasSensibleStandards() {
    QVERIFY(augmentationSteps().size() >= 13);
    for (const StepInfo& info : augmentationSteps()) {
      QVERIFY(!info.summary.empty());
      for (const StrengthInfo& strength : info.strengths) {
        QVERIFY(!strength.help.empty());
        QVERIFY(strength.lowest <= strength.standard && strength.standard <= strength.highest);
      }
      const AugmentationStep step = makeStep(info.name, {});
      QCOMPARE(step.strengths.size(), info.strengths.size());
      QVERIFY(augmentationFromJson(toJson(AugmentationList{step})) == AugmentationList{step});
    }
  }

  void text_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    QTest::newRow("none") << "none"
                          << "[]";
    QTest::newRow("nothing") << "  "
                             << "[]";
    QTest::newRow("standard") << "gain"
                              << R"([{"step":"gain","db":6}])";
    QTest::newRow("strengths") << "time-mask:frames=30,count=2,mean=1"
                               << R"([{"step":"time-mask","frames":30,"count":2,"mean":1}])";
    QTest::newRow("several, with spaces")
        << " roll ;gain: db = 3.5 ; "
        << R"([{"step":"roll","share":1},{"step":"gain","db":3.5}])";
    QTest::newRow("json") << R"([{"step":"gain"}])"
                          << R"([{"step":"gain","db":6}])";
  }
  void text() {
    QFETCH(QString, text);
    QFETCH(QString, json);
    QVERIFY(augmentationFromText(text.toStdString()) ==
            augmentationFromJson(nlohmann::json::parse(json.toStdString())));
    const AugmentationList list = augmentationFromText(text.toStdString());
    QVERIFY(augmentationFromText(textOf(list)) == list);
  }

  void refusals_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown step") << "rol"
                                  << "roll";
    QTest::newRow("unknown strength") << "gain:bd=3"
                                      << "bd";
    QTest::newRow("not a number") << "gain:db=loud"
                                  << "loud";
    QTest::newRow("half a number") << "gain:db=3dB"
                                   << "3dB";
    QTest::newRow("not a pair") << "gain:6"
                                << "name=number";
    QTest::newRow("too much") << "stretch:share=1.5"
                              << "between 0.0 and 1.0";
    QTest::newRow("below zero") << "gain:db=-1"
                                << "between";
    QTest::newRow("not finite") << "gain:db=nan"
                                << "between";
    QTest::newRow("crop upside down") << "crop:shortest=3,longest=2"
                                      << "crop";
    QTest::newRow("noise upside down") << "noise:softest=3,loudest=20"
                                       << "noise";
    QTest::newRow("an object") << R"([{"gain": 3}])"
                               << "list of steps";
    QTest::newRow("a word for a number") << R"([{"step": "gain", "db": "x"}])"
                                         << "list of steps";
    QTest::newRow("broken json") << R"([{"step": "gain")"
                                 << "list of steps";
  }
  void refusals() {
    QFETCH(QString, text);
    QFETCH(QString, named);
    const QString sentence = errorOf([&] { augmentationFromText(text.toStdString()); });
    QVERIFY2(isSentence(sentence) && sentence.contains(named), qPrintable(sentence));
  }

  void settingAStep() {
    AugmentationList list = augmentationFromText("roll; gain:db=6; time-mask");
    setStep(list, makeStep("gain", {{"db", 12}}));
    QVERIFY(list == augmentationFromText("roll; gain:db=12; time-mask"));
    setStep(list, makeStep("noise", {}));  // what is added is covered by masks too
    QVERIFY(list == augmentationFromText("roll; gain:db=12; noise; time-mask"));
    setStep(list, makeStep("frequency-mask", {}));
    QCOMPARE(list.back().name, std::string("frequency-mask"));
  }

  void scaling() {
    const AugmentationList list = augmentationFromText(
        "stretch:share=0.8; gain:db=6; mixup:alpha=0.4,probability=0.5; "
        "time-mask:frames=10,count=3");
    QVERIFY(scaledAugmentation(list, 1.0) == list);
    QVERIFY(scaledAugmentation(list, 0.5) ==
            augmentationFromText("stretch:share=0.4; gain:db=3; mixup:alpha=0.4,probability=0.25;"
                                 "time-mask:frames=5,count=3"));
    // Never out of range.
    QVERIFY(scaledAugmentation(list, 1000.0) ==
            augmentationFromText("stretch:share=1; gain:db=60; mixup:alpha=0.4,probability=1;"
                                 "time-mask:frames=10000,count=3"));
  }
};

QTEST_GUILESS_MAIN(TestAugmentationSettings)
#include "test_augmentation_settings.moc"
