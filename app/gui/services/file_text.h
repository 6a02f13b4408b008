// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>

#include "core/audio/audio_report.h"
#include "core/audio/recording_start.h"
#include "core/base/message.h"

namespace earwitness::gui {

struct FileRecord;

/// Sentences of what could not be read and what else to know of a file; empty for nothing.
QString noteText(const AudioReport& report);
/// "0:05.3", "1:02:03"; empty where the length is not known.
QString lengthText(const FileRecord& file);
/// What is going on with a file: "Waiting", "Analysing", "Done".
QString fileStateText(const FileRecord& file, bool paused);
/// "3 s", "5 min", "2 h 10 min": a time that is left, as exact as it can be known.
QString timeLeftText(double seconds);

/// "2024-03-31 02:30:00.0", or the first `length` characters of it: a date that is read alike
/// everywhere.
QString civilText(const CivilTime& time, int length);
/// "Recorded from 2024-03-31 02:30:00 +01:00 (the file name)"; why that is not known, or empty.
QString startText(const StartFinding& finding);
/// Why a file was not analysed, without its path, which stands beside it: "There is no such file."
QString failureReason(const Message& problem, const std::filesystem::path& file);

}  // namespace earwitness::gui
