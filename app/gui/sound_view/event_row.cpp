// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_row.h"

#include <algorithm>

#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

QString EventRow::shownModelLabel() const {
  return label.isEmpty() ? shownLabel(labelName) : label;
}

QString EventRow::shownFinalLabel() const {
  return verdict == Verdict::Relabelled ? shownLabel(correctedLabel) : shownModelLabel();
}

EventRow eventRow(const StoredEvent& event) {
  EventRow row;
  row.stream = EventRow::kNoStream;
  row.id = event.id;
  row.labelName = event.label;
  (event.live ? row.clock : row.analysed) = QDateTime::fromMSecsSinceEpoch(event.onsetUtcMs);
  row.onsetSeconds = event.onsetSeconds;
  row.seconds = event.offsetSeconds - event.onsetSeconds;
  row.score = event.peakScore;
  row.meanScore = event.meanScore;
  row.open = event.open;
  row.source = QString::fromStdString(event.source);
  if (!event.live) row.file = event.source;
  row.rowId = event.id;
  row.verdict = event.verdict;
  row.correctedLabel = event.correctedLabel;
  row.clip = event.clip;
  row.modelName = event.modelName;
  row.modelFingerprint = event.modelFingerprint;
  row.highHz = event.highHz;
  return row;
}

StoredEvent storedEvent(const EventRow& event) {
  StoredEvent stored;
  stored.id = event.rowId;
  stored.live = event.file.empty();
  stored.source = stored.live ? event.source.toStdString() : event.file.string();
  const QDateTime& when = stored.live ? event.clock : event.analysed;
  stored.onsetUtcMs = when.isValid() ? when.toMSecsSinceEpoch() : 0;
  stored.onsetSeconds = event.onsetSeconds;
  stored.offsetSeconds = event.onsetSeconds + event.seconds;
  stored.open = event.open;
  stored.label = event.labelName;
  stored.peakScore = event.score;
  stored.meanScore = event.meanScore;
  stored.modelName = event.modelName;
  stored.modelFingerprint = event.modelFingerprint;
  stored.verdict = event.verdict;
  stored.correctedLabel = event.correctedLabel;
  stored.clip = event.clip.string();
  stored.highHz = event.highHz;
  return stored;
}

ClipSource savedSound(const EventRow& event, double aroundSeconds) {
  ClipSource sound;
  sound.label = event.finalLabel();
  sound.file = event.file.empty() ? event.clip : event.file;
  if (event.file.empty()) return sound;
  sound.startSeconds = std::max(0.0, event.onsetSeconds - aroundSeconds);
  sound.endSeconds = event.onsetSeconds + event.seconds + aroundSeconds;
  return sound;
}

}  // namespace earwitness::gui
