// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/recorder.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <exception>
#include <limits>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "core/audio/audio_writer.h"
#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/monitoring/clip_names.h"
#include "core/monitoring/continuous_recording.h"
#include "core/monitoring/recording_quota.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr double kLongestClipSeconds = 60.0;
constexpr double kRetrySeconds = 5.0;
constexpr double kLookAtDiskSeconds = 1.0;
constexpr int64_t kSmallestFileLimit = int64_t(1) << 20;

/// The folder, or what would have to be made it in.
fs::path existingPartOf(fs::path folder) {
  std::error_code error;
  while (!fs::exists(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

int64_t freeBytesAt(const fs::path& folder) {
  std::error_code error;
  const fs::space_info space = fs::space(existingPartOf(folder), error);
  return error ? 0 : int64_t(space.available);
}

/// A file of the continuous recording is a small part of the quota, because the newest stays.
int64_t mostBytesOfFile(int64_t quotaBytes) {
  if (quotaBytes <= 0) return std::numeric_limits<int64_t>::max();
  return std::max(kSmallestFileLimit, quotaBytes / 8);
}

Message gigabytes(int64_t bytes) {
  return Message("%1 GiB", fixedPoint(double(bytes) / double(1 << 30), 1));
}

/// What is to be written of one class.
struct Clip {
  std::string label;
  double startSeconds = 0.0;
  double endSeconds = 0.0;  ///< as far as is known
  int64_t startUtcMs = 0;
  std::map<int64_t, double> ends;  ///< of its events, the time after them included, by id
  std::set<int64_t> open;          ///< those that go on
  std::string source;              ///< of the event that it begins with
  float peakScore = 0.0F;

  void add(const Event& event, double afterSeconds) {
    const double end = event.offsetSeconds + afterSeconds;
    ends[event.id] = end;
    endSeconds = std::max(endSeconds, end);
    peakScore = std::max(peakScore, event.peakScore);
    if (event.open)
      open.insert(event.id);
    else
      open.erase(event.id);
  }
  bool completeAt(double streamSeconds) const {
    return open.empty() && endSeconds <= streamSeconds;
  }
  bool mustBeCutAt(double streamSeconds) const {
    return streamSeconds >= startSeconds + kLongestClipSeconds &&
           (!open.empty() || endSeconds > startSeconds + kLongestClipSeconds);
  }
  /// Takes the part before `seconds` off.
  Clip cutAt(double seconds) {
    Clip first = *this;
    first.endSeconds = seconds;
    first.open.clear();
    startUtcMs += std::llround((seconds - startSeconds) * 1000.0);
    startSeconds = seconds;
    std::erase_if(
        ends, [&](const auto& end) { return end.second <= seconds && !open.contains(end.first); });
    return first;
  }
};

}  // namespace

fs::path recordingFolder(const RecorderSettings& settings) {
  return settings.folder.empty() ? musicFolder() / "Earwitness" : settings.folder;
}

Message problemOfRecordingFolder(const fs::path& folder) {
  const fs::path existing = existingPartOf(folder);
  std::error_code error;
  int reason = 0;
  if (!fs::is_directory(existing, error))
    reason = ENOTDIR;
  else if (::faccessat(AT_FDCWD, existing.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
    reason = errno;
  if (reason == 0) return {};
  return Message("The folder for recordings '%1' cannot be written: %2. Choose another one.",
                 folder, std::generic_category().message(reason));
}

struct Recorder::State {
  State(RecorderSettings wanted, const AudioHistory& sound, FreeBytes freeBytesOf)
      : settings(std::move(wanted)),
        history(sound),
        freeBytes(freeBytesOf ? std::move(freeBytesOf) : FreeBytes(freeBytesAt)),
        folder(recordingFolder(settings)),
        shelf(folder, settings.quotaBytes, settings.minimumPerClass),
        continuous(
            sound,
            [this](int64_t startUtcMs, double sampleRate) {
              return openFile(std::string(kContinuousFolder), startUtcMs, sampleRate, "Everything",
                              source);
            },
            mostBytesOfFile(settings.quotaBytes)) {}

  RecorderSettings settings;
  const AudioHistory& history;
  FreeBytes freeBytes;
  fs::path folder;
  RecordingQuota shelf;
  ContinuousRecording continuous;
  std::string modelName;  ///< for the tags, as is
  std::string source;     ///< this: of the stream as it is now
  std::map<std::string, Clip> growing;
  std::list<Clip> ready;  ///< nothing more belongs to these
  double streamSeconds = 0.0;
  double retryAtSeconds = 0.0;
  double lookAgainAtSeconds = 0.0;
  int64_t free = 0;
  Message folderProblem;
  Message problem;
  std::vector<Message> losses;

  void takeTriggered(const Event& event, const std::string& label);
  bool canWrite();
  bool guarded(const std::function<void()>& write);
  void setApartWhatIsComplete();
  void writeReady(std::vector<Recording>& written);
  std::optional<Recording> writeClip(const Clip& clip);
  std::unique_ptr<AudioFileWriter> openFile(const std::string& name, int64_t startUtcMs,
                                            double sampleRate, const std::string& title,
                                            const std::string& streamSource,
                                            const std::string& comment = {}) const;
  void forgetWhatIsLost();
  void addLoss(size_t clips);
  void shelve(const std::vector<Recording>& written);
};

Recorder::Recorder(RecorderSettings settings, const AudioHistory& history, FreeBytes freeBytes)
    : state_(std::make_unique<State>(std::move(settings), history, std::move(freeBytes))) {
  if (state_->settings.mode == RecorderSettings::Mode::Off)
    state_->free = state_->freeBytes(state_->folder);
  else
    state_->canWrite();
}

Recorder::~Recorder() = default;

void Recorder::setStream(const std::string& modelName, const std::string& source) {
  state_->modelName = modelName;
  state_->source = source;
}

void Recorder::take(const Event& event, const std::string& label) {
  if (state_->settings.mode == RecorderSettings::Mode::Everything) state_->continuous.take(event);
  if (state_->settings.mode == RecorderSettings::Mode::Triggered)
    state_->takeTriggered(event, label);
}

void Recorder::State::takeTriggered(const Event& event, const std::string& label) {
  const auto old = growing.find(label);
  if (old != growing.end()) {
    Clip& clip = old->second;
    if (clip.ends.contains(event.id) ||
        event.onsetSeconds - settings.beforeSeconds <= clip.endSeconds)
      return clip.add(event, settings.afterSeconds);
    ready.push_back(std::move(clip));
    growing.erase(old);
  }
  Clip clip;
  clip.label = label;
  clip.source = event.source.empty() ? source : event.source;
  clip.startSeconds = std::max(0.0, event.onsetSeconds - settings.beforeSeconds);
  clip.startUtcMs =
      event.onsetUtcMs - std::llround((event.onsetSeconds - clip.startSeconds) * 1000.0);
  clip.add(event, settings.afterSeconds);
  growing.emplace(label, std::move(clip));
}

std::vector<Recording> Recorder::advance(double streamSeconds, int64_t nowUtcMs) {
  State& state = *state_;
  std::vector<Recording> written;
  state.streamSeconds = streamSeconds;
  if (state.settings.mode == RecorderSettings::Mode::Off) return written;
  state.setApartWhatIsComplete();
  state.forgetWhatIsLost();
  if (streamSeconds < state.retryAtSeconds) return written;
  state.guarded([&] {
    if (!state.canWrite()) return state.continuous.finish(written);
    state.problem = {};
    if (state.settings.mode == RecorderSettings::Mode::Everything)
      state.continuous.advance(streamSeconds, nowUtcMs, written);
    state.writeReady(written);
  });
  state.shelve(written);
  return written;
}

std::vector<Recording> Recorder::finish() {
  State& state = *state_;
  std::vector<Recording> written;
  for (auto& [label, clip] : state.growing) {
    clip.endSeconds = std::min(clip.endSeconds, state.streamSeconds);
    state.ready.push_back(std::move(clip));
  }
  state.growing.clear();
  if (state.settings.mode == RecorderSettings::Mode::Off) return written;
  state.lookAgainAtSeconds = 0.0;
  state.problem = {};
  const bool canWrite = state.canWrite();
  if (!state.guarded([&] { state.continuous.finish(written); }))
    state.losses.push_back(Message("The end of the recording is lost. %1", state.problem));
  state.guarded([&] {
    if (canWrite) state.writeReady(written);
  });
  state.addLoss(state.ready.size());
  state.ready.clear();
  state.shelve(written);
  return written;
}

RecorderState Recorder::state() const {
  return {.usedBytes = state_->shelf.usedBytes() + state_->continuous.openBytes(),
          .clips = state_->shelf.files(),
          .freeBytes = state_->free,
          .problem = state_->problem};
}

std::vector<Message> Recorder::takeLosses() {
  return std::exchange(state_->losses, {});
}

bool Recorder::State::canWrite() {
  if (streamSeconds >= lookAgainAtSeconds) {
    free = freeBytes(folder);
    folderProblem = problemOfRecordingFolder(folder);
    lookAgainAtSeconds = streamSeconds + kLookAtDiskSeconds;
  }
  if (!folderProblem.empty()) {
    problem = folderProblem;
    return false;
  }
  if (free >= settings.freeDiskFloorBytes) return true;
  problem = Message(
      "Recording is paused: the disk with '%1' has %2 left, but %3 must stay free. Free some "
      "space.",
      folder, gigabytes(free), gigabytes(settings.freeDiskFloorBytes));
  return false;
}

void Recorder::State::setApartWhatIsComplete() {
  for (auto each = growing.begin(); each != growing.end();) {
    Clip& clip = each->second;
    while (clip.mustBeCutAt(streamSeconds))
      ready.push_back(clip.cutAt(clip.startSeconds + kLongestClipSeconds));
    if (!clip.completeAt(streamSeconds)) {
      ++each;
      continue;
    }
    ready.push_back(std::move(clip));
    each = growing.erase(each);
  }
}

/// While nothing can be written, sound is forgotten.
void Recorder::State::forgetWhatIsLost() {
  const double begin = history.beginSeconds();
  addLoss(ready.remove_if([begin](const Clip& clip) { return clip.endSeconds <= begin; }));
}

void Recorder::State::addLoss(size_t clips) {
  if (clips == 0) return;
  const Message why = problem.empty() ? Message("The audio is no longer in memory.") : problem;
  losses.push_back(clips == 1 ? Message("A recording is lost. %1", why)
                              : Message("%1 recordings are lost. %2", clips, why));
}

/// Throws what the first that failed threw, after all were tried.
void Recorder::State::writeReady(std::vector<Recording>& written) {
  std::exception_ptr failure;
  // A clip stays among the ready ones until it is on the disk.
  for (auto clip = ready.begin(); clip != ready.end();) {
    try {
      if (auto recording = writeClip(*clip)) written.push_back(std::move(*recording));
      clip = ready.erase(clip);
    } catch (const std::exception&) {
      if (!failure) failure = std::current_exception();
      ++clip;
    }
  }
  if (failure) std::rethrow_exception(failure);
}

/// False after a failure, which becomes the problem and is not tried again at once.
bool Recorder::State::guarded(const std::function<void()>& write) {
  try {
    write();
    return true;
  } catch (const std::exception& error) {
    problem = messageOf(error);
    retryAtSeconds = streamSeconds + kRetrySeconds;
    return false;
  }
}

void Recorder::State::shelve(const std::vector<Recording>& written) {
  for (const Recording& recording : written) shelf.add(recording.file);
  shelf.keepQuota(continuous.openBytes());
  if (problem.empty()) problem = shelf.problem();
}

std::optional<Recording> Recorder::State::writeClip(const Clip& clip) {
  const AudioHistory::Segment stretch = history.segment(clip.startSeconds, clip.endSeconds);
  if (stretch.empty()) return std::nullopt;
  const int64_t startUtcMs =
      clip.startUtcMs + std::llround((stretch.startSeconds - clip.startSeconds) * 1000.0);
  const auto writer = openFile(clipNameOf(clip.label), startUtcMs, stretch.sampleRate, clip.label,
                               clip.source, "score " + fixedPoint(double(clip.peakScore), 3));
  try {
    writer->write(stretch.samples);
    writer->finish();
  } catch (...) {
    writer->discard();
    throw;
  }
  Recording recording{.file = writer->path(),
                      .label = clip.label,
                      .eventIds = {},
                      .startUtcMs = startUtcMs,
                      .seconds = double(stretch.samples.size()) / stretch.sampleRate};
  for (const auto& [id, end] : clip.ends) recording.eventIds.push_back(id);
  return recording;
}

std::unique_ptr<AudioFileWriter> Recorder::State::openFile(const std::string& name,
                                                           int64_t startUtcMs, double sampleRate,
                                                           const std::string& title,
                                                           const std::string& streamSource,
                                                           const std::string& comment) const {
  const char* ending = settings.format == RecorderSettings::Format::Flac ? ".flac" : ".wav";
  fs::path path = clipPath(folder, name, startUtcMs, ending);
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error)
    throw Error("The folder for recordings '%1' cannot be created: %2. Choose another one.",
                path.parent_path(), error.message());
  for (int64_t later = 1; fs::exists(path, error); ++later)
    path = clipPath(folder, name, startUtcMs + later, ending);
  std::string text = comment;
  if (!modelName.empty())
    text += (text.empty() ? "" : "; ") + ("model " + modelName + "; " + streamSource);
  return std::make_unique<AudioFileWriter>(
      path, int(std::lround(sampleRate)),
      AudioTags{.title = title, .date = utcText(startUtcMs), .comment = text});
}

}  // namespace earwitness
