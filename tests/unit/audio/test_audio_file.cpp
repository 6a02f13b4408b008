// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <limits>

#include "core/audio/audio_file.h"
#include "core/audio/resampler.h"
#include "core/base/atomic_file.h"
#include "tests/unit/audio/read_all.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

double worstDifference(std::span<const float> left, std::span<const float> right) {
  double worst = left.size() == right.size() ? 0.0 : 1e9;
  for (size_t i = 0; i < std::min(left.size(), right.size()); ++i)
    worst = std::max(worst, double(std::abs(left[i] - right[i])));
  return worst;
}

}  // namespace

class TestAudioFile : public QObject {
  Q_OBJECT

 private slots:
  void init() { root_ = fs::path(directory_.path().toStdString()); }

  void formats_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("sampleRate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<double>("tolerance");
    const double step16 = 1.0 / 32768.0;
    QTest::newRow("8 kHz") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 8000 << 1 << step16;
    QTest::newRow("96 kHz") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 96000 << 2 << step16;
    QTest::newRow("8 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_U8) << 16000 << 1 << 1.0 / 128;
    QTest::newRow("24 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_24) << 44100 << 2 << 1e-6;
    QTest::newRow("32 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_32) << 44100 << 1 << 1e-7;
    QTest::newRow("float") << (SF_FORMAT_WAV | SF_FORMAT_FLOAT) << 48000 << 1 << 1e-7;
    QTest::newRow("double") << (SF_FORMAT_WAV | SF_FORMAT_DOUBLE) << 48000 << 2 << 1e-7;
    QTest::newRow("6 channels") << (SF_FORMAT_WAVEX | SF_FORMAT_PCM_16) << 48000 << 6 << step16;
    QTest::newRow("64 channels") << (SF_FORMAT_WAVEX | SF_FORMAT_PCM_16) << 16000 << 64 << step16;
    QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16) << 44100 << 2 << step16;
    QTest::newRow("AIFF") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16) << 44100 << 2 << step16;
    QTest::newRow("RF64") << (SF_FORMAT_RF64 | SF_FORMAT_PCM_16) << 44100 << 1 << step16;
    QTest::newRow("ADPCM") << (SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM) << 44100 << 1 << 0.15;
  }
  void formats() {
    QFETCH(int, format);
    QFETCH(int, sampleRate);
    QFETCH(int, channels);
    QFETCH(double, tolerance);
    const size_t frames = size_t(sampleRate) / 2 + 3;
    const std::vector<float> mono = tone(440.0, sampleRate, frames, 0.4);
    // Channels differ from each other, and their mean is the tone.
    std::vector<float> interleaved;
    for (const float sample : mono)
      for (int channel = 0; channel < channels; ++channel)
        interleaved.push_back(sample + (channels == 1 ? 0.0F : channel % 2 == 0 ? 0.2F : -0.2F));
    const fs::path path = root_ / "sound";
    writeSound(path, interleaved, sampleRate, channels, format);

    AudioFileReader reader(path);
    QCOMPARE(reader.sampleRate(), double(sampleRate));
    QCOMPARE(reader.channels(), channels);
    std::vector<float> samples = readAll(reader);
    QCOMPARE(size_t(reader.frames()), samples.size());
    QVERIFY(samples.size() >= frames);  // ADPCM comes in blocks
    QVERIFY(format == (SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM) || samples.size() == frames);
    samples.resize(frames);
    const double worst = worstDifference(samples, mono);
    QVERIFY2(worst <= tolerance * 1.01, qPrintable(QString::number(worst)));
  }

  void lossyFormats_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("Ogg Vorbis") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS);
    QTest::newRow("Opus") << (SF_FORMAT_OGG | SF_FORMAT_OPUS);
    QTest::newRow("MP3") << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III);
  }
  void lossyFormats() {
    QFETCH(int, format);
    writeSound(root_ / "sound", tone(440.0, 48000.0, 48000, 0.4), 48000, 1, format);
    AudioFileReader reader(root_ / "sound");
    const std::vector<float> samples = readAll(reader);
    QVERIFY2(std::abs(long(samples.size()) - 48000) < 2500,
             qPrintable(QString::number(samples.size())));
    double energy = 0.0;
    for (const float sample : samples) energy += double(sample) * sample;
    QVERIFY(std::abs(std::sqrt(energy / double(samples.size())) - 0.4 / std::sqrt(2.0)) < 0.02);
  }

  void blockSizesDoNotMatter() {
    writeSound(root_ / "sound", noise(20000), 16000, 2);
    AudioFileReader whole(root_ / "sound");
    const std::vector<float> expected = readAll(whole, 100'000);
    QCOMPARE(expected.size(), size_t(10000));
    for (const size_t block : {1UL, 7UL, 4096UL, 4097UL}) {
      AudioFileReader reader(root_ / "sound");
      QVERIFY(readAll(reader, block) == expected);
    }
  }

  void readAudioIsTheStreamResampled() {
    writeSound(root_ / "sound", noise(44100), 44100);
    AudioFileReader reader(root_ / "sound");
    Resampler resampler(44100.0, 16000.0);
    std::vector<float> expected;
    resampler.push(readAll(reader), expected);
    resampler.finish(expected);
    QVERIFY(readAudio(root_ / "sound", 16000.0) == expected);
  }

  void cutOffFiles_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("16 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    QTest::newRow("float") << (SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
    QTest::newRow("AIFF") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16);
    QTest::newRow("AU") << (SF_FORMAT_AU | SF_FORMAT_PCM_16);
    QTest::newRow("CAF") << (SF_FORMAT_CAF | SF_FORMAT_PCM_16);
    QTest::newRow("W64") << (SF_FORMAT_W64 | SF_FORMAT_PCM_16);
    QTest::newRow("RF64") << (SF_FORMAT_RF64 | SF_FORMAT_PCM_16);
  }
  void cutOffFiles() {
    QFETCH(int, format);
    const fs::path path = root_ / "sound";
    writeSound(path, noise(48000), 16000, 1, format);
    fs::resize_file(path, fs::file_size(path) * 2 / 3);
    AudioFileReader reader(path);
    const std::vector<float> samples = readAll(reader);
    QVERIFY(samples.size() > 26000 && samples.size() < 34000);
    const AudioReport report = reader.report();
    QVERIFY(report.incomplete);
    QCOMPARE(report.expectedSeconds, 3.0);
    QCOMPARE(report.seconds, double(samples.size()) / 16000.0);
    const QString note = QString::fromStdString(noteOf(report));
    QVERIFY2(isSentence(note), qPrintable(note));
    QVERIFY2(note.contains(" of 3.0 s could be read"), qPrintable(note));
    AudioReport whole;
    QCOMPARE(readAudio(path, 16000.0, {}, &whole).size(), samples.size());
    QVERIFY(whole == report);
  }

  // A recorder that was killed, or that wrote into a pipe, leaves sizes that promise nothing.
  void headersWithoutALength_data() {
    QTest::addColumn<uint>("size");
    QTest::newRow("all ones") << 0xffffffffU;
    QTest::newRow("2 GiB") << 0x7ffff000U;
  }
  void headersWithoutALength() {
    QFETCH(uint, size);
    const fs::path path = root_ / "sound";
    writeSound(path, noise(16000), 16000);
    std::string bytes = readFile(path);
    const size_t data = bytes.find("data");
    for (const size_t at : {size_t(4), data + 4})
      for (size_t i = 0; i < 4; ++i) bytes[at + i] = char(size >> (8 * i));
    writeFileAtomically(path, bytes);
    AudioFileReader reader(path);
    QCOMPARE(readAll(reader).size(), size_t(16000));
  }

  void damagedFiles_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is not sound at all, it is a letter.\n").repeated(50);
    QTest::newRow("zeros") << QByteArray(10000, '\0');
    QTest::newRow("only RIFF") << QByteArray("RIFF\x24\x00\x00\x00WAVE", 12);
    writeSound(root_ / "good", noise(1000), 16000);
    const QByteArray good = QByteArray::fromStdString(readFile(root_ / "good"));
    QTest::newRow("no data") << good.left(good.indexOf("data") + 8);
    QTest::newRow("half a header") << good.left(30);
    QByteArray noRate = good;
    noRate.replace(24, 4, QByteArray(4, '\0'));
    QTest::newRow("0 Hz") << noRate;
    QByteArray wildRate = good;
    wildRate.replace(24, 4, QByteArray("\xff\xff\xff\x7f", 4));
    QTest::newRow("2 GHz") << wildRate;
    QByteArray noChannels = good;
    noChannels.replace(22, 2, QByteArray(2, '\0'));
    QTest::newRow("0 channels") << noChannels;
    QByteArray manyChannels = good;
    manyChannels.replace(22, 2, QByteArray("\xff\xff", 2));
    QTest::newRow("65535 channels") << manyChannels;
  }
  void damagedFiles() {
    QFETCH(QByteArray, contents);
    const fs::path path = root_ / "damaged.wav";
    writeFileAtomically(path, contents.toStdString());
    const QString error = errorOf([&] { AudioFileReader reader(path); });
    QVERIFY2(isSentence(error), qPrintable(error));
    QVERIFY(error.contains("damaged.wav"));
  }

  void samplesThatAreNotNumbers_data() {
    QTest::addColumn<float>("value");
    QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinity") << -std::numeric_limits<float>::infinity();
    QTest::newRow("3e38") << 3e38F;
  }
  void samplesThatAreNotNumbers() {
    QFETCH(float, value);
    std::vector<float> samples = noise(20000);
    samples[16001] = value;  // right channel of frame 8000
    writeSound(root_ / "sound.wav", samples, 16000, 2, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader reader(root_ / "sound.wav");
    const std::vector<float> mono = readAll(reader);
    QCOMPARE(mono.size(), size_t(10000));
    QCOMPARE(mono[8000], samples[16000] / 2.0F);
    QCOMPARE(reader.report().badSamples, 1L);
    QVERIFY(!reader.report().incomplete);
    QVERIFY(isSentence(QString::fromStdString(noteOf(reader.report()))));
  }

  void nothingButBadSamplesIsNoSound() {
    std::vector<float> samples = noise(40000);
    std::fill(samples.begin() + 20000, samples.end(), std::numeric_limits<float>::quiet_NaN());
    writeSound(root_ / "sound.wav", samples, 16000, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader reader(root_ / "sound.wav");
    const std::vector<float> start = readAll(reader);
    QVERIFY(start.size() > 16000 && start.size() < 24000);
    QVERIFY(reader.report().incomplete);
    std::fill(samples.begin(), samples.end(), std::numeric_limits<float>::quiet_NaN());
    writeSound(root_ / "sound.wav", samples, 16000, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader damaged(root_ / "sound.wav");
    const QString error = errorOf([&] { readAll(damaged); });
    QVERIFY2(isSentence(error) && error.contains("not numbers"), qPrintable(error));
  }

  void floatsBeyondOneAreKept() {
    const std::vector<float> samples{0.0F, 1.5F, -2.0F, 0.5F};
    writeSound(root_ / "sound.wav", samples, 16000, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader reader(root_ / "sound.wav");
    QVERIFY(readAll(reader) == samples);
  }

  void whatIsNotAFile() {
    for (const fs::path& path : {root_, root_ / "missing.wav", fs::path("/dev/zero"), fs::path()}) {
      const QString error = errorOf([&] { AudioFileReader reader(path); });
      QVERIFY2(isSentence(error), qPrintable(error));
      QVERIFY(error.contains(QString::fromStdString(path.string())));
    }
  }

  void namesOfAudioFiles() {
    for (const char* name : {"a.wav", "A.WAV", "/x/y.Flac", "b.c.ogg", "x.mp3", "x.aiff", "x.opus",
                             "x.M4A", "x.webm", "film.mov", "x.wma", "x.amr"})
      QVERIFY2(looksLikeAudioFile(name), name);
    for (const char* name : {"", "wav", ".wav", "a.txt", "a.wav.part", "dir.wav/readme", "a.pt",
                             "._a.wav", ".hidden.mp3", "a.ts"})
      QVERIFY2(!looksLikeAudioFile(name), name);
  }

 private:
  QTemporaryDir directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestAudioFile)
#include "test_audio_file.moc"
