// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/listening/taught_classes.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

TaughtExample example(float value, bool isCounterExample = false) {
  TaughtExample example;
  example.embedding = {value, 1.0F, -value};
  example.isCounterExample = isCounterExample;
  example.origin = "Built-in microphone";
  example.utcMs = 1'767'323'045'678;
  example.seconds = 1.5;
  return example;
}

TaughtClasses kettleAndDoor() {
  TaughtClasses classes("0a1b", 3);
  classes.addExample("kettle", example(1.0F));
  classes.addExample("door", example(2.0F));
  classes.addExample("kettle", example(3.0F));
  classes.addExample("kettle", example(4.0F, true));
  return classes;
}

std::vector<std::string> namesOf(const TaughtClasses& classes) {
  std::vector<std::string> names;
  for (const TaughtClass& taught : classes.classes()) names.push_back(taught.name);
  return names;
}

}  // namespace

class TestTaughtClasses : public QObject {
  Q_OBJECT

 private slots:
  void anExampleCreatesItsClass() {
    const TaughtClasses classes = kettleAndDoor();
    QVERIFY((namesOf(classes) == std::vector<std::string>{"kettle", "door"}));
    const TaughtClass* kettle = classes.find("kettle");
    QVERIFY(kettle != nullptr);
    QCOMPARE(kettle->exampleCount(), size_t(2));
    QCOMPARE(kettle->counterExampleCount(), size_t(1));
    QCOMPARE(kettle->threshold, 0.5F);
    QVERIFY(classes.find("Kettle") == nullptr);
  }

  void classesFromElsewhereAreAddedAsOneEdit() {
    TaughtClasses classes = kettleAndDoor();
    const std::vector<TaughtClass> before = classes.classes();
    TaughtClasses other("0a1b", 3);
    other.addExample("door", example(7.0F));
    other.addExample("bell", example(8.0F));
    other.addExample("bell", example(9.0F, true));
    other.setThreshold("bell", 0.3F);
    other.setThreshold("door", 0.9F);
    std::vector<TaughtClass> all = other.classes();
    all[0].examples.push_back(classes.find("door")->examples[0]);
    all.push_back({.name = "empty"});
    TaughtClasses::Added added = classes.add(all);
    QVERIFY(added.classes == 1 && added.examples == 3 && added.known == 1);
    QVERIFY((namesOf(classes) == std::vector<std::string>{"kettle", "door", "bell"}));
    QCOMPARE(classes.find("door")->exampleCount(), size_t(2));
    QCOMPARE(classes.find("door")->threshold, 0.5F);  // its own
    QCOMPARE(classes.find("bell")->threshold, 0.3F);
    QCOMPARE(classes.find("bell")->counterExampleCount(), size_t(1));
    added = classes.add(all);  // again
    QVERIFY(added.classes == 0 && added.examples == 0 && added.known == 4);
    QCOMPARE(classes.undoText().english(), std::string("Import taught classes"));
    classes.undo();
    QVERIFY(classes.classes() == before);
    classes.redo();
    QCOMPARE(classes.classes().size(), size_t(3));
  }

  void whatCannotBeAddedChangesNothing() {
    TaughtClasses classes = kettleAndDoor();
    const std::vector<TaughtClass> before = classes.classes();
    const std::string undo = classes.undoText().english();
    TaughtClass good{.name = "bell", .examples = {example(1.0F)}};
    good.examples[0].id = newExampleId();
    TaughtClass bad = good;
    bad.name = "gong";
    bad.examples[0].id = newExampleId();
    bad.examples[0].embedding.pop_back();
    QVERIFY(isSentence(errorOf([&] { classes.add({good, bad}); })));
    bad = good;
    bad.examples[0].id = "x";
    QVERIFY(isSentence(errorOf([&] { classes.add({good, bad}); })));
    std::vector<TaughtClass> many;
    for (size_t i = 0; i < TaughtClasses::kMostClasses; ++i) {
      many.push_back(good);
      many.back().name += std::to_string(i);
      many.back().examples[0].id = newExampleId();
    }
    QVERIFY(isSentence(errorOf([&] { classes.add(many); })));
    QVERIFY(classes.classes() == before);
    QCOMPARE(classes.undoText().english(), undo);
  }

