// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string>

#include "core/audio/recording_start.h"
#include "core/base/time_zone.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

constexpr int64_t kNowUtcMs = 1'780'315'200'000;

void requirePlausible(const RecordingStart& start) {
  const CivilFields fields = fieldsOf(start.time.localMs);
  require(fields.year >= 1990 && fields.year <= 2099, "a start lies in the time of recorders");
  require(std::abs(start.time.utcOffsetMinutes.value_or(0)) <= 15 * 60, "an offset is one");
  require(civilTimeIn(isoText(start.time)) == start.time, "what is written can be read");
}

}  // namespace

/// The same bytes as a file, as a file's name, as what a user types, and as a zone file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const RecordingStart& start : startsInMetadata(fileWith({data, size})))
    requirePlausible(start);
  const StartFinding named = startInName(bytes.substr(0, bytes.find('/')), kNowUtcMs);
  if (named.start) requirePlausible(*named.start);
  refusedInWordsOrDone([&] { givenStart(bytes); });
  if (const auto rules = zoneRulesIn(bytes))
    for (const int64_t seconds : {int64_t(0), int64_t(1'711'846'800), int64_t(4'000'000'000)})
      require(std::llabs(rules->offsetAt(seconds)) <= 27 * 3600,
              "an offset is less than a day or so");
  return 0;
}
