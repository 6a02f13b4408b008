// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace earwitness {

/// How much a record matters. A log contains the records of its level and of all higher ones.
enum class LogLevel { Debug, Info, Warning, Error };

/// "debug", "info", "warning", "error"
const char* nameOf(LogLevel level);
/// The level with this name; nothing for another word.
std::optional<LogLevel> logLevelNamed(std::string_view name);

// What a record is about.
inline constexpr const char* kLogApp = "app";
inline constexpr const char* kLogAudio = "audio";
inline constexpr const char* kLogChild = "child";  ///< child processes, with their standard error
inline constexpr const char* kLogDownload = "download";
inline constexpr const char* kLogModel = "model";
inline constexpr const char* kLogRecorder = "recorder";
inline constexpr const char* kLogStore = "store";
inline constexpr const char* kLogTraining = "training";

// The log of this process. It is closed until somebody opens it, and a record then costs one atomic
// load. A record never throws and never fails: what cannot be written, because the disk is full for
// example, is counted and reported in the log when it can be written again. A record is one short
// write to a file or to standard error. Records contain no audio, no labels of events, and no
// addresses of the web (logLine()). Thread: any, except the audio callback.

/// From now on, records of `level` and above are appended to a file (LogFile).
void openLog(const std::filesystem::path& file, LogLevel level) noexcept;
/// The same on standard error.
void openLogOnStandardError(LogLevel level) noexcept;
void closeLog() noexcept;

/// True if a record of this level would be written. For texts that are expensive to compose.
bool isLogged(LogLevel level) noexcept;
void writeLog(LogLevel level, const char* category, std::string_view text) noexcept;

inline void logDebug(const char* category, std::string_view text) noexcept {
  writeLog(LogLevel::Debug, category, text);
}
inline void logInfo(const char* category, std::string_view text) noexcept {
  writeLog(LogLevel::Info, category, text);
}
inline void logWarning(const char* category, std::string_view text) noexcept {
  writeLog(LogLevel::Warning, category, text);
}
inline void logError(const char* category, std::string_view text) noexcept {
  writeLog(LogLevel::Error, category, text);
}

/// "2026-11-30T12:34:56.789Z warning audio: text" and a newline. Control characters, line
/// separators and marks that change the direction of text are escaped ("\n", "\u001b"), as are
/// bytes that are not UTF-8 ("\xff"). What follows the first 4,000 bytes of a text is left out.
/// Addresses of the web and of proxies, which may contain passwords, are replaced by
/// "<https address>". Thread: any.
std::string logLine(int64_t utcMs, LogLevel level, std::string_view category,
                    std::string_view text);

}  // namespace earwitness
