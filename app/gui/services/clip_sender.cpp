// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/clip_sender.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "core/audio/audio_file.h"
#include "core/audio/audio_writer.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/monitoring/clip_names.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr size_t kBlockSamples = 1 << 16;
constexpr size_t kHashDigits = 12;
constexpr size_t kLongestFolderName = 200;  // bytes; the clips in it have longer names

/// A label as the name of one folder.
std::string folderName(const std::string& label) {
  std::string name;
  for (const char c : label) {
    const bool unsafe = c == '/' || c == '\\' || (c >= 0 && c < ' ') || c == 0x7f;
    name += unsafe ? '_' : c;
  }
  while (name.starts_with('.')) name.erase(0, 1);
  if (name.size() > kLongestFolderName) return clipNameOf(label);  // shorter, and no other label's
  return name.empty() ? "unnamed" : name;
}

/// The position after it: `frame`, or 0 if the file's kind cannot seek.
long seekTo(AudioFileReader& reader, long frame) {
  if (frame == 0) return 0;
  try {
    reader.seek(frame);
    return frame;
  } catch (const Error&) {
    return 0;
  }
}

AudioHistory::Segment readStretch(const ClipSource& source) {
  AudioFileReader reader(source.file, source.channel);
  const double rate = reader.sampleRate();
  AudioHistory::Segment stretch{.samples = {}, .sampleRate = rate, .startSeconds = 0.0};
  const auto first = long(std::floor(source.startSeconds * rate));
  const long end =
      source.endSeconds > 0.0 ? long(std::ceil(source.endSeconds * rate)) : reader.frames();
  stretch.startSeconds = double(first) / rate;
  std::vector<float> block(kBlockSamples);
  long position = seekTo(reader, first);
  while (position < end) {
    const size_t count = reader.read(block);
    if (count == 0) break;
    const long from = std::clamp(first - position, 0L, long(count));
    const long to = std::clamp(end - position, 0L, long(count));
    stretch.samples.insert(stretch.samples.end(), block.begin() + from, block.begin() + to);
    position += long(count);
  }
  return stretch;
}

std::string nameOf(const std::vector<float>& samples) {
  ContentHash hash;
  hash.add(std::as_bytes(std::span(samples)));
  return hash.hex().substr(0, kHashDigits);
}

}  // namespace

AudioHistory::Segment soundOf(const ClipSource& source,
                              const std::shared_ptr<AudioHistory>& history) {
  if (!source.file.empty()) return readStretch(source);
  return history ? history->segment(source.startSeconds, source.endSeconds)
                 : AudioHistory::Segment{};
}

SentClips sendClips(const std::vector<ClipSource>& sources, const fs::path& folder,
                    const std::shared_ptr<AudioHistory>& history) {
  SentClips sent;
  sent.folder = folder;
  for (const ClipSource& source : sources) {
    try {
      const AudioHistory::Segment sound = soundOf(source, history);
      if (sound.empty()) {
        ++sent.forgotten;
        continue;
      }
      const fs::path classFolder = folder / folderName(source.label);
      std::error_code failure;
      fs::create_directories(classFolder, failure);
      if (failure)
        throw Error("The folder '%1' cannot be created: %2. Choose another one.", classFolder,
                    failure.message());
      const std::string name = folderName(source.label) + "_" + nameOf(sound.samples) + ".wav";
      writeAudioFile(classFolder / name, sound.samples, int(std::lround(sound.sampleRate)));
      ++sent.written;
    } catch (const std::exception& problem) {
      if (sent.problem.empty()) sent.problem = messageOf(problem);
    }
  }
  return sent;
}

}  // namespace earwitness::gui
