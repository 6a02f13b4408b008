// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/listening/taught_store.h"
#include "tests/unit/base/as_nobody.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kModel = "00112233445566778899aabbccddeeff";

TaughtClasses kettleAndDoor() {
  TaughtClasses classes(kModel, 3);
  TaughtExample example;
  example.embedding = {0.1F, -1.0F / 3.0F, 1e-20F};
  example.origin = "Microphone \"1\" \xC3\xA9";
  example.utcMs = 1'767'323'045'678;
  example.seconds = 1.25;
  classes.addExample("kettle", example);
  example.isCounterExample = true;
  classes.addExample("kettle", example);
  classes.addExample("\xD0\xB4\xD0\xB2\xD0\xB5\xD1\x80\xD1\x8C", {.embedding = {1.0F, 2.0F, 3.0F}});
  classes.setThreshold("kettle", 0.4F);
  return classes;
}

/// What `action` throws while no file can grow beyond 1 kB, as on a full disk.
template <typename Action>
QString onAFullDisk(Action&& action) {
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  ::getrlimit(RLIMIT_FSIZE, &old);
  rlimit limit = old;
  limit.rlim_cur = 1024;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  const QString text = errorOf(action);
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  return text;
}

std::vector<float> tone() {
  std::vector<float> samples(16000);
  for (size_t i = 0; i < samples.size(); ++i) samples[i] = 0.5F * std::sin(float(i) * 0.1F);
  return samples;
}

}  // namespace

