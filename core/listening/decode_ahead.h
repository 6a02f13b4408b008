// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/audio/audio_file.h"
#include "core/listening/pipeline.h"

namespace earwitness {

/// A stretch of a file, decoded and cut into windows.
struct DecodedBlock {
  std::vector<float> samples;  ///< mono, +-1, at the file's own rate; empty where not asked for
  size_t nSamples = 0;
  LogMel frames;
  long firstFrame = 0;
  std::vector<Window> windows;
};

/// Decodes, resamples and cuts a file on a thread of its own, some blocks ahead of whoever takes
/// them, so that the network has the other core for itself. Holds a bounded number of blocks
/// however long the file is. Thread: one at a time.
class DecodeAhead {
 public:
  static constexpr size_t kBlockSamples = 16384;
  static constexpr size_t kMaximumBlocks = 16;

  /// Throws Error with one sentence where the file cannot be opened.
  DecodeAhead(const std::filesystem::path& path, const FeatureSettings& features, WindowPlan plan,
              bool withSamples, ChannelChoice channel = {});
  ~DecodeAhead();
  DecodeAhead(const DecodeAhead&) = delete;
  DecodeAhead& operator=(const DecodeAhead&) = delete;

  double sampleRate() const { return sampleRate_; }  ///< Hz
  long frames() const { return frames_; }            ///< AudioFileReader::frames()
  /// What of the file could be read. Complete after next() has returned nothing.
  AudioReport report();
  /// The next block, in order; none behind the end. Waits for it. Throws the Error that reading the
  /// file ended with, once the blocks before it have been taken.
  std::optional<DecodedBlock> next();

 private:
  void run();
  void decode();
  /// False where nobody wants it any more.
  bool put(DecodedBlock&& block);

  AudioFileReader reader_;  ///< the thread's, once it runs
  Pipeline pipeline_;       ///< the same
  bool withSamples_;
  double sampleRate_;
  long frames_;

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::deque<DecodedBlock> blocks_;
  std::exception_ptr problem_;
  AudioReport report_;
  bool ended_ = false;
  bool stopping_ = false;

  std::thread thread_;
};

}  // namespace earwitness
