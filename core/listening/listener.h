// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/audio/audio_history.h"
#include "core/audio/capture.h"
#include "core/audio/channel_choice.h"
#include "core/events/event_detector.h"
#include "core/events/noise_gate.h"
#include "core/listening/classifier.h"
#include "core/listening/live_update.h"
#include "core/listening/pipeline.h"
#include "core/listening/window_scorer.h"

namespace earwitness {

/// Live listening: source -> mono -> resample -> log-mel -> windows on one thread, classifier and
/// events on another, so that a slow or dead classifier never holds the picture up. When the
/// classifier is late the oldest waiting window is dropped and counted.
/// Thread: construct, drain() and stop() from one thread (the window's); the rest is inside.
class Listener {
 public:
  struct Settings {
    FeatureSettings features;         ///< of the picture while there is no classifier
    double hopSeconds = kHopSeconds;  ///< between windows
    EventSettings events;
    NoiseProfile room;                      ///< empty, or of other features: nothing is gated
    std::shared_ptr<AudioHistory> history;  ///< filled with what is heard, where there is one
    /// The source waits for the listener, as a file does: nothing is late or left out, and the time
    /// goes on with the samples. When the source has ended, all of it has been told of.
    bool paced = false;
    /// Of a source with several. One that has no such channel is not listened to, with a message.
    ChannelChoice channel = {};
  };
  /// Opens the source on the listener thread, at the start and after a loss. May throw Error.
  using OpenSource = std::function<std::unique_ptr<AudioSource>()>;

  /// Starts at once. `classifier` may be null: then there are frames and levels only.
  /// Throws Error when the event rules do not fit the classifier's labels.
  Listener(OpenSource openSource, std::shared_ptr<Classifier> classifier, Settings settings);
  ~Listener();

  LiveUpdate drain() { return updates_.drain(); }
  /// Stops both threads and closes the device. One more drain() gives what was not fetched yet, the
  /// end of open events included.
  void stop();
  /// Rules and smoothing of the windows that follow. Throws Error when there is not one rule per
  /// label; none at all are the defaults.
  void setEventSettings(EventSettings events);
  /// The same, rules alone.
  void setRules(std::vector<ClassRule> rules);
  /// Empty, or of other features than the classifier's: nothing is gated any more.
  void setRoom(NoiseProfile room);
  /// The same model with more labels behind those that it had: windows, events and their ids
  /// continue. Throws Error when it has fewer labels, takes other windows, or the rules do not fit.
  void extendClassifier(std::shared_ptr<Classifier> classifier, EventSettings events);

 private:
  /// What the classifier thread is handed; an empty window ends the stream before a gap.
  struct PendingWindow {
    Window window;
    int64_t newestSampleTimeNs = 0;  ///< when the window's last sample arrived
    int64_t handedOverNs = 0;        ///< a paced source is read ahead of that time
    double resumeSeconds = 0.0;      ///< of an empty one: where the stream will go on
  };

  void listen();
  void listenTo(AudioSource& source);
  void classifyWindows();
  bool nextWindow(PendingWindow& pending);
  void warmUpClassifier();
  void classifyOne(PendingWindow& pending);
  void requireRuleForEach(const std::vector<ClassRule>& rules) const;
  void takeNewSettings();
  void submit(PendingWindow&& pending);
  bool waitOrStop(std::chrono::milliseconds duration);
  void waitForRoom(size_t mostWaiting);

  OpenSource openSource_;
  std::shared_ptr<Classifier> classifier_;
  Settings settings_;
  LiveUpdateBuffer updates_;
  std::optional<WindowScorer> scorer_;    ///< classifier thread; none without a classifier
  std::shared_ptr<Classifier> extended_;  ///< classifier thread: what scorer_ was extended with
  int nLabels_ = 0;                       ///< of the newest classifier
  long framesBefore_ = 0;  ///< listener thread: frames of the sources before the present one
  double secondsBefore_ = 0.0;
  uint64_t droppedBefore_ = 0;

  std::mutex settingsMutex_;                   ///< guards what follows
  std::shared_ptr<Classifier> newClassifier_;  ///< with newEventSettings_
  std::optional<EventSettings> newEventSettings_;
  std::optional<std::vector<ClassRule>> newRules_;
  std::optional<NoiseProfile> newRoom_;

  std::mutex queueMutex_;  ///< guards what follows
  std::condition_variable queueChanged_;
  std::deque<PendingWindow> queue_;
  bool stopping_ = false;
  bool classifierIsWarm_ = false;
  bool classifierHasEnded_ = false;
  bool classifierIsBusy_ = false;  ///< with a window that is in the queue no more

  std::thread listenerThread_;
  std::thread classifierThread_;
};

}  // namespace earwitness
