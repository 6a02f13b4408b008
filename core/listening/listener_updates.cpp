// SPDX-License-Identifier: GPL-3.0-or-later
// What the listener's threads put down for the window, and how it is fetched.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/listening/listener.h"

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

void Listener::addFrames(const LogMel& frames, long firstFrame) {
  const std::lock_guard lock(updateMutex_);
  LogMel& kept = update_.frames;
  if (kept.values.empty()) update_.firstFrame = firstFrame;
  kept.nMels = frames.nMels;
  kept.values.insert(kept.values.end(), frames.values.begin(), frames.values.end());
  const long most = std::lround(kUndrainedSeconds / settings_.features.frameSeconds());
  if (kept.nFrames() <= 2 * most) return;
  const long tooMany = kept.nFrames() - most;
  kept.values.erase(kept.values.begin(), kept.values.begin() + tooMany * kept.nMels);
  update_.firstFrame += tooMany;
}

void Listener::addLevel(std::span<const float> mono) {
  const Level level = levelOf(mono);
  double energy = 0.0;
  for (const float sample : mono) energy += double(sample) * sample;
  const std::lock_guard lock(updateMutex_);
  levelEnergy_ += energy;
  levelSamples_ += mono.size();
  update_.level.peakDb = std::max(update_.level.peakDb, level.peakDb);
  update_.level.clipped = update_.level.clipped || level.clipped;
  update_.level.rmsDb =
      float(std::max(-120.0, 10.0 * std::log10(levelEnergy_ / double(levelSamples_) + 1e-30)));
  update_.hasLevel = true;
}

void Listener::addDetections(WindowScorer::Told&& told) {
  stampOnsets(told.events);
  const std::lock_guard lock(updateMutex_);
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
  if (told.window.scores.empty()) return;  // the end of a stream
  update_.gated = told.window.gated;
  update_.windows.push_back(std::move(told.window));
  forgetOldest(update_.windows, size_t(kUndrainedSeconds / std::max(settings_.hopSeconds, 0.01)));
}

/// An event keeps the time and the source that it was given when it was first told of.
void Listener::stampOnsets(std::vector<Event>& events) {
  if (events.empty()) return;
  std::string source;
  {
    const std::lock_guard lock(updateMutex_);
    source = update_.source;
  }
  for (Event& event : events) {
    const double agoSeconds = windowEndSeconds_ - event.onsetSeconds;
    const int64_t onsetUtcMs = windowEndUtcMs_ - std::llround(agoSeconds * 1000.0);
    const auto onset = openOnsets_.try_emplace(event.id, Onset{onsetUtcMs, source}).first;
    event.onsetUtcMs = onset->second.utcMs;
    event.source = onset->second.source;
    if (!event.open) openOnsets_.erase(onset);
  }
}

void Listener::reportSource(const AudioSource& source) {
  std::string name = source.description();
  bool isOther = false;
  {
    const std::lock_guard lock(updateMutex_);
    isOther = !update_.source.empty() && update_.source != name;
    update_.source = name;
  }
  if (isOther) logInfo(kLogAudio, "Listening to " + inQuotes(name) + " now");
}

void Listener::reportDevice(ListenerState state, const Message& message) {
  bool isNews = false;
  {
    const std::lock_guard lock(updateMutex_);
    isNews = !message.empty() && deviceMessage_ != message;
    update_.state = state;
    deviceMessage_ = message;
    sourceNote_ = {};
  }
  if (isNews) logWarning(kLogAudio, message.english());
}

void Listener::reportNote(Message note) {
  logInfo(kLogAudio, note.english());
  const std::lock_guard lock(updateMutex_);
  sourceNote_ = std::move(note);
}

void Listener::reportClassifier(const Message& message) {
  bool isNews = false;
  {
    const std::lock_guard lock(updateMutex_);
    isNews = !message.empty() && classifierMessage_ != message;
    classifierMessage_ = message;
  }
  if (isNews) logWarning(kLogModel, message.english());
}

LiveUpdate Listener::drain() {
  LiveUpdate fresh;
  const std::lock_guard lock(updateMutex_);
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
