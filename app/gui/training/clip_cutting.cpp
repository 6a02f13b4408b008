// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/clip_cutting.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {

constexpr double kBlockSeconds = 0.02;
constexpr double kLeadSeconds = 0.1;      // of a clip, before something is heard
constexpr double kShortestSeconds = 0.1;  // as the scan of a data set has it
constexpr float kSilentPeak = 1e-3F;      // -60 dBFS, as the scan has it
constexpr double kQuietShare = 0.1;       // of the blocks are taken for the room alone
constexpr float kSteadyDb = 12.0F;        // between quiet and loud: one sound without pauses
constexpr float kLeastAboveQuietDb = 6.0F;

struct Block {
  float rmsDb = -120.0F;
  bool audible = false;
  bool heard = false;
};

std::vector<Block> blocksOf(std::span<const float> samples, size_t blockSamples) {
  std::vector<Block> blocks;
  for (size_t begin = 0; begin < samples.size(); begin += blockSamples) {
    const auto part = samples.subspan(begin, std::min(blockSamples, samples.size() - begin));
    double power = 0.0;
    float peak = 0.0F;
    for (const float sample : part) {
      power += double(sample) * double(sample);
      peak = std::max(peak, std::abs(sample));
    }
    Block block;
    block.rmsDb = float(10.0 * std::log10(power / double(part.size()) + 1e-12));
    block.audible = peak >= kSilentPeak;
    blocks.push_back(block);
  }
  return blocks;
}

/// Marks what stands out of the room's own sound.
void markHeard(std::vector<Block>& blocks) {
  std::vector<float> levels;
  for (const Block& block : blocks)
    if (block.audible) levels.push_back(block.rmsDb);
  if (levels.empty()) return;
  std::sort(levels.begin(), levels.end());
  const float quiet = levels[size_t(kQuietShare * double(levels.size() - 1))];
  const float spread = levels.back() - quiet;
  const bool isSteady = spread < kSteadyDb;
  const float threshold = quiet + std::max(kLeastAboveQuietDb, spread / 3.0F);
  for (Block& block : blocks) block.heard = block.audible && (isSteady || block.rmsDb >= threshold);
}

/// Where the first block at or after `from` begins that is to be in a clip; `end` where none is.
size_t nextHeard(const std::vector<Block>& blocks, size_t blockSamples, size_t from, size_t end) {
  for (size_t i = from / blockSamples; i < blocks.size(); ++i)
    if (blocks[i].heard) return std::max(from, i * blockSamples);
  return end;
}

}  // namespace

std::vector<ClipSpan> cutIntoClips(std::span<const float> samples, double sampleRate,
                                   const CutOptions& options) {
  const auto samplesOf = [&](double seconds) {
    return size_t(std::max(1.0, std::round(seconds * sampleRate)));
  };
  const size_t blockSamples = samplesOf(kBlockSeconds);
  const size_t clipSamples = samplesOf(options.clipSeconds);
  const size_t lead = std::min(samplesOf(kLeadSeconds), clipSamples / 4);
  std::vector<Block> blocks = blocksOf(samples, blockSamples);
  markHeard(blocks);
  if (options.keepSilence)
    for (Block& block : blocks) block.heard = true;

  std::vector<ClipSpan> clips;
  size_t free = 0;  // what is before it has been cut or left out
  while (free < samples.size()) {
    const size_t heard = nextHeard(blocks, blockSamples, free, samples.size());
    if (heard == samples.size()) break;
    size_t begin = heard > free + lead ? heard - lead : free;
    // The last one is as long as the others where there is room before it.
    if (begin + clipSamples > samples.size())
      begin = std::max(free, samples.size() - std::min(samples.size(), clipSamples));
    const size_t end = std::min(samples.size(), begin + clipSamples);
    const size_t shortest = clips.empty() ? samplesOf(kShortestSeconds) : clipSamples / 2;
    if (end - begin >= shortest) clips.push_back({begin, end});
    free = end;
  }
  return clips;
}

}  // namespace earwitness::gui
