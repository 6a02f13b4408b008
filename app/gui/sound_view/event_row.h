// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>

#include "app/gui/services/clip_sender.h"
#include "core/monitoring/event_store.h"

namespace earwitness::gui {

/// Audio before and after an event that is played or sent to a data set, in seconds.
inline constexpr double kSoundAroundSeconds = 0.5;

/// An event as the lists of the window show it.
struct EventRow {
  static constexpr int kNoStream = std::numeric_limits<int>::min();

  int stream = 0;                          ///< which listener or file; kNoStream: of the store
  qint64 id = 0;                           ///< of the event in its stream
  std::string labelName;                   ///< as the model has it
  QString label;                           ///< display name; empty: labelName has it
  QDateTime clock;                         ///< of the onset; not valid for files
  QDateTime analysed = {};                 ///< when its file was; not valid when live
  std::optional<CivilTime> recorded = {};  ///< of the onset in a file, when its start is known
  double onsetSeconds = 0.0;               ///< from the start of the stream
  double seconds = 0.0;                    ///< how long
  float score = 0.0F;                      ///< the highest
  float meanScore = 0.0F;
  bool open = false;           ///< still going on
  QString source;              ///< microphone or file, for people
  std::filesystem::path file;  ///< empty when live
  int fileId = 0;              ///< in the window's list of files; 0 when live
  qint64 rowId = 0;            ///< in the event store; 0 where it is not there (yet)
  Verdict verdict = Verdict::None;
  std::string correctedLabel;  ///< where relabelled
  std::filesystem::path clip;  ///< its recording; empty without one
  std::string modelName = {};
  std::string modelFingerprint = {};
  float highHz = 0.0F;  ///< highest frequency that the model heard; 0 where not known

  /// The label after review, as the model or the reviewer has it.
  const std::string& finalLabel() const {
    return verdict == Verdict::Relabelled ? correctedLabel : labelName;
  }
  /// The model's label for people, and the label after review.
  QString shownModelLabel() const;
  QString shownFinalLabel() const;
  bool hasSavedSound() const { return !file.empty() || !clip.empty(); }
};

/// As the store has it, and the other way round; what the store alone knows is left out.
EventRow eventRow(const StoredEvent& event);
StoredEvent storedEvent(const EventRow& event);

/// The sound of an event in its file, with this much before and after it; of a live one its whole
/// clip. No file where neither is there.
ClipSource savedSound(const EventRow& event, double aroundSeconds);

}  // namespace earwitness::gui
