// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <random>

#include "app/gui/training/clip_cutting.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/training/undoable_trash.h"
#include "core/audio/audio_file.h"
#include "core/data/data_report.h"
#include "core/monitoring/clip_names.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

constexpr double kRate = 16000.0;

std::vector<float> room(double seconds, float amplitude) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> noise(-amplitude, amplitude);
  std::vector<float> samples(size_t(seconds * kRate));
  for (float& sample : samples) sample = noise(random);
  return samples;
}

void addTone(std::vector<float>& samples, double from, double to, float amplitude = 0.5F) {
  const auto tone = test::sine(700.0, to - from, kRate, amplitude);
  for (size_t i = 0; i < tone.size(); ++i) samples[size_t(from * kRate) + i] += tone[i];
}

double secondsOf(size_t samples) {
  return double(samples) / kRate;
}

/// The sentence of an Error, or nothing where none is thrown.
template <typename Work>
QString errorOf(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return QString::fromStdString(error.what());
  }
  return {};
}

}  // namespace

/// Cutting of recordings, and the user's sets of sounds on the disk.
class TestSoundSet : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    home_ = std::make_unique<QTemporaryDir>();
    test::isolateSettings(*home_);
  }

  void aStretchIsCopiedAsAFileOfItsOwn() {
    const fs::path set = makeSoundSet("set");
    const fs::path file = fs::path(home_->path().toStdString()) / "long.wav";
    test::writeWav(file, test::sine(300.0, 4.0, kRate));
    for (int i = 0; i < 2; ++i)
      QVERIFY(!copyIntoClass(addressOf(file, {1.0, 2.5}), set / "dog").empty());
    const auto classes = listSoundSet(set);
    QCOMPARE(classes.at(1).clips.size(), size_t(2));
    for (const fs::path& clip : classes[1].clips)
      QCOMPARE(AudioFileReader(clip).frames(), long(1.5 * kRate));
  }

  void aLinkToTheSetIsNoClass() {
    const fs::path set = makeSoundSet("set");
    fs::create_directories(set / "dog");
    fs::create_directory_symlink(set, set / "again");
    QCOMPARE(listSoundSet(set).size(), size_t(2));
  }

  void eachSoundBecomesAClipOfItsOwn() {
    std::vector<float> samples = room(12.0, 0.002F);
    for (const double at : {1.0, 5.33, 9.0}) addTone(samples, at, at + 0.3);
    const auto clips = cutIntoClips(samples, kRate, {.clipSeconds = 2.0});
    QCOMPARE(clips.size(), size_t(3));
    const double barks[] = {1.0, 5.33, 9.0};
    for (size_t i = 0; i < clips.size(); ++i) {
      QCOMPARE(clips[i].end - clips[i].begin, size_t(2 * kRate));
      const double begin = secondsOf(clips[i].begin);
      QVERIFY2(begin > barks[i] - 0.15 && begin <= barks[i], qPrintable(QString::number(begin)));
    }
  }

  void aSteadySoundIsCutWithoutGaps() {
    const auto clips = cutIntoClips(test::sine(300.0, 10.0, kRate), kRate, {.clipSeconds = 2.0});
    QCOMPARE(clips.size(), size_t(5));
    for (size_t i = 0; i < clips.size(); ++i)
      QCOMPARE(clips[i], (ClipSpan{size_t(i * 2 * 16000), size_t((i + 1) * 2 * 16000)}));
  }

  void theLastClipMayBeHalfAsLong() {
    QCOMPARE(cutIntoClips(test::sine(300.0, 5.0, kRate), kRate, {.clipSeconds = 2.0}).size(),
             size_t(3));
    QCOMPARE(cutIntoClips(test::sine(300.0, 4.8, kRate), kRate, {.clipSeconds = 2.0}).size(),
             size_t(2));
    // A bark at the very end has the room before it in its clip.
    std::vector<float> samples = room(6.0, 0.002F);
    addTone(samples, 5.8, 6.0);
    const auto clips = cutIntoClips(samples, kRate, {.clipSeconds = 2.0});
    QCOMPARE(clips.size(), size_t(1));
    QCOMPARE(clips[0], (ClipSpan{4 * 16000, 6 * 16000}));
  }

  void silenceGivesNothingUnlessItIsWanted() {
    QVERIFY(cutIntoClips({}, kRate).empty());
    QVERIFY(cutIntoClips(std::vector<float>(32000, 0.0F), kRate).empty());
    const std::vector<float> quiet = room(20.0, 0.0005F);
    QVERIFY(cutIntoClips(quiet, kRate).empty());
    const auto kept = cutIntoClips(quiet, kRate, {.clipSeconds = 2.0, .keepSilence = true});
    QCOMPARE(kept.size(), size_t(10));
    QCOMPARE(kept.back().end, quiet.size());
  }

  void aShortRecordingIsItsOnlyClip() {
    const auto clips = cutIntoClips(test::sine(300.0, 0.3, kRate), kRate, {.clipSeconds = 2.0});
    QCOMPARE(clips.size(), size_t(1));
    QCOMPARE(secondsOf(clips[0].end - clips[0].begin), 0.3);
    QVERIFY(cutIntoClips(test::sine(300.0, 0.05, kRate), kRate).empty());
  }

  void clipsNeverOverlapWhateverIsHeard() {
    std::mt19937 random(11);
    for (int trial = 0; trial < 60; ++trial) {
      std::uniform_real_distribution<double> any(0.0, 1.0);
      const double seconds = 0.2 + 12.0 * any(random);
      std::vector<float> samples = room(seconds, 0.004F);
      for (double at = any(random); at + 0.5 < seconds; at += 0.5 + 2.0 * any(random))
        addTone(samples, at, at + 0.45, 0.3F);
      const double clipSeconds = 0.5 + 3.0 * any(random);
      size_t end = 0;
      for (const ClipSpan& clip : cutIntoClips(samples, kRate, {.clipSeconds = clipSeconds})) {
        QVERIFY(clip.begin >= end && clip.begin < clip.end);
        QVERIFY(clip.end <= samples.size());
        QVERIFY(secondsOf(clip.end - clip.begin) <= clipSeconds + 1e-3);
        end = clip.end;
      }
    }
  }

  void namesBecomeFolders_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");  // empty: refused
    QTest::newRow("plain") << "dog"
                           << "dog";
    QTest::newRow("spaces") << "  my dog "
                            << "my dog";
    QTest::newRow("slash") << "dog/cat"
                           << "dog-cat";
    QTest::newRow("up") << ".."
                        << "";
    QTest::newRow("path up") << "../dog"
                             << "dog";
    QTest::newRow("hidden") << ".dog"
                            << "dog";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("blank") << " \t "
                           << "";
    QTest::newRow("only forbidden") << "///"
                                    << "";
    QTest::newRow("emoji") << "🐶"
                           << "🐶";
    QTest::newRow("other script") << "Собака"
                                  << "Собака";
    QTest::newRow("line") << "dog\ncat"
                          << "dog-cat";
    QTest::newRow("windows") << "what?*"
                             << "what";
    QTest::newRow("unnamed") << "unnamed"
                             << "unnamed";
  }
  void namesBecomeFolders() {
    QFETCH(QString, name);
    QFETCH(QString, folder);
    const QString sentence = errorOf(
        [&] { QCOMPARE(QString::fromStdString(folderNameFor(name.toStdString())), folder); });
    QCOMPARE(sentence.isEmpty(), !folder.isEmpty());
  }
  void aLongNameIsCut() {
    const std::string name = folderNameFor(QString(300, u'ж').toStdString());
    QVERIFY(name.size() <= 80 && name.size() > 60);
    QCOMPARE(QString::fromStdString(name), QString(int(name.size()) / 2, u'ж'));
  }

  void twoSetsSideBySide() {
    QVERIFY(soundSets().empty());
    const fs::path mine = makeSoundSet("My sounds");
    const fs::path other = makeSoundSet("Workshop 🛠");
    QCOMPARE(mine.parent_path(), soundsFolder());
    QCOMPARE(soundSets(), (std::vector<fs::path>{mine, other}));
    QVERIFY(isOwnSet(mine) && isOwnSet(mine / "") && !isOwnSet(mine / "dog") &&
            !isOwnSet(soundsFolder()));
    QVERIFY(errorOf([] { makeSoundSet("my SOUNDS"); }).contains("already"));
    const fs::path numbered = makeNumberedSoundSet("my sounds");
    QCOMPARE(numbered.filename().string(), std::string("my sounds-2"));
    QVERIFY(fs::is_directory(numbered) && isOwnSet(numbered));
    const fs::path next = makeNumberedSoundSet("My sounds");
    QCOMPARE(next.filename().string(), std::string("My sounds-3"));
    for (const fs::path& set : {numbered, next}) fs::remove(set);
    QCOMPARE(openSoundSet("MY sounds"), mine);
    QVERIFY(errorOf([&] { renameSoundSet(other, "my sounds"); }).contains("already"));
    QCOMPARE(renameSoundSet(mine, "MY SOUNDS").filename().string(), std::string("MY SOUNDS"));
    QVERIFY(!fs::exists(mine));
    makeClass(other, "dog");
    QCOMPARE(listSoundSet(soundsFolder() / "MY SOUNDS").size(), size_t(1));
    QCOMPARE(listSoundSet(other).size(), size_t(2));
  }

  void classesAreMadeOnce() {
    const fs::path set = makeSoundSet("s");
    QCOMPARE(makeClass(set, "dog/cat").filename().string(), std::string("dog-cat"));
    QVERIFY(errorOf([&] { makeClass(set, "DOG/cat"); }).contains("already"));
    QVERIFY(errorOf([&] { makeClass(set, "Background"); }).contains("already"));
    QVERIFY(!errorOf([&] { makeClass(set, ".."); }).isEmpty());
    makeClass(set, "Ärger");
    QVERIFY(errorOf([&] { makeClass(set, "ärger"); }).contains("already"));
    QCOMPARE(openClass(set, "ÄRGER").filename().string(), std::string("Ärger"));
    const auto classes = listSoundSet(set);
    QCOMPARE(classes.size(), size_t(3));
    QCOMPARE(classes[0].name, std::string("background"));
    QCOMPARE(renameClass(set, "dog-cat", "Dog-Cat").filename().string(), std::string("Dog-Cat"));
    QVERIFY(fs::is_directory(set / "Dog-Cat") && !fs::exists(set / "dog-cat"));
    QVERIFY(!fs::exists(soundsFolder().parent_path() / "dog-cat"));
  }

  void soundsAreCopiedUnderNamesThatAreFree() {
    const fs::path set = makeSoundSet("s");
    const fs::path folder = makeClass(set, "dog");
    const fs::path outside = fs::path(home_->path().toStdString()) / "bark.wav";
    test::writeWav(outside, test::sine(440.0, 0.5, kRate));
    QCOMPARE(copyIntoClass(outside, folder), folder / "bark.wav");
    QCOMPARE(copyIntoClass(outside, folder), folder / "bark-2.wav");
    QVERIFY(copyIntoClass(folder / "bark.wav", folder).empty());
    std::ofstream(folder / ".bark.wav.part") << "left by a kill";
    std::ofstream(folder / "notes.txt") << "not a sound";
    QCOMPARE(listSoundSet(set)[1].clips,
             (std::vector<fs::path>{folder / "bark-2.wav", folder / "bark.wav"}));
    QVERIFY(errorOf([&] { copyIntoClass("/nowhere/x.wav", folder); }).contains("x.wav"));
    QVERIFY(!fs::exists(folder / ".x.wav.part"));
  }

  void clipsAreWrittenAsTheyWereCut() {
    const fs::path folder = makeClass(makeSoundSet("s"), "dog");
    const auto samples = test::sine(440.0, 3.0, kRate);
    const std::vector<ClipSpan> clips{{0, 16000}, {32000, 48000}};
    const auto files = writeClips(folder, samples, kRate, clips, 1'800'000'000'000);
    QCOMPARE(files.size(), size_t(2));
    for (const fs::path& file : files) {
      AudioFileReader reader(file);
      QCOMPARE(reader.frames(), 16000L);
      QCOMPARE(reader.sampleRate(), kRate);
    }
    QVERIFY(files[0].stem().string().ends_with("Z_01") &&
            files[1].stem().string().ends_with("_02"));
    QCOMPARE(recordingOf(files[0]), recordingOf(files[1]));
    QVERIFY(recordingOf(files[0]).starts_with("dog_2027-01-15T"));
    // Once more at the same moment: nothing is overwritten.
    writeClips(folder, samples, kRate, clips, 1'800'000'000'000);
    QCOMPARE(listSoundSet(folder.parent_path())[1].clips.size(), size_t(4));
    const DataReport report =
        checkDataSet({.root = folder.parent_path(), .layout = Layout::Folders});
    QCOMPARE(report.classes.size(), size_t(1));
    QCOMPARE(report.classes[0].clips, size_t(4));
  }

  void whatIsDeletedComesBack() {
    const fs::path folder = makeClass(makeSoundSet("s"), "dog");
    test::writeWav(folder / "a.wav", test::sine(440.0, 0.5, kRate));
    test::writeWav(folder / "b.wav", test::sine(660.0, 0.5, kRate));
    const auto files = moveToTrash({folder / "a.wav"});
    QVERIFY(!fs::exists(folder / "a.wav") && fs::exists(files[0].inTrash));
    const auto whole = moveToTrash({folder});
    QVERIFY(!fs::exists(folder));
    restoreFromTrash(whole);
    restoreFromTrash(files);
    QVERIFY(fs::exists(folder / "a.wav") && fs::exists(folder / "b.wav"));
    QVERIFY(!fs::exists(files[0].inTrash));
    // Something else has its place by now.
    const auto again = moveToTrash({folder / "a.wav"});
    std::ofstream(folder / "a.wav") << "new";
    QVERIFY(errorOf([&] { restoreFromTrash(again); }).contains("still in the trash"));
    QCOMPARE(fs::file_size(folder / "a.wav"), uintmax_t(3));
    // All or nothing.
    QVERIFY(errorOf([&] {
              moveToTrash({folder / "b.wav", folder / "missing.wav"});
            }).contains("Nothing was deleted"));
    QVERIFY(fs::exists(folder / "b.wav"));
  }

 private:
  std::unique_ptr<QTemporaryDir> home_;
};

QTEST_GUILESS_MAIN(TestSoundSet)
#include "test_sound_set.moc"