  void idsAreMadeAndKept() {
    TaughtClasses classes = kettleAndDoor();
    TaughtExample given = example(5.0F);
    given.id = "0123456789abcdef";
    QCOMPARE(classes.addExample("door", given), given.id);
    const TaughtExample* found = classes.findExample(given.id);
    QVERIFY(found != nullptr && *found == given);
    QVERIFY(classes.findExample("0000000000000000") == nullptr);
    QVERIFY(errorOf([&] { classes.addExample("kettle", given); }).contains("already in use"));
    QVERIFY(newExampleId() != newExampleId());
    QVERIFY(isExampleId(newExampleId()));
    for (const char* id : {"", "0123", "0123456789ABCDEF", "../456789abcdef"})
      QVERIFY(!isExampleId(id));
  }

  void examplesAndClassesAreRemoved() {
    TaughtClasses classes = kettleAndDoor();
    const std::string id = classes.find("kettle")->examples[1].id;
    classes.removeExample(id);
    QVERIFY(classes.findExample(id) == nullptr);
    QCOMPARE(classes.find("kettle")->examples.size(), size_t(2));
    classes.removeExample(classes.find("door")->examples[0].id);
    QVERIFY(classes.find("door") != nullptr);
    classes.removeClass("door");
    QVERIFY((namesOf(classes) == std::vector<std::string>{"kettle"}));
    QVERIFY(isSentence(errorOf([&] { classes.removeExample(id); })));
    QVERIFY(errorOf([&] { classes.removeClass("door"); }).contains("'door'"));
  }

  void classesAreRenamed() {
    TaughtClasses classes = kettleAndDoor();
    classes.renameClass("kettle", "Wasserkocher \xC3\xB6");
    QVERIFY((namesOf(classes) == std::vector<std::string>{"Wasserkocher \xC3\xB6", "door"}));
    QVERIFY(errorOf([&] {
              classes.renameClass("door", "Wasserkocher \xC3\xB6");
            }).contains("already in use"));
    QVERIFY(errorOf([&] { classes.renameClass("bell", "tap"); }).contains("'bell'"));
    const std::string before = classes.undoText().english();
    classes.renameClass("door", "door");
    QCOMPARE(classes.undoText().english(), before);
  }

  void everyEditCanBeUndone() {
    TaughtClasses classes = kettleAndDoor();
    std::vector<std::vector<TaughtClass>> states{classes.classes()};
    std::vector<std::string> edits;
    const auto edit = [&](auto&& change) {
      change();
      states.push_back(classes.classes());
      edits.push_back(classes.undoText().english());
    };
    edit([&] { classes.addExample("door", example(7.0F, true)); });
    edit([&] { classes.renameClass("door", "gate"); });
    edit([&] { classes.setThreshold("gate", 0.7F); });
    edit([&] { classes.removeExample(classes.find("gate")->examples[0].id); });
    edit([&] { classes.removeClass("kettle"); });
    QCOMPARE(edits[1], std::string("Rename the class 'door'"));
    QCOMPARE(edits[4], std::string("Remove the class 'kettle'"));
    for (size_t i = edits.size(); i-- > 0;) {
      QCOMPARE(classes.undoText().english(), edits[i]);
      classes.undo();
      QCOMPARE(classes.redoText().english(), edits[i]);
      QVERIFY(classes.classes() == states[i]);
    }
    for (size_t i = 0; i < edits.size(); ++i) {
      classes.redo();
      QVERIFY(classes.classes() == states[i + 1]);
    }
    QVERIFY(!classes.canRedo());
    classes.undo();
    classes.setThreshold("gate", 0.2F);
    QVERIFY(!classes.canRedo());
  }

  void undoIsBounded() {
    TaughtClasses classes("0a1b", 3);
    const int edits = int(TaughtClasses::kMostUndo) + 5;
    for (int i = 0; i < edits; ++i) classes.addExample("kettle", example(float(i)));
    int undone = 0;
    for (; classes.canUndo(); ++undone) classes.undo();
    QCOMPARE(undone, int(TaughtClasses::kMostUndo));
    QCOMPARE(classes.find("kettle")->examples.size(), size_t(5));
    classes.undo();
    QCOMPARE(classes.find("kettle")->examples.size(), size_t(5));
  }

  void clipsAreInUseWhileUndoWouldBringThemBack() {
    TaughtClasses classes("0a1b", 3);
    TaughtExample with = example(1.0F);
    with.clip = "b.flac";
    classes.addExample("kettle", with);
    with.clip = "a.flac";
    const std::string id = classes.addExample("kettle", with);
    classes.addExample("kettle", example(1.0F));
    classes.removeExample(id);
    const std::vector<std::string> both{"a.flac", "b.flac"};
    QVERIFY(classes.clipsInUse() == both);
    classes.undo();
    classes.undo();
    classes.undo();
    QVERIFY(classes.clipsInUse() == both);
    classes.setThreshold("kettle", 0.6F);
    QVERIFY((classes.clipsInUse() == std::vector<std::string>{"b.flac"}));
  }

