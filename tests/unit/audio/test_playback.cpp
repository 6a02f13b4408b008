// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/audio/audio_file.h"
#include "core/audio/playback.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

// What needs no loudspeaker; the end-to-end test listens to a real server.
class TestPlayback : public QObject {
  Q_OBJECT

 private slots:
  void aFileThatCannotBeReadIsTold() {
    const auto playback = playFile("/nowhere/dog.wav", 3.0);
    QTRY_VERIFY(playback->finished());
    QVERIFY2(
        playback->error().english().starts_with("'/nowhere/dog.wav' cannot be opened as audio: "),
        playback->error().english().c_str());
    QCOMPARE(playback->positionSeconds(), 3.0);
    playback->seek(1.0);  // nothing to go on with
    QVERIFY(playback->finished());
  }

  void itCanBeGivenUpAtOnce() {
    for (int i = 0; i < 20; ++i) playSamples(std::vector<float>(16000), 16000.0);
  }

  void aReaderGoesOnFromAnyFrame() {
    QTemporaryDir folder;
    const auto check = [&](const char* name, int format) {
      const fs::path path = folder.filePath(name).toStdString();
      writeSound(path, noise(30000), 16000, 1, format);
      AudioFileReader whole(path);
      std::vector<float> all(30000);
      QCOMPARE(whole.read(all), all.size());
      AudioFileReader reader(path);
      for (const long frame : {12345L, 0L, 29990L, 7L}) {
        reader.seek(frame);
        std::vector<float> some(100);
        const size_t count = reader.read(some);
        QCOMPARE(count, std::min<size_t>(100, size_t(30000 - frame)));
        QVERIFY(std::equal(some.begin(), some.begin() + long(count), all.begin() + frame));
      }
      reader.seek(40000);
      QCOMPARE(reader.read(all), size_t(0));
    };
    check("sound.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    check("sound.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
  }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "test_playback.moc"
