// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listen_source.h"

#include <algorithm>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

class FileSource : public AudioSource {
 public:
  FileSource(const std::filesystem::path& file, ChannelChoice channel,
             std::shared_ptr<FileSourceState> state)
      : reader_(file, channel), name_(file.string()), state_(std::move(state)) {}

  double sampleRate() const override { return reader_.sampleRate(); }
  int channels() const override { return 1; }
  size_t read(std::span<float> out) override {
    const double left = state_->limitSeconds() - double(given_) / sampleRate();
    if (left <= 0.0) return 0;
    const auto count = std::min(double(out.size()), left * sampleRate());
    const size_t samples = reader_.read(out.first(std::max<size_t>(1, size_t(count))));
    given_ += samples;
    over_ = samples == 0;
    if (over_) state_->setReport(reader_.report());
    return samples;
  }
  uint64_t droppedFrames() const override { return 0; }
  int64_t newestSampleTimeNs() const override { return 0; }
  bool alive() const override { return !over_; }
  std::string description() const override { return name_; }

 private:
  AudioFileReader reader_;
  std::string name_;
  std::shared_ptr<FileSourceState> state_;
  uint64_t given_ = 0;
  bool over_ = false;
};

}  // namespace

DeviceId deviceByName(const std::string& name) {
  if (name.empty()) return {};
  if (const auto device = findDeviceCalled(inputDevices(), name)) return device->id;
  throw Error("Unknown microphone '%1'. See earwitness-cli devices.", name);
}

std::optional<AudioReport> FileSourceState::report() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

void FileSourceState::setReport(const AudioReport& report) {
  const std::lock_guard lock(mutex_);
  report_ = report;
}

std::unique_ptr<AudioSource> openFileSource(const std::filesystem::path& file,
                                            ChannelChoice channel,
                                            std::shared_ptr<FileSourceState> state) {
  return std::make_unique<FileSource>(file, channel, std::move(state));
}

}  // namespace earwitness
