// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "app/gui/training/clip_cutting.h"

/// Sets of sounds that the user makes in the window: <data folder>/sounds/<set>/<class>/*.wav,
/// which is a data set of the layout "folders". Everything here reads or writes files, and throws
/// Error with one sentence where that fails. Thread: worker, one at a time for a set.
namespace earwitness::gui {

/// A class as it lies on the disk, clips in order of their paths.
struct SoundClass {
  std::string name;
  std::vector<std::filesystem::path> clips;
};

/// Where the sets lie. Not made here.
std::filesystem::path soundsFolder();
/// True for a set in soundsFolder(). Looks at nothing but the path.
bool isOwnSet(const std::filesystem::path& folder);
/// In alphabetical order.
std::vector<std::filesystem::path> soundSets();

/// A name that a user gave as one that a folder can have everywhere: "dog/cat" -> "dog-cat". Throws
/// Error where nothing is left of it.
std::string folderNameFor(const std::string& name);

/// The folder of a new set. Throws Error where there is one of that name, whatever its capitals.
std::filesystem::path makeSoundSet(const std::string& name);
/// The same with a number after the name where there is one of that name.
std::filesystem::path makeNumberedSoundSet(const std::string& name);
/// The set of this name; made where it is missing.
std::filesystem::path openSoundSet(const std::string& name);
/// The folder that the set has from now on.
std::filesystem::path renameSoundSet(const std::filesystem::path& set, const std::string& name);

/// `background` first, whether its folder is there or not; the rest in alphabetical order.
std::vector<SoundClass> listSoundSet(const std::filesystem::path& set);
/// The folder of a new class. Throws Error where there is one of that name, whatever its capitals.
std::filesystem::path makeClass(const std::filesystem::path& set, const std::string& name);
/// The class of this name, whatever its capitals; made where it is missing.
std::filesystem::path openClass(const std::filesystem::path& set, const std::string& name);
/// The folder that the class has from now on.
std::filesystem::path renameClass(const std::filesystem::path& set, const std::string& from,
                                  const std::string& to);

/// Copies a file, or the stretch of an address as WAV, into a class under its own name, or one that
/// is free. An empty path where it lies there already.
std::filesystem::path copyIntoClass(const std::filesystem::path& file,
                                    const std::filesystem::path& classFolder);
/// Writes clips of a recording (mono, +-1) as WAV, named by the class, the moment it
/// began and their number, so that a split keeps clips of one recording together.
std::vector<std::filesystem::path> writeClips(const std::filesystem::path& classFolder,
                                              std::span<const float> samples, double sampleRate,
                                              std::span<const ClipSpan> clips, int64_t startUtcMs);

}  // namespace earwitness::gui