class TestTaughtStore : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    fs::permissions(directory_->path().toStdString(), fs::perms(0755));  // for asNobody()
    folder_ = fs::path(directory_->path().toStdString()) / "taught" / kModel;
  }

  void noFileIsNoClasses() {
    TaughtStore store = opened();
    const TaughtClasses classes = store.load();
    QVERIFY(classes.empty());
    QCOMPARE(classes.modelFingerprint(), std::string(kModel));
    QCOMPARE(classes.embeddingSize(), size_t(3));
    QVERIFY(store.problem().empty() && !store.hasChanged());
    QVERIFY(!fs::exists(folder_));
  }

  void everythingSurvivesTheFile() {
    const TaughtClasses classes = kettleAndDoor();
    opened().save(classes);
    TaughtStore store = opened();
    const TaughtClasses read = store.load();
    QVERIFY(read.classes() == classes.classes());
    QVERIFY(!read.canUndo());
    QVERIFY(store.problem().empty());
    store.save(read);
    QVERIFY(readFile(store.file()).find("\"threshold\":0.4") != std::string::npos);
  }

  void keysOfALaterVersionAreIgnored() {
    const TaughtClasses classes = kettleAndDoor();
    json object = toJson(classes);
    object["colour"] = 7;
    object["classes"][0]["examples"][0]["mood"] = "calm";
    QVERIFY(taughtClassesFromJson(object, "a text").classes() == classes.classes());
  }

  void namesOfFilesNeedNotBeUtf8() {
    TaughtClasses classes(kModel, 1);
    classes.addExample("kettle", {.embedding = {1.0F}, .origin = "caf\xE9.wav"});
    TaughtStore store(folder_, kModel, 1);
    store.save(classes);
    QCOMPARE(TaughtStore(folder_, kModel, 1).load().classes()[0].examples[0].origin,
             std::string("caf\xEF\xBF\xBD.wav"));
  }

  void damagedFilesAreKeptAside_data() {
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* name, const char* pointer, const char* value,
                        const char* hint) {
      QTest::newRow(name) << QByteArray(pointer) << QByteArray(value) << hint;
    };
    row("no JSON", "", "{\"classes\": ", "not valid JSON");
    row("empty", "", "", "not valid JSON");
    row("a list", "", "[]", "not an object");
    row("no version", "/format_version", "", "format_version");
    row("another model", "/model/fingerprint", "\"ff\"", "another model");
    row("another embedding", "/model/embedding_size", "4", "embedding");
    row("no classes", "/classes", "", "classes");
    row("classes are no list", "/classes", "{}", "classes");
    row("no name", "/classes/0/name", "\" \"", "classes[0].name");
    row("a name twice", "/classes/0/name", "\"\xD0\xB4\xD0\xB2\xD0\xB5\xD1\x80\xD1\x8C\"", "twice");
    row("threshold", "/classes/0/threshold", "2", "classes[0].threshold");
    row("examples", "/classes/0/examples", "null", "classes[0].examples");
    row("id", "/classes/0/examples/0/id", "\"../../etc/passwd\"", "examples[0].id");
    row("no counter", "/classes/0/examples/0/counter_example", "0", "counter_example");
    row("clip elsewhere", "/classes/0/examples/0/clip", "\"/etc/passwd.flac\"", "clip");
    row("time", "/classes/0/examples/0/utc_ms", "18446744073709551615", "utc_ms");
    row("seconds", "/classes/0/examples/0/seconds", "-1", "seconds");
    row("too short", "/classes/0/examples/0/embedding", "[1, 2]", "embedding");
    row("no number", "/classes/0/examples/0/embedding/1", "null", "embedding");
    row("too large", "/classes/0/examples/0/embedding/1", "1e300", "embedding");
  }
  void damagedFilesAreKeptAside() {
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, hint);
    std::string text = value.toStdString();
    if (!pointer.isEmpty()) {
      json object = toJson(kettleAndDoor());
      const json::json_pointer at(pointer.toStdString());
      if (value.isEmpty())
        object[at.parent_pointer()].erase(at.back());
      else
        object[at] = json::parse(value.toStdString());
      text = object.dump();
    }
    fs::create_directories(folder_);
    std::ofstream(folder_ / "taught.json") << text;
    TaughtStore store = opened();
    QVERIFY(store.load().empty());
    const QString problem = QString::fromStdString(store.problem().english());
    QVERIFY2(isSentence(problem) && problem.contains(hint) && problem.contains("taught-damaged"),
             qPrintable(problem));
    QCOMPARE(readFile(folder_ / "taught-damaged.json"), text);
    store.save(kettleAndDoor());
    QVERIFY(opened().load().classes().size() == 2);
    QCOMPARE(readFile(folder_ / "taught-damaged.json"), text);
  }

  void anIdTwiceIsDamage() {
    json object = toJson(kettleAndDoor());
    object["classes"][1]["examples"][0]["id"] = object["classes"][0]["examples"][0]["id"];
    const QString text = errorOf([&] { taughtClassesFromJson(object, "'x'"); });
    QVERIFY2(isSentence(text) && text.contains("twice"), qPrintable(text));
  }

  void aNewerFileIsNeverReplaced() {
    json object = toJson(kettleAndDoor());
    object["format_version"] = 2;
    fs::create_directories(folder_);
    std::ofstream(folder_ / "taught.json") << object.dump();
    TaughtStore store = opened();
    const QString text = errorOf([&] { store.load(); });
    QVERIFY2(isSentence(text) && text.contains("newer"), qPrintable(text));
    QVERIFY(isSentence(errorOf([&] { store.save(kettleAndDoor()); })));
    QCOMPARE(readFile(folder_ / "taught.json"), object.dump());
  }

  void anUnreadableFileIsNeverReplaced() {
    fs::create_directories(folder_ / "taught.json");
    TaughtStore store = opened();
    QVERIFY(isSentence(errorOf([&] { store.load(); })));
    QVERIFY(isSentence(errorOf([&] { store.save(kettleAndDoor()); })));
  }

  void anotherProcessesChangesAreNotOverwritten() {
    TaughtStore first = opened();
    TaughtStore second = opened();
    TaughtClasses classes = first.load();
    second.load();
    classes.addExample("kettle", {.embedding = {1.0F, 2.0F, 3.0F}});
    first.save(classes);
    QVERIFY(!first.hasChanged() && second.hasChanged());
    const QString text = errorOf([&] { second.save(kettleAndDoor()); });
    QVERIFY2(isSentence(text) && text.contains("another program"), qPrintable(text));
    QCOMPARE(second.load().classes().size(), size_t(1));
    second.save(kettleAndDoor());
  }

  void aFullDiskLeavesTheOldFile() {
    TaughtStore store = opened();
    TaughtClasses classes = kettleAndDoor();
    store.save(classes);
    const std::string before = readFile(store.file());
    for (int i = 0; i < 20; ++i) classes.addExample("bell", {.embedding = {1.0F, 2.0F, 3.0F}});
    const QString text = onAFullDisk([&] { store.save(classes); });
    QVERIFY2(isSentence(text) && text.contains("disk"), qPrintable(text));
    QCOMPARE(readFile(store.file()), before);
    const QString clip = onAFullDisk([&] { store.saveClip(newExampleId(), tone(), 16000); });
    QVERIFY2(isSentence(clip) && clip.contains("disk"), qPrintable(clip));
    QCOMPARE(entries(), 1);
    store.save(classes);
    QCOMPARE(opened().load().classes().size(), size_t(3));
  }

  void aFolderThatCannotBeCreatedIsReported() {
    const QString text = asNobody([&] { opened().save(kettleAndDoor()); });
    QVERIFY2(isSentence(text) && text.contains("cannot be created"), qPrintable(text));
    std::ofstream(folder_.parent_path().parent_path() / "taught") << "in the way";
    const QString inTheWay = errorOf([&] { opened().save(kettleAndDoor()); });
    QVERIFY2(isSentence(inTheWay) && inTheWay.contains("cannot be"), qPrintable(inTheWay));
  }

  void clipsAreKeptAsFlac() {
    TaughtStore store = opened();
    TaughtClasses classes = store.load();
    TaughtExample example{.embedding = {1.0F, 2.0F, 3.0F}};
    example.id = newExampleId();
    example.clip = store.saveClip(example.id, tone(), 16000);
    QCOMPARE(example.clip, example.id + ".flac");
    classes.addExample("kettle", example);
    const std::vector<float> read = readAudio(store.clipPath(example), 16000);
    QCOMPARE(read.size(), tone().size());
    QVERIFY(std::abs(read[100] - tone()[100]) < 0.001F);
    for (const char* id : {"", "/0123456789abcde", "x"})
      QVERIFY(isSentence(errorOf([&] { store.saveClip(id, tone(), 16000); })));
  }

  void onlyOwnUnusedClipsAreDeleted() {
    std::vector<TaughtExample> examples(2, {.embedding = {1.0F, 2.0F, 3.0F}});
    const fs::path other = folder_ / "holiday.flac";
    {
      TaughtStore store = opened();
      TaughtClasses classes = store.load();
      store.removeUnusedClips(classes);  // without a folder
      for (TaughtExample& example : examples) {
        example.id = newExampleId();
        example.clip = store.saveClip(example.id, tone(), 16000);
        classes.addExample("kettle", example);
      }
      fs::copy_file(store.clipPath(examples[0]), other);
      classes.removeExample(examples[0].id);
      store.removeUnusedClips(classes);
      QVERIFY(fs::exists(store.clipPath(examples[0])));  // undo() brings it back
      store.save(classes);
    }
    TaughtStore again = opened();
    again.removeUnusedClips(again.load());
    QVERIFY(!fs::exists(again.clipPath(examples[0])));
    QVERIFY(fs::exists(again.clipPath(examples[1])));
    QVERIFY(fs::exists(other));
  }

  /// Another program may still bring it back, or has just written it.
  void clipsAreKeptWhileAnotherProgramHasTheStore() {
    TaughtStore store = opened();
    TaughtClasses classes = store.load();
    TaughtExample example{.embedding = {1.0F, 2.0F, 3.0F}};
    example.id = newExampleId();
    example.clip = store.saveClip(example.id, tone(), 16000);
    classes.addExample("kettle", example);
    store.save(classes);
    const TaughtClasses none(kModel, 3);
    {
      TaughtStore other = opened();
      other.load();
      other.save(none);
      other.removeUnusedClips(none);
      QVERIFY(fs::exists(store.clipPath(example)));
    }
    store.load();
    store.removeUnusedClips(none);
    QVERIFY(!fs::exists(store.clipPath(example)));
  }

  /// Threads with stores of their own are as programs: each reads, changes and writes.
  void simultaneousEditsAllRemain() {
    constexpr int kEdits = 25;
    const auto addAll = [this](const std::string& name) {
      TaughtStore store = opened();
      for (int i = 0; i < kEdits; ++i) {
        const TaughtLock::Hold held = store.hold();
        TaughtClasses classes = store.load();
        classes.addExample(name, {.embedding = {1.0F, 2.0F, 3.0F}});
        store.save(classes);
      }
    };
    std::thread first(addAll, "kettle");
    std::thread second(addAll, "door");
    first.join();
    second.join();
    const TaughtClasses classes = opened().load();
    QCOMPARE(classes.find("kettle")->exampleCount(), size_t(kEdits));
    QCOMPARE(classes.find("door")->exampleCount(), size_t(kEdits));
  }

  /// A program that is killed while it holds the store leaves it to the others.
  void aKilledHolderIsNotWaitedFor() {
    fs::create_directories(folder_);
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      TaughtStore store = opened();
      const TaughtLock::Hold held = store.hold();
      if (::write(ready[1], "x", 1) != 1) ::_exit(1);
      while (true) ::pause();
    }
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
    TaughtStore store = opened();
    std::thread writer([&store] { store.save(kettleAndDoor()); });
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    writer.join();
    QCOMPARE(opened().load().classes().size(), size_t(2));
    ::close(ready[0]);
    ::close(ready[1]);
  }

  void aModelHasItsOwnFolder() {
    qputenv("XDG_DATA_HOME", "/srv/data");
    QCOMPARE(TaughtStore::folderFor("0a"), fs::path("/srv/data/earwitness/taught/0a"));
    for (const char* bad : {"", ".", "a/b", "A"})
      QVERIFY(isSentence(errorOf([&] { TaughtStore::folderFor(bad); })));
  }

 private:
  TaughtStore opened() const { return {folder_, kModel, 3}; }
  /// Files in the folder besides that of the lock.
  int entries() const {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(folder_))
      count += entry.path().filename() != ".lock" ? 1 : 0;
    return count;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_;
};

QTEST_GUILESS_MAIN(TestTaughtStore)
#include "test_taught_store.moc"
