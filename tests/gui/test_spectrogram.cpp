// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "app/gui/services/spectrogram_overview.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"
#include "app/gui/widgets/stream_timeline.h"
#include "tests/gui/picture_frames.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;

Q_DECLARE_METATYPE(earwitness::gui::ColourMap::Name)

class TestSpectrogram : public QObject {
  Q_OBJECT

 private slots:
  void colourMapsAreEvenInLightness_data() {
    QTest::addColumn<ColourMap::Name>("name");
    QTest::addColumn<QRgb>("silence");
    QTest::addColumn<QRgb>("loudest");
    // The ends of matplotlib's maps, and ours.
    QTest::newRow("inferno") << ColourMap::Name::Inferno << qRgb(0, 0, 4) << qRgb(252, 255, 164);
    QTest::newRow("viridis") << ColourMap::Name::Viridis << qRgb(68, 1, 84) << qRgb(253, 231, 37);
    QTest::newRow("ice") << ColourMap::Name::Ice << qRgb(250, 250, 250) << qRgb(22, 22, 22);
  }
  void colourMapsAreEvenInLightness() {
    QFETCH(ColourMap::Name, name);
    QFETCH(QRgb, silence);
    QFETCH(QRgb, loudest);
    const ColourMap& map = ColourMap::named(name);
    const auto lightness = [&](int i) {
      const QRgb colour = map.at(float(i) / 255.0F);
      const auto linear = [](int channel) { return std::pow(channel / 255.0, 2.2); };
      const double luminance = 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
                               0.0722 * linear(qBlue(colour));
      return 116.0 * std::cbrt(luminance + 1e-3) - 16.0;  // CIE L*, but for the darkest
    };
    const double direction = map.isLight() ? -1.0 : 1.0;
    for (int i = 1; i <= 255; ++i) {
      const double step = (lightness(i) - lightness(i - 1)) * direction;
      QVERIFY2(step > -0.6 && step < 1.6, qPrintable(QString("%1: %2").arg(i).arg(step)));
    }
    QVERIFY((lightness(255) - lightness(0)) * direction > 70.0);
    const auto near = [](QRgb a, QRgb b) {
      return std::abs(qRed(a) - qRed(b)) < 12 && std::abs(qGreen(a) - qGreen(b)) < 12 &&
             std::abs(qBlue(a) - qBlue(b)) < 12;
    };
    QVERIFY2(near(map.at(0.0F), silence), qPrintable(QColor(map.at(0.0F)).name()));
    QVERIFY2(near(map.at(1.0F), loudest), qPrintable(QColor(map.at(1.0F)).name()));
    QCOMPARE(map.at(-3.0F), map.at(0.0F));
    QCOMPARE(map.at(7.0F), map.at(1.0F));
    QCOMPARE(map.at(std::numeric_limits<float>::quiet_NaN()), map.at(0.0F));
  }

  void historyKeepsTheNewestColumns() {
    SpectrogramHistory history(0.2);  // 16 columns of 12.5 ms
    history.reset(withBands(4));
    history.append(numbered(0, 10, 4));
    QCOMPARE(history.begin(), 0L);
    QCOMPARE(history.end(), 10L);
    history.append(numbered(10, 30, 4));
    QCOMPARE(history.end(), 40L);
    QCOMPARE(history.begin(), 24L);
    for (long column = history.begin(); column < history.end(); ++column) {
      for (const float value : history.column(column)) QCOMPARE(value, float(column));
      QCOMPARE(history.peakDb(column, column + 1), float(column));
    }
    std::vector<float> loudest(4);
    history.maximum(30, 35, loudest);
    QCOMPARE(loudest, std::vector<float>(4, 34.0F));
    QCOMPARE(history.peakDb(0, 33), 32.0F);
    QCOMPARE(history.peakDb(0, 20), SpectrogramHistory::kGapDb);
  }

