// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/services/file_picture.h"
#include "core/audio/audio_report.h"
#include "core/audio/recording_start.h"
#include "core/events/event.h"
#include "core/events/score_track.h"
#include "core/listening/model_description.h"

namespace earwitness::gui {

/// What an analysis has come to. Empty without a model.
struct FileResult {
  std::vector<float> whole;  ///< (nLabels): mean of the windows' scores
  std::vector<Event> events;
  std::vector<NearMiss> nearMisses;
  int rules = 0;           ///< which setRules() the events were made with
  double seconds = 0.0;    ///< as they were read
  AudioReport audio = {};  ///< what of the file could be read
};

/// What has become of a file since the last look.
struct FileUpdate {
  enum class State { Waiting, Reading, WaitingForModel, Analysing, Done, Failed, Cancelled };

  int id = 0;
  State state = State::Waiting;
  bool restarted = false;  ///< all that was known of it is void: scores come anew
  int model = 0;           ///< which setClassifier() it is analysed with, when restarted
  std::shared_ptr<const ModelDescription> description;  ///< of that model; null without one
  ChannelChoice channel;                       ///< that it is analysed with, when restarted
  std::shared_ptr<const FilePicture> picture;  ///< when it is begun; it grows from then on
  bool pictureGrew = false;
  ScoreTrack scores;                  ///< of the next windows
  double progress = 0.0;              ///< 0 to 1
  double seconds = 0.0;               ///< length as the file's header has it; 0 while not known
  double sampleRate = 0.0;            ///< Hz; 0 while not known
  std::optional<FileResult> result;   ///< when the analysis is done
  std::optional<StartFinding> start;  ///< of the recording, when it was looked for
  QString error;                      ///< one sentence
  QString reason;                     ///< the same without the file's path
};

}  // namespace earwitness::gui
