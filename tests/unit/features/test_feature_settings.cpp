// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <functional>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/features/feature_settings.h"

using namespace earwitness;
using nlohmann::json;

namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

/// What validate() says, empty where it says nothing.
std::string complaintAbout(const std::function<void(FeatureSettings&)>& change) {
  FeatureSettings settings;
  change(settings);
  try {
    settings.validate();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string complaintAboutJson(const json& value) {
  try {
    featureSettingsFromJson(value);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

bool isOneSentence(const std::string& text) {
  return text.starts_with("The feature settings cannot be used: ") && text.ends_with(".") &&
         text.find('\n') == std::string::npos;
}

}  // namespace

class TestFeatureSettings : public QObject {
  Q_OBJECT

 private slots:
  void theDefaultsAreTheReports() {
    const FeatureSettings settings;
    settings.validate();
    QCOMPARE(settings.framesOf(160000), 801L);
    QCOMPARE(settings.frameSeconds(), 0.0125);
    QCOMPARE(settings.summary().english(),
             std::string("16 kHz, 80 mel bands 0-8000 Hz, FFT 400, hop 200, dB"));
  }

  void theSummaryNamesWhatDiffers() {
    FeatureSettings settings;
    settings.sampleRate = 44100;
    settings.fMinHz = 62.5;
    settings.fMaxHz = 20000;
    settings.scale = LogScale::NaturalLog;
    QCOMPARE(settings.summary().english(),
             std::string("44.1 kHz, 80 mel bands 62.5-20000 Hz, FFT 400, hop 200, natural log"));
  }

  void refusesWhatCannotWork_data() {
    using Change = std::function<void(FeatureSettings&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const char* word, const Change& change) {
      QTest::newRow(name) << change << QString(word);
    };
    row("rate 0", "sample rate", [](auto& s) { s.sampleRate = 0; });
    row("rate negative", "sample rate", [](auto& s) { s.sampleRate = -16000; });
    row("rate huge", "sample rate", [](auto& s) { s.sampleRate = 2'000'000; });
    row("FFT 0", "FFT", [](auto& s) { s.nFft = 0; });
    row("FFT negative", "FFT", [](auto& s) { s.nFft = -400; });
    row("FFT huge", "FFT", [](auto& s) { s.nFft = 1 << 20; });
    row("FFT odd", "even", [](auto& s) { s.nFft = 401; });
    row("hop 0", "hop", [](auto& s) { s.hopSamples = 0; });
    row("hop negative", "hop", [](auto& s) { s.hopSamples = -1; });
    row("hop beyond FFT", "hop", [](auto& s) { s.hopSamples = 401; });
    row("no bands", "mel bands", [](auto& s) { s.nMels = 0; });
    row("too many bands", "mel bands", [](auto& s) { s.nMels = 5000; });
    row("low negative", "lowest frequency", [](auto& s) { s.fMinHz = -1; });
    row("low not a number", "lowest frequency", [](auto& s) { s.fMinHz = kNotANumber; });
    row("high below low", "highest frequency", [](auto& s) { s.fMinHz = s.fMaxHz; });
    row("high not a number", "highest frequency", [](auto& s) { s.fMaxHz = kNotANumber; });
    row("high beyond half the rate", "half the sample rate", [](auto& s) { s.fMaxHz = 8000.5; });
    row("unknown logarithm", "logarithm", [](auto& s) { s.scale = LogScale(7); });
    row("floor 0", "floor", [](auto& s) { s.floorPower = 0.0; });
    row("floor negative", "floor", [](auto& s) { s.floorPower = -1e-10; });
    row("floor too small for a float", "floor", [](auto& s) { s.floorPower = 1e-40; });
    row("floor not a number", "floor", [](auto& s) { s.floorPower = kNotANumber; });
    row("offset negative", "offset", [](auto& s) { s.offsetPower = -1e-6; });
    row("offset not a number", "offset", [](auto& s) { s.offsetPower = kNotANumber; });
  }

  void refusesWhatCannotWork() {
    QFETCH(std::function<void(FeatureSettings&)>, change);
    QFETCH(QString, word);
    const std::string complaint = complaintAbout(change);
    QVERIFY2(isOneSentence(complaint), complaint.c_str());
    QVERIFY2(QString::fromStdString(complaint).contains(word), complaint.c_str());
  }

  void acceptsTheEdges() {
    QCOMPARE(complaintAbout([](auto& s) { s.hopSamples = s.nFft; }), std::string());
    QCOMPARE(complaintAbout([](auto& s) { s.hopSamples = 1; }), std::string());
    QCOMPARE(complaintAbout([](auto& s) { s.nMels = 1; }), std::string());
    QCOMPARE(complaintAbout([](auto& s) { s.nFft = 16, s.hopSamples = 16; }), std::string());
  }

  void jsonRoundTrip() {
    FeatureSettings settings;
    settings.sampleRate = 32000;
    settings.nFft = 1280;
    settings.hopSamples = 640;
    settings.nMels = 64;
    settings.fMinHz = 27.5;
    settings.fMaxHz = 15999.9;
    settings.scale = LogScale::NaturalLog;
    settings.floorPower = 1.1e-9;
    settings.offsetPower = 1e-6;
    const json text = json::parse(toJson(settings).dump());
    QVERIFY(featureSettingsFromJson(text) == settings);
    QVERIFY(!(featureSettingsFromJson(text) == FeatureSettings{}));
    QVERIFY(featureSettingsFromJson(toJson(FeatureSettings{})) == FeatureSettings{});
    settings.preEmphasis = 0.97;
    settings.windowSamples = 800;
    settings.window = FrameWindow::Povey;
    settings.symmetricWindow = true;
    settings.padding = FramePadding::None;
    settings.kaldiFrames = true;
    settings.magnitude = true;
    settings.melScale = MelScale::Slaney;
    settings.areaNormalised = true;
    settings.mean = -4.5;
    settings.deviation = 5.0;
    QVERIFY(featureSettingsFromJson(json::parse(toJson(settings).dump())) == settings);
  }

  /// So that what has the report's settings is read by versions before the others were known.
  void othersAreWrittenWhereTheyAreUsed() {
    QCOMPARE(toJson(FeatureSettings{}).size(), size_t(9));
    FeatureSettings settings;
    settings.melScale = MelScale::Kaldi;
    QCOMPARE(toJson(settings).size(), size_t(10));
  }

  void missingKeysTakeTheDefaults() {
    QVERIFY(featureSettingsFromJson(json::object()) == FeatureSettings{});
    FeatureSettings expected;
    expected.nMels = 40;
    QVERIFY(featureSettingsFromJson({{"n_mels", 40}}) == expected);
  }

  void badJsonIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("not an object") << "[1]"
                                   << "object";
    QTest::newRow("null") << "null"
                          << "object";
    QTest::newRow("unknown key") << R"({"winLength": 400})"
                                 << "winLength";
    QTest::newRow("text for a number") << R"({"n_fft": "400"})"
                                       << "n_fft";
    QTest::newRow("fraction for a whole number") << R"({"n_mels": 80.5})"
                                                 << "n_mels";
    QTest::newRow("whole number too large") << R"({"n_mels": 99999999999})"
                                            << "n_mels";
    QTest::newRow("boolean for a number") << R"({"f_max_hz": true})"
                                          << "f_max_hz";
    QTest::newRow("unknown scale") << R"({"scale": "bel"})"
                                   << "scale";
    QTest::newRow("number for a scale") << R"({"scale": 10})"
                                        << "scale";
    QTest::newRow("unknown mel scale") << R"({"mel_scale": "bark"})"
                                       << "htk";
    QTest::newRow("number for a truth") << R"({"magnitude": 1})"
                                        << "magnitude";
    QTest::newRow("no deviation") << R"({"deviation": 0})"
                                  << "deviation";
    QTest::newRow("window longer than the FFT") << R"({"window_samples": 401})"
                                                << "window";
    QTest::newRow("does not validate") << R"({"hop_samples": 0})"
                                       << "hop";
  }

  void badJsonIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    const std::string complaint = complaintAboutJson(json::parse(text.toStdString()));
    QVERIFY2(isOneSentence(complaint), complaint.c_str());
    QVERIFY2(QString::fromStdString(complaint).contains(word), complaint.c_str());
  }
};

QTEST_GUILESS_MAIN(TestFeatureSettings)
#include "test_feature_settings.moc"
