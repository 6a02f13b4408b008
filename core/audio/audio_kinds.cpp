// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include <sndfile.h>

#include "core/audio/audio_file.h"
#include "core/audio/ffmpeg_library.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

// With the MIME types in packaging/earwitness.desktop, the one list of what is read.
constexpr const char* kEndings[]{
    // uncompressed, or without loss
    ".wav", ".wave", ".bwf", ".rf64", ".w64", ".aif", ".aiff", ".aifc", ".au", ".snd", ".caf",
    ".flac", ".ape", ".wv", ".tta",
    // compressed
    ".mp3", ".mp2", ".spx", ".3ga", ".m4r", ".3gpp", ".mpga", ".ogg", ".oga", ".opus", ".m4a",
    ".m4b", ".aac", ".adts", ".wma", ".amr", ".awb", ".weba", ".mka", ".ac3", ".mpc",
    // films, of which the sound is read
    ".mp4", ".m4v", ".mov", ".3gp", ".3g2", ".webm", ".mkv", ".avi", ".wmv", ".asf", ".mpg",
    ".mpeg", ".ogv"};

}  // namespace

std::span<const char* const> audioEndings() {
  return kEndings;
}

Message audioKinds() {
  return Message(
      "WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, the sound of MP4, MOV, MKV and "
      "WebM files, and others");
}

std::string audioReaderVersion() {
  std::string version = sf_version_string();
  try {
    version.append(" ").append(FfmpegLibrary::get().version());
  } catch (const FfmpegMissing&) {
    version.append(" alone");
  }
  return version;
}

bool looksLikeAudioFile(const std::filesystem::path& path) {
  if (path.filename().string().starts_with('.')) return false;
  const std::string ending = lowerAscii(path.extension().string());
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

}  // namespace earwitness
