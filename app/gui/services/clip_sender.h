// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/audio/audio_history.h"
#include "core/audio/channel_choice.h"
#include "core/base/message.h"

namespace earwitness::gui {

/// Where the sound of a labelled clip is.
struct ClipSource {
  std::string label;
  std::filesystem::path file;  ///< a file or a recorded clip; empty: the live stream's last minutes
  double startSeconds = 0.0;   ///< in the file or the stream
  double endSeconds = 0.0;     ///< 0: the whole file
  ChannelChoice channel = {};  ///< of the file
};

struct SentClips {
  int written = 0;
  int forgotten = 0;             ///< live sound that is not held any more
  Message problem;               ///< the first error
  std::filesystem::path folder;  ///< of the data set
};

/// Writes clips into a data set folder, one folder per class, as WAV files that training takes as
/// they are. Names hold a hash of the sound, so that a clip that is sent twice is there once.
/// Thread: worker.
SentClips sendClips(const std::vector<ClipSource>& sources, const std::filesystem::path& folder,
                    const std::shared_ptr<AudioHistory>& history);

/// The sound itself, for playing and saving; empty where it is not held any more. Throws Error
/// where a file cannot be read. Thread: worker.
AudioHistory::Segment soundOf(const ClipSource& source,
                              const std::shared_ptr<AudioHistory>& history);

}  // namespace earwitness::gui
