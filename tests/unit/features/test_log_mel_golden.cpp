// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QtTest>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(EARWITNESS_TEST_DATA) / "golden" / "features";
constexpr double kToleranceDb = 0.01;
constexpr double kQuietestDb = -90.0;

std::vector<float> readFloats(const fs::path& path) {
  const std::string bytes = readFile(path);
  std::vector<float> values(bytes.size() / sizeof(float));
  std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
  return values;
}

std::vector<float> readSignal(const fs::path& path, double sampleRate) {
  return path.extension() == ".wav" ? readAudio(path, sampleRate) : readFloats(path);
}

/// Every so manieth frame, as the golden keeps them.
std::vector<float> thinned(const LogMel& all, long every) {
  std::vector<float> kept;
  for (long i = 0; i < all.nFrames(); i += every) {
    const auto frame = all.frame(i);
    kept.insert(kept.end(), frame.begin(), frame.end());
  }
  return kept;
}

/// For a look at what differs: beside the test's program, in the golden's format.
void writeActual(const std::string& name, const std::vector<float>& values) {
  const fs::path path =
      fs::path(QCoreApplication::applicationDirPath().toStdString()) / (name + ".f32.actual");
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(values.data()),
             std::streamsize(values.size() * sizeof(float)));
  qWarning("wrote %s", path.c_str());
}

struct Difference {
  double largestDb = 0.0;
  size_t at = 0;
  size_t compared = 0;
};

/// Where the reference is quieter, ours has to be quiet, too.
Difference compare(const std::vector<float>& actual, const std::vector<float>& golden,
                   const FeatureSettings& settings) {
  const ToDecibels toDb(settings);
  Difference difference;
  for (size_t i = 0; i < golden.size(); ++i) {
    const double actualDb = std::max(double(toDb(actual[i])), kQuietestDb);
    const double goldenDb = std::max(double(toDb(golden[i])), kQuietestDb);
    if (goldenDb > kQuietestDb) ++difference.compared;
    // The negation also catches what is not a number.
    if (!(std::abs(actualDb - goldenDb) <= difference.largestDb)) {
      difference.largestDb = std::abs(actualDb - goldenDb);
      difference.at = i;
    }
  }
  return difference;
}

}  // namespace

class TestLogMelGolden : public QObject {
  Q_OBJECT

 private slots:
  void everyKindOfSignalHasACase() {
    const auto manifest = nlohmann::json::parse(readFile(kFolder / "features.json"));
    std::set<std::string> names;
    for (const auto& item : manifest.at("cases")) names.insert(item.at("name"));
    for (const char* signal : {"noise", "sweep", "impulse", "silence", "chord", "clip"})
      QVERIFY2(names.contains("report-" + std::string(signal)), signal);
    for (const char* settings : {"efficientat", "slaney", "magnitude", "librosa", "kaldi-povey",
                                 "kaldi-hanning", "kaldi-hamming"})
      QVERIFY2(names.contains(std::string(settings) + "-sweep"), settings);
  }

  void equalsTheReference_data() {
    QTest::addColumn<QByteArray>("caseJson");
    const auto manifest = nlohmann::json::parse(readFile(kFolder / "features.json"));
    for (const auto& item : manifest.at("cases"))
      QTest::newRow(item.at("name").get<std::string>().c_str())
          << QByteArray::fromStdString(item.dump());
  }

  void equalsTheReference() {
    QFETCH(QByteArray, caseJson);
    const auto item = nlohmann::json::parse(caseJson.toStdString());
    const std::string name = item.at("name");
    const FeatureSettings settings = featureSettingsFromJson(item.at("settings"));
    const fs::path goldenFile = kFolder / (name + ".f32");
    QVERIFY2(fs::exists(goldenFile), goldenFile.c_str());
    const std::vector<float> golden = readFloats(goldenFile);
    const std::vector<float> signal =
        readSignal(kFolder / item.at("signal").get<std::string>(), settings.sampleRate);

    const LogMel all = logMel(signal, settings);
    const std::vector<float> actual = thinned(all, item.at("every"));

    QCOMPARE(all.nFrames(), item.at("frames").get<long>());
    QCOMPARE(all.nMels, item.at("shape").at(1).get<int>());
    QCOMPARE(actual.size(), golden.size());
    const Difference difference = compare(actual, golden, settings);
    if (!(difference.largestDb <= kToleranceDb)) {
      writeActual(name, actual);
      QFAIL(qPrintable(QStringLiteral("%1 dB at frame %2, band %3")
                           .arg(difference.largestDb)
                           .arg(difference.at / size_t(all.nMels))
                           .arg(difference.at % size_t(all.nMels))));
    }
    if (item.at("signal") != "silence.f32") QVERIFY(difference.compared > 0);
  }
};

QTEST_GUILESS_MAIN(TestLogMelGolden)
#include "test_log_mel_golden.moc"
