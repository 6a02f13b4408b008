// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_report.h"

#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr double kMinute = 60.0;  // seconds; longer lengths are given in minutes and hours

/// "1.5 s", "59.9 s", "3 min 20 s"
std::string lengthText(double seconds) {
  return seconds < kMinute ? fixedPoint(seconds, 1) + " s" : durationText(seconds);
}

std::string missingText(const AudioReport& report) {
  const std::string read = lengthText(report.seconds);
  // Both lengths may round to the same text.
  if (report.expectedSeconds <= 0.0 || lengthText(report.expectedSeconds) == read)
    return "Only the first " + read + " could be read: " + report.reason + ".";
  return "Only " + read + " of " + lengthText(report.expectedSeconds) +
         " could be read: " + report.reason + ".";
}

}  // namespace

std::vector<std::string> noteSentences(const AudioReport& report) {
  std::vector<std::string> sentences;
  if (report.incomplete) sentences.push_back(missingText(report));
  if (report.badSamples == 1)
    sentences.push_back("1 sample is not a number and was replaced by silence.");
  if (report.badSamples > 1)
    sentences.push_back(std::to_string(report.badSamples) +
                        " samples are not numbers and were replaced by silence.");
  if (report.oppositePhase)
    sentences.push_back("The channels cancel each other out, so only " + nameOf(report.channel) +
                        " was analysed.");
  return sentences;
}

std::string noteOf(const AudioReport& report) {
  std::string note;
  for (const std::string& sentence : noteSentences(report)) {
    if (!note.empty()) note += ' ';
    note += sentence;
  }
  return note;
}

}  // namespace earwitness
