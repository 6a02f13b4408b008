// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <fstream>
#include <latch>

#include "core/audio/audio_file.h"
#include "core/monitoring/event_dispatcher.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr double kRate = 8000.0;
constexpr int64_t kStartUtcMs = 1'767'323'045'678;
constexpr int kPatienceMs = 60'000;

/// What a listener would hand the desk.
class Scene {
 public:
  explicit Scene(
      EventDispatcher::Options options, std::function<int64_t(const fs::path&)> freeBytes =
                                            [](const fs::path&) { return int64_t(1) << 40; }) {
    history_->begin(kRate, 0.0);
    options.history = history_;
    options.freeBytes = std::move(freeBytes);
    dispatcher_ = std::make_unique<EventDispatcher>(std::move(options));
    dispatcher_->beginStream(smallDescription(), "Microphone");
  }

  void hear(double seconds) {
    history_->push(noise(size_t(seconds * kRate)));
    seconds_ += seconds;
    LiveUpdate update;
    update.events = std::exchange(events_, {});
    update.source = source_;
    for (Event& event : update.events) event.source = source_;
    update.streamSeconds = seconds_;
    update.utcMs = kStartUtcMs + int64_t(seconds_ * 1000.0);
    dispatcher_->take(update);
  }
  /// Goes with what is heard next.
  void event(int64_t id, double onset, double offset, bool open, int label = 0) {
    events_.push_back({.label = label,
                       .onsetSeconds = onset,
                       .offsetSeconds = offset,
                       .peakScore = 0.875F,
                       .meanScore = 0.5F,
                       .open = open,
                       .id = id,
                       .onsetUtcMs = kStartUtcMs + int64_t(onset * 1000.0)});
  }
  /// What came since the last call, once the desk has come so far.
  const EventDispatcher::News& news() {
    EventDispatcher::News fresh = dispatcher_->drain();
    for (const auto& stored : fresh.stored) all_.stored.push_back(stored);
    for (const auto& recording : fresh.recordings) all_.recordings.push_back(recording);
    for (const auto& loss : fresh.losses) all_.losses.push_back(loss);
    all_.problem = fresh.problem;
    all_.recorder = fresh.recorder;
    all_.doneSeconds = fresh.doneSeconds;
    return all_;
  }
  EventDispatcher& desk() { return *dispatcher_; }
  void rename(const std::string& source) { source_ = source; }
  void close() { dispatcher_.reset(); }
  double seconds() const { return seconds_; }

 private:
  std::shared_ptr<AudioHistory> history_ = std::make_shared<AudioHistory>(120.0);
  std::unique_ptr<EventDispatcher> dispatcher_;
  std::vector<Event> events_;
  EventDispatcher::News all_;
  std::string source_;
  double seconds_ = 0.0;
};

std::string commentOf(const fs::path& clip) {
  SF_INFO info{};
  SNDFILE* file = sf_open(clip.c_str(), SFM_READ, &info);
  const char* comment = file == nullptr ? nullptr : sf_get_string(file, SF_STR_COMMENT);
  const std::string text = comment == nullptr ? "" : comment;
  sf_close(file);
  return text;
}

}  // namespace

