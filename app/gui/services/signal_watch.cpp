// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/signal_watch.h"

#include <QCoreApplication>
#include <algorithm>

namespace earwitness::gui {

namespace {
constexpr double kEnoughSeconds = 2.0;
constexpr float kSilenceDb = -96.0F;  // below the last bit of 16
constexpr float kQuietPeakDb = -42.0F;
constexpr float kLoudPeakDb = -1.5F;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(SignalWatch)
};
}  // namespace

void SignalWatch::add(const Level& level, double seconds) {
  stretches_.push_back({level, seconds});
  seconds_ += seconds;
  while (!stretches_.empty() && seconds_ - stretches_.front().seconds >= kSpanSeconds) {
    seconds_ -= stretches_.front().seconds;
    stretches_.pop_front();
  }
}

void SignalWatch::clear() {
  stretches_.clear();
  seconds_ = 0.0;
}

float SignalWatch::peakDb() const {
  float peak = -120.0F;
  for (const Stretch& stretch : stretches_) peak = std::max(peak, stretch.level.peakDb);
  return peak;
}

long SignalWatch::clips() const {
  return std::count_if(stretches_.begin(), stretches_.end(),
                       [](const Stretch& stretch) { return stretch.level.clipped; });
}

SignalWatch::Verdict SignalWatch::verdict() const {
  if (seconds_ < kEnoughSeconds) return Verdict::Unknown;
  const float peak = peakDb();
  if (peak <= kSilenceDb) return seconds_ >= kSpanSeconds ? Verdict::NoSignal : Verdict::Unknown;
  if (clips() > 0) return Verdict::Clipping;
  if (peak > kLoudPeakDb) return Verdict::Loud;
  if (peak < kQuietPeakDb && seconds_ >= kSpanSeconds) return Verdict::Quiet;
  return Verdict::Good;
}

QString SignalWatch::advice() const {
  switch (verdict()) {
    case Verdict::NoSignal:
      return Text::tr("No signal. Is the microphone muted?");
    case Verdict::Quiet:
      return Text::tr("Quiet. Increase the gain if you expect louder sounds.");
    case Verdict::Loud:
      return Text::tr("Nearly too loud. Reduce the gain slightly.");
    case Verdict::Clipping:
      return Text::tr("Too loud: the input clips. Reduce the gain.");
    case Verdict::Good:
      return Text::tr("Level is good.");
    case Verdict::Unknown:
      break;
  }
  return {};
}

}  // namespace earwitness::gui
