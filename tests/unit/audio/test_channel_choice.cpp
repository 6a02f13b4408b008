// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/audio/audio_file.h"
#include "tests/unit/audio/read_all.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int kRate = 16000;

std::vector<float> interleaved(const std::vector<std::vector<float>>& channels) {
  std::vector<float> samples;
  for (size_t frame = 0; frame < channels.front().size(); ++frame)
    for (const auto& channel : channels) samples.push_back(channel[frame]);
  return samples;
}

std::vector<float> scaled(std::vector<float> samples, float factor) {
  for (float& sample : samples) sample *= factor;
  return samples;
}

double worst(std::span<const float> left, std::span<const float> right) {
  if (left.size() != right.size()) return 1e9;
  double difference = 0.0;
  for (size_t i = 0; i < left.size(); ++i)
    difference = std::max(difference, std::abs(double(left[i]) - double(right[i])));
  return difference;
}

}  // namespace

class TestChannelChoice : public QObject {
  Q_OBJECT

 private slots:
  void init() { path_ = fs::path(directory_.filePath("sound.wav").toStdString()); }

  void texts() {
    for (const char* text : {"mean", "left", "right", "3", "17"})
      QCOMPARE(textOf(channelFromText(text)), std::string(text));
    QCOMPARE(channelFromText("1"), channelFromText("left"));
    QCOMPARE(channelFromText("2"), channelFromText("right"));
    for (const char* text : {"", "0", "-1", "middle", "1.5", "2 ", "Left", "99999999999", "1025"}) {
      const QString error = errorOf([&] { channelFromText(text); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
  }

  void oneChannelIsThatChannel() {
    const auto left = tone(440.0, kRate, 20000), right = noise(20000);
    const std::vector<float> third(20000, 0.0F);
    writeSound(path_, interleaved({left, right, third}), kRate, 3, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    QCOMPARE(worst(read("left"), left), 0.0);
    QCOMPARE(worst(read("right"), right), 0.0);
    QCOMPARE(worst(read("3"), third), 0.0);
    AudioFileReader reader(path_, channelFromText("right"));
    readAll(reader);
    QCOMPARE(reader.report().channel.number, 2);
    QVERIFY(!reader.report().oppositePhase);
    const QString error = errorOf([&] { read("4"); });
    QVERIFY2(isSentence(error) && error.contains("only 3 channels"), qPrintable(error));
  }

  void aFileWithFewerChannels() {
    writeSound(path_, noise(1000), kRate);
    QCOMPARE(read("left").size(), size_t(1000));
    const QString error = errorOf([&] { read("right"); });
    QVERIFY2(isSentence(error) && error.contains("only 1 channel"), qPrintable(error));
  }

  void oppositePhase_data() {
    QTest::addColumn<float>("left");   // of a tone
    QTest::addColumn<float>("right");  // the same
    QTest::addColumn<float>("noise");  // to the right
    QTest::addColumn<int>("taken");
    QTest::newRow("opposite") << 0.5F << -0.5F << 0.0F << 1;
    QTest::newRow("opposite, the right one louder") << 0.5F << -0.55F << 0.0F << 2;
    QTest::newRow("opposite, with noise") << 0.5F << -0.5F << 0.02F << 2;
    QTest::newRow("the same") << 0.5F << 0.5F << 0.0F << 0;
    QTest::newRow("one side silent") << 0.5F << 0.0F << 0.0F << 0;
    QTest::newRow("independent") << 0.5F << 0.0F << 0.3F << 0;
    QTest::newRow("opposite, but one much softer") << 0.5F << -0.1F << 0.0F << 0;
    QTest::newRow("digital silence") << 0.0F << 0.0F << 0.0F << 0;
  }
  void oppositePhase() {
    QFETCH(float, left);
    QFETCH(float, right);
    QFETCH(float, noise);
    QFETCH(int, taken);
    const auto sound = tone(440.0, kRate, 48000, 1.0);
    auto other = scaled(sound, right);
    const auto added = scaled(earwitness::noise(48000), noise);
    for (size_t i = 0; i < other.size(); ++i) other[i] += added[i];
    const auto first = scaled(sound, left);
    writeSound(path_, interleaved({first, other}), kRate, 2, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader reader(path_);
    const std::vector<float> read = readAll(reader);
    QCOMPARE(reader.report().channel.number, taken);
    QCOMPARE(reader.report().oppositePhase, taken > 0);
    QCOMPARE(noteOf(reader.report()).empty(), taken == 0);
    if (taken > 0) QCOMPARE(worst(read, taken == 1 ? first : other), 0.0);
  }

  // The mean of an offset is no sound.
  void anOffsetHidesNothing() {
    auto left = tone(440.0, kRate, 48000), right = scaled(left, -1.0F);
    for (size_t i = 0; i < left.size(); ++i) {
      left[i] += 0.1F;
      right[i] += 0.1F;
    }
    writeSound(path_, interleaved({left, right}), kRate, 2, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    AudioFileReader reader(path_);
    readAll(reader);
    QVERIFY(reader.report().oppositePhase);
  }

  // What is taken does not depend on who reads the file how; here its sound begins after a minute.
  void theChoiceIsTheFiles() {
    std::vector<float> left(120 * kRate, 0.0F);
    const auto sound = tone(440.0, kRate, 60 * kRate);
    std::copy(sound.begin(), sound.end(), left.begin() + 60 * kRate);
    writeSound(path_, interleaved({left, scaled(left, -1.0F)}), kRate, 2);
    AudioFileReader whole(path_);
    const std::vector<float> all = readAll(whole, 65536);
    QCOMPARE(all.size(), left.size());
    QVERIFY(whole.report().oppositePhase);
    QVERIFY(worst(all, left) < 1e-4);
    for (const size_t block : {777UL, 4096UL}) {
      AudioFileReader reader(path_);
      reader.seek(50 * kRate);
      std::vector<float> some(block);
      QCOMPARE(reader.read(some), block);
      reader.seek(70 * kRate);
      QCOMPARE(reader.read(some), block);
      QVERIFY(std::equal(some.begin(), some.end(), all.begin() + 70 * kRate));
      QCOMPARE(reader.report().channel, whole.report().channel);
    }
  }

 private:
  std::vector<float> read(const char* channel) {
    AudioFileReader reader(path_, channelFromText(channel));
    return readAll(reader);
  }

  QTemporaryDir directory_;
  fs::path path_;
};

QTEST_GUILESS_MAIN(TestChannelChoice)
#include "test_channel_choice.moc"