class TestEventDispatcher : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    const fs::path folder = directory_->path().toStdString();
    options_ = {};
    storeFile_ = folder / "state" / "events.sqlite";
    options_.store = directStoreAccess(storeFile_);
    options_.settings.recorder.folder = folder / "clips";
    options_.settings.recorder.mode = RecorderSettings::Mode::Triggered;
    options_.settings.alerts.notification = false;
    options_.settings.alerts.command = {"/bin/sh", "-c",
                                        "cat >> '" + (folder / "alerts").string() + "'"};
  }

  // The default microphone moves while it is listened to.
  void eventsAndClipsHaveTheNameOfTheirMicrophone() {
    Scene scene(options_);
    scene.rename("Headset");
    scene.hear(10.0);
    scene.event(1, 9.5, 10.5, false);
    scene.hear(0.5);
    scene.rename("Built-in microphone");
    scene.hear(10.0);
    scene.event(2, 20.0, 20.5, false);
    scene.hear(6.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().recordings.size(), size_t(2), kPatienceMs);
    const EventStore store(storeFile_);
    QTRY_COMPARE_WITH_TIMEOUT(store.query({}).size(), size_t(2), kPatienceMs);
    const std::vector<StoredEvent> events = store.query({});  // newest first
    QCOMPARE(events[0].source, std::string("Built-in microphone"));
    QCOMPARE(events[1].source, std::string("Headset"));
    const auto& clips = scene.news().recordings;
    QVERIFY(commentOf(clips[0].recording.file).ends_with("; Headset"));
    QVERIFY(commentOf(clips[1].recording.file).ends_with("; Built-in microphone"));
  }

  // A file that is listened to stands in the store with the places in it.
  void eventsOfAFileHaveTheirPlaceInIt() {
    Scene scene(options_);
    scene.desk().beginStream(smallDescription(), "/sounds/day.wav", nullptr,
                             {.seconds = 90.0, .sampleRate = 16000.0});
    scene.hear(10.0);
    scene.event(1, 9.5, 10.0, false);
    scene.hear(1.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().stored.size(), size_t(1), kPatienceMs);
    const StoredEvent stored = *EventStore(storeFile_).find(scene.news().stored[0].rowId);
    QCOMPARE(stored.source, std::string("/sounds/day.wav"));
    QCOMPARE(stored.sourceSeconds, 90.0);
    const ExportedEvent exported = exportedEvent(stored);
    QCOMPARE(exported.onsetUtcMs, kStartUtcMs + 9500);
    QCOMPARE(exported.startSeconds, 9.5);
    QCOMPARE(exported.sourceRate, 16000.0);
  }

  /// What nobody expected costs the desk one job, not the program.
  void aJobThatFailsIsToldAndTheDeskGoesOn() {
    std::atomic<bool> isBroken{false};
    Scene scene(options_, [&isBroken](const fs::path&) {
      if (isBroken) throw 1;  // which the recorder does not expect
      return int64_t(1) << 40;
    });
    scene.hear(1.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().doneSeconds, 1.0, kPatienceMs);
    isBroken = true;
    scene.event(1, 1.0, 1.5, false);
    scene.hear(60.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().problem.english(),
                              std::string("An unexpected error occurred."), kPatienceMs);
    isBroken = false;
    scene.hear(5.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().doneSeconds, scene.seconds(), kPatienceMs);
  }

  void anEventIsStoredAndRecorded() {
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.5, 10.0, true);
    scene.hear(0.5);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().stored.size(), size_t(1), kPatienceMs);
    QCOMPARE(scene.news().stored[0].eventId, 1);
    const int64_t row = scene.news().stored[0].rowId;
    const EventStore store(storeFile_);
    QTRY_VERIFY_WITH_TIMEOUT(store.find(row).has_value(), kPatienceMs);
    QVERIFY(store.find(row)->open);

    scene.event(1, 9.5, 11.0, false);
    scene.hear(5.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().recordings.size(), size_t(1), kPatienceMs);
    const fs::path clip = scene.news().recordings[0].recording.file;
    QTRY_COMPARE_WITH_TIMEOUT(store.find(row)->clip, clip.string(), kPatienceMs);
    QCOMPARE(readAudio(clip, kRate).size(), size_t(7.5 * kRate));
    QCOMPARE(scene.news().recorder.clips, 1);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().doneSeconds, scene.seconds(), kPatienceMs);
    QVERIFY(scene.news().problem.empty());

    const StoredEvent stored = *store.find(row);
    QVERIFY(stored.live && !stored.open);
    QCOMPARE(stored.label, std::string("Low sound"));
    QCOMPARE(stored.source, std::string("Microphone"));
    QCOMPARE(stored.modelName, std::string("Test model"));
    QCOMPARE(stored.onsetUtcMs, kStartUtcMs + 9500);
    QCOMPARE(stored.offsetSeconds, 11.0);
    QCOMPARE(stored.peakScore, 0.875F);
  }

  void aLostRecordingIsReportedAtTheEnd() {
    fs::create_directories(options_.settings.recorder.folder);
    std::ofstream(options_.settings.recorder.folder / "Low sound") << "x";
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.5, 10.0, true);
    scene.hear(0.5);
    scene.desk().finish();
    QCOMPARE(scene.news().losses.size(), size_t(1));
    QVERIFY(QString::fromStdString(scene.news().losses[0].english()).contains("Low sound"));
    QVERIFY(!scene.news().problem.empty());
    QVERIFY(scene.news().recordings.empty());
  }

  void aLostRecordingIsReportedThoughTheNextStreamBegins() {
    fs::create_directories(options_.settings.recorder.folder);
    std::ofstream(options_.settings.recorder.folder / "Low sound") << "x";
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.5, 10.0, true);
    scene.hear(0.5);
    scene.desk().beginStream(smallDescription(), "Microphone");
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().losses.size(), size_t(1), kPatienceMs);
  }

  void closingFinishesAll() {
    {
      Scene scene(options_);
      scene.hear(10.0);
      for (int64_t id = 1; id <= 50; ++id) scene.event(id, 9.0, 10.0, id % 2 == 0, int(id % 3));
      scene.hear(1.0);
    }
    const EventStore store(storeFile_);
    const auto events = store.query({});
    QCOMPARE(events.size(), size_t(50));
    for (const StoredEvent& event : events) {
      QVERIFY(!event.open);
      QVERIFY2(fs::exists(event.clip), event.clip.c_str());
      QCOMPARE(readAudio(event.clip, kRate).size(), size_t(5.0 * kRate));
    }
  }

  void whatIsSetIsDone() {
    options_.settings.classes["Low sound"].hidden = true;
    options_.settings.classes["High sound"].record = false;
    {
      Scene scene(options_);
      scene.hear(10.0);
      for (int label = 0; label < 3; ++label) scene.event(label + 1, 9.0, 10.0, false, label);
      scene.hear(1.0);
    }
    const EventStore store(storeFile_);
    const auto events = store.query({});
    QCOMPARE(events.size(), size_t(2));
    for (const StoredEvent& event : events) {
      QVERIFY(event.label != "Low sound");
      QCOMPARE(event.clip.empty(), event.label == "High sound");
    }
  }

  void settingsChangeWhileItRuns() {
    options_.settings.recorder.mode = RecorderSettings::Mode::Off;
    options_.settings.storeEvents = false;
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.0, 10.0, false);
    scene.hear(1.0);
    MonitoringSettings settings = options_.settings;
    settings.recorder.mode = RecorderSettings::Mode::Triggered;
    settings.storeEvents = true;
    scene.desk().setSettings(settings);
    scene.event(2, 10.5, 11.0, false);
    scene.hear(5.0);
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().recordings.size(), size_t(1), kPatienceMs);
    scene.close();
    const auto events = EventStore(storeFile_).query({});
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].onsetSeconds, 10.5);
  }

  void anAlertIsSentWhenAnEventIsFirstTold() {
    options_.settings.classes["Low sound"].alert = true;
    const fs::path alerts = storeFile_.parent_path().parent_path() / "alerts";
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.0, 10.0, true, 1);  // not of a class that alerts
    scene.event(2, 9.0, 10.0, true, 0);
    scene.hear(1.0);
    scene.event(2, 9.0, 11.0, true, 0);
    scene.hear(1.0);
    scene.event(2, 9.0, 12.0, false, 0);
    scene.event(3, 12.0, 12.5, false, 0);  // cooling down
    scene.hear(1.0);
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(alerts) && fs::file_size(alerts) > 0, kPatienceMs);
    scene.close();
    std::ifstream file(alerts);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    QCOMPARE(QString::fromStdString(text).count("Low sound"), 1);
    QVERIFY(!QString::fromStdString(text).contains("High sound"));
  }

  void aStoreThatCannotBeUsedIsToldAndTriedAgain() {
    const fs::path folder = storeFile_.parent_path();
    std::ofstream(folder) << "in the way";
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.0, 10.0, false);
    scene.hear(5.0);
    QTRY_VERIFY_WITH_TIMEOUT(!scene.news().problem.empty(), kPatienceMs);
    const QString problem = QString::fromStdString(scene.news().problem.english());
    QVERIFY2(isSentence(problem), qPrintable(problem));
    // Clips are written all the same.
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().recordings.size(), size_t(1), kPatienceMs);
    fs::remove(folder);
    QTRY_VERIFY_WITH_TIMEOUT(scene.news().problem.empty(), kPatienceMs);
    scene.close();
    const auto events = EventStore(storeFile_).query({});
    QCOMPARE(events.size(), size_t(1));
    QVERIFY(fs::exists(events[0].clip));
  }

  // As in the window, where the store's own thread uses it and listening goes on meanwhile.
  void eventsWaitWhileTheStoreIsInUse() {
    std::latch answer(1);
    options_.store = [&answer, direct = options_.store](const EventStoreWork& work) {
      answer.wait();
      direct(work);
    };
    Scene scene(options_);
    for (int id = 1; id <= 20; ++id) {
      scene.event(id, double(id) - 0.5, double(id), false);
      scene.hear(1.0);
    }
    QVERIFY(scene.news().stored.empty());
    answer.count_down();
    QTRY_COMPARE_WITH_TIMEOUT(scene.news().stored.size(), size_t(20), kPatienceMs);
    QVERIFY(scene.news().problem.empty());
    const auto events = EventStore(storeFile_).query({});  // newest first
    QCOMPARE(events.size(), size_t(20));
    for (size_t i = 0; i < events.size(); ++i) QCOMPARE(events[i].onsetSeconds, 19.5 - double(i));
  }

  void streamsFollowEachOther() {
    Scene scene(options_);
    scene.hear(10.0);
    scene.event(1, 9.0, 10.0, true);
    scene.hear(1.0);
    const auto second = std::make_shared<AudioHistory>(120.0);
    second->begin(kRate, 0.0);
    second->push(noise(size_t(20.0 * kRate)));
    scene.desk().endStream();
    scene.desk().beginStream(smallDescription(), "Other microphone", second);
    LiveUpdate update;
    update.events = {{.label = 1, .onsetSeconds = 9.0, .offsetSeconds = 10.0, .id = 1}};
    update.streamSeconds = 20.0;
    update.utcMs = kStartUtcMs + 60'000;
    scene.desk().take(update);
    scene.close();
    const auto events = EventStore(storeFile_).query({});
    QCOMPARE(events.size(), size_t(2));  // newest first
    QCOMPARE(events[0].source, std::string("Other microphone"));
    QCOMPARE(events[0].onsetUtcMs, kStartUtcMs + 60'000 - 11'000);
    QCOMPARE(readAudio(events[0].clip, kRate).size(), size_t(7.0 * kRate));
    QCOMPARE(events[1].source, std::string("Microphone"));
    QCOMPARE(readAudio(events[1].clip, kRate).size(), size_t(5.0 * kRate));
  }

  void nothingIsDoneWithoutAStream() {
    {
      EventDispatcher desk(options_);
      LiveUpdate update;
      update.events = {{.label = 1, .onsetSeconds = 9.0, .offsetSeconds = 10.0, .id = 1}};
      desk.take(update);
      desk.endStream();
    }
    QVERIFY(EventStore(storeFile_).query({}).empty());
    QVERIFY(!fs::exists(options_.settings.recorder.folder));
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path storeFile_;
  EventDispatcher::Options options_;
};

QTEST_GUILESS_MAIN(TestEventDispatcher)
#include "test_event_dispatcher.moc"
