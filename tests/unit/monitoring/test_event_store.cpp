// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/base/atomic_file.h"
#include "core/monitoring/event_store.h"
#include "core/monitoring/sqlite_database.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int64_t kNoonUtcMs = 1'700'049'600'000;  // 2023-11-15 12:00 UTC
constexpr int64_t kHourMs = 3'600'000;

StoredEvent live(const std::string& label, int64_t onsetUtcMs = kNoonUtcMs, float score = 0.75F) {
  StoredEvent event;
  event.source = "USB microphone";
  event.onsetUtcMs = onsetUtcMs;
  event.onsetSeconds = 12.5;
  event.offsetSeconds = 13.75;
  event.label = label;
  event.peakScore = score;
  event.meanScore = score / 2;
  event.modelName = "Report's network";
  event.modelFingerprint = "0123abcd";
  event.sourceRate = 48000.0;
  event.highHz = 8000.0F;
  return event;
}

StoredEvent ofFile(const std::string& label, double onsetSeconds) {
  StoredEvent event = live(label);
  event.live = false;
  event.onsetSeconds = onsetSeconds;
  event.offsetSeconds = onsetSeconds + 1.0;
  event.sourceSeconds = 60.0;
  return event;
}

bool isSame(const StoredEvent& a, const StoredEvent& b) {
  return a.id == b.id && a.source == b.source && a.live == b.live && a.onsetUtcMs == b.onsetUtcMs &&
         a.onsetSeconds == b.onsetSeconds && a.offsetSeconds == b.offsetSeconds &&
         a.open == b.open && a.label == b.label && a.peakScore == b.peakScore &&
         a.meanScore == b.meanScore && a.modelName == b.modelName &&
         a.modelFingerprint == b.modelFingerprint && a.verdict == b.verdict &&
         a.correctedLabel == b.correctedLabel && a.clip == b.clip &&
         a.sourceSeconds == b.sourceSeconds && a.sourceRate == b.sourceRate && a.highHz == b.highHz;
}

std::vector<std::string> labelsOf(const std::vector<StoredEvent>& events) {
  std::vector<std::string> labels;
  for (const StoredEvent& event : events) labels.push_back(event.finalLabel());
  return labels;
}

/// The local time zone, until the end of the test.
class LocalZone {
 public:
  explicit LocalZone(const char* zone)
      : before_(qgetenv("TZ")), wasSet_(qEnvironmentVariableIsSet("TZ")) {
    qputenv("TZ", zone);
    ::tzset();
  }
  ~LocalZone() {
    if (wasSet_)
      qputenv("TZ", before_);
    else
      qunsetenv("TZ");
    ::tzset();
  }
  LocalZone(const LocalZone&) = delete;
  LocalZone& operator=(const LocalZone&) = delete;

 private:
  QByteArray before_;
  bool wasSet_;
};

}  // namespace

