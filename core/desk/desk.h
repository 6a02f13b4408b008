#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/audio/sound_history.h"
#include "core/desk/desk_settings.h"
#include "core/desk/event_store.h"
#include "core/desk/recorder.h"
#include "core/listening/listener.h"

namespace earwitness {

/// What is done with what the listener hears, the same in the window and without one: events into
/// the store, clips onto the disk, alerts. All of it on a thread of its own that the listener and
/// the window never wait for. Thread: one at a time.
class Desk {
 public:
  struct Options {
    DeskSettings settings;
    std::filesystem::path storeFile;              ///< empty: none
    std::shared_ptr<const SoundHistory> history;  ///< null: nothing is recorded
  };
  /// A store or a folder that cannot be used is told in problem(), not thrown: listening goes on.
  explicit Desk(Options options);
  /// Finishes what is waiting, clips and store included.
  ~Desk();

  /// A new stream, whose events are these.
  void beginStream(const ModelDescription& model, const std::string& source);
  void take(const LiveUpdate& update);
  /// The stream is over: open events are closed, clips written.
  void endStream();
  void setSettings(const DeskSettings& settings);

  struct News {
    std::vector<std::pair<int64_t, int64_t>> stored;  ///< (event id of the stream, row id)
    std::vector<Recording> recordings;
    std::string problem;  ///< one sentence; stays until it is mended
    RecorderState recorder;
  };
  News drain();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earwitness
