#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/audio/capture.h"
#include "core/audio/level_meter.h"
#include "core/events/event_detector.h"
#include "core/listening/classifier.h"
#include "core/listening/pipeline.h"

namespace earwitness {

/// Scores of one window.
struct ScoredWindow {
  double startSeconds = 0.0;
  double endSeconds = 0.0;
  std::vector<float> scores;    ///< (nLabels), as the network gave them
  std::vector<float> smoothed;  ///< (nLabels), as the events were made from
  float inferenceMs = 0.0F;     ///< time spent in the classifier, the pipe included
  float latencyMs = 0.0F;       ///< from the arrival of the window's last sample to its scores
};

struct Health {
  uint64_t droppedFrames = 0;    ///< audio lost between device and listener
  uint64_t droppedWindows = 0;   ///< windows that the classifier was too slow for
  uint64_t classifierErrors = 0;
  double secondsHeard = 0.0;
};

enum class ListenerState {
  Stopped,
  Listening,
  WaitingForDevice  ///< the microphone has gone; it is looked for once a second
};

/// What happened since the last drain(). Frames are the model's log-mel.
struct LiveUpdate {
  LogMel frames;
  long firstFrame = 0;          ///< index of frames' first row since the listener started
  std::vector<ScoredWindow> windows;
  std::vector<Event> events;    ///< begun, grown or ended, by id
  Level level;                  ///< over everything since the last drain
  bool hasLevel = false;
  Health health;
  ListenerState state = ListenerState::Stopped;
  std::string message;          ///< one sentence where something is wrong, else empty
};

/// Live listening: source -> mono -> resample -> log-mel -> windows on one thread, classifier and
/// events on another, so that a slow or dead classifier never holds the picture up. When the
/// classifier is late the oldest waiting window is dropped and counted.
/// Thread: construct, drain() and stop() from one thread (the window's); the rest is inside.
class Listener {
 public:
  struct Settings {
    FeatureSettings features;       ///< of the picture while there is no classifier
    double hopSeconds = 0.25;       ///< between windows
    EventSettings events;
  };
  /// Opens the source on the listener thread, at the start and after a loss. May throw Error.
  using OpenSource = std::function<std::unique_ptr<AudioSource>()>;

  /// Starts at once. `classifier` may be null: then there are frames and levels only.
  Listener(OpenSource openSource, std::shared_ptr<Classifier> classifier, Settings settings);
  ~Listener();

  LiveUpdate drain();
  /// Stops both threads and closes the device. Nothing follows.
  void stop();
  void setRules(std::vector<ClassRule> rules);

 private:
  void listen();
  void listenTo(AudioSource& source);
  void classifyWindows();
  void submit(Window&& window, int64_t newestSampleTimeNs);
  void report(ListenerState state, const std::string& message);
  bool waitOrStop(std::chrono::milliseconds duration);

  struct PendingWindow {
    Window window;
    int64_t newestSampleTimeNs = 0;
  };

  OpenSource openSource_;
  std::shared_ptr<Classifier> classifier_;
  Settings settings_;

  std::mutex updateMutex_;      ///< guards update_ and detectorRules_
  LiveUpdate update_;
  std::vector<ClassRule> newRules_;

  std::mutex queueMutex_;       ///< guards queue_ and stopping_
  std::condition_variable queueChanged_;
  std::deque<PendingWindow> queue_;
  bool stopping_ = false;

  std::thread listenerThread_;
  std::thread classifierThread_;
};

}  // namespace earwitness
