// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtTest>
#include <memory>
#include <random>

#include "app/gui/base/text_format.h"
#include "app/gui/live/event_lane.h"
#include "app/gui/live/spectrogram_view.h"
#include "tests/gui/picture_frames.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;

namespace {

PictureEvent heard(int64_t id, double onset, double offset, const QString& label = "Dog") {
  return {.id = id,
          .label = label,
          .onsetSeconds = onset,
          .offsetSeconds = offset,
          .open = false,
          .score = 0.83F,
          .colour = int(id),
          .nearMiss = false,
          .reason = {}};
}

PictureEvent nearMiss(int64_t id, double onset, double offset) {
  PictureEvent missed = heard(id, onset, offset, "Cat");
  missed.nearMiss = true;
  missed.reason = "It was too short.";
  return missed;
}

std::vector<int64_t> idsBetween(const EventTrack& track, double start, double end) {
  std::vector<int64_t> ids;
  for (const int index : track.between(start, end)) ids.push_back(track.at(index).id);
  return ids;
}

}  // namespace

class TestEventLane : public QObject {
  Q_OBJECT

 private slots:
  // ---- The track

  void theTrackFindsWhatTouchesAStretch() {
    EventTrack track;
    track.setEvents({heard(1, 10, 12), heard(2, 0, 100), heard(3, 11, 11.5), heard(4, 50, 51)});
    QCOMPARE(idsBetween(track, 11.2, 20), (std::vector<int64_t>{2, 1, 3}));
    QCOMPARE(idsBetween(track, 12.5, 49), (std::vector<int64_t>{2}));
    QCOMPARE(idsBetween(track, 12, 50), (std::vector<int64_t>{2, 1, 4}));
    QCOMPARE(idsBetween(track, 101, 200), (std::vector<int64_t>{}));
  }

  void theTrackAgreesWithLookingAtAll() {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> when(0.0, 600.0);
    std::exponential_distribution<double> length(0.2);
    EventTrack track;
    for (int64_t id = 1; id <= 3000; ++id) {
      const double onset = when(random);
      track.put(heard(id, onset, onset + length(random)));
    }
    for (int trial = 0; trial < 50; ++trial) {
      const double start = when(random);
      std::vector<int64_t> expected;
      for (int i = 0; i < track.size(); ++i)
        if (track.at(i).onsetSeconds <= start + 20.0 && track.at(i).offsetSeconds >= start)
          expected.push_back(track.at(i).id);
      QCOMPARE(idsBetween(track, start, start + 20.0), expected);
    }
  }

  void whatOverlapsStandsInRowsOfItsOwn() {
    EventTrack track;
    PictureEvent open = heard(1, 10, 10.5);
    open.open = true;
    track.put(open);
    track.put(heard(2, 20, 22));
    track.put(heard(3, 21, 23));
    track.put(heard(4, 21.5, 23));
    track.put(heard(5, 30, 31));
    const auto row = [&](int64_t id) { return track.rowAt(*track.indexOf(id)); };
    QCOMPARE(row(1), 0);
    QCOMPARE(row(2), 1);
    QCOMPARE(row(3), 2);
    QCOMPARE(row(4), EventTrack::kRows - 1);  // there is no other
    QCOMPARE(row(5), 1);
    open.open = false;
    open.offsetSeconds = 40.0;
    track.put(open);  // it keeps its row
    QCOMPARE(row(1), 0);
    QCOMPARE(track.size(), 5);
  }

  void anUpdateReplacesAndOldEventsAreForgotten() {
    EventTrack track;
    track.put(heard(1, 10, 11));
    track.put(heard(2, 12, 13));
    QSignalSpy changed(&track, &EventTrack::changed);
    track.put(heard(2, 12, 13));
    QCOMPARE(changed.size(), 0);
    track.put(heard(2, 12.5, 14));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(track.size(), 2);
    QCOMPARE(idsBetween(track, 13.5, 20), (std::vector<int64_t>{2}));
    track.setCurrent(1);
    QSignalSpy current(&track, &EventTrack::currentChanged);
    track.forgetBefore(12.0);
    QCOMPARE(track.size(), 1);
    QVERIFY(!track.current() && !track.indexOf(1));
    QCOMPARE(current.back()[0].toLongLong(), 0);
  }

