// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the live picture costs: 1200 x 400, scrolling at 60 frames a second with 30
// events in view, beside colouring the whole picture anew, which is what scrolling without a ring
// would cost. Processor time of the thread: the wall's would measure whatever else the machine
// does.
#include <QApplication>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <vector>

#include "app/gui/live/event_lane.h"
#include "app/gui/live/spectrogram_view.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

constexpr int kFrames = 1200;
constexpr int kWarmUpFrames = 60;
constexpr double kFrameSeconds = 1.0 / 60.0;
constexpr int kVisibleEvents = 30;
constexpr QSize kSize(1200, 400);

double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

/// Sound whose frames differ, as a stream gives them.
class Source {
 public:
  explicit Source(const FeatureSettings& features) : features_(features) {}
  /// Appends what was heard in this time to the view.
  void hear(SpectrogramView& view, double seconds) {
    due_ += seconds / features_.frameSeconds();
    LogMel frames;
    frames.nMels = features_.nMels;
    for (; due_ >= 1.0; due_ -= 1.0)
      for (int band = 0; band < features_.nMels; ++band) frames.values.push_back(level_(random_));
    if (frames.nFrames() == 0) return;
    const long first = nFrames_;
    nFrames_ += frames.nFrames();
    view.append(frames, first, qint64(double(nFrames_) * features_.frameSeconds() * 1000.0));
  }

 private:
  FeatureSettings features_;
  std::mt19937 random_{1};
  std::normal_distribution<float> level_{-30.0F, 15.0F};
  double due_ = 0.0;
  long nFrames_ = 0;
};

void addEvents(EventTrack& track, double spanSeconds, double untilSeconds) {
  const double step = spanSeconds / kVisibleEvents;
  std::vector<PictureEvent> events;
  for (int i = 0; i * step < untilSeconds; ++i)
    events.push_back({.id = i + 1,
                      .label = QStringLiteral("Class number %1").arg(i % 12),
                      .onsetSeconds = i * step,
                      .offsetSeconds = (i + 2.2) * step,
                      .open = false,
                      .score = 0.8F,
                      .colour = i % 12,
                      .nearMiss = i % 5 == 4,
                      .reason = {}});
  track.setEvents(std::move(events));
}

std::vector<double> measure(int count, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < kWarmUpFrames; ++i) work();
  for (int i = 0; i < count; ++i) {
    const double begin = threadMs();
    work();
    times.push_back(threadMs() - begin);
  }
  std::sort(times.begin(), times.end());
  return times;
}

double share(const std::vector<double>& sorted, double part) {
  return sorted[std::min(sorted.size() - 1, size_t(part * double(sorted.size())))];
}

void report(const char* what, const std::vector<double>& times, double reference) {
  const double median = share(times, 0.5);
  std::printf("%-46s median %6.3f ms   p99 %6.3f ms   %5.1f %% of colouring all\n", what, median,
              share(times, 0.99), 100.0 * median / reference);
}

double colourAllMs(SpectrogramView& view) {
  SpectrogramStrip strip;
  const PictureTime time = view.time();
  strip.layOut(time.plot.size(), view.history().features(), view.settings().axis,
               ColourMap::named(view.settings().map), time.columnsPerPixel);
  const long end = strip.pixelEnd(time.endPosition);
  return share(measure(40,
                       [&] {
                         strip.invalidate();
                         strip.colour(view.history(), end - strip.width(), end);
                       }),
               0.5);
}

void scroll(double spanSeconds) {
  SpectrogramView view;
  EventLane lane(&view);
  view.resize(kSize);
  lane.resize(kSize.width(), lane.sizeHint().height());
  view.show();
  lane.show();
  const FeatureSettings features;
  view.reset(features);
  PictureSettings settings;
  settings.spanSeconds = spanSeconds;
  view.setSettings(settings);
  Source source(features);
  source.hear(view, 2.0 * PictureSettings::kLongestSpanSeconds);
  addEvents(*view.events(), spanSeconds,
            2.0 * PictureSettings::kLongestSpanSeconds + (kFrames + kWarmUpFrames) * kFrameSeconds);
  view.advance(1.0);
  QApplication::processEvents();

  const double reference = colourAllMs(view);
  const auto nextFrame = [&] {
    source.hear(view, kFrameSeconds);
    view.advance(kFrameSeconds);
  };
  std::vector<double> picture;
  std::vector<double> both;
  int colouredAnew = 0;
  for (int i = 0; i < kFrames + kWarmUpFrames; ++i) {
    nextFrame();
    const long coloured = view.strip().colouredPixels();
    const double begin = threadMs();
    view.repaint(view.plotRect().x(), 0, view.width() - view.plotRect().x(), view.height());
    const double between = threadMs();
    lane.repaint();
    if (i < kWarmUpFrames) continue;
    colouredAnew += view.strip().colouredPixels() - coloured >= view.strip().width();
    picture.push_back(between - begin);
    both.push_back(threadMs() - begin);
  }
  std::sort(picture.begin(), picture.end());
  std::sort(both.begin(), both.end());
  std::printf("%g s visible; colouring all of it: %.3f ms, done in %d frames for a new range\n",
              spanSeconds, reference, colouredAnew);
  report("  a frame of the picture", picture, reference);
  report("  a frame of the picture and its event lane", both, reference);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  std::printf("%d x %d, %d events in view, %d frames\n", kSize.width(), kSize.height(),
              kVisibleEvents, kFrames);
  for (const double span : {5.0, 20.0, 120.0}) scroll(span);
  return 0;
}
