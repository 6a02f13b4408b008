// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "core/audio/level_meter.h"
#include "core/base/message.h"
#include "core/events/scored_window.h"
#include "core/listening/window_scorer.h"

namespace earwitness {

struct Health {
  uint64_t droppedFrames = 0;   ///< audio lost between device and listener
  uint64_t droppedWindows = 0;  ///< windows that the classifier was too slow for
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
  long firstFrame = 0;  ///< index of frames' first row since the listener started
  std::vector<ScoredWindow> windows;
  /// Begun, grown or ended. Of one id the first and the last state since the last drain(), so that
  /// what an event began with does not depend on when somebody looked.
  std::vector<Event> events;
  std::vector<NearMiss> nearMisses;
  double streamSeconds = 0.0;  ///< position of the newest sample, on the clock of frames and events
  int64_t utcMs = 0;           ///< when that sample arrived, ms since the epoch; 0 before the first
  std::string source;          ///< what it calls itself now; empty before the first is open
  bool gated = false;          ///< the newest window did not rise above the room
  Level level;                 ///< over everything since the last drain
  bool hasLevel = false;
  Health health;
  ListenerState state = ListenerState::Stopped;
  Message message;  ///< where something is wrong, else empty
};

/// Collects what the threads of the listener find out, until it is fetched. If nobody fetches it,
/// the oldest is forgotten. Thread: any.
class LiveUpdateBuffer {
 public:
  /// `frameSeconds`, `hopSeconds`: from one frame and one window to the next, for how many are
  /// kept.
  LiveUpdateBuffer(double frameSeconds, double hopSeconds)
      : frameSeconds_(frameSeconds), hopSeconds_(hopSeconds) {}

  /// What happened since the last call. Health, position, source and state stay.
  LiveUpdate drain();

  void addFrames(const LogMel& frames, long firstFrame);
  void addLevel(std::span<const float> mono);
  /// `arrivedUtcMs`: when the end of the window arrived. Without a window, at the end of a stream,
  /// it is not used.
  void addDetections(WindowScorer::Told&& told, int64_t arrivedUtcMs = 0);
  void countDroppedWindow();
  void countClassifierError();

  /// Position and arrival of the newest sample.
  void setPosition(double streamSeconds, int64_t utcMs);
  /// Since the listener started.
  void setHeard(double seconds, uint64_t droppedFrames);
  void setSource(const std::string& name);
  /// Sets the state, and the message about the device instead of the last one; empty: none.
  void setState(ListenerState state, const Message& message);
  /// About the open source.
  void setSourceNote(Message note);
  /// About the classifier; empty when it works.
  void setClassifierMessage(const Message& message);

 private:
  struct Onset {
    int64_t utcMs = 0;
    std::string source;
  };
  void stampOnsets(std::vector<Event>& events);

  const double frameSeconds_;
  const double hopSeconds_;
  std::mutex mutex_;  ///< guards what follows
  LiveUpdate update_;
  double levelEnergy_ = 0.0;  ///< sum of squares since the last drain
  size_t levelSamples_ = 0;
  Message deviceMessage_;
  Message sourceNote_;
  Message classifierMessage_;
  std::map<int64_t, Onset> openOnsets_;  ///< by the id of an open event
  double windowEndSeconds_ = 0.0;        ///< of the newest window, which arrived at
  int64_t windowEndUtcMs_ = 0;           ///< this time
};

}  // namespace earwitness
