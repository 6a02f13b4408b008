// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_report.h"

#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr double kMinute = 60.0;  // seconds; longer lengths are given in minutes and hours

/// "1.5 s", "59.9 s", "3 min 20 s"
Message lengthOf(double seconds) {
  return seconds < kMinute ? Message("%1 s", fixedPoint(seconds, 1)) : durationMessage(seconds);
}

Message missingAudio(const AudioReport& report) {
  const Message read = lengthOf(report.seconds), expected = lengthOf(report.expectedSeconds);
  // Both lengths may round to the same text.
  if (report.expectedSeconds <= 0.0 || expected == read)
    return Message("Only the first %1 could be read: %2.", read, report.reason);
  return Message("Only %1 of %2 could be read: %3.", read, expected, report.reason);
}

}  // namespace

std::vector<Message> noteSentences(const AudioReport& report) {
  std::vector<Message> sentences;
  if (report.incomplete) sentences.push_back(missingAudio(report));
  if (report.badSamples == 1)
    sentences.push_back(Message("1 sample is not a number and was replaced by silence."));
  if (report.badSamples > 1)
    sentences.push_back(
        Message("%1 samples are not numbers and were replaced by silence.", report.badSamples));
  if (report.oppositePhase)
    sentences.push_back(Message("The channels cancel each other out, so only %1 was analysed.",
                                nameOf(report.channel)));
  return sentences;
}

Message noteMessage(const AudioReport& report) {
  Message note;
  for (const Message& sentence : noteSentences(report))
    note = note.empty() ? sentence : Message("%1 %2", note, sentence);
  return note;
}

std::string noteOf(const AudioReport& report) {
  return noteMessage(report).english();
}

}  // namespace earwitness