  void historyKeepsTenMinutes() {
    SpectrogramHistory history;
    history.reset(withBands(2));
    history.append(constant(80L * 700, 2, -20.0F));
    QCOMPARE(double(history.end() - history.begin()) * history.columnSeconds(), 600.0);
  }

  void historyIsTheSameInAnyChunking() {
    FeatureSettings features = withBands(3);
    features.hopSamples = 50;  // 320 frames a second: several in a column
    SpectrogramHistory whole(2.0);
    SpectrogramHistory pieces(2.0);
    whole.reset(features);
    pieces.reset(features);
    QVERIFY(whole.framesPerColumn() > 1);
    whole.append(numbered(0, 101, 3));
    for (long i = 0; i < 101; ++i) pieces.append(numbered(i, 1, 3));
    QCOMPARE(pieces.end(), whole.end());
    QCOMPARE(whole.end(), 101L / whole.framesPerColumn());
    for (long column = 0; column < whole.end(); ++column) {
      QCOMPARE(pieces.column(column)[0], whole.column(column)[0]);
      QCOMPARE(whole.column(column)[0], float((column + 1) * whole.framesPerColumn() - 1));
    }
  }

  void bothClocksAreRightAroundAGap() {
    SpectrogramHistory history;
    history.reset(withBands(2));
    constexpr double kFrame = 0.0125;
    history.append(constant(80, 2, 0.0F), 0, 1'000'000);
    history.append(constant(80, 2, 0.0F), 80, 1'011'000);  // 11 s later, 1 s of it heard
    const StreamTimeline& timeline = history.timeline();
    QCOMPARE(history.end(), 80L + 800L + 80L);
    // A frame's centre lies in the middle of its column.
    QVERIFY(std::abs(timeline.secondsAt(10.5) - 10 * kFrame) < 1e-9);
    QVERIFY(std::abs(timeline.secondsAt(880.5 + 10) - 90 * kFrame) < 1e-9);
    // The stream stands still while the clock runs.
    QVERIFY(std::abs(timeline.secondsAt(100.0) - timeline.secondsAt(870.0)) < 1e-9);
    QVERIFY(std::abs(timeline.utcMsAt(80.0) - 1'000'000) <= 25);
    QVERIFY(std::abs(timeline.utcMsAt(880.0) - 1'010'000) <= 25);
    for (const long frame : {0L, 40L, 79L, 80L, 120L, 159L}) {
      const double position = timeline.positionAt(double(frame) * kFrame);
      QVERIFY2(std::abs(position - (double(frame) + (frame < 80 ? 0.5 : 800.5))) < 1e-6,
               qPrintable(QString::number(position)));
    }
    QVERIFY(std::abs(timeline.positionAtUtcMs(timeline.utcMsAt(500.0)) - 500.0) < 0.1);
  }

  void framesThatWereLostMoveTheStream() {
    SpectrogramHistory history;
    history.reset(withBands(2));
    history.append(constant(80, 2, 0.0F), 0, 1'000'000);
    history.append(constant(80, 2, 0.0F), 160, 1'002'000);  // 80 frames were not fetched
    QCOMPARE(history.end(), 240L);
    QCOMPARE(history.column(120)[0], SpectrogramHistory::kGapDb);
    QVERIFY(std::abs(history.timeline().secondsAt(200.5) - 200 * 0.0125) < 1e-9);
  }

  void aLongGapCostsNoMoreThanTheHistory() {
    SpectrogramHistory history(1.0);
    history.reset(withBands(2));
    history.append(constant(80, 2, 0.0F), 0, 1'000'000);
    history.append(constant(1, 2, 5.0F), 80, 1'000'000 + 24L * 3600 * 1000);  // a day later
    QVERIFY(history.end() > 24L * 3600 * 79);
    QCOMPARE(history.column(history.end() - 1)[0], 5.0F);
    QCOMPARE(history.column(history.begin())[0], SpectrogramHistory::kGapDb);
    QVERIFY(std::abs(history.timeline().secondsAt(double(history.end()) - 0.5) - 1.0) < 1e-9);
  }

