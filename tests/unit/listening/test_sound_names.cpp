// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <set>

#include "core/listening/label_list.h"
#include "core/listening/sound_names.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr const char* kHeader = "id,name,russian,parents,group,alarm\n";

constexpr const char* kRows =
    "/a,Animal,Животное,,animals,\n"
    "/d,Dog,Собака,/a,animals,\n"
    "/b,\"Bark, woof\",Лай,/d,animals,\n"
    "/s,Snake,Змея,/a,animals,\n"
    "/h,Hiss,Шипение,/s /d,animals,\n"
    "/f,Fire alarm,Пожарная тревога,,alarms,yes\n"
    ",can_opening,Открывание банки,,household,\n";

SoundTable smallTable() {
  return SoundTable::parse(std::string(kHeader).append(kRows), "the test's table");
}

QString problemOf(const std::string& rows) {
  return errorOf([&] { SoundTable::parse(kHeader + rows, "the test's table"); });
}

ModelDescription modelOf(const std::vector<std::string>& labels,
                         const std::vector<std::string>& ids) {
  ModelDescription model;
  model.labels = labels;
  model.output = ModelOutput::MultiLabelLogits;
  if (!ids.empty()) model.card["label_ids"] = ids;
  return model;
}

}  // namespace

class TestSoundNames : public QObject {
  Q_OBJECT

 private slots:
  void findsSoundsByIdAndName() {
    const SoundTable table = smallTable();
    QCOMPARE(table.withId("/d")->russian, std::string("Собака"));
    QCOMPARE(table.named("bark, WOOF")->id, std::string("/b"));
    QCOMPARE(table.named("Can opening")->russian, std::string("Открывание банки"));
    QCOMPARE(table.named("can_opening")->group, SoundGroup::Household);
    QVERIFY(table.named("fire_alarm")->alarm);
    QVERIFY(table.withId("") == nullptr);
    QVERIFY(table.withId("/x") == nullptr);
    QVERIFY(table.named("xylophone") == nullptr);
  }

  void listsAncestorsNearestFirst() {
    const SoundTable table = smallTable();
    QCOMPARE(table.ancestors("/b"), (std::vector<std::string>{"/d", "/a"}));
    QCOMPARE(table.ancestors("/h"), (std::vector<std::string>{"/s", "/d", "/a"}));
    QVERIFY(table.ancestors("/a").empty());
    QVERIFY(table.ancestors("/x").empty());
    QVERIFY(table.ancestors("").empty());
  }

  void refusesTablesThatContradictThemselves() {
    QVERIFY(isSentence(problemOf("/a,A,А,/x,animals,\n")));
    QVERIFY(isSentence(problemOf("/a,A,А,,plants,\n")));
    QVERIFY(isSentence(problemOf("/a,A,А,,animals,\n/a,B,Б,,animals,\n")));
    QVERIFY(isSentence(problemOf("/a,A,А,/b,animals,\n/b,B,Б,/a,animals,\n")));
    QVERIFY(isSentence(errorOf([] { SoundTable::parse("id,name\n/a,A\n", "the test's table"); })));
  }

  void builtInTableKnowsEveryLabelOfAudioSet() {
    const SoundTable& table = SoundTable::builtIn();
    size_t withId = 0;
    std::set<std::string> russian;
    for (const SoundName& sound : table.sounds()) {
      QVERIFY2(!sound.russian.empty(), sound.name.c_str());
      QVERIFY2(sound.russian.front() != ' ' && sound.russian.back() != ' ', sound.name.c_str());
      if (sound.id.empty()) continue;
      ++withId;
      // Two classes of one model are never called the same.
      QVERIFY2(russian.insert(sound.russian).second, sound.name.c_str());
    }
    QCOMPARE(withId, size_t(527));
    QCOMPARE(table.withId("/m/09x0r")->russian, std::string("Речь"));
    QCOMPARE(table.named("Keys jangling")->russian, std::string("Звон ключей"));
    QCOMPARE(table.ancestors("/m/05tny_"),  // Bark: Dog, Domestic animals, Animal
             (std::vector<std::string>{"/m/0bt9lr", "/m/068hy", "/m/0jbk"}));
    QVERIFY(table.named("Smoke detector, smoke alarm")->alarm);
    QVERIFY(!table.named("Speech")->alarm);
  }

