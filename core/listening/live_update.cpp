// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/live_update.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr double kUndrainedSeconds = 120.0;  // of frames and windows that nobody fetched are kept
constexpr size_t kUndrainedEvents = 10'000;  // and of events and near-misses

/// The oldest go where nobody fetches the newest.
template <typename Thing>
void forgetOldest(std::vector<Thing>& things, size_t most) {
  if (things.size() > 2 * most) things.erase(things.begin(), things.end() - std::ptrdiff_t(most));
}

}  // namespace

void LiveUpdateBuffer::addFrames(const LogMel& frames, long firstFrame) {
  const std::lock_guard lock(mutex_);
  LogMel& kept = update_.frames;
  if (kept.values.empty()) update_.firstFrame = firstFrame;
  kept.nMels = frames.nMels;
  kept.values.insert(kept.values.end(), frames.values.begin(), frames.values.end());
  const long most = std::lround(kUndrainedSeconds / frameSeconds_);
  if (kept.nFrames() <= 2 * most) return;
  const long tooMany = kept.nFrames() - most;
  kept.values.erase(kept.values.begin(), kept.values.begin() + tooMany * kept.nMels);
  update_.firstFrame += tooMany;
}

void LiveUpdateBuffer::addLevel(std::span<const float> mono) {
  const Level level = levelOf(mono);
  double energy = 0.0;
  for (const float sample : mono) energy += double(sample) * sample;
  const std::lock_guard lock(mutex_);
  levelEnergy_ += energy;
  levelSamples_ += mono.size();
  update_.level.peakDb = std::max(update_.level.peakDb, level.peakDb);
  update_.level.clipped = update_.level.clipped || level.clipped;
  update_.level.rmsDb =
      float(std::max(-120.0, 10.0 * std::log10(levelEnergy_ / double(levelSamples_) + 1e-30)));
  update_.hasLevel = true;
}

void LiveUpdateBuffer::addDetections(WindowScorer::Told&& told, int64_t arrivedUtcMs) {
  const std::lock_guard lock(mutex_);
  const bool hasWindow = !told.window.scores.empty();
  if (hasWindow) {
    windowEndSeconds_ = told.window.endSeconds;
    windowEndUtcMs_ = arrivedUtcMs;
  }
  stampOnsets(told.events);
  for (const Event& event : told.events) {
    const auto isSame = [&event](const Event& old) { return old.id == event.id; };
    const auto first = std::find_if(update_.events.begin(), update_.events.end(), isSame);
    const auto last = first == update_.events.end()
                          ? first
                          : std::find_if(first + 1, update_.events.end(), isSame);
    if (last != update_.events.end())
      *last = event;
    else
      update_.events.push_back(event);
  }
  forgetOldest(update_.events, kUndrainedEvents);
  update_.nearMisses.insert(update_.nearMisses.end(), told.nearMisses.begin(),
                            told.nearMisses.end());
  forgetOldest(update_.nearMisses, kUndrainedEvents);
  if (!hasWindow) return;
  update_.gated = told.window.gated;
  update_.windows.push_back(std::move(told.window));
  forgetOldest(update_.windows, size_t(kUndrainedSeconds / std::max(hopSeconds_, 0.01)));
}

/// An event keeps the time and the source that it was given when it was first told of.
void LiveUpdateBuffer::stampOnsets(std::vector<Event>& events) {
  for (Event& event : events) {
    const double agoSeconds = windowEndSeconds_ - event.onsetSeconds;
    const int64_t onsetUtcMs = windowEndUtcMs_ - std::llround(agoSeconds * 1000.0);
    const auto onset = openOnsets_.try_emplace(event.id, Onset{onsetUtcMs, update_.source}).first;
    event.onsetUtcMs = onset->second.utcMs;
    event.source = onset->second.source;
    if (!event.open) openOnsets_.erase(onset);
  }
}

void LiveUpdateBuffer::countDroppedWindow() {
  const std::lock_guard lock(mutex_);
  ++update_.health.droppedWindows;
}

void LiveUpdateBuffer::countClassifierError() {
  const std::lock_guard lock(mutex_);
  ++update_.health.classifierErrors;
}

void LiveUpdateBuffer::setPosition(double streamSeconds, int64_t utcMs) {
  const std::lock_guard lock(mutex_);
  update_.streamSeconds = streamSeconds;
  update_.utcMs = utcMs;
}

void LiveUpdateBuffer::setHeard(double seconds, uint64_t droppedFrames) {
  const std::lock_guard lock(mutex_);
  update_.health.secondsHeard = seconds;
  update_.health.droppedFrames = droppedFrames;
}

void LiveUpdateBuffer::setSource(const std::string& name) {
  bool isOther = false;
  {
    const std::lock_guard lock(mutex_);
    isOther = !update_.source.empty() && update_.source != name;
    update_.source = name;
  }
  if (isOther) logInfo(kLogAudio, "Listening to " + inQuotes(name) + " now");
}

void LiveUpdateBuffer::setState(ListenerState state, const Message& message) {
  bool isNews = false;
  {
    const std::lock_guard lock(mutex_);
    isNews = !message.empty() && deviceMessage_ != message;
    update_.state = state;
    deviceMessage_ = message;
    sourceNote_ = {};
  }
  if (isNews) logWarning(kLogAudio, message.english());
}

void LiveUpdateBuffer::setSourceNote(Message note) {
  logInfo(kLogAudio, note.english());
  const std::lock_guard lock(mutex_);
  sourceNote_ = std::move(note);
}

void LiveUpdateBuffer::setClassifierMessage(const Message& message) {
  bool isNews = false;
  {
    const std::lock_guard lock(mutex_);
    isNews = !message.empty() && classifierMessage_ != message;
    classifierMessage_ = message;
  }
  if (isNews) logWarning(kLogModel, message.english());
}

LiveUpdate LiveUpdateBuffer::drain() {
  LiveUpdate fresh;
  const std::lock_guard lock(mutex_);
  // These tell how things are, not what happened: they stay.
  fresh.health = update_.health;
  fresh.state = update_.state;
  fresh.streamSeconds = update_.streamSeconds;
  fresh.utcMs = update_.utcMs;
  fresh.source = update_.source;
  fresh.gated = update_.gated;
  fresh.frames.nMels = update_.frames.nMels;
  std::swap(fresh, update_);
  levelEnergy_ = 0.0;
  levelSamples_ = 0;
  for (const Message* message : {&deviceMessage_, &classifierMessage_, &sourceNote_})
    if (fresh.message.empty()) fresh.message = *message;
  return fresh;
}

}  // namespace earwitness
