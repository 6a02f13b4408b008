// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QContextMenuEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>
#include <memory>

#include "app/gui/live/picture_controls.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/widgets/colour_map.h"
#include "tests/gui/picture_frames.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;

namespace {

constexpr double kFrameSeconds = 0.0125;
constexpr qint64 kClock = 1'700'000'000'000;

/// Frames of -100 dB with a single one of 30 dB at each multiple of `every`.
LogMel blips(long first, long count, long every) {
  LogMel frames = constant(count, 4, -100.0F);
  for (long i = 0; i < count; ++i)
    if ((first + i) % every == 0) std::fill_n(frames.values.begin() + i * 4, 4, 30.0F);
  return frames;
}

bool isBright(const QImage& picture, double x, int y) {
  return qRed(picture.pixel(int(x), y)) > 150;
}

}  // namespace

class TestSpectrogramView : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    view_ = std::make_unique<SpectrogramView>();
    view_->resize(500, 200);
    view_->reset(withBands(4));
    heard_ = 0;
    clock_ = kClock;
  }

  void newColumnsStandAtTheRight() {
    PictureSettings settings;
    settings.spanSeconds = view_->plotRect().width() * kFrameSeconds;  // a pixel a column
    view_->setSettings(settings);
    hear(constant(400, 4, -100.0F));
    hear(constant(20, 4, 30.0F));
    QCOMPARE(view_->shownEnd(), 420L);
    const QImage picture = grabbed();
    const QRect plot = view_->plotRect();
    const int middle = plot.center().y();
    for (int x = plot.right() - 40; x <= plot.right(); ++x)
      QCOMPARE(isBright(picture, x, middle), x > plot.right() - 20);
  }

  void itGoesAroundItsRing() {
    PictureSettings settings;
    settings.spanSeconds = view_->plotRect().width() * kFrameSeconds;
    view_->setSettings(settings);
    const QRect plot = view_->plotRect();
    const long total = 3L * plot.width() + 7;
    for (long i = 0; i < total; ++i) {
      hear(blips(i, 1, 50), 0.0);
      if (i % 40 == 0) {
        view_->advance(1.0);
        grabbed();
      }
    }
    view_->advance(1.0);
    const QImage picture = grabbed();
    for (int x = 0; x < plot.width(); ++x) {
      const long column = total - plot.width() + x;
      QVERIFY2(isBright(picture, plot.left() + x, plot.center().y()) == (column % 50 == 0),
               qPrintable(QString::number(x)));
    }
  }

  void scrollingColoursNewPixelsOnly() {
    hear(constant(2000, 4, 0.0F));
    grabbed();
    const long before = view_->strip().colouredPixels();
    const long pixels = view_->strip().pixelEnd(double(view_->shownEnd()));
    for (int frame = 0; frame < 100; ++frame) {
      hear(constant(2, 4, 0.0F), 0.025);
      grabbed();
    }
    const long shown = view_->strip().pixelEnd(double(view_->shownEnd()));
    QVERIFY(shown > pixels + 20);
    QCOMPARE(view_->strip().colouredPixels() - before, shown - pixels);
  }

  void manyFramesShareAPixelByTheirMaximum() {
    setSpan(120.0);
    hear(blips(0, 9600, 1600));
    const QImage picture = grabbed();
    const QRect plot = view_->plotRect();
    int bright = 0;
    for (int x = plot.left(); x <= plot.right(); ++x) bright += isBright(picture, x, 100);
    QCOMPARE(bright, 6);
  }

  void fewFramesAreDrawnOut() {
    view_->resize(1200, 200);
    setSpan(5.0);  // about three pixels a frame
    hear(blips(0, 500, 100));
    const QImage picture = grabbed();
    const double x = view_->time().xOf(400 * kFrameSeconds);
    QVERIFY(isBright(picture, x, 100));
    const auto glows = [&](double at) { return qRed(picture.pixel(int(at), 100)) > 40; };
    QVERIFY(glows(x - 1) || glows(x + 1));  // fading to the next frames
    QVERIFY(!glows(x - 6) && !glows(x + 6));
  }

  void frozenItStandsStillAndGoesOn() {
    hear(constant(100, 4, 0.0F));
    view_->setFrozen(true);
    const auto picture = [this] {
      return grabbed().copy(view_->plotRect().adjusted(0, 0, 0, -50));
    };
    const QImage before = picture();
    hear(constant(300, 4, 30.0F));
    QCOMPARE(view_->shownEnd(), 100L);
    QCOMPARE(picture(), before);
    auto* now = view_->findChild<QToolButton*>("jumpToNow");
    QVERIFY(now->isVisibleTo(view_.get()));
    QCOMPARE(now->text(), QString("Now (0:04 ago)"));
    QSignalSpy frozen(view_.get(), &SpectrogramView::frozenChanged);
    QTest::mouseClick(now, Qt::LeftButton);
    QCOMPARE(frozen.size(), 1);
    QVERIFY(!view_->isFrozen() && !now->isVisibleTo(view_.get()));
    view_->advance(1.0);
    QCOMPARE(view_->shownEnd(), 400L);
    QVERIFY(picture() != before);
  }

  void frozenItScrollsBackThroughAllThatIsHeld() {
    // A minute with a blip each 10 s.
    hear(blips(0, 4800, 800));
    view_->setFrozen(true);
    hear(blips(4800, 1600, 800));  // listening goes on
    QTest::keyClick(view_.get(), Qt::Key_Home);
    QVERIFY(std::abs(view_->time().startSeconds()) < 0.1);
    expectBlipsAt({1});
    QTest::keyClick(view_.get(), Qt::Key_PageDown);
    QVERIFY(std::abs(view_->time().startSeconds() - 20.0) < 0.1);
    expectBlipsAt({3});
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QVERIFY(std::abs(view_->time().startSeconds() - 22.0) < 0.1);
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QVERIFY(std::abs(view_->time().startSeconds() - 20.0) < 0.1);
    QTest::keyClick(view_.get(), Qt::Key_End);
    QVERIFY(std::abs(view_->time().endSeconds() - 80.0) < 0.1);
    expectBlipsAt({7});
    QTest::keyClick(view_.get(), Qt::Key_PageUp);
    QVERIFY(std::abs(view_->time().endSeconds() - 60.0) < 0.1);
    wheel(120, Qt::NoModifier);
    QVERIFY(std::abs(view_->time().endSeconds() - 58.0) < 0.1);
    QTest::mousePress(view_.get(), Qt::MiddleButton, {}, {200, 100});
    QTest::mouseMove(view_.get(), {300, 100});
    QTest::mouseRelease(view_.get(), Qt::MiddleButton, {}, {300, 100});
    const double moved = 100.0 * 20.0 / view_->plotRect().width();
    QVERIFY(std::abs(view_->time().endSeconds() - (58.0 - moved)) < 0.2);
  }

  void runningItCannotBeMoved() {
    hear(blips(0, 4800, 800));
    for (const auto key : {Qt::Key_Home, Qt::Key_Left, Qt::Key_PageUp})
      QTest::keyClick(view_.get(), key);
    wheel(120, Qt::NoModifier);
    QCOMPARE(view_->shownEnd(), 4800L);
  }

  void zoomKeepsTheMomentUnderTheCursor() {
    hear(blips(0, 8000, 800));
    view_->setFrozen(true);
    QTest::keyClick(view_.get(), Qt::Key_PageUp);
    QSignalSpy settings(view_.get(), &SpectrogramView::settingsChanged);
    const double before = view_->time().secondsAt(kWheelX);
    wheel(120, Qt::ControlModifier);
    QCOMPARE(view_->settings().spanSeconds, 16.0);
    QCOMPARE(settings.size(), 1);
    QVERIFY(std::abs(view_->time().secondsAt(kWheelX) - before) < 0.06);
    wheel(-360, Qt::ControlModifier);
    QVERIFY(std::abs(view_->settings().spanSeconds - 16.0 * std::pow(1.25, 3)) < 1e-9);
    QVERIFY(std::abs(view_->time().secondsAt(kWheelX) - before) < 0.12);
  }

  void runningItZoomsAroundNow() {
    hear(blips(0, 8000, 800));
    QTest::keyClick(view_.get(), Qt::Key_Plus);
    QCOMPARE(view_->settings().spanSeconds, 16.0);
    QTest::keyClick(view_.get(), Qt::Key_Minus);
    QCOMPARE(view_->settings().spanSeconds, 20.0);
    QCOMPARE(view_->shownEnd(), 8000L);
    for (int i = 0; i < 20; ++i) wheel(120, Qt::ControlModifier);
    QCOMPARE(view_->settings().spanSeconds, PictureSettings::kShortestSpanSeconds);
    for (int i = 0; i < 40; ++i) wheel(-120, Qt::ControlModifier);
    QCOMPARE(view_->settings().spanSeconds, PictureSettings::kLongestSpanSeconds);
  }

  void aPinchZooms() {
    hear(blips(0, 8000, 800));
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
                              QPointF(200, 100), QPointF(200, 100), QPointF(200, 100), 0.25, {});
    QCoreApplication::sendEvent(view_.get(), &pinch);
    QCOMPARE(view_->settings().spanSeconds, 16.0);
  }

  void positionsAreRightAroundAGap() {
    hear(blips(0, 160, 40));
    clock_ += 5000;  // the device was away
    hear(blips(160, 160, 40));
    const PictureTime time = view_->time();
    const QImage picture = grabbed();
    for (const long frame : {40L, 80L, 120L, 160L, 200L, 280L}) {
      const double x = time.xOf(double(frame) * kFrameSeconds);
      QVERIFY2(isBright(picture, x - 1, 100) || isBright(picture, x, 100),
               qPrintable(QString::number(frame)));
      QVERIFY(std::abs(time.secondsAt(x) - double(frame) * kFrameSeconds) < 0.03);
      const double sinceStart = double(frame) * kFrameSeconds + (frame < 160 ? 0.0 : 5.0);
      QVERIFY(std::abs(double(time.utcMsAt(x) - kClock) / 1000.0 - sinceStart) < 0.15);
    }
    // In the middle of the gap the stream stands.
    const double gap = (time.xOf(159 * kFrameSeconds) + time.xOf(160 * kFrameSeconds)) / 2.0;
    QVERIFY(std::abs(time.secondsAt(gap) - 2.0) < 0.03);
    QVERIFY(!isBright(picture, gap, 100));
  }

  void draggingSelectsAStretch() {
    hear(constant(3200, 4, 0.0F));
    view_->setFrozen(true);
    QSignalSpy selected(view_.get(), &SpectrogramView::selectionChanged);
    const QImage before = grabbed();
    drag({300, 100}, {200, 120});
    QVERIFY(view_->selection().has_value());
    const PictureTime time = view_->time();
    QVERIFY(std::abs(view_->selection()->startSeconds - time.secondsAt(200)) < 1e-9);
    QVERIFY(std::abs(view_->selection()->endSeconds - time.secondsAt(300)) < 1e-9);
    QCOMPARE(selected.back()[0].toDouble(), view_->selection()->startSeconds);
    QCOMPARE(selected.back()[1].toDouble(), view_->selection()->endSeconds);
    const QImage shaded = grabbed();
    QVERIFY(shaded.pixel(250, 60) != before.pixel(250, 60));
    QCOMPARE(shaded.pixel(350, 60), before.pixel(350, 60));

    drag({300, 100}, {350, 100});  // its edge
    QVERIFY(std::abs(view_->selection()->startSeconds - time.secondsAt(200)) < 1e-9);
    QVERIFY(std::abs(view_->selection()->endSeconds - time.secondsAt(350)) < 1e-9);

    QSignalSpy out(view_.get(), &SpectrogramView::selectionDragged);
    drag({250, 100}, {250, 190});
    QCOMPARE(out.size(), 1);
    QVERIFY(view_->selection().has_value());

    QTest::keyClick(view_.get(), Qt::Key_Escape);
    QVERIFY(!view_->selection());
    QCOMPARE(selected.back()[1].toDouble(), 0.0);
    QCOMPARE(grabbed(), before);
  }

  void runningItSelectsWithShift() {
    hear(constant(3200, 4, 0.0F));
    drag({200, 100}, {300, 100});
    QVERIFY(!view_->selection());
    drag({200, 100}, {300, 100}, Qt::ShiftModifier);
    QVERIFY(view_->selection().has_value());
    const TimeStretch chosen = *view_->selection();
    const double x = view_->time().xOf(chosen.startSeconds);
    hear(constant(160, 4, 0.0F));
    QCOMPARE(*view_->selection(), chosen);  // it stays with its sound
    QVERIFY(view_->time().xOf(chosen.startSeconds) < x - 30);
  }

  void keysSelectToo() {
    hear(constant(3200, 4, 0.0F));
    view_->setFrozen(true);
    for (int i = 0; i < 5; ++i) QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(view_->selection().has_value());
    QVERIFY(std::abs(view_->selection()->seconds() - 2.0) < 1e-6);
    for (int i = 0; i < 7; ++i) QTest::keyClick(view_.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(view_->selection()->seconds() - 0.8) < 1e-6);
  }

  void aSelectionIsCutToWhatIsHeld() {
    hear(constant(160, 4, 0.0F));
    view_->setSelection(TimeStretch{-5.0, 1.0});
    QCOMPARE(view_->selection()->startSeconds, 0.0);
    view_->setSelection(TimeStretch{50.0, 60.0});
    QVERIFY(!view_->selection());
  }

  void theContextMenuKnowsItsMoment() {
    hear(constant(3200, 4, 0.0F));
    QSignalSpy menu(view_.get(), &SpectrogramView::contextMenuRequested);
    QContextMenuEvent mouse(QContextMenuEvent::Mouse, {200, 100}, {1200, 1100});
    QCoreApplication::sendEvent(view_.get(), &mouse);
    QCOMPARE(menu.size(), 1);
    QVERIFY(std::abs(menu[0][0].toDouble() - view_->time().secondsAt(200)) < 1e-9);
    QCOMPARE(menu[0][1].toPoint(), QPoint(1200, 1100));
    view_->setSelection(TimeStretch{30.0, 32.0});
    QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(view_.get(), &key);
    QCOMPARE(menu[1][0].toDouble(), 31.0);
  }

  void thePlayheadIsALine() {
    hear(constant(3200, 4, -100.0F));
    const QImage before = grabbed();
    view_->setPlayhead(30.0);
    const int x = int(view_->time().xOf(30.0));
    QVERIFY(isBright(grabbed(), x, 100));
    view_->setPlayhead(std::nullopt);
    QCOMPARE(grabbed(), before);
  }

  void coloursAndAxisAreTheSettings() {
    hear(constant(3200, 4, -100.0F));
    const QRect plot = view_->plotRect();
    for (const ColourMap::Name name : ColourMap::kNames) {
      PictureSettings settings = view_->settings();
      settings.map = name;
      view_->setSettings(settings);
      QCOMPARE(grabbed().pixel(plot.center()), ColourMap::named(name).at(0.0F));
    }
    PictureSettings settings = view_->settings();
    settings.automatic = false;
    settings.floorDb = -110.0F;
    settings.ceilingDb = -90.0F;
    view_->setSettings(settings);
    QCOMPARE(grabbed().pixel(plot.center()), ColourMap::named(settings.map).at(0.5F));
    const QImage mel = grabbed();
    settings.axis = FrequencyAxis::Linear;
    view_->setSettings(settings);
    QVERIFY(grabbed().copy(0, 0, plot.left(), 200) != mel.copy(0, 0, plot.left(), 200));
  }

  void settingsAreKeptAndMended() {
    const QTemporaryDir folder;
    QSettings file(folder.filePath("settings.ini"), QSettings::IniFormat);
    QCOMPARE(PictureSettings::read(file), PictureSettings{});
    const PictureSettings chosen{.spanSeconds = 12.5,
                                 .axis = FrequencyAxis::Log,
                                 .map = ColourMap::Name::Ice,
                                 .automatic = false,
                                 .floorDb = -80.0F,
                                 .ceilingDb = -10.0F};
    chosen.write(file);
    QCOMPARE(PictureSettings::read(file), chosen);
    file.setValue("picture/span", "soon");
    file.setValue("picture/axis", "bark");
    file.setValue("picture/floor", 500);
    const PictureSettings mended = PictureSettings::read(file);
    QCOMPARE(mended.spanSeconds, PictureSettings::kShortestSpanSeconds);
    QCOMPARE(mended.axis, FrequencyAxis::Mel);
    QVERIFY(mended.ceilingDb > mended.floorDb);
  }

  void controlsAndPictureAgree() {
    PictureControls controls;
    connect(&controls, &PictureControls::settingsChanged, view_.get(),
            &SpectrogramView::setSettings);
    connect(view_.get(), &SpectrogramView::settingsChanged, &controls,
            &PictureControls::setSettings);
    QTest::keyClick(controls.findChild<QWidget*>("pictureSpan"), Qt::Key_Down);
    QCOMPARE(view_->settings().spanSeconds, 30.0);
    QTest::keyClick(controls.findChild<QWidget*>("pictureAxis"), Qt::Key_Down);
    QCOMPARE(view_->settings().axis, FrequencyAxis::Log);
    auto* floor = controls.findChild<QWidget*>("pictureFloor");
    QVERIFY(!floor->isVisibleTo(&controls));
    QTest::keyClick(controls.findChild<QWidget*>("pictureAutomatic"), Qt::Key_Space);
    QVERIFY(!view_->settings().automatic && floor->isVisibleTo(&controls));
    QTest::keyClick(floor, Qt::Key_Up);
    QCOMPARE(view_->settings().floorDb, -69.0F);
    view_->zoom(0.5);
    QCOMPARE(controls.settings(), view_->settings());
    for (QAction* action : controls.shortcutActions()) {
      const PictureSettings before = view_->settings();
      action->trigger();
      QVERIFY2(view_->settings() != before, qPrintable(action->text()));
      QVERIFY(!action->shortcut().isEmpty());
    }
  }

  void theSavedPictureIsWhatIsInView() {
    hear(blips(0, 3300, 400));
    view_->events()->put({.id = 1,
                          .label = "Dog",
                          .onsetSeconds = 25.0,
                          .offsetSeconds = 28.0,
                          .open = false,
                          .score = 0.9F,
                          .colour = 2,
                          .nearMiss = false,
                          .reason = {}});
    const QImage image = view_->render({900, 400});
    QCOMPARE(image.size(), QSize(900, 400));
    int blipColumns = 0;
    int width = 0;  // of what is bright; the margins are wider than a column
    for (int x = 0; x < image.width(); ++x) {
      if (isBright(image, x, 250)) {
        ++width;
        continue;
      }
      blipColumns += width > 0 && width < 5;
      width = 0;
    }
    QCOMPARE(blipColumns, 4);  // 20 s, one each 5 s
    int ofTheEvent = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        ofTheEvent += image.pixel(x, y) == eventColour(2).rgb();
    const double pixels = 3.0 / 20.0 * 850.0;
    QVERIFY2(ofTheEvent > 2 * pixels && ofTheEvent < 4 * pixels,
             qPrintable(QString::number(ofTheEvent)));
    QCOMPARE(view_->render({1, 1}).size(), QSize(1, 1));
  }

  void itSurvivesEverySize() {
    hear(constant(50, 4, 10.0F));
    for (const QSize size : {QSize(1, 1), QSize(30, 400), QSize(2500, 20), QSize(900, 300)}) {
      view_->resize(size);
      view_->advance(0.02);
      QCOMPARE(grabbed().size(), size * int(view_->devicePixelRatioF()));
    }
  }

 private:
  static constexpr int kWheelX = 330;

  void setSpan(double seconds) {
    PictureSettings settings = view_->settings();
    settings.spanSeconds = seconds;
    view_->setSettings(settings);
  }
  QImage grabbed() const { return view_->grab().toImage(); }

  void hear(const LogMel& frames, double elapsedSeconds = 10.0) {
    const long total = heard_ + frames.nFrames();
    view_->append(frames, heard_, clock_ + qint64(double(total) * kFrameSeconds * 1000.0));
    heard_ = total;
    if (elapsedSeconds > 0.0) view_->advance(elapsedSeconds);
  }

  void wheel(int delta, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(QPointF(kWheelX, 100), QPointF(kWheelX, 100), {}, {0, delta}, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view_.get(), &event);
  }

  void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(view_.get(), Qt::LeftButton, modifiers, from);
    QTest::mouseMove(view_.get(), (from + to) / 2);
    QTest::mouseMove(view_.get(), to);
    QTest::mouseRelease(view_.get(), Qt::LeftButton, modifiers, to);
    QEvent leave(QEvent::Leave);  // and the cross-hair with it
    QCoreApplication::sendEvent(view_.get(), &leave);
  }

  /// Bright columns at these multiples of 10 s, and nowhere else.
  void expectBlipsAt(const std::vector<int>& tens) {
    const QImage picture = grabbed();
    const QRect plot = view_->plotRect();
    std::vector<int> found;
    bool before = false;
    for (int x = plot.left() + 2; x <= plot.right(); ++x) {
      const bool bright = isBright(picture, x, 60);
      if (bright && !before)
        found.push_back(int(std::lround(view_->time().secondsAt(x + 0.5) / 10.0)));
      before = bright;
    }
    // The one at the left edge may be cut off.
    if (!found.empty() && found.front() < tens.front()) found.erase(found.begin());
    QCOMPARE(found, tens);
  }

  std::unique_ptr<SpectrogramView> view_;
  long heard_ = 0;
  qint64 clock_ = kClock;
};

QTEST_MAIN(TestSpectrogramView)
#include "test_spectrogram_view.moc"
