#pragma once

#include <filesystem>
#include <span>

namespace earwitness {

/// Writes mono samples (+-1, beyond it clipped) as 16 bit WAV or FLAC, or as Ogg Vorbis, by the
/// name's ending. Atomic: a kill or a full disk leaves either the old file or the new one.
/// Throws Error with one sentence on another ending, a sample rate that the format cannot hold,
/// samples that are not numbers, and where the file cannot be written.
void writeAudioFile(const std::filesystem::path& path, std::span<const float> samples,
                    int sampleRate);

}  // namespace earwitness
