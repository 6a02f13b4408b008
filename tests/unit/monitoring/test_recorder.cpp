// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <set>

#include "core/audio/audio_file.h"
#include "core/audio/audio_writer.h"
#include "core/monitoring/clip_names.h"
#include "core/monitoring/recorder.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr double kRate = 1000.0;
constexpr int64_t kStartUtcMs = 1'767'323'045'678;  // 2026-01-02T03:04:05.678Z
constexpr int64_t kPlenty = int64_t(1) << 40;

/// Sample n of the stream says which it is.
float numbered(int64_t n) {
  return float(n % 30000) / 32768.0F;
}

/// A stream with a recorder; what is heard is numbered.
class Stream {
 public:
  explicit Stream(RecorderSettings settings) : history_(120.0) {
    history_.begin(kRate, 0.0);
    recorder_.emplace(std::move(settings), history_, [this](const fs::path&) { return free_; });
    recorder_->setStream("Test model", "Microphone");
  }

  /// In steps of a quarter of a second.
  void hearUntil(double seconds) {
    while (seconds_ < seconds) {
      std::vector<float> samples(size_t(0.25 * kRate));
      for (float& sample : samples) sample = numbered(heard_++);
      history_.push(samples);
      seconds_ = double(heard_) / kRate;
      add(recorder_->advance(seconds_, utcMs()));
    }
  }
  void event(int64_t id, double onset, double offset, bool open, const std::string& label = "Dog") {
    recorder_->take({.label = 0,
                     .onsetSeconds = onset,
                     .offsetSeconds = offset,
                     .peakScore = 0.875F,
                     .meanScore = 0.5F,
                     .open = open,
                     .id = id,
                     .onsetUtcMs = kStartUtcMs + int64_t(onset * 1000.0)},
                    label);
  }
  /// An event from beginning to end, heard until its clip is complete.
  void wholeEvent(int64_t id, const std::string& label = "Dog") {
    const double onset = seconds_;
    event(id, onset, onset + 0.5, false, label);
    hearUntil(onset + 5.0);
  }
  void finish() { add(recorder_->finish()); }
  void leapClock(int64_t ms) { leapMs_ += ms; }
  void setFree(int64_t bytes) { free_ = bytes; }

  RecorderState state() const { return recorder_->state(); }
  std::vector<Message> takeLosses() { return recorder_->takeLosses(); }
  const std::vector<Recording>& written() const { return written_; }
  double seconds() const { return seconds_; }

 private:
  int64_t utcMs() const { return kStartUtcMs + int64_t(seconds_ * 1000.0) + leapMs_; }
  void add(std::vector<Recording>&& recordings) {
    for (Recording& recording : recordings) written_.push_back(std::move(recording));
  }

  AudioHistory history_;
  std::optional<Recorder> recorder_;
  std::vector<Recording> written_;
  int64_t heard_ = 0;
  double seconds_ = 0.0;
  int64_t leapMs_ = 0;
  int64_t free_ = kPlenty;
};

/// The stream's samples from one second to the other.
bool holds(const fs::path& file, double from, double to) {
  const std::vector<float> samples = readAudio(file, kRate);
  const auto first = std::llround(from * kRate);
  if (samples.size() != size_t(std::llround(to * kRate) - first)) return false;
  for (size_t i = 0; i < samples.size(); ++i)
    if (samples[i] != numbered(first + int64_t(i))) return false;
  return true;
}

std::set<std::string> filesIn(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(fs::relative(entry.path(), folder).string());
  return files;
}

}  // namespace