  void listenersEventsAndNearMissesDoNotMeet() {
    const Event barked{.label = 3,
                       .onsetSeconds = 1.0,
                       .offsetSeconds = 2.0,
                       .peakScore = 0.9F,
                       .meanScore = 0.5F,
                       .open = true,
                       .id = 1};
    const NearMiss missed{.label = 3,
                          .onsetSeconds = 1.0,
                          .offsetSeconds = 2.0,
                          .peakScore = 0.4F,
                          .reason = NearMissReason::CoolingDown,
                          .id = 1};
    EventTrack track;
    track.put(pictureEvent(barked, "Dog"));
    track.put(pictureEvent(missed, "Dog"));
    QCOMPARE(track.size(), 2);
    const PictureEvent& shown = track.at(*track.indexOf(pictureEvent(missed, "Dog").id));
    QVERIFY(shown.nearMiss);
    QCOMPARE(shown.reason,
             QString("It started within the minimum gap after the previous event of this class."));
    QCOMPARE(eventColour(shown.colour), eventColour(barked.label));
  }

  // ---- The lane

  void init() {
    window_ = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(window_.get());
    view_ = new SpectrogramView(window_.get());
    lane_ = new EventLane(view_, window_.get());
    layout->addWidget(view_, 1);
    layout->addWidget(lane_);
    window_->resize(640, 320);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    view_->reset(withBands(4));
    view_->append(constant(8000, 4, -100.0F), 0, 1'700'000'000'000);  // 100 s
    view_->advance(1.0);
  }

  void blocksStandUnderTheirSound() {
    view_->events()->setEvents({heard(1, 85, 88), heard(2, 86, 87), heard(3, 50, 51)});
    const PictureTime time = view_->time();
    const QRectF block = lane_->blockOf(1);
    QVERIFY(std::abs(block.left() - time.xOf(85)) < 0.5);
    QVERIFY(std::abs(block.right() - time.xOf(88)) < 1.5);
    QVERIFY(lane_->blockOf(2).top() >= block.bottom());
    QVERIFY(lane_->blockOf(3).isEmpty());
    const QImage picture = lane_->grab().toImage();
    QCOMPARE(QColor(picture.pixel(int(block.right()) - 4, int(block.center().y()))),
             eventColour(1));
  }

  void itStaysOnTheAxisWhereverItIsPut() {
    view_->events()->put(heard(1, 85, 88));
    window_->layout()->removeWidget(lane_);
    lane_->setGeometry(50, 250, 500, 60);
    const double inWindow = lane_->mapTo(window_.get(), lane_->blockOf(1).topLeft().toPoint()).x();
    const double wanted =
        view_->mapTo(window_.get(), QPoint(int(std::lround(view_->time().xOf(85))), 0)).x();
    QVERIFY2(std::abs(inWindow - wanted) <= 1.0,
             qPrintable(QString("%1 %2").arg(inWindow).arg(wanted)));
  }

  void aClickActivates() {
    view_->events()->setEvents({heard(7, 85, 88), nearMiss(-3, 92, 93)});
    QSignalSpy activated(lane_, &EventLane::eventActivated);
    QSignalSpy current(lane_, &EventLane::currentEventChanged);
    QTest::mouseClick(lane_, Qt::LeftButton, {}, lane_->blockOf(7).center().toPoint());
    QCOMPARE(activated.back()[0].toLongLong(), 7);
    QCOMPARE(view_->events()->current(), std::optional<int64_t>(7));
    QTest::mouseClick(lane_, Qt::LeftButton, {}, lane_->blockOf(-3).center().toPoint());
    QCOMPARE(activated.back()[0].toLongLong(), -3);
    QCOMPARE(current.size(), 2);
    QTest::mouseClick(lane_, Qt::LeftButton, {}, {int(view_->time().xOf(90)), 4});
    QCOMPARE(activated.size(), 2);
  }

