// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/clip_recorder.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <thread>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/clock_time.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace {

constexpr int kLookMs = 30;
constexpr int kMostSilentMs = 4000;  ///< without a single sample
constexpr std::chrono::milliseconds kReadEvery{10};
constexpr double kMostAtOnceSeconds = 1.0;

void mixDown(std::span<const float> interleaved, size_t channels, std::vector<float>& mono) {
  mono.resize(interleaved.size() / channels);
  const float* sample = interleaved.data();
  for (float& value : mono) {
    float sum = 0.0F;
    for (size_t channel = 0; channel < channels; ++channel) sum += *sample++;
    value = std::isfinite(sum) ? sum / float(channels) : 0.0F;
  }
}

}  // namespace

/// What the reading thread and the window share.
struct ClipRecorder::Stream {
  std::atomic<bool> stop{false};
  std::mutex mutex;  ///< guards what follows
  bool isOpen = false;
  double sampleRate = 0.0;
  bool recording = false;
  size_t wanted = 0;
  std::vector<float> samples;
  Level level;  ///< the loudest since the last look
  QString problem;
};

ClipRecorder::ClipRecorder(Backend backend, QObject* parent)
    : QObject(parent), backend_(std::move(backend)) {
  clock_.setInterval(kLookMs);
  connect(&clock_, &QTimer::timeout, this, &ClipRecorder::look);
  counter_.setInterval(1000);
  counter_.setTimerType(Qt::PreciseTimer);
  connect(&counter_, &QTimer::timeout, this, &ClipRecorder::count);
}

ClipRecorder::~ClipRecorder() {
  if (stream_) stream_->stop = true;
}

void ClipRecorder::setState(State state) {
  if (state == state_) return;
  state_ = state;
  emit stateChanged(state);
}

void ClipRecorder::open(const DeviceId& device) {
  close();
  auto stream = std::make_shared<Stream>();
  stream_ = stream;
  setState(State::Opening);
  clock_.start();
  readInBackground(this, [backend = backend_, device, stream] {
    try {
      read(backend, device, *stream);
    } catch (const std::exception&) {
      const std::lock_guard lock(stream->mutex);
      stream->problem = shownProblem();
    }
  });
}

void ClipRecorder::read(const Backend& backend, const DeviceId& device, Stream& stream) {
  const std::unique_ptr<AudioSource> source = backend.openCapture(device);
  const size_t channels = size_t(std::max(1, source->channels()));
  std::vector<float> block(size_t(source->sampleRate() * kMostAtOnceSeconds) * channels);
  std::vector<float> mono;
  {
    const std::lock_guard lock(stream.mutex);
    stream.sampleRate = source->sampleRate();
    stream.isOpen = true;
  }
  while (!stream.stop) {
    const bool isAlive = source->alive();  // before reading: what came until then is not lost
    const size_t count = source->read(block);
    if (count == 0) {
      if (!isAlive)
        throw Error("The microphone was disconnected. Connect it again, or choose another one.");
      std::this_thread::sleep_for(kReadEvery);
      continue;
    }
    mixDown(std::span<const float>(block).first(count), channels, mono);
    const Level level = levelOf(mono);
    const std::lock_guard lock(stream.mutex);
    stream.level.rmsDb = std::max(stream.level.rmsDb, level.rmsDb);
    stream.level.peakDb = std::max(stream.level.peakDb, level.peakDb);
    stream.level.clipped |= level.clipped;
    if (!stream.recording) continue;
    const size_t taken = std::min(mono.size(), stream.wanted - stream.samples.size());
    stream.samples.insert(stream.samples.end(), mono.begin(), mono.begin() + std::ptrdiff_t(taken));
  }
}

void ClipRecorder::close() {
  clock_.stop();
  counter_.stop();
  recordWhenOpen_ = false;
  if (stream_) std::exchange(stream_, nullptr)->stop = true;
  setState(State::Closed);
}

void ClipRecorder::record(int seconds) {
  wantedSeconds_ = std::clamp(seconds, kShortestSeconds, kLongestSeconds);
  if (state_ == State::Opening) recordWhenOpen_ = true;
  if (state_ != State::Listening) return;
  left_ = kCountdown;
  setState(State::Countdown);
  emit countdown(left_);
  counter_.start();
}

void ClipRecorder::count() {
  if (--left_ > 0) return emit countdown(left_);
  counter_.stop();
  startRecording();
}

void ClipRecorder::startRecording() {
  {
    const std::lock_guard lock(stream_->mutex);
    stream_->wanted = size_t(wantedSeconds_ * stream_->sampleRate);
    stream_->samples.clear();
    stream_->samples.reserve(stream_->wanted);
    stream_->recording = true;
  }
  startUtcMs_ = utcMsNow();
  lastCount_ = 0;
  sinceSound_.start();
  setState(State::Recording);
}

void ClipRecorder::stop() {
  recordWhenOpen_ = false;
  if (state_ == State::Countdown) {
    counter_.stop();
    setState(State::Listening);
    emit recorded({}, 0.0, 0);
  } else if (state_ == State::Recording) {
    finishRecording();
  }
}

void ClipRecorder::finishRecording() {
  std::vector<float> samples;
  double sampleRate = 0.0;
  {
    const std::lock_guard lock(stream_->mutex);
    stream_->recording = false;
    samples = std::move(stream_->samples);
    stream_->samples = {};
    sampleRate = stream_->sampleRate;
  }
  setState(State::Listening);
  emit recorded(samples, sampleRate, startUtcMs_);
}

void ClipRecorder::look() {
  if (!stream_) return;
  Level loudest;
  QString problem;
  size_t count = 0, wanted = 0;
  bool isOpen = false;
  double sampleRate = 0.0;
  {
    const std::lock_guard lock(stream_->mutex);
    loudest = std::exchange(stream_->level, Level());
    problem = stream_->problem;
    isOpen = stream_->isOpen;
    count = stream_->samples.size();
    wanted = stream_->wanted;
    sampleRate = stream_->sampleRate;
  }
  const bool recording = state_ == State::Recording;
  if (recording && count != lastCount_) sinceSound_.start();
  lastCount_ = count;
  if (recording && problem.isEmpty() && sinceSound_.elapsed() > kMostSilentMs)
    problem =
        tr("The microphone sends no audio. Check whether it is turned off, or choose another one.");
  if (!problem.isEmpty()) {
    if (recording && count > 0) finishRecording();  // better than nothing
    close();
    return emit failed(problem);
  }
  emit level(loudest);
  if (isOpen && state_ == State::Opening) {
    setState(State::Listening);
    if (std::exchange(recordWhenOpen_, false)) record(wantedSeconds_);
  }
  if (!recording) return;
  emit progressed(double(count) / double(std::max<size_t>(1, wanted)), double(count) / sampleRate);
  if (count >= wanted) finishRecording();
}

}  // namespace earwitness::gui
