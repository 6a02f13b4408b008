#include <QApplication>
#include <QPainter>
#include <QtTest>
#include <algorithm>

#include "app/gui/files/spectrogram_overview.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

FeatureSettings withBands(int nMels) {
  FeatureSettings features;
  features.nMels = nMels;
  return features;
}

/// Frames whose bands all have the value of the frame's number, from `first` on.
LogMel numbered(long first, long count, int nMels) {
  LogMel frames;
  frames.nMels = nMels;
  for (long i = 0; i < count; ++i)
    frames.values.insert(frames.values.end(), size_t(nMels), float(first + i));
  return frames;
}

LogMel constant(long count, int nMels, float value) {
  LogMel frames;
  frames.nMels = nMels;
  frames.values.assign(size_t(count * nMels), value);
  return frames;
}

}  // namespace

class TestSpectrogram : public QObject {
  Q_OBJECT

 private slots:
  void colourMapRisesInLightness() {
    const ColourMap& map = ColourMap::inferno();
    const auto lightness = [&](float position) {
      const QRgb colour = map.at(position);
      return 0.2126 * qRed(colour) + 0.7152 * qGreen(colour) + 0.0722 * qBlue(colour);
    };
    for (int i = 1; i <= 255; ++i)
      QVERIFY2(lightness(float(i) / 255.0F) >= lightness(float(i - 1) / 255.0F) - 1.0,
               qPrintable(QString::number(i)));
    QVERIFY(lightness(0.0F) < 10.0);
    QVERIFY(lightness(1.0F) > 220.0);
    QCOMPARE(map.at(-3.0F), map.at(0.0F));
    QCOMPARE(map.at(7.0F), map.at(1.0F));
    QCOMPARE(map.at(std::numeric_limits<float>::quiet_NaN()), map.at(0.0F));
  }

  void historyKeepsTheNewestColumns() {
    SpectrogramHistory history(16);
    history.reset(withBands(4));
    history.append(numbered(0, 10, 4));
    QCOMPARE(history.begin(), 0L);
    QCOMPARE(history.end(), 10L);
    history.append(numbered(10, 30, 4));
    QCOMPARE(history.end(), 40L);
    QVERIFY(history.begin() >= 24);
    for (long column = history.begin(); column < history.end(); ++column) {
      for (const float value : history.column(column)) QCOMPARE(value, float(column));
      QCOMPARE(history.columnPeakDb(column), float(column));
    }
  }