  void builtInTableKnowsTheBundledModels() {
    const SoundTable& table = SoundTable::builtIn();
    size_t models = 0;
    for (const auto& file : std::filesystem::directory_iterator(EARWITNESS_SOURCE_DIR "/models")) {
      if (file.path().extension() != ".pt") continue;
      ++models;
      const ModelDescription model = readModelDescription(file.path());
      std::set<std::string> shown;
      for (const std::string& label : model.labels) {
        QVERIFY2(table.named(label) != nullptr, label.c_str());
        QVERIFY2(shown.insert(table.named(label)->russian).second, label.c_str());
      }
      QVERIFY(hierarchyOf(model).empty());
    }
    QVERIFY(models >= 3);
  }

  void readsIdsOfModels() {
    QVERIFY(labelIds(modelOf({"Dog", "Bark"}, {})).empty());
    QVERIFY(labelIds(modelOf({"Dog", "Bark"}, {"/d"})).empty());
    QCOMPARE(labelIds(modelOf({"Dog", "Bark"}, {"/d", "/b"})),
             (std::vector<std::string>{"/d", "/b"}));
    ModelDescription model = modelOf({"Dog", "Bark"}, {});
    model.card["label_ids"] = {1, 2};
    QVERIFY(labelIds(model).empty());
  }

  void findsSoundsOfModelsByIdBeforeName() {
    const SoundTable table = smallTable();
    const auto sounds = soundsOf(modelOf({"Perro", "snake", "x"}, {"/d", "", ""}), table);
    QCOMPARE(sounds.size(), size_t(3));
    QCOMPARE(sounds[0]->name, std::string("Dog"));
    QCOMPARE(sounds[1]->name, std::string("Snake"));
    QVERIFY(sounds[2] == nullptr);
  }

  void derivesTheHierarchyOfModels() {
    const SoundTable table = smallTable();
    // "Dog" is not a label of the model: "Bark" is still an animal.
    const ModelDescription model =
        modelOf({"Bark", "x", "Animal", "Hiss"}, {"/b", "/x", "/a", "/h"});
    QVERIFY(hierarchyOf(model, table) == (LabelHierarchy{{{2}, {}, {}, {2}}}));
  }

  void otherModelsHaveNoHierarchy() {
    const SoundTable table = smallTable();
    QVERIFY(hierarchyOf(modelOf({"Dog", "Animal"}, {}), table).empty());
    QVERIFY(hierarchyOf(modelOf({"Dog", "Snake"}, {"/d", "/s"}), table).empty());
    ModelDescription oneSound = modelOf({"Dog", "Animal"}, {"/d", "/a"});
    QVERIFY(!hierarchyOf(oneSound, table).empty());
    oneSound.output = ModelOutput::SingleLabelLogits;
    QVERIFY(hierarchyOf(oneSound, table).empty());
  }

  void alertsByDefaultOnlyOnTheShortListOfModelsWithManyLabels() {
    std::vector<std::string> labels{"Fire alarm", "Dog"};
    QCOMPARE(defaultAlerts(modelOf(labels, {})), (std::vector<bool>{false, false}));
    while (labels.size() < kManyLabels) labels.push_back("other " + std::to_string(labels.size()));
    const std::vector<bool> alerts = defaultAlerts(modelOf(labels, {}));
    QVERIFY(alerts[0]);
    QCOMPARE(std::count(alerts.begin(), alerts.end(), true), 1);
  }
};

QTEST_GUILESS_MAIN(TestSoundNames)
#include "test_sound_names.moc"
