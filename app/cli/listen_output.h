// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cli/listen_options.h"
#include "core/audio/audio_report.h"
#include "core/base/civil_time.h"
#include "core/base/message.h"
#include "core/listening/listener.h"
#include "core/monitoring/event_dispatcher.h"

namespace earwitness {

/// What was heard, printed as it happens or as one JSON object at the end. Throws Error where
/// standard output takes no more. Thread: one at a time.
class ListenOutput {
 public:
  virtual ~ListenOutput() = default;

  void take(const LiveUpdate& update);
  virtual void finish() {}
  /// What became of the file that was listened to.
  void setAudio(const AudioReport& report) { audio_ = report; }

 protected:
  explicit ListenOutput(const ModelDescription& model) : model_(model) {}
  const std::string& labelOf(int label) const { return model_.labels.at(size_t(label)); }
  /// For lines that are printed while it listens.
  static void print(const std::string& line);

  virtual void takeEvent(const Event& event, bool isNew) = 0;
  virtual void takeNearMiss(const NearMiss&) {}
  virtual void takeWindows(const LiveUpdate&) {}

  const ModelDescription& model_;
  std::optional<AudioReport> audio_;

 private:
  std::set<int64_t> open_;  ///< events that go on
  Message message_;
};

/// `file`: what is listened to in a microphone's place, if anything is; `start` of the recording in
/// it, when that is known.
std::unique_ptr<ListenOutput> makeListenOutput(const ListenOptions& options,
                                               const ModelDescription& model, const HeardFile& file,
                                               const std::optional<CivilTime>& start = {});

}  // namespace earwitness
