// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>
#include <limits>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/audio/audio_writer.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

/// How often a descriptor was closed that was not open: by then its number may be another file's.
std::atomic<int> closedInVain = 0;

int openDescriptors() {
  return int(std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

/// Runs `write` in a process that is then killed, so that nothing is finished.
void inAProcessThatIsKilled(const std::function<void()>& write) {
  const pid_t child = ::fork();
  if (child == 0) {
    write();
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  QCOMPARE(::waitpid(child, &status, 0), child);
  QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

std::string tagOf(const fs::path& path, int tag) {
  SF_INFO info{};
  SNDFILE* file = sf_open(path.c_str(), SFM_READ, &info);
  const char* text = file == nullptr ? nullptr : sf_get_string(file, tag);
  const std::string result = text == nullptr ? "" : text;
  if (file != nullptr) sf_close(file);
  return result;
}

}  // namespace

/// In place of the C library's, for libsndfile too.
extern "C" int close(int descriptor) {
  const int result = int(::syscall(SYS_close, descriptor));
  if (result != 0 && errno == EBADF) ++closedInVain;
  return result;
}

class TestAudioWriter : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = directory_->path().toStdString();
  }

  void whatIsWrittenIsRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("wav") << "a.wav" << 1.0 / 32000;
    QTest::newRow("flac") << "a.flac" << 1.0 / 32000;
    QTest::newRow("capitals") << "A.FLAC" << 1.0 / 32000;
    QTest::newRow("ogg") << "a.ogg" << 0.1;
  }
  void whatIsWrittenIsRead() {
    QFETCH(QString, name);
    QFETCH(double, tolerance);
    for (const int rate : {8000, 16000, 44100}) {
      const std::vector<float> samples = tone(440.0, rate, size_t(rate));
      const fs::path path = folder_ / name.toStdString();
      writeAudioFile(path, samples, rate);
      AudioFileReader reader(path);
      QCOMPARE(reader.sampleRate(), double(rate));
      QCOMPARE(reader.channels(), 1);
      std::vector<float> read(samples.size());
      QCOMPARE(reader.read(read), samples.size());
      for (size_t i = 0; i < samples.size(); ++i)
        QVERIFY(std::abs(read[i] - samples[i]) <= tolerance);
    }
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

  void samplesBeyondOneAreClipped() {
    writeAudioFile(folder_ / "a.wav", std::vector<float>{2.0F, -2.0F, 0.5F}, 16000);
    const std::vector<float> read = readAudio(folder_ / "a.wav", 16000);
    QVERIFY(read[0] > 0.999F && read[1] < -0.999F && std::abs(read[2] - 0.5F) < 1e-3F);
  }

  void whatCannotBeWritten_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rate");
    QTest::addColumn<float>("sample");
    QTest::addColumn<QString>("hint");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("ending") << "a.txt" << 16000 << 0.0F << "ends";
    QTest::newRow("no ending") << "a" << 16000 << 0.0F << "ends";
    QTest::newRow("rate") << "a.flac" << 0 << 0.0F << "Hz";
    QTest::newRow("high rate") << "a.flac" << 3000000 << 0.0F << "Hz";
    QTest::newRow("not a number") << "a.wav" << 16000 << nan << "not numbers";
    QTest::newRow("folder") << "no/where/a.wav" << 16000 << 0.0F << "a.wav";
  }
  void whatCannotBeWritten() {
    QFETCH(QString, name);
    QFETCH(int, rate);
    QFETCH(float, sample);
    QFETCH(QString, hint);
    const QString text = errorOf([&] {
      writeAudioFile(folder_ / name.toStdString(), std::vector<float>(100, sample), rate);
    });
    QVERIFY2(isSentence(text) && text.contains(hint), qPrintable(text));
    QVERIFY(fs::is_empty(folder_));
  }

  void aFullDiskIsToldAndLeavesTheOldFile() {
    const fs::path path = folder_ / "a.flac";
    writeAudioFile(path, tone(440.0, 16000, 1000), 16000);
    const auto size = fs::file_size(path);
    const QString text = onAFullDisk([&] { writeAudioFile(path, noise(160000), 16000); });
    QVERIFY2(isSentence(text) && text.contains("a.flac"), qPrintable(text));
    QCOMPARE(fs::file_size(path), size);
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

  void aStreamIsWrittenInPieces_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("wav") << "a.wav";
    QTest::newRow("flac") << "a.flac";
  }
  void aStreamIsWrittenInPieces() {
    QFETCH(QString, name);
    const fs::path path = folder_ / name.toStdString();
    std::vector<float> samples;
    for (int n = -32768; n < 32768; ++n) samples.push_back(float(n) / 32768.0F);
    AudioFileWriter writer(path, 44100, {"Dog", "2026-01-02T03:04:05Z", "Score 0.9; \u0444"});
    for (size_t i = 0; i < samples.size(); i += 1000)
      writer.write(std::span(samples).subspan(i, std::min<size_t>(1000, samples.size() - i)));
    QVERIFY(!fs::exists(path));
    QVERIFY(fs::exists(AudioFileWriter::temporaryFor(path)));
    QCOMPARE(writer.samples(), int64_t(samples.size()));
    writer.finish();
    QVERIFY(readAudio(path, 44100) == samples);
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
    QCOMPARE(tagOf(path, SF_STR_TITLE), std::string("Dog"));
    QCOMPARE(tagOf(path, SF_STR_DATE), std::string("2026-01-02T03:04:05Z"));
    QCOMPARE(tagOf(path, SF_STR_COMMENT), std::string("Score 0.9; \u0444"));
  }

  void temporaryNamesGoBothWays() {
    const fs::path path = "/x/dog_1.flac";
    const fs::path temporary = AudioFileWriter::temporaryFor(path);
    QCOMPARE(temporary.parent_path(), path.parent_path());
    QVERIFY(AudioFileWriter::targetOf(temporary) == path);
    for (const char* name : {"/x/dog_1.flac", "/x/.dog_1.flac", "/x/dog.part", "/x/.part", ""})
      QVERIFY2(!AudioFileWriter::targetOf(name), name);
  }

  void aKillLosesAMomentAtMost_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("lost");  // samples at most
    QTest::newRow("wav") << "a.wav" << 1000;
    QTest::newRow("flac") << "a.flac" << 1000 + 2 * 4096;
  }
  void aKillLosesAMomentAtMost() {
    QFETCH(QString, name);
    QFETCH(int, lost);
    const fs::path path = folder_ / name.toStdString();
    std::vector<float> samples = noise(60000);
    for (float& sample : samples) sample = std::round(sample * 32767.0F) / 32768.0F;
    inAProcessThatIsKilled([&] {
      AudioFileWriter writer(path, 16000, {.title = "Dog", .date = {}, .comment = {}});
      writer.write(std::span(samples).first(59000));
      writer.flush();
      writer.write(std::span(samples).last(1000));
    });
    const fs::path temporary = AudioFileWriter::temporaryFor(path);
    QVERIFY(fs::exists(temporary));
    const std::optional<fs::path> recovered = recoverAudioFile(temporary);
    QVERIFY(recovered == path);
    const std::vector<float> read = readAudio(path, 16000);
    QVERIFY2(int(read.size()) >= 60000 - lost, qPrintable(QString::number(read.size())));
    QVERIFY(std::equal(read.begin(), read.end(), samples.begin()));
    QCOMPARE(tagOf(path, SF_STR_TITLE), std::string("Dog"));
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

  void whatIsStillBeingWrittenIsLeftAlone() {
    const fs::path path = folder_ / "a.flac";
    AudioFileWriter writer(path, 16000);
    writer.write(noise(10000));
    QVERIFY(!recoverAudioFile(AudioFileWriter::temporaryFor(path)));
    const QString text = errorOf([&] { AudioFileWriter again(path, 16000); });
    QVERIFY2(isSentence(text) && text.contains("another program"), qPrintable(text));
    writer.finish();
    QCOMPARE(readAudio(path, 16000).size(), size_t(10000));
  }

  void longNamesHaveShortTemporaries_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("255 bytes") << QByteArray(251, 'x') + ".wav";
    QTest::newRow("120 Cyrillic letters") << QByteArray("ж").repeated(120) + ".flac";
    QTest::newRow("125 Cyrillic letters") << QByteArray("ж").repeated(125) + ".flac";
  }
  void longNamesHaveShortTemporaries() {
    QFETCH(QByteArray, name);
    const fs::path path = folder_ / name.toStdString();
    const fs::path temporary = AudioFileWriter::temporaryFor(path);
    const QByteArray temporaryName = QByteArray::fromStdString(temporary.filename().string());
    QVERIFY(temporaryName.size() <= 142);  // what an encrypted folder takes
    QCOMPARE(QString::fromUtf8(temporaryName).toUtf8(), temporaryName);
    {
      AudioFileWriter writer(path, 16000);
      writer.write(noise(1000));
      writer.finish();
      QCOMPARE(writer.path(), path);
    }
    QCOMPARE(readAudio(path, 16000).size(), size_t(1000));
    writeAudioFile(path, noise(2000), 16000);
    QCOMPARE(readAudio(path, 16000).size(), size_t(2000));
    fs::remove(path);
    inAProcessThatIsKilled([&] {
      AudioFileWriter writer(path, 16000);
      writer.write(noise(60000));
      writer.flush();
    });
    const std::optional<fs::path> recovered = recoverAudioFile(temporary);
    QVERIFY(recovered && recovered->extension() == path.extension());
    QVERIFY(readAudio(*recovered, 16000).size() > 50000);
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

  void whatAnOlderVersionLeftIsRecovered() {
    // Its temporary names were as long as the file's.
    const std::string name = "dog_" + std::string(200, 'x') + ".wav";
    writeAudioFile(folder_ / "a.wav", noise(5000), 16000);
    fs::rename(folder_ / "a.wav", folder_ / ("." + name + ".part"));
    QVERIFY(recoverAudioFile(folder_ / ("." + name + ".part")) == folder_ / name);
    QCOMPARE(readAudio(folder_ / name, 16000).size(), size_t(5000));
  }

  void aFileIsNeverReplaced() {
    const fs::path path = folder_ / "a.wav";
    writeAudioFile(path, noise(100), 16000);
    AudioFileWriter writer(path, 16000);
    writer.write(noise(200));
    writer.finish();
    QCOMPARE(writer.path(), folder_ / "a-2.wav");
    fs::copy_file(path, AudioFileWriter::temporaryFor(path));
    QVERIFY(recoverAudioFile(AudioFileWriter::temporaryFor(path)) == folder_ / "a-3.wav");
    QCOMPARE(readAudio(path, 16000).size(), size_t(100));
    QCOMPARE(readAudio(folder_ / "a-2.wav", 16000).size(), size_t(200));
    QCOMPARE(readAudio(folder_ / "a-3.wav", 16000).size(), size_t(100));
  }

  void corruptLeftoversCloseNothingElse_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<bool>("stays");
    const QTemporaryDir folder;
    const auto contents = [&folder](const char* name) {
      const QString path = folder.filePath(name);
      writeAudioFile(path.toStdString(), noise(30000), 16000);
      QFile file(path);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray wav = contents("good.wav");
    const QByteArray flac = contents("good.flac");
    QVERIFY(wav.size() > 60000 && flac.size() > 30000);
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("a few letters") << QByteArray("fL") << false;
    QTest::newRow("zeros") << QByteArray(100'000, '\0') << true;
    QTest::newRow("text") << QByteArray("no sound at all\n").repeated(5000) << true;
    QTest::newRow("header of a WAV") << wav.left(44) << false;
    QTest::newRow("half a header of a WAV") << wav.left(20) << false;
    QTest::newRow("RIFF without a format") << wav.left(12) + QByteArray(50'000, 'x') << true;
    QTest::newRow("WAV without channels")
        << wav.left(22) + QByteArray(2, '\0') + wav.mid(24) << true;
    QTest::newRow("WAV with two channels")
        << wav.left(22) + QByteArray("\2\0", 2) + wav.mid(24) << true;
    QTest::newRow("WAV of 0 Hz") << wav.left(24) + QByteArray(8, '\0') + wav.mid(32) << true;
    QTest::newRow("signature of a FLAC") << QByteArray("fLaC") << false;
    QTest::newRow("FLAC with a damaged header")
        << flac.left(6) + QByteArray(60, '\xff') + flac.mid(66) << true;
    QTest::newRow("Ogg") << "OggS" + QByteArray(40'000, '\x55') << true;
    QTest::newRow("MP3") << QByteArray("\xff\xfb\x90\x64") + QByteArray(40'000, '\xff') << true;
    QTest::newRow("RF64") << "RF64" + wav.mid(4, 8) + QByteArray(40'000, 'd') << true;
  }
  void corruptLeftoversCloseNothingElse() {
    QFETCH(QByteArray, contents);
    QFETCH(bool, stays);
    const fs::path temporary = AudioFileWriter::temporaryFor(folder_ / "a.wav");
    {
      QFile file(QString::fromStdString(temporary.string()));
      QVERIFY(file.open(QIODevice::WriteOnly));
      QCOMPARE(file.write(contents), contents.size());
    }
    const int before = openDescriptors();
    closedInVain = 0;
    std::optional<fs::path> recovered;
    const QString text = errorOf([&] { recovered = recoverAudioFile(temporary); });
    QCOMPARE(closedInVain.load(), 0);
    QCOMPARE(openDescriptors(), before);
    // Where libsndfile finds sound in it, that was saved; what is large is never thrown away.
    if (recovered) {
      QVERIFY(fs::exists(*recovered));
      QVERIFY(!fs::exists(temporary));
    } else {
      QCOMPARE(fs::exists(temporary), stays);
      QCOMPARE(isSentence(text), stays);
    }
  }

  void aLeftoverWithoutSoundIsRemoved() {
    const fs::path temporary = AudioFileWriter::temporaryFor(folder_ / "a.flac");
    std::ofstream(temporary) << "fL";
    QVERIFY(!recoverAudioFile(temporary));
    QVERIFY(fs::is_empty(folder_));
  }

  void aDiskThatFillsUpWhileAStreamIsWritten() {
    AudioFileWriter writer(folder_ / "a.flac", 16000);
    const QString text = onAFullDisk([&] {
      writer.write(noise(160000));
      writer.finish();
    });
    QVERIFY2(isSentence(text) && text.contains("disk is full"), qPrintable(text));
    writer.discard();
    QVERIFY(fs::is_empty(folder_));
  }

  void whatCannotBeStreamed() {
    for (const auto& [name, rate] : {std::pair{"a.ogg", 16000}, {"a.txt", 16000}, {"a.flac", 0}}) {
      const QString text = errorOf([&] { AudioFileWriter writer(folder_ / name, rate); });
      QVERIFY2(isSentence(text) && text.contains(name), qPrintable(text));
    }
    QVERIFY(fs::is_empty(folder_));
  }

 private:
  /// What `write` says while files can be 20 kB long.
  static QString onAFullDisk(const std::function<void()>& write) {
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit limit = old;
    limit.rlim_cur = 20000;
    setrlimit(RLIMIT_FSIZE, &limit);
    const QString text = errorOf(write);
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    return text;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_;
};

QTEST_GUILESS_MAIN(TestAudioWriter)
#include "test_audio_writer.moc"