  void bracketsOnThePictureAreClickedToo() {
    view_->events()->setEvents({heard(7, 85, 88), nearMiss(-3, 92, 93)});
    QSignalSpy activated(view_, &SpectrogramView::eventActivated);
    const int y = view_->plotRect().top() + 6;
    QTest::mouseClick(view_, Qt::LeftButton, {}, {int(view_->time().xOf(86)), y});
    QCOMPARE(activated.size(), 1);
    QCOMPARE(view_->events()->current(), std::optional<int64_t>(7));
    QTest::mouseClick(view_, Qt::LeftButton, {}, {int(view_->time().xOf(92.5)), y});
    QTest::mouseClick(view_, Qt::LeftButton, {}, {int(view_->time().xOf(86)), y + 60});
    QCOMPARE(activated.size(), 1);
  }

  void theCurrentEventIsMarkedInBoth() {
    view_->events()->setEvents({heard(7, 85, 88)});
    const QImage lane = lane_->grab().toImage();
    const QImage picture = view_->grab().toImage();
    view_->events()->setCurrent(7);
    QVERIFY(lane_->grab().toImage() != lane);
    QVERIFY(view_->grab().toImage() != picture);
    QVERIFY(lane_->accessibleDescription().startsWith("Dog, "));
  }

  void arrowsStepThroughEventsAndShowThem() {
    view_->events()->setEvents(
        {heard(1, 10, 12), heard(2, 40, 41), nearMiss(-1, 86, 87), heard(3, 95, 96)});
    lane_->setFocus();
    const auto current = [this] { return view_->events()->current().value_or(0); };
    QTest::keyClick(lane_, Qt::Key_Left);
    QCOMPARE(current(), 3);
    QVERIFY(!view_->isFrozen());  // it is in view
    QTest::keyClick(lane_, Qt::Key_Left);
    QCOMPARE(current(), -1);
    QTest::keyClick(lane_, Qt::Key_Left);
    QCOMPARE(current(), 2);
    QVERIFY(view_->isFrozen());
    QVERIFY(!lane_->blockOf(2).isEmpty());
    QTest::keyClick(lane_, Qt::Key_Right);
    QCOMPARE(current(), -1);
    QTest::keyClick(lane_, Qt::Key_Home);
    QCOMPARE(current(), 1);
    QVERIFY(!lane_->blockOf(1).isEmpty());
    QTest::keyClick(lane_, Qt::Key_Left);
    QCOMPARE(current(), 1);
    QTest::keyClick(lane_, Qt::Key_End);
    QCOMPARE(current(), 3);
    QSignalSpy activated(lane_, &EventLane::eventActivated);
    QTest::keyClick(lane_, Qt::Key_Return);
    QCOMPARE(activated.back()[0].toLongLong(), 3);
    QTest::keyClick(lane_, Qt::Key_Escape);
    QCOMPARE(current(), 0);
  }

  void tooltipsSayWhatWasHeardAndWhyNot() {
    view_->events()->setEvents({heard(1, 85, 88.5), nearMiss(-1, 92, 93)});
    const auto tipOf = [this](int64_t id) {
      const QPoint at = lane_->blockOf(id).center().toPoint();
      QHelpEvent help(QEvent::ToolTip, at, lane_->mapToGlobal(at));
      QCoreApplication::sendEvent(lane_, &help);
      return QToolTip::text();
    };
    const QStringList lines = tipOf(1).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QString("Dog"));
    QCOMPARE(lines[2], durationText(3.5));
    QCOMPARE(lines[3], percentText(0.83F));
    QVERIFY(tipOf(-1).endsWith("Not reported. It was too short."));
  }

  void openEventsReachToNow() {
    PictureEvent open = heard(1, 97, 97.2);
    open.open = true;
    view_->events()->put(open);
    QVERIFY(std::abs(lane_->blockOf(1).right() - view_->time().xOf(100)) < 3.0);
  }

  void labelsAreCutToTheirBlocks() {
    ElidedTexts texts;
    texts.setFont(lane_->font());
    QCOMPARE(texts.fitting("Crackling fire", 1000).text(), QString("Crackling fire"));
    const QString cut = texts.fitting("Crackling fire", 50).text();
    QVERIFY(cut.endsWith(u'…') && cut.size() < 14);
    QVERIFY(texts.fitting("Crackling fire", 3).text().isEmpty());
  }

 private:
  std::unique_ptr<QWidget> window_;
  SpectrogramView* view_ = nullptr;
  EventLane* lane_ = nullptr;
};

QTEST_MAIN(TestEventLane)
#include "test_event_lane.moc"
