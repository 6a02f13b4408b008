// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/listening/live_update.h"

using namespace earwitness;

namespace {

Event eventOf(int64_t id, double onsetSeconds, bool open) {
  Event event;
  event.id = id;
  event.onsetSeconds = onsetSeconds;
  event.open = open;
  return event;
}

/// A window that ends at `endSeconds`, with one event.
WindowScorer::Told windowWith(double endSeconds, const Event& event) {
  WindowScorer::Told told;
  told.window.endSeconds = endSeconds;
  told.window.scores = {0.5F};
  told.events = {event};
  return told;
}

}  // namespace

class TestLiveUpdate : public QObject {
  Q_OBJECT

 private slots:
  void ofAnEventTheFirstAndTheLastStateStay() {
    LiveUpdateBuffer buffer(0.02, 1.0);
    for (int i = 0; i < 5; ++i) buffer.addDetections(windowWith(10.0 + i, eventOf(7, 8.0, i < 4)));
    const LiveUpdate update = buffer.drain();
    QCOMPARE(update.windows.size(), size_t(5));
    QCOMPARE(update.events.size(), size_t(2));
    QVERIFY(update.events.front().open && !update.events.back().open);
    QVERIFY(buffer.drain().events.empty());
  }

  void anEventKeepsTimeAndSourceOfItsOnset() {
    LiveUpdateBuffer buffer(0.02, 1.0);
    buffer.setSource("desk");
    buffer.addDetections(windowWith(10.0, eventOf(7, 8.0, true)), 100'000);
    buffer.setSource("phone");
    buffer.addDetections(windowWith(12.0, eventOf(7, 8.0, false)), 105'000);
    for (const Event& event : buffer.drain().events) {
      QCOMPARE(event.onsetUtcMs, int64_t(98'000));
      QCOMPARE(event.source, std::string("desk"));
    }
  }

  void theOldestFramesAreForgotten() {
    LiveUpdateBuffer buffer(1.0, 1.0);
    LogMel frame;
    frame.nMels = 2;
    frame.values = {1.0F, 2.0F};
    for (long i = 0; i < 500; ++i) buffer.addFrames(frame, i);
    const LiveUpdate update = buffer.drain();
    QVERIFY(update.frames.nFrames() >= 120 && update.frames.nFrames() <= 240);
    QCOMPARE(update.firstFrame + update.frames.nFrames(), 500L);
    QCOMPARE(buffer.drain().frames.nMels, 2);
  }

  void theMessageIsThatOfTheDeviceFirst() {
    LiveUpdateBuffer buffer(0.02, 1.0);
    buffer.setSourceNote(Message("note"));
    QCOMPARE(buffer.drain().message.english(), std::string("note"));
    buffer.setClassifierMessage(Message("classifier"));
    QCOMPARE(buffer.drain().message.english(), std::string("classifier"));
    buffer.setState(ListenerState::WaitingForDevice, Message("device"));
    const LiveUpdate update = buffer.drain();
    QCOMPARE(update.message.english(), std::string("device"));
    QVERIFY(update.state == ListenerState::WaitingForDevice);
    buffer.setClassifierMessage({});
    buffer.setState(ListenerState::Listening, {});
    QVERIFY(buffer.drain().message.empty());
  }
};

QTEST_GUILESS_MAIN(TestLiveUpdate)
#include "test_live_update.moc"
