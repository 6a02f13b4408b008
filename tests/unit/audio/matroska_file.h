// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <span>
#include <string>
#include <vector>

#include "core/base/atomic_file.h"

namespace earwitness {

/// Builds Matroska files of 16 bit mono samples in memory, as a screen recorder writes them: blocks
/// of 20 ms with timestamps in milliseconds, no index.
class MatroskaFile {
 public:
  static constexpr int kRate = 16000;
  static constexpr size_t kBlockSamples = 320;
  static constexpr size_t kClusterBlocks = 50;

  /// `withLength`: whether the header states it and the size of the file.
  explicit MatroskaFile(bool withLength) : withLength_(withLength) {}

  /// Whole blocks only. Returns this.
  MatroskaFile& add(std::span<const float> samples) {
    for (size_t first = 0; first + kBlockSamples <= samples.size(); first += kBlockSamples) {
      if (blocks_ % kClusterBlocks == 0) beginCluster();
      std::string block("\x81", 1);
      const long time = milliseconds() - clusterTime_;
      block += {char(time >> 8), char(time & 0xff), '\x80'};
      for (const float sample : samples.subspan(first, kBlockSamples)) {
        const auto value = int16_t(sample * 32767.0F);
        block += {char(value & 0xff), char(value >> 8)};
      }
      clusters_.back() += element("\xa3", block);
      ++blocks_;
      samples_ += kBlockSamples;
    }
    return *this;
  }
  /// Leaves this many samples out; what follows begins after them.
  MatroskaFile& addGap(size_t samples) {
    samples_ += samples;
    blocks_ = (blocks_ + kClusterBlocks - 1) / kClusterBlocks * kClusterBlocks;  // a new cluster
    return *this;
  }

  std::string bytes() const {
    using namespace std::string_literals;
    std::string info = element("\x2a\xd7\xb1", "\x0f\x42\x40"s) + element("\x4d\x80", "test"s) +
                       element("\x57\x41", "test"s);
    if (withLength_) info += element("\x44\x89", number(double(milliseconds())));
    const std::string audio = element("\xb5", number(double(kRate))) + element("\x9f", "\x01"s) +
                              element("\x62\x64", "\x10"s);
    const std::string track = element("\xd7", "\x01"s) + element("\x73\xc5", "\x01"s) +
                              element("\x83", "\x02"s) + element("\x86", "A_PCM/INT/LIT"s) +
                              element("\xe1", audio);
    std::string contents =
        element("\x15\x49\xa9\x66", info) + element("\x16\x54\xae\x6b", element("\xae", track));
    for (const std::string& cluster : clusters_) contents += element("\x1f\x43\xb6\x75", cluster);
    const std::string head = element("\x1a\x45\xdf\xa3", element("\x42\x82", "matroska"s) +
                                                             element("\x42\x87", "\x04"s) +
                                                             element("\x42\x85", "\x02"s));
    const std::string segment = "\x18\x53\x80\x67"s;
    return head + (withLength_ ? element(segment, contents)
                               : segment + "\x01\xff\xff\xff\xff\xff\xff\xff"s + contents);
  }

 private:
  long milliseconds() const { return long(samples_ * 1000 / kRate); }

  void beginCluster() {
    clusterTime_ = milliseconds();
    std::string time;
    for (int i = 3; i >= 0; --i) time += char(clusterTime_ >> (8 * i) & 0xff);
    clusters_.push_back(element("\xe7", time));
  }

  static std::string number(double value) {
    const auto bits = std::bit_cast<uint64_t>(value);
    std::string bytes;
    for (int i = 7; i >= 0; --i) bytes += char(bits >> (8 * i) & 0xff);
    return bytes;
  }

  static std::string element(const std::string& id, const std::string& contents) {
    std::string bytes = id + '\x01';
    for (int i = 6; i >= 0; --i) bytes += char(uint64_t(contents.size()) >> (8 * i) & 0xff);
    return bytes + contents;
  }

  bool withLength_;
  std::vector<std::string> clusters_;
  size_t blocks_ = 0;
  size_t samples_ = 0;
  long clusterTime_ = 0;
};

}  // namespace earwitness