  void historyIsTheSameInAnyChunking() {
    FeatureSettings features = withBands(3);
    features.hopSamples = 50;  // 320 frames a second: several in a column
    SpectrogramHistory whole(64);
    SpectrogramHistory pieces(64);
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

  void naturalLogarithmsAreShownAsDecibels() {
    FeatureSettings features = withBands(2);
    features.scale = LogScale::NaturalLog;
    SpectrogramHistory history(8);
    history.reset(features);
    history.append(constant(1, 2, float(std::log(100.0))));
    QVERIFY(std::abs(history.column(0)[0] - 20.0F) < 1e-4F);
  }

  void framesOfAnotherShapeAreLeftOut() {
    SpectrogramHistory history(8);
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
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("tall") << 400 << QStringList{"100", "200", "500", "1k", "2k", "4k", "8k"};
    QTest::newRow("low") << 60 << QStringList{"200", "1k", "4k", "8k"};
  }
  void frequencyTicksAreReadable() {
    QFETCH(int, height);
    QFETCH(QStringList, labels);
    const auto ticks = frequencyTicks({}, height, 14);
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

  void viewShowsNewColumnsAtTheRight() {
    SpectrogramView view;
    view.resize(500, 200);
    view.reset(withBands(8));
    view.append(constant(400, 8, -100.0F), 1'000'000);
    view.append(constant(20, 8, 30.0F), 1'000'250);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_COMPARE((view.advance(), view.shownEnd()), 420L);
    const QImage picture = view.grab().toImage();
    const QRect plot = view.plotRect();
    const int middle = plot.center().y();
    const QRgb bright = picture.pixel(plot.right() - 10, middle);
    const QRgb dark = picture.pixel(plot.right() - 30, middle);
    QVERIFY(qRed(bright) > 150);
    QCOMPARE(dark, ColourMap::inferno().at(0.0F));
    QCOMPARE(picture.pixel(plot.right() - 19, middle), bright);
    QCOMPARE(picture.pixel(plot.right() - 20, middle), dark);
  }

  void viewGoesAroundItsRing() {
    SpectrogramView view;
    view.resize(300, 160);
    view.reset(withBands(4));
    const int width = view.plotRect().width();
    // A bright column each 50, over three widths of the picture.
    const long total = 3L * width + 7;
    for (long i = 0; i < total; ++i) {
      view.append(constant(1, 4, i % 50 == 0 ? 30.0F : -100.0F), 1'000'000 + i * 12);
      if (i % 40 == 0) view.advance();
    }
    QTRY_COMPARE((view.advance(), view.shownEnd()), total);
    const QImage picture = view.grab().toImage();
    const QRect plot = view.plotRect();
    for (int x = 0; x < width; ++x) {
      const long column = total - width + x;
      const bool bright = qRed(picture.pixel(plot.left() + x, plot.center().y())) > 150;
      QVERIFY2(bright == (column % 50 == 0), qPrintable(QString::number(x)));
    }
  }

  void frozenViewStandsStillAndGoesOn() {
    SpectrogramView view;
    view.resize(300, 160);
    view.reset(withBands(4));
    view.append(constant(100, 4, 0.0F), 1'000'000);
    QTRY_COMPARE((view.advance(), view.shownEnd()), 100L);
    view.setFrozen(true);
    const QImage before = view.grab().toImage();
    view.append(constant(300, 4, 30.0F), 1'003'750);
    for (int i = 0; i < 20; ++i) view.advance();
    QCOMPARE(view.shownEnd(), 100L);
    QCOMPARE(view.grab().toImage(), before);
    view.setFrozen(false);
    QTRY_COMPARE((view.advance(), view.shownEnd()), 400L);
    QVERIFY(view.grab().toImage() != before);
  }

  void aStreamThatWasAwayLeavesAGap() {
    SpectrogramView view;
    view.resize(300, 160);
    view.reset(withBands(4));
    view.append(constant(80, 4, 0.0F), 1'000'000);
    view.append(constant(80, 4, 0.0F), 1'004'000);  // 4 s later, 1 s of it heard
    const long end = view.history().end();
    QVERIFY2(end > 390 && end < 405, qPrintable(QString::number(end)));
    QCOMPARE(view.history().column(200)[0], SpectrogramHistory::kGapDb);
    QVERIFY(std::abs(view.clockMsAt(double(end)) - 1'004'000) < 100);
  }

  void viewSurvivesEverySize() {
    SpectrogramView view;
    view.reset(withBands(8));
    view.append(constant(50, 8, 10.0F), 1'000'000);
    for (const QSize size : {QSize(1, 1), QSize(30, 400), QSize(2500, 20), QSize(900, 300)}) {
      view.resize(size);
      view.advance();
      QCOMPARE(view.grab().toImage().size(), size * int(view.devicePixelRatioF()));
    }
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
    const QImage image = overview.render(100, 10, {-80.0F, 20.0F});
    QCOMPARE(image.size(), QSize(5, 10));
    QCOMPARE(image.pixel(2, 5), ColourMap::inferno().at(0.0F));
    QCOMPARE(image.pixel(3, 5), ColourMap::inferno().at(1.0F));
    // In three pixels of two columns each: the maximum counts.
    const QImage narrow = overview.render(3, 10, {-80.0F, 20.0F});
    QCOMPARE(narrow.width(), 3);
    QCOMPARE(narrow.pixel(0, 5), ColourMap::inferno().at(0.0F));
    QCOMPARE(narrow.pixel(1, 5), ColourMap::inferno().at(1.0F));
  }
};

QTEST_MAIN(TestSpectrogram)
#include "test_spectrogram.moc"
