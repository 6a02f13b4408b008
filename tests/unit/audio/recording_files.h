// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace earwitness {

// Chunks of WAV files that tell when a recording was made, and files of them, byte by byte.

inline std::string littleEndian(uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += char(value >> (8 * i));
  return text;
}

inline std::string chunk(const std::string& id, const std::string& contents) {
  return id + littleEndian(contents.size(), 4) + contents + std::string(contents.size() % 2, '\0');
}

inline std::string guano(const std::string& lines) {
  return chunk("guan", "GUANO|Version: 1.0\n" + lines);
}

inline std::string list(const std::string& contents) {
  return chunk("LIST", "INFO" + contents);
}

/// LIST/INFO with an artist and this comment.
inline std::string info(const std::string& comment) {
  return list(chunk("IART", "AudioMoth 1") + chunk("ICMT", comment + std::string(3, '\0')));
}

inline std::string broadcast(const std::string& date, const std::string& time,
                             uint64_t samplesSinceMidnight) {
  return chunk("bext", std::string(320, '\0') + date + time +
                           littleEndian(samplesSinceMidnight, 8) + std::string(256, '\0'));
}

inline std::string wildlife(const std::string& time) {
  const auto entry = [](int id, const std::string& contents) {
    return littleEndian(uint64_t(id), 2) + littleEndian(contents.size(), 4) + contents;
  };
  return chunk("wamd", entry(0, "\1") + entry(1, "SM4") + entry(5, time));
}

/// 16 bit mono at 8 kHz; `dataSize` is what the header says of the samples' size.
inline std::string wave(const std::string& before, const std::string& samples,
                        const std::string& after, std::optional<uint32_t> dataSize = {}) {
  const std::string format = littleEndian(1, 2) + littleEndian(1, 2) + littleEndian(8000, 4) +
                             littleEndian(16000, 4) + littleEndian(2, 2) + littleEndian(16, 2);
  const std::string body = before + chunk("fmt ", format) + "data" +
                           littleEndian(dataSize.value_or(uint32_t(samples.size())), 4) + samples +
                           std::string(dataSize ? 0 : samples.size() % 2, '\0') + after;
  return "RIFF" + littleEndian(body.size() + 4, 4) + "WAVE" + body;
}

}  // namespace earwitness