class TestEventStore : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    file_ = folder_ / "state" / "events.sqlite";
  }

  void aNewStoreIsEmptyAndItsFolderIsMade() {
    EventStore store(file_);
    QVERIFY(fs::exists(file_));
    QVERIFY(store.query({}).empty());
    QCOMPARE(store.count({}), int64_t(0));
    QVERIFY(store.labels().empty());
    QVERIFY(store.countsPer(CountStep::Day, {}).empty());
    QVERIFY(!store.find(1));
  }

  void everythingPutIsThereAfterOpeningAnew() {
    StoredEvent first = live("Dog \"Rex\", 'small'\tИ\n");
    first.clip = "/home/me/Music/a clip.flac";
    StoredEvent second = ofFile("Siren", 3.0);
    second.source = "/sounds/street;drop table events.wav";
    {
      EventStore store(file_);
      first.id = store.put(first);
      second.id = store.put(second);
      QVERIFY(first.id > 0 && second.id > first.id);
    }
    EventStore store(file_);
    QVERIFY(isSame(store.find(first.id).value(), first));
    QVERIFY(isSame(store.find(second.id).value(), second));
    QCOMPARE(store.count({}), int64_t(2));
  }

  void anUpdateWritesTimesScoresAndOpenOnly() {
    EventStore store(file_);
    StoredEvent event = live("Siren");
    event.open = true;
    event.id = store.put(event);
    store.commit();
    QVERIFY(store.find(event.id)->open);
    StoredEvent later = event;
    later.label = "Bell";
    later.offsetSeconds = 20.0;
    later.peakScore = 0.875F;
    later.open = false;
    QCOMPARE(store.put(later), event.id);
    later.label = "Siren";
    QVERIFY(isSame(store.find(event.id).value(), later));
  }

  void othersSeeWhatIsCommitted() {
    EventStore writer(file_);
    EventStore reader(file_);
    const int64_t id = writer.put(live("Siren"));
    QVERIFY(!reader.find(id));
    writer.commit();
    QVERIFY(reader.find(id));
  }

  void anEventRemovedWhileItGoesOnStaysRemoved() {
    EventStore store(file_);
    StoredEvent event = live("Siren");
    event.open = true;
    event.id = store.put(event);
    store.commit();
    EventStore(file_).remove({event.id});
    event.open = false;
    store.put(event);
    store.commit();
    QVERIFY(!store.find(event.id));
    store.setClip(event.id, "x.flac");
    QCOMPARE(store.count({}), int64_t(0));
  }

  void reviewsAreKept() {
    EventStore store(file_);
    const int64_t right = store.put(live("Siren"));
    const int64_t wrong = store.put(live("Siren"));
    const int64_t other = store.put(live("Siren"));
    const int64_t same = store.put(live("Siren"));
    store.review(right, Verdict::Right);
    store.review(wrong, Verdict::Wrong);
    store.review(other, Verdict::Relabelled, "Bell");
    store.review(same, Verdict::Relabelled, "Siren");
    EventStore reader(file_);
    QCOMPARE(reader.find(right)->verdict, Verdict::Right);
    QCOMPARE(reader.find(wrong)->verdict, Verdict::Wrong);
    QCOMPARE(reader.find(other)->verdict, Verdict::Relabelled);
    QCOMPARE(reader.find(other)->label, std::string("Siren"));
    QCOMPARE(reader.find(other)->finalLabel(), std::string("Bell"));
    QCOMPARE(reader.find(same)->verdict, Verdict::Right);
    store.review(other, Verdict::None);
    QCOMPARE(reader.find(other)->finalLabel(), std::string("Siren"));
    QVERIFY(isSentence(errorOf([&] { store.review(999, Verdict::Right); })));
    QVERIFY(isSentence(errorOf([&] { store.review(right, Verdict::Relabelled); })));
  }

  void queriesNarrow() {
    EventStore store(file_);
    for (int hour = 0; hour < 4; ++hour)
      store.put(live(hour % 2 == 0 ? "Siren" : "Dog bark", kNoonUtcMs + hour * kHourMs,
                     0.2F + 0.2F * float(hour)));
    StoredEvent file = ofFile("Сирена", 1.0);
    file.source = "/sounds/Straße.wav";
    file.modelName = "Café model";
    file.onsetUtcMs = kNoonUtcMs + 4 * kHourMs;
    const int64_t fileId = store.put(file);
    const std::vector<std::string> all = {"Сирена", "Dog bark", "Siren", "Dog bark", "Siren"};
    QVERIFY(labelsOf(store.query({})) == all);  // newest first

    const auto found = [&store](EventQuery query) {
      const auto events = store.query(query);
      QTest::qVerify(store.count(query) == int64_t(events.size()), "count", "", __FILE__, __LINE__);
      return events.size();
    };
    QCOMPARE(found({.fromUtcMs = kNoonUtcMs + kHourMs}), size_t(4));
    QCOMPARE(found({.toUtcMs = kNoonUtcMs + kHourMs}), size_t(1));
    QCOMPARE(found({.fromUtcMs = kNoonUtcMs, .toUtcMs = kNoonUtcMs}), size_t(0));
    QCOMPARE(found({.labels = {"Siren"}}), size_t(2));
    QCOMPARE(found({.labels = {"Siren", "Сирена", "none"}}), size_t(3));
    QCOMPARE(found({.text = "siren"}), size_t(2));
    QCOMPARE(found({.text = "СИРЕНА"}), size_t(1));
    QCOMPARE(found({.text = "CAFÉ"}), size_t(1));
    QCOMPARE(found({.text = "straße"}), size_t(1));
    QCOMPARE(found({.text = "usb"}), size_t(4));
    QCOMPARE(found({.text = "%"}), size_t(0));
    QCOMPARE(found({.source = "MICRO"}), size_t(4));
    QCOMPARE(found({.source = "siren"}), size_t(0));
    QCOMPARE(found({.live = false}), size_t(1));
    QCOMPARE(found({.live = true}), size_t(4));
    QCOMPARE(found({.minimumScore = 0.7F}), size_t(2));
    store.review(fileId, Verdict::Wrong);
    QCOMPARE(found({.verdict = Verdict::Wrong}), size_t(1));
    QCOMPARE(found({.verdict = Verdict::None}), size_t(4));
    QCOMPARE(found({.fromUtcMs = kNoonUtcMs,
                    .labels = {"Siren"},
                    .text = "USB",
                    .live = true,
                    .verdict = Verdict::None,
                    .minimumScore = 0.5F}),
             size_t(1));

    EventQuery page{.limit = 2, .offset = 1};
    QVERIFY(labelsOf(store.query(page)) ==
            std::vector<std::string>(all.begin() + 1, all.begin() + 3));
    QCOMPARE(store.count(page), int64_t(5));
  }

  void pagesOfOneInstantDoNotOverlap() {
    EventStore store(file_);
    for (int i = 0; i < 50; ++i) store.put(ofFile(i % 2 == 0 ? "a" : "b", i));
    std::set<int64_t> ids;
    for (int page = 0; page < 5; ++page)
      for (const StoredEvent& event : store.query({.limit = 10, .offset = page * 10}))
        ids.insert(event.id);
    QCOMPARE(ids.size(), size_t(50));
  }

  // Events are added and removed while a long list is read.
  void readingContinuesAfterTheLastEvent() {
    EventStore store(file_);
    std::set<int64_t> put;
    for (int i = 0; i < 50; ++i) put.insert(store.put(ofFile(i % 2 == 0 ? "a" : "b", i)));
    std::set<int64_t> ids;
    EventQuery query{.limit = 10};
    for (int page = 0; page < 5; ++page) {
      const std::vector<StoredEvent> events = store.query(query);
      QCOMPARE(events.size(), size_t(10));
      for (const StoredEvent& event : events) ids.insert(event.id);
      query.olderThan = {events.back().onsetUtcMs, events.back().id};
      StoredEvent later = ofFile("c", 0);
      later.onsetUtcMs += 1000;
      store.put(later);
      store.remove({events.front().id});
    }
    QVERIFY(ids == put);
    QVERIFY(store.query(query).empty());
  }

  void labelsAreCountedAfterReview() {
    EventStore store(file_);
    for (const char* label : {"b", "a", "c", "c"}) store.put(live(label));
    store.review(store.put(live("d")), Verdict::Relabelled, "c");
    const auto labels = store.labels();
    QCOMPARE(labels.size(), size_t(3));
    QCOMPARE(labels[0].label, std::string("c"));
    QCOMPARE(labels[0].count, int64_t(3));
    QCOMPARE(labels[1].label, std::string("a"));
    QCOMPARE(labels[2].label, std::string("b"));
  }

  void countsPerHourAndLocalDay() {
    const LocalZone berlin("Europe/Berlin");
    EventStore store(file_);
    // The clock goes back on 29 October 2023 at 01:00 UTC: that day has 25 hours.
    const int64_t saturdayUtcMs = 1'698'530'400'000;  // 29 October, 00:00 in Berlin
    store.put(live("a", saturdayUtcMs - 1));
    store.put(live("a", saturdayUtcMs));
    store.put(live("b", saturdayUtcMs + 12 * kHourMs));
    store.put(live("a", saturdayUtcMs + 25 * kHourMs - 1));
    store.put(live("a", saturdayUtcMs + 25 * kHourMs));
    const auto days = store.countsPer(CountStep::Day, {});
    QCOMPARE(days.size(), size_t(4));
    QCOMPARE(days[0].startUtcMs, saturdayUtcMs - 24 * kHourMs);
    QCOMPARE(days[1].startUtcMs, saturdayUtcMs);
    QCOMPARE(days[1].label, std::string("a"));
    QCOMPARE(days[1].count, int64_t(2));
    QCOMPARE(days[2].startUtcMs, saturdayUtcMs);
    QCOMPARE(days[2].label, std::string("b"));
    QCOMPARE(days[3].startUtcMs, saturdayUtcMs + 25 * kHourMs);

    EventQuery onlyB{.labels = {"b"}};
    onlyB.limit = 0;
    const auto hours = store.countsPer(CountStep::Hour, onlyB);
    QCOMPARE(hours.size(), size_t(1));
    QCOMPARE(hours[0].startUtcMs, saturdayUtcMs + 12 * kHourMs);
    QCOMPARE(store.countsPer(CountStep::Hour, {}).size(), size_t(5));
  }

  void hoursOfATimeZoneOfHalfHours() {
    const LocalZone kathmandu("Asia/Kathmandu");  // 5:45 before UTC
    EventStore store(file_);
    store.put(live("a", kNoonUtcMs));
    QCOMPARE(store.countsPer(CountStep::Hour, {})[0].startUtcMs, kNoonUtcMs - 45 * 60'000);
  }

  void aFileAnalysedAnewKeepsItsReviews() {
    EventStore store(file_);
    const std::string path = "/sounds/a.wav";
    const auto before =
        store.replaceFile(path, "f1", {ofFile("a", 1.0), ofFile("a", 5.0), ofFile("b", 5.0)});
    QCOMPARE(before.size(), size_t(3));
    store.replaceFile(path, "f2", {ofFile("a", 1.0)});
    store.replaceFile("/sounds/b.wav", "f1", {ofFile("a", 1.0)});
    store.review(before[1], Verdict::Relabelled, "c");
    store.review(before[2], Verdict::Wrong);
    const auto after = store.replaceFile(
        path, "f1", {ofFile("a", 5.0), ofFile("b", 5.5), ofFile("a", 9.0), ofFile("b", 9.0)});
    QCOMPARE(after.size(), size_t(4));
    QCOMPARE(store.count({}), int64_t(6));
    QVERIFY(!store.find(before[0]));
    QCOMPARE(store.find(after[0])->finalLabel(), std::string("c"));
    for (size_t i = 1; i < after.size(); ++i)
      QCOMPARE(store.find(after[i])->verdict, Verdict::None);
    QCOMPARE(store.find(after[3])->source, path);
    QCOMPARE(store.find(after[3])->live, false);
  }

  void manyEventsAreWrittenWithoutWaitingForCommit() {
    EventStore store(file_);
    for (int i = 0; i < 10'000; ++i) store.put(live("a", kNoonUtcMs + i));
    QVERIFY(EventStore(file_).count({}) > 0);
    QCOMPARE(store.count({}), int64_t(10'000));
  }

  void openEventsAreClosedWithTheStore() {
    StoredEvent event = live("a");
    event.open = true;
    {
      EventStore store(file_);
      event.id = store.put(event);
    }
    QCOMPARE(EventStore(file_).find(event.id)->open, false);
  }

  void aKillLosesNoMoreThanWasNotCommitted() {
    QProcess peer;
    QVERIFY(start(peer, "die"));
    QVERIFY(waitForLine(peer, "waiting"));
    // While it lives, what it has open stays open, whoever else opens the store.
    QCOMPARE(openEvents(), 1);
    QCOMPARE(EventStore(file_).count({}), int64_t(11));
    peer.kill();
    QVERIFY(peer.waitForFinished());
    QCOMPARE(peer.exitStatus(), QProcess::CrashExit);
    QCOMPARE(openEvents(), 0);
    EventStore store(file_);
    QCOMPARE(store.count({}), int64_t(11));
    const int64_t id = store.put(live("a"));
    QVERIFY(id > store.query({.offset = 1})[0].id);
  }

  void processesWriteSideBySide() {
    QProcess first, second;
    QVERIFY(start(first, "write") && start(second, "write"));
    EventStore store(file_);
    for (int i = 0; i < 300; ++i) {
      store.put(live("here", kNoonUtcMs + i));
      store.commit();
    }
    for (QProcess* peer : {&first, &second}) {
      QVERIFY(peer->waitForFinished(60'000));
      QVERIFY2(peer->exitCode() == 0, peer->readAllStandardError().constData());
    }
    QCOMPARE(store.count({}), int64_t(1300));
    std::set<int64_t> ids;
    for (const StoredEvent& event : store.query({.limit = 2000})) ids.insert(event.id);
    QCOMPARE(ids.size(), size_t(1300));
  }

  void aFullDiskIsToldAndNothingIsLost() {
    fs::create_directories(file_.parent_path());
    QProcess peer;
    QVERIFY(start(peer, "fill"));
    QVERIFY(peer.waitForFinished(60'000));
    if (peer.exitCode() == 77) QSKIP("No disk of its own can be made here.");
    QVERIFY2(peer.exitCode() == 0, peer.readAllStandardError().constData());
    const QStringList lines = QString::fromUtf8(peer.readAllStandardOutput()).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(isSentence(lines[0]) && lines[0].contains("full"), qPrintable(lines[0]));
    QCOMPARE(lines[1], QString("read"));
    QCOMPARE(lines[2], QString("went on"));
  }

  void refusesWhatIsNoStore_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("text") << QByteArray("this is no database, but a text").repeated(100);
    QTest::newRow("short") << QByteArray("x");
    QTest::newRow("torn header") << QByteArray("SQLite format 3\0", 16);
  }
  void refusesWhatIsNoStore() {
    QFETCH(QByteArray, contents);
    fs::create_directories(file_.parent_path());
    writeFileAtomically(file_, contents.toStdString());
    const QString error = errorOf([&] { EventStore store(file_); });
    QVERIFY2(isSentence(error) && error.contains(textOf(file_)), qPrintable(error));
    QVERIFY(readFile(file_) == contents.toStdString());
  }

  void refusesTheDatabaseOfAnotherProgram() {
    fs::create_directories(file_.parent_path());
    {
      SqliteDatabase other(file_);
      other.execute("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
    }
    const std::string before = readFile(file_);
    const QString error = errorOf([&] { EventStore store(file_); });
    QVERIFY2(isSentence(error) && error.contains("another program"), qPrintable(error));
    QVERIFY(readFile(file_) == before);
  }

  void refusesANewerStore() {
    { EventStore store(file_); }
    SqliteDatabase(file_).execute("PRAGMA user_version = 1000");
    const QString error = errorOf([&] { EventStore store(file_); });
    QVERIFY2(isSentence(error) && error.contains("newer"), qPrintable(error));
  }

  void aDamagedStoreIsToldInWords() {
    {
      EventStore store(file_);
      for (int i = 0; i < 5000; ++i) store.put(live("label " + std::to_string(i % 50), i));
    }
    // From its second page on: the header is whole.
    std::fstream stream(file_, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(4096);
    stream << std::string(size_t(fs::file_size(file_)) - 4096, '\x5a');
    stream.close();
    const QString error = errorOf([&] {
      EventStore store(file_);
      store.query({});
    });
    QVERIFY2(isSentence(error) && error.contains("damaged"), qPrintable(error));
  }

  void refusesFoldersAndPlacesThatCannotBeWritten() {
    fs::create_directories(file_);
    writeFileAtomically(folder_ / "plain", "x");
    for (const fs::path& file : {file_, folder_ / "plain" / "events.sqlite"}) {
      const QString error = errorOf([&] { EventStore store(file); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
  }

  void exportsWhatTheReviewSays() {
    StoredEvent event = live("Siren");
    event.verdict = Verdict::Relabelled;
    event.correctedLabel = "Bell";
    const ExportedEvent exported = exportedEvent(event);
    QCOMPARE(exported.label, std::string("Bell"));
    QCOMPARE(exported.review, std::string("relabelled"));
    QCOMPARE(exported.onsetUtcMs, kNoonUtcMs);
    QCOMPARE(exported.sourceRate, 48000.0);
    QCOMPARE(exportedEvent(ofFile("a", 1.0)).onsetUtcMs, int64_t(0));
    QCOMPARE(exportedEvent(ofFile("a", 1.0)).sourceSeconds, 60.0);
  }

 private:
  static QString textOf(const fs::path& path) { return QString::fromStdString(path.string()); }
  bool start(QProcess& peer, const char* mode) {
    peer.start(EARWITNESS_STORE_PEER, {mode, textOf(file_)});
    return peer.waitForStarted();
  }
  static bool waitForLine(QProcess& peer, const QByteArray& line) {
    while (!peer.canReadLine())
      if (!peer.waitForReadyRead(60'000)) return false;
    return peer.readLine().trimmed() == line;
  }
  int openEvents() const {
    const auto events = EventStore(file_).query({});
    return int(std::count_if(events.begin(), events.end(),
                             [](const StoredEvent& event) { return event.open; }));
  }

  QTemporaryDir directory_;
  fs::path folder_, file_;
};

QTEST_GUILESS_MAIN(TestEventStore)
#include "test_event_store.moc"