class TestRecorder : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    settings_ = {};
    settings_.folder = directory_->path().toStdString();
    settings_.mode = RecorderSettings::Mode::Triggered;
  }

  void aClipHasAMarginOnBothSides() {
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.event(1, 9.5, 10.0, true);
    stream.hearUntil(12.0);
    stream.event(1, 9.5, 12.0, false);
    stream.hearUntil(14.75);
    QVERIFY(stream.written().empty());
    stream.hearUntil(15.0);
    QCOMPARE(stream.written().size(), size_t(1));
    const Recording& clip = stream.written().front();
    QVERIFY(holds(clip.file, 6.5, 15.0));
    QCOMPARE(fs::relative(clip.file, settings_.folder).string(),
             std::string("Dog/Dog_2026-01-02T03-04-12.178Z.flac"));
    QCOMPARE(clip.label, std::string("Dog"));
    QCOMPARE(clip.eventIds, std::vector<int64_t>{1});
    QCOMPARE(clip.startUtcMs, kStartUtcMs + 6500);
    QCOMPARE(clip.seconds, 8.5);
    QCOMPARE(stream.state().clips, 1);
    QCOMPARE(stream.state().usedBytes, int64_t(fs::file_size(clip.file)));
    QCOMPARE(filesIn(settings_.folder).size(), size_t(1));
  }

  void theStartOfAStreamShortensTheMargin() {
    Stream stream(settings_);
    stream.hearUntil(2.0);
    stream.event(1, 1.0, 2.0, false);
    stream.hearUntil(5.0);
    QVERIFY(holds(stream.written().at(0).file, 0.0, 5.0));
    QCOMPARE(stream.written().at(0).startUtcMs, kStartUtcMs);
  }

  void overlappingEventsOfAClassShareAClip() {
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.event(1, 9.0, 10.0, false);
    stream.event(2, 9.5, 10.0, true, "Cat");
    stream.hearUntil(14.5);
    stream.event(3, 14.25, 14.5, false);  // its margin begins within the clip before
    stream.event(2, 9.5, 14.5, false, "Cat");
    stream.hearUntil(20.0);
    QCOMPARE(stream.written().size(), size_t(3));
    std::map<std::string, std::vector<int64_t>> clips;
    for (const Recording& clip : stream.written())
      for (const int64_t id : clip.eventIds) clips[clip.label].push_back(id);
    QCOMPARE(clips["Dog"], (std::vector<int64_t>{1, 3}));
    QCOMPARE(clips["Cat"], std::vector<int64_t>{2});
  }

  void aJoinedClipIsWhole() {
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.event(1, 9.0, 10.0, false);
    stream.hearUntil(12.5);
    stream.event(2, 12.0, 12.5, false);
    stream.hearUntil(20.0);
    QCOMPARE(stream.written().size(), size_t(1));
    QVERIFY(holds(stream.written()[0].file, 6.0, 15.5));
    QCOMPARE(stream.written()[0].eventIds, (std::vector<int64_t>{1, 2}));
  }

  void aLongEventGoesOnInTheNextClip() {
    Stream stream(settings_);
    stream.hearUntil(5.0);
    for (double second = 5.0; second < 400.0; second += 5.0) {
      stream.event(7, 4.0, second, true);
      stream.hearUntil(second + 5.0);
    }
    stream.event(7, 4.0, 400.0, false);
    stream.hearUntil(410.0);
    double next = 1.0;
    for (const Recording& clip : stream.written()) {
      QCOMPARE(clip.eventIds, std::vector<int64_t>{7});
      QVERIFY(holds(clip.file, next, next + clip.seconds));
      QCOMPARE(clip.startUtcMs, kStartUtcMs + std::llround(next * 1000.0));
      next += clip.seconds;
    }
    QCOMPARE(next, 403.0);
    QCOMPARE(stream.written().size(), size_t(7));
  }

  void finishWritesWhatIsThere() {
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.event(1, 9.0, 10.0, true);
    stream.hearUntil(11.0);
    stream.finish();
    QVERIFY(holds(stream.written().at(0).file, 6.0, 11.0));
  }

  void offWritesNothing() {
    settings_.mode = RecorderSettings::Mode::Off;
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    stream.finish();
    QVERIFY(stream.written().empty());
    QVERIFY(fs::is_empty(settings_.folder));
  }

  void waveFiles() {
    settings_.format = RecorderSettings::Format::Wav;
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    QCOMPARE(stream.written().at(0).file.extension().string(), std::string(".wav"));
    QVERIFY(holds(stream.written()[0].file, 7.0, 13.5));
  }

  void tagsSayWhatItIs() {
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    SF_INFO info{};
    SNDFILE* file = sf_open(stream.written().at(0).file.c_str(), SFM_READ, &info);
    QVERIFY(file != nullptr);
    const std::string title = sf_get_string(file, SF_STR_TITLE);
    const std::string date = sf_get_string(file, SF_STR_DATE);
    const std::string comment = sf_get_string(file, SF_STR_COMMENT);
    sf_close(file);
    QCOMPARE(title, std::string("Dog"));
    QCOMPARE(date, std::string("2026-01-02T03:04:12.678Z"));
    QCOMPARE(comment, std::string("score 0.875; model Test model; Microphone"));
  }

  void namesThatAreNoFileNames_data() {
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("plain") << QByteArray("Dog, barking") << QByteArray("Dog, barking");
    QTest::newRow("Russian") << QByteArray("Лай собаки") << QByteArray("Лай собаки");
    QTest::newRow("slash") << QByteArray("a/b") << QByteArray("a-b-");
    QTest::newRow("parent") << QByteArray("..") << QByteArray("unnamed-");
    QTest::newRow("climbs") << QByteArray("../../x") << QByteArray("x-");
    QTest::newRow("absolute") << QByteArray("/etc/passwd") << QByteArray("etc-passwd-");
    QTest::newRow("empty") << QByteArray("") << QByteArray("unnamed-");
    QTest::newRow("the continuous one's") << QByteArray("_continuous") << QByteArray("continuous-");
    QTest::newRow("hidden") << QByteArray(".git") << QByteArray("git-");
    QTest::newRow("control") << QByteArray("a\nb\x7f") << QByteArray("a-b-");
    QTest::newRow("not UTF-8") << QByteArray("a\xff\xc3") << QByteArray("a-");
    QTest::newRow("long") << QByteArray(1000, 'x') << QByteArray(80, 'x');
    QTest::newRow("long Russian") << QByteArray("ж").repeated(500) << QByteArray("ж").repeated(40);
  }
  void namesThatAreNoFileNames() {
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, start);
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.wholeEvent(1, label.toStdString());
    QCOMPARE(stream.written().size(), size_t(1));
    const fs::path file = stream.written()[0].file;
    const QByteArray name = QByteArray::fromStdString(file.parent_path().filename().string());
    QVERIFY2(name.startsWith(start), name.constData());
    QVERIFY2(name.size() <= 100 && QString::fromUtf8(name).toUtf8() == name, name.constData());
    QCOMPARE(file.parent_path().parent_path(), settings_.folder);
    QVERIFY(parseClipPath(file).has_value());
    QVERIFY(fs::exists(file));
  }

  void labelsThatLookAlikeHaveFoldersOfTheirOwn() {
    const std::set<std::string> names{clipNameOf("a/b"), clipNameOf("a-b"), clipNameOf("a:b"),
                                      clipNameOf(" a-b")};
    QCOMPARE(names.size(), size_t(4));
  }

  void twoClipsOfOneMomentHaveTwoNames() {
    for (int i = 0; i < 2; ++i) {
      Stream stream(settings_);
      stream.hearUntil(10.0);
      stream.wholeEvent(1);
    }
    QCOMPARE(filesIn(settings_.folder).size(), size_t(2));
  }

  void theQuotaRemovesTheOldestButTheNewestOfEachClass() {
    settings_.format = RecorderSettings::Format::Wav;
    settings_.quotaBytes = 60'000;  // four clips
    settings_.minimumPerClass = 2;
    Stream stream(settings_);
    stream.hearUntil(10.0);
    int64_t id = 0;
    for (int i = 0; i < 3; ++i) stream.wholeEvent(++id, "Rare");
    for (int i = 0; i < 20; ++i) stream.wholeEvent(++id, "Frequent");
    std::vector<fs::path> rare, frequent;
    for (const Recording& clip : stream.written())
      (clip.label == "Rare" ? rare : frequent).push_back(clip.file);
    QCOMPARE(rare.size(), size_t(3));
    QVERIFY(!fs::exists(rare[0]) && fs::exists(rare[1]) && fs::exists(rare[2]));
    QVERIFY(fs::exists(frequent.back()) && !fs::exists(frequent.front()));
    QVERIFY(stream.state().usedBytes <= settings_.quotaBytes);
    int64_t bytes = 0;
    for (const std::string& file : filesIn(settings_.folder))
      bytes += int64_t(fs::file_size(settings_.folder / file));
    QCOMPARE(stream.state().usedBytes, bytes);
    QCOMPARE(stream.state().clips, int64_t(filesIn(settings_.folder).size()));
  }

  void whatIsThereAtTheStartCounts() {
    {
      Stream stream(settings_);
      stream.hearUntil(10.0);
      for (int id = 1; id <= 5; ++id) stream.wholeEvent(id);
    }
    settings_.quotaBytes = 1;
    settings_.minimumPerClass = 1;
    Stream stream(settings_);
    QCOMPARE(stream.state().clips, 5);
    QVERIFY(stream.state().usedBytes > 0);
    stream.hearUntil(50.0);
    stream.wholeEvent(1);
    QCOMPARE(stream.state().clips, 1);
    QVERIFY(fs::exists(stream.written().at(0).file));
  }

  void foreignFilesAreLeftAlone() {
    const fs::path folder = settings_.folder;
    fs::create_directories(folder / "Dog" / "deep");
    const std::vector<fs::path> foreign{
        folder / "Dog_2020-01-02T03-04-05.678Z.flac",
        folder / "Dog" / "Cat_2020-01-02T03-04-05.678Z.flac",
        folder / "Dog" / "Dog_2020-01-02T03-04-05.678Z.txt",
        folder / "Dog" / "Dog_2020-01-02.flac",
        folder / "Dog" / "My dog.flac",
        folder / "Dog" / ".notes.part",
        folder / "Dog" / "deep" / "deep_2020-01-02T03-04-05.678Z.flac"};
    for (const fs::path& file : foreign) std::ofstream(file) << std::string(100'000, 'x');
    fs::create_symlink(foreign[0], folder / "Dog" / "Dog_2020-01-02T03-04-05.678Z.flac");
    fs::create_directory_symlink(folder / "Dog", folder / "Link");
    settings_.quotaBytes = 1;
    settings_.minimumPerClass = 0;
    Stream stream(settings_);
    QCOMPARE(stream.state().usedBytes, 0);
    stream.hearUntil(10.0);
    for (int id = 1; id <= 3; ++id) stream.wholeEvent(id);
    QCOMPARE(stream.state().usedBytes, 0);
    for (const fs::path& file : foreign) QCOMPARE(fs::file_size(file), uintmax_t(100'000));
    QVERIFY(fs::is_symlink(folder / "Dog" / "Dog_2020-01-02T03-04-05.678Z.flac"));
  }

  void aDiskThatIsNearlyFullStopsItAndLetsItGoOn() {
    settings_.freeDiskFloorBytes = int64_t(1) << 30;
    Stream stream(settings_);
    stream.setFree(int64_t(1) << 29);
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    QVERIFY(stream.written().empty());
    QVERIFY(fs::is_empty(settings_.folder));
    const QString problem = QString::fromStdString(stream.state().problem.english());
    QVERIFY2(isSentence(problem) && problem.contains("0.5 GiB"), qPrintable(problem));
    QCOMPARE(stream.state().freeBytes, int64_t(1) << 29);
    stream.setFree(kPlenty);
    stream.hearUntil(20.0);
    QVERIFY(stream.state().problem.empty());
    QVERIFY(holds(stream.written().at(0).file, 7.0, 13.5));
  }

  void aFolderThatCannotBeWrittenIsToldAndTriedAgain() {
    const fs::path blocked = settings_.folder / "file";
    std::ofstream(blocked) << "x";
    settings_.folder = blocked;
    Stream stream(settings_);
    // At once, not with the first event.
    const QString problem = QString::fromStdString(stream.state().problem.english());
    QVERIFY2(isSentence(problem) && problem.contains("file"), qPrintable(problem));
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    QCOMPARE(QString::fromStdString(stream.state().problem.english()), problem);
    fs::remove(blocked);
    stream.hearUntil(30.0);
    QVERIFY(stream.state().problem.empty());
    QVERIFY(holds(stream.written().at(0).file, 7.0, 13.5));
    QVERIFY(stream.takeLosses().empty());
  }

  void theLastEventThatCannotBeWrittenIsReported_data() {
    QTest::addColumn<QString>("obstacle");
    QTest::newRow("folder") << "folder";
    QTest::newRow("class's folder") << "class";
    QTest::newRow("full disk") << "disk";
  }
  void theLastEventThatCannotBeWrittenIsReported() {
    QFETCH(QString, obstacle);
    const fs::path folder = settings_.folder;
    if (obstacle == "folder") settings_.folder = folder / "file";
    settings_.freeDiskFloorBytes = 1000;
    Stream stream(settings_);
    stream.hearUntil(10.0);
    QVERIFY(stream.state().problem.empty());
    stream.event(1, 9.0, 10.0, true);
    if (obstacle == "folder") std::ofstream(folder / "file") << "x";
    if (obstacle == "class") std::ofstream(folder / "Dog") << "x";
    if (obstacle == "disk") stream.setFree(0);
    stream.finish();
    QVERIFY(stream.written().empty());
    const QString problem = QString::fromStdString(stream.state().problem.english());
    QVERIFY2(isSentence(problem), qPrintable(problem));
    const std::vector<Message> losses = stream.takeLosses();
    QCOMPARE(losses.size(), size_t(1));
    QCOMPARE(QString::fromStdString(losses[0].english()), "A recording is lost. " + problem);
    QVERIFY(stream.takeLosses().empty());
  }

  void theEndOfTheContinuousRecordingIsReported() {
    settings_.mode = RecorderSettings::Mode::Everything;
    Stream stream(settings_);
    stream.hearUntil(0.5);  // nothing is written yet
    std::ofstream(settings_.folder / "_continuous") << "x";
    stream.finish();
    const std::vector<Message> losses = stream.takeLosses();
    QCOMPARE(losses.size(), size_t(1));
    QVERIFY(QString::fromStdString(losses[0].english())
                .startsWith("The end of the recording is lost. "));
  }

  void aClassThatCannotBeWrittenDoesNotHoldUpOthers() {
    std::ofstream(settings_.folder / "Dog") << "x";
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.event(1, 9.0, 9.5, false, "Dog");
    stream.event(2, 9.0, 9.5, false, "Cat");
    stream.hearUntil(13.0);
    QCOMPARE(stream.written().size(), size_t(1));
    QCOMPARE(stream.written()[0].label, std::string("Cat"));
    QVERIFY(!stream.state().problem.empty());
    fs::remove(settings_.folder / "Dog");
    stream.hearUntil(20.0);
    QCOMPARE(stream.written().size(), size_t(2));
    QCOMPARE(stream.written()[1].label, std::string("Dog"));
  }

  void whatCannotBeWrittenForTooLongIsForgotten() {
    Stream stream(settings_);
    stream.setFree(0);
    stream.hearUntil(10.0);
    stream.wholeEvent(1);
    stream.hearUntil(300.0);
    const std::vector<Message> losses = stream.takeLosses();
    QCOMPARE(losses.size(), size_t(1));
    QVERIFY(QString::fromStdString(losses[0].english())
                .startsWith("A recording is lost. Recording is paused"));
    stream.setFree(kPlenty);
    stream.hearUntil(310.0);
    QVERIFY(stream.written().empty());
    QVERIFY(stream.state().problem.empty());
  }

  void everythingIsWrittenInFilesOfAnHour() {
    settings_.mode = RecorderSettings::Mode::Everything;
    Stream stream(settings_);
    // The hour ends 3354.322 s after the start.
    stream.hearUntil(100.0);
    stream.event(1, 90.0, 95.0, false);
    stream.hearUntil(3354.0);
    stream.event(2, 3350.0, 3354.0, true);
    QVERIFY(stream.written().empty());
    QVERIFY(stream.state().usedBytes > 0);
    stream.hearUntil(3400.0);
    stream.event(2, 3350.0, 3390.0, false);
    stream.event(3, 3399.0, 3400.0, false);
    stream.finish();
    QCOMPARE(stream.written().size(), size_t(2));
    const Recording& first = stream.written()[0];
    const Recording& second = stream.written()[1];
    QVERIFY(holds(first.file, 0.0, 3354.322));
    QVERIFY(holds(second.file, 3354.322, 3400.0));
    QCOMPARE(second.file.filename().string(),
             std::string("_continuous_2026-01-02T04-00-00.000Z.flac"));
    QCOMPARE(first.eventIds, (std::vector<int64_t>{1, 2}));
    QCOMPARE(second.eventIds, (std::vector<int64_t>{2, 3}));
    QVERIFY(first.label.empty());
    QCOMPARE(stream.state().clips, 2);
  }

  void aLeapOfTheClockBeginsAFile() {
    settings_.mode = RecorderSettings::Mode::Everything;
    Stream stream(settings_);
    stream.hearUntil(10.0);
    stream.leapClock(60'000);
    stream.hearUntil(20.0);
    stream.finish();
    QCOMPARE(stream.written().size(), size_t(2));
    const double cut = stream.written()[0].seconds;
    QVERIFY(holds(stream.written()[0].file, 0.0, cut));
    QVERIFY(holds(stream.written()[1].file, cut, 20.0));
    QCOMPARE(stream.written()[1].startUtcMs, kStartUtcMs + 60'000 + std::llround(cut * 1000.0));
  }

  void theQuotaHoldsForEverythingToo() {
    settings_.mode = RecorderSettings::Mode::Everything;
    settings_.format = RecorderSettings::Format::Wav;
    settings_.quotaBytes = int64_t(4) << 20;
    Stream stream(settings_);
    int64_t most = 0;
    for (double second = 100.0; second <= 12'000.0; second += 100.0) {
      stream.hearUntil(second);
      most = std::max(most, stream.state().usedBytes);
    }
    stream.finish();
    QVERIFY(stream.written().size() > 4);
    QVERIFY(!fs::exists(stream.written().front().file));
    QVERIFY(fs::exists(stream.written().back().file));
    QVERIFY2(most <= settings_.quotaBytes + (1 << 17), qPrintable(QString::number(most)));
  }

  void leftoversAreMadeWholeAtTheStart() {
    const fs::path file =
        clipPath(settings_.folder, std::string(kContinuousFolder), kStartUtcMs, ".flac");
    fs::create_directories(file.parent_path());
    {
      AudioFileWriter writer(file, int(kRate));
      std::vector<float> samples(20'000);
      for (size_t i = 0; i < samples.size(); ++i) samples[i] = numbered(int64_t(i));
      writer.write(samples);
      writer.flush();
    }
    QVERIFY(!fs::exists(file));
    Stream stream(settings_);
    QVERIFY(fs::exists(file));
    QVERIFY(holds(file, 0.0, double(readAudio(file, kRate).size()) / kRate));
    QVERIFY(readAudio(file, kRate).size() > 10'000);
    QCOMPARE(stream.state().clips, 1);
    QCOMPARE(filesIn(settings_.folder).size(), size_t(1));
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  RecorderSettings settings_;
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "test_recorder.moc"