  void whatCannotBeLearnedChangesNothing_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no name") << QByteArray() << "needs a name";
    QTest::newRow("blanks") << QByteArray("  ") << "needs a name";
    QTest::newRow("blank at the end") << QByteArray("kettle ") << "blank";
    QTest::newRow("line end") << QByteArray("ket\ntle") << "control";
    QTest::newRow("no UTF-8") << QByteArray("ket\xFFtle") << "UTF-8";
    QTest::newRow("too long") << QByteArray(101, 'k') << "100 bytes";
    QTest::newRow("background") << QByteArray("background") << "background";
  }
  void whatCannotBeLearnedChangesNothing() {
    QFETCH(QByteArray, name);
    QFETCH(QString, hint);
    TaughtClasses classes = kettleAndDoor();
    const std::vector<TaughtClass> before = classes.classes();
    const std::string undo = classes.undoText().english();
    const QString added = errorOf([&] { classes.addExample(name.toStdString(), example(1.0F)); });
    QVERIFY2(isSentence(added) && added.contains(hint), qPrintable(added));
    const QString renamed = errorOf([&] { classes.renameClass("door", name.toStdString()); });
    QVERIFY2(isSentence(renamed) && renamed.contains(hint), qPrintable(renamed));
    QVERIFY(classes.classes() == before);
    QCOMPARE(classes.undoText().english(), undo);
  }

  void examplesThatDoNotFitAreRefused() {
    TaughtClasses classes("0a1b", 3);
    std::vector<TaughtExample> bad(5, example(1.0F));
    bad[0].embedding.pop_back();
    bad[1].embedding[2] = std::nanf("");
    bad[2].seconds = std::numeric_limits<double>::infinity();
    bad[3].utcMs = -1;
    bad[4].id = "not an id";
    for (const TaughtExample& each : bad) {
      const QString text = errorOf([&] { classes.addExample("kettle", each); });
      QVERIFY2(isSentence(text), qPrintable(text));
    }
    QVERIFY(classes.empty() && !classes.canUndo());
    TaughtExample wordy = example(1.0F);
    wordy.origin.assign(5000, 'o');
    classes.addExample("kettle", wordy);
    QCOMPARE(classes.classes()[0].examples[0].origin.size(), TaughtExample::kLongestOrigin);
  }

  void thresholdsAreBetween0And1() {
    TaughtClasses classes = kettleAndDoor();
    for (const float bad : {-0.1F, 1.1F, std::nanf("")})
      QVERIFY(isSentence(errorOf([&] { classes.setThreshold("door", bad); })));
    classes.setThreshold("door", 1.0F);
    QCOMPARE(classes.find("door")->threshold, 1.0F);
  }

  void thereIsALimit() {
    TaughtClasses classes("0a1b", 3);
    for (size_t i = 0; i < TaughtClasses::kMostExamples; ++i)
      classes.addExample("kettle", example(1.0F));
    const QString examples = errorOf([&] { classes.addExample("kettle", example(1.0F)); });
    QVERIFY2(isSentence(examples) && examples.contains("500"), qPrintable(examples));
    classes.removeClass("kettle");
    for (size_t i = 0; i < TaughtClasses::kMostClasses; ++i)
      classes.addExample(std::to_string(i), example(1.0F));
    const QString tooMany = errorOf([&] { classes.addExample("kettle", example(1.0F)); });
    QVERIFY2(isSentence(tooMany) && tooMany.contains("200"), qPrintable(tooMany));
  }

  void theExpectationGrowsWithTheExamples() {
    TaughtClass taught{.name = "kettle", .examples = {}};
    taught.examples.push_back(example(1.0F, true));
    QCOMPARE(expectation(taught).english(), std::string("No examples: never detected"));
    taught.examples.push_back(example(1.0F));
    QCOMPARE(expectation(taught).english(), std::string("1 example: expect mistakes"));
    taught.examples.push_back(example(1.0F));
    QCOMPARE(expectation(taught).english(), std::string("2 examples: some mistakes"));
    for (int i = 0; i < 3; ++i) taught.examples.push_back(example(1.0F));
    QCOMPARE(expectation(taught).english(), std::string("5 examples: few mistakes"));
    QVERIFY(reliabilityOf(taught) == Reliability::High);
  }
};

QTEST_GUILESS_MAIN(TestTaughtClasses)
#include "test_taught_classes.moc"