  void naturalLogarithmsAreShownAsDecibels() {
    FeatureSettings features = withBands(2);
    features.scale = LogScale::NaturalLog;
    SpectrogramHistory history(0.1);
    history.reset(features);
    history.append(constant(1, 2, float(std::log(100.0))));
    QVERIFY(std::abs(history.column(0)[0] - 20.0F) < 1e-4F);
  }

  void framesOfAnotherShapeAreLeftOut() {
    SpectrogramHistory history(0.1);
    history.reset(withBands(4));
    history.append(constant(3, 5, 1.0F));
    QCOMPARE(history.end(), 0L);
  }

  void imageColumnsStandWhereTheyBelong() {
    constexpr int kColumns = 10;
    SpectrogramImage image;
    image.resize(kColumns, 8, 4);
    const DecibelRange range{0.0F, 100.0F};
    const ColourMap& map = ColourMap::inferno();
    // Twice around the ring and a bit: the last ten columns are what is left.
    for (long column = 0; column < 23; ++column) {
      const std::vector<float> values(4, float(column * 4));
      image.setColumn(column, values, range);
    }
    QImage drawn(kColumns, 8, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    image.draw(painter, drawn.rect(), 13, 23, kColumns);
    painter.end();
    for (int x = 0; x < kColumns; ++x)
      for (const int y : {0, 7}) QCOMPARE(drawn.pixel(x, y), map.at(float((13 + x) * 4) / 100.0F));
  }

  void fewColumnsStandAtTheRightEnd() {
    SpectrogramImage image;
    image.resize(10, 4, 2);
    const std::vector<float> loud(2, 100.0F);
    for (long column = 0; column < 3; ++column) image.setColumn(column, loud, {0.0F, 100.0F});
    QImage drawn(10, 4, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    image.draw(painter, drawn.rect(), 0, 3, 10);
    painter.end();
    QCOMPARE(drawn.pixel(6, 2), qRgb(255, 255, 255));
    for (int x = 7; x < 10; ++x) QCOMPARE(drawn.pixel(x, 2), ColourMap::inferno().at(1.0F));
  }

  void lowFrequenciesAreAtTheBottom() {
    SpectrogramImage image;
    image.resize(1, 40, 4);
    const std::vector<float> values{100.0F, 0.0F, 0.0F, 0.0F};
    image.setColumn(0, values, {0.0F, 100.0F});
    QCOMPARE(image.image().pixel(0, 39), ColourMap::inferno().at(1.0F));
    QCOMPARE(image.image().pixel(0, 0), ColourMap::inferno().at(0.0F));
  }

  void aToneStandsAtItsFrequencyOnEveryAxis_data() {
    QTest::addColumn<FrequencyAxis>("axis");
    QTest::newRow("mel") << FrequencyAxis::Mel;
    QTest::newRow("log") << FrequencyAxis::Log;
    QTest::newRow("linear") << FrequencyAxis::Linear;
  }
  void aToneStandsAtItsFrequencyOnEveryAxis() {
    QFETCH(FrequencyAxis, axis);
    const FeatureSettings features;
    for (const int band : {10, 40, 70}) {
      const double hz = frequencyAt((band + 0.5) / features.nMels, features);
      QVERIFY(std::abs(frequencyAt(frequencyPosition(hz, features, axis), features, axis) - hz) <
              1e-6);
      SpectrogramImage image;
      image.resize(1, 1000, features, axis);
      std::vector<float> values(80, 0.0F);
      values[size_t(band)] = 100.0F;
      image.setColumn(0, values, {0.0F, 100.0F});
      int brightest = 0;
      for (int y = 0; y < 1000; ++y)
        if (qGray(image.image().pixel(0, y)) > qGray(image.image().pixel(0, brightest)))
          brightest = y;
      const double expected = (1.0 - frequencyPosition(hz, features, axis)) * 1000.0;
      QVERIFY2(std::abs(brightest - expected) < 6.0,
               qPrintable(QString("%1 for %2").arg(brightest).arg(expected)));
    }
  }

  void crowdedBandsShowTheirMaximum() {
    SpectrogramImage image;
    image.resize(1, 8, 80);
    for (int band = 0; band < 80; ++band) {
      std::vector<float> values(80, 0.0F);
      values[size_t(band)] = 100.0F;
      image.setColumn(0, values, {0.0F, 100.0F});
      QCOMPARE(image.image().pixel(0, 7 - band / 10), ColourMap::inferno().at(1.0F));
    }
  }

  void rangeRisesAtOnceAndFallsSlowly() {
    PictureRange range;
    QCOMPARE(range.range().ceilingDb, PictureRange::fitting(-50.0F).ceilingDb);
    QVERIFY(range.follow(31.0F, 0.01));
    const float loud = range.range().ceilingDb;
    QVERIFY(loud >= 31.0F);
    range.follow(-60.0F, 0.1);
    QVERIFY(range.range().ceilingDb > loud - 2.0F * PictureRange::kStepDb);
    range.follow(-60.0F, 1000.0);
    QCOMPARE(range.range(), PictureRange::fitting(-60.0F));
    QCOMPARE(range.range().ceilingDb - range.range().floorDb, PictureRange::kSpanDb);
  }

  void bandsStandAtTheirCentreFrequencies() {
    const FeatureSettings features;
    // HTK: mel = 2595 log10(1 + f / 700); band k of 80 is centred at k + 1 of 81 equal steps.
    const auto mel = [](double hz) { return 2595.0 * std::log10(1.0 + hz / 700.0); };
    const double step = (mel(8000.0) - mel(0.0)) / 81.0;
    for (const int band : {0, 17, 40, 79}) {
      const double centre = 700.0 * (std::pow(10.0, (band + 1) * step / 2595.0) - 1.0);
      QVERIFY(std::abs(melPosition(centre, features) - (band + 0.5) / 80.0) < 1e-9);
      QVERIFY(std::abs(frequencyAt((band + 0.5) / 80.0, features) - centre) < 1e-6);
    }
  }

  void frequencyTicksAreReadable_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<FrequencyAxis>("axis");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("tall") << 400 << FrequencyAxis::Mel
                          << QStringList{"100", "200", "500", "1k", "2k", "5k", "8k"};
    QTest::newRow("low") << 60 << FrequencyAxis::Mel << QStringList{"200", "1k", "5k"};
    QTest::newRow("log") << 400 << FrequencyAxis::Log
                         << QStringList{"50", "100", "200", "500", "1k", "2k", "5k", "8k"};
    QTest::newRow("linear") << 400 << FrequencyAxis::Linear
                            << QStringList{"0",  "500",  "1k", "1.5k", "2k", "2.5k",
                                           "3k", "3.5k", "4k", "4.5k", "5k", "5.5k",
                                           "6k", "6.5k", "7k", "7.5k", "8k"};
    QTest::newRow("low linear") << 60 << FrequencyAxis::Linear
                                << QStringList{"0", "2k", "4k", "6k", "8k"};
  }
  void frequencyTicksAreReadable() {
    QFETCH(int, height);
    QFETCH(FrequencyAxis, axis);
    QFETCH(QStringList, labels);
    const auto ticks = frequencyTicks({}, height, 14, axis);
    QStringList found;
    for (size_t i = 0; i < ticks.size(); ++i) {
      found.append(ticks[i].label);
      QVERIFY(ticks[i].position >= 0.0 && ticks[i].position <= 1.0);
      if (i > 0) QVERIFY((ticks[i].position - ticks[i - 1].position) * height >= 14.0);
    }
    QCOMPARE(found, labels);
  }

  void frequencyTicksStayInsideTheModelsRange() {
    FeatureSettings features;
    features.fMinHz = 300.0;
    features.fMaxHz = 3000.0;
    for (const AxisTick& tick : frequencyTicks(features, 1000, 14))
      QVERIFY2(tick.label == "500" || tick.label == "1k" || tick.label == "2k",
               qPrintable(tick.label));
  }

  void timeStepsAndLabels() {
    QCOMPARE(timeStepSeconds(0.0125, 80), 1.0);
    QCOMPARE(timeStepSeconds(0.05, 80), 5.0);
    QCOMPARE(timeStepSeconds(4.0, 80), 600.0);
    QCOMPARE(positionLabel(5.0), QString("0:05"));
    QCOMPARE(positionLabel(754.0), QString("12:34"));
    QCOMPARE(positionLabel(3723.0), QString("1:02:03"));
    QCOMPARE(positionLabel(12.34, 0.1), QString("0:12.3"));
    QCOMPARE(positionLabel(59.96, 0.1), QString("1:00.0"));
  }

  void overviewOfAShortFileHasEachFrame() {
    SpectrogramOverview overview(8);
    overview.reset(withBands(2));
    overview.append(numbered(0, 7, 2));
    QCOMPARE(overview.columns(), 7);
    QCOMPARE(overview.framesPerColumn(), 1L);
    for (int i = 0; i < 7; ++i) QCOMPARE(overview.column(i)[1], float(i));
    QCOMPARE(overview.peakDb(), 6.0F);
  }

  void overviewMergesPairsByMaximumWhenFull_data() {
    QTest::addColumn<long>("frames");
    QTest::addColumn<long>("perColumn");
    QTest::newRow("exactly full") << 8L << 1L;
    QTest::newRow("one too many") << 9L << 2L;
    QTest::newRow("odd") << 15L << 2L;
    QTest::newRow("twice full") << 17L << 4L;
    QTest::newRow("long") << 1000L << 128L;
  }
  void overviewMergesPairsByMaximumWhenFull() {
    QFETCH(long, frames);
    QFETCH(long, perColumn);
    for (const long chunk : {1L, 3L, 1000L}) {
      SpectrogramOverview overview(8);
      overview.reset(withBands(2));
      for (long done = 0; done < frames; done += chunk)
        overview.append(numbered(done, std::min(chunk, frames - done), 2));
      QCOMPARE(overview.frames(), frames);
      QCOMPARE(overview.framesPerColumn(), perColumn);
      QCOMPARE(overview.columns(), int((frames + perColumn - 1) / perColumn));
      for (int i = 0; i < overview.columns(); ++i)
        QCOMPARE(overview.column(i)[0], float(std::min((i + 1) * perColumn, frames) - 1));
    }
  }

  void overviewRendersWhatItHolds() {
    SpectrogramOverview overview;
    overview.reset(withBands(2));
    overview.append(constant(3, 2, -100.0F));
    overview.append(constant(2, 2, 20.0F));
    const QImage image = overview.render(0, overview.columns(), 100, 10, {-80.0F, 20.0F});
    QCOMPARE(image.size(), QSize(5, 10));
    QCOMPARE(image.pixel(2, 5), ColourMap::inferno().at(0.0F));
    QCOMPARE(image.pixel(3, 5), ColourMap::inferno().at(1.0F));
    // In three pixels of two columns each: the maximum counts.
    const QImage narrow = overview.render(0, overview.columns(), 3, 10, {-80.0F, 20.0F});
    QCOMPARE(narrow.width(), 3);
    QCOMPARE(narrow.pixel(0, 5), ColourMap::inferno().at(0.0F));
    QCOMPARE(narrow.pixel(1, 5), ColourMap::inferno().at(1.0F));
  }
};

QTEST_MAIN(TestSpectrogram)
#include "test_spectrogram.moc"
