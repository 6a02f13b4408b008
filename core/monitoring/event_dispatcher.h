// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/audio/audio_history.h"
#include "core/base/message.h"
#include "core/listening/listener.h"
#include "core/monitoring/event_store_access.h"
#include "core/monitoring/monitoring_settings.h"
#include "core/monitoring/recorder.h"

namespace earwitness {

/// A file that is listened to in a microphone's place.
struct HeardFile {
  double seconds = 0.0;     ///< its length; 0: there is no file
  double sampleRate = 0.0;  ///< Hz
};

/// What is done with what the listener hears, the same in the window and without one: events into
/// the store, clips onto the disk, alerts. All of it on a thread of its own that the listener and
/// the window never wait for; what it has not come to yet is joined, so that no more waits than
/// there are events. Thread: one at a time.
class EventDispatcher {
 public:
  struct Options {
    MonitoringSettings settings;
    EventStoreAccess store = {};                  ///< called on the desk's thread; empty: none
    std::shared_ptr<const AudioHistory> history;  ///< null: nothing is recorded
    Recorder::FreeBytes freeBytes = {};           ///< for tests
    /// What notifications call a label; none: as it is. Called on the desk's thread.
    std::function<std::string(const std::string&)> shownLabel = {};
  };
  /// A store or a folder that cannot be used is told in problem(), not thrown: listening goes on.
  explicit EventDispatcher(Options options);
  /// As finish().
  ~EventDispatcher();

  /// A new stream, whose events are these, and whose sound is in `history`; null: in that of the
  /// options. The clips of the stream before are cut while this one is heard already, so give each
  /// stream a history of its own. `source` is the name of events that carry none. Returns the
  /// stream's number, which news of it carry.
  int64_t beginStream(const ModelDescription& model, const std::string& source,
                      std::shared_ptr<const AudioHistory> history = nullptr, HeardFile file = {});
  void take(const LiveUpdate& update);
  /// The stream is over: open events are closed, clips written.
  void endStream();
  /// Ends the stream and finishes what is waiting, clips and store included; returns when that is
  /// done. What became of it is in drain(). Nothing is done after it.
  void finish();
  void setSettings(const MonitoringSettings& settings);

  struct News {
    struct Stored {
      int64_t stream = 0;   ///< as beginStream() returned it
      int64_t eventId = 0;  ///< in the stream
      int64_t rowId = 0;    ///< in the store
    };
    struct Recorded {
      int64_t stream = 0;
      Recording recording;
    };
    std::vector<Stored> stored;
    std::vector<Recorded> recordings;
    Message problem;              ///< stays until it is fixed
    std::vector<Message> losses;  ///< about recordings that are lost for good
    RecorderState recorder;
    double doneSeconds = 0.0;  ///< position of the stream up to which all is done
  };
  News drain();

 private:
  struct Job;
  class Worker;
  void enqueue(std::unique_ptr<Job> job);

  struct Shared;
  std::shared_ptr<Shared> shared_;
  std::unique_ptr<Worker> worker_;
  int64_t streams_ = 0;  ///< begun so far
};

/// An event of a stream as it is stored and exported. `source` is for those that carry
/// none.
StoredEvent storedEventOf(const Event& event, const ModelDescription& model,
                          const std::string& source, const HeardFile& file = {});

}  // namespace earwitness
