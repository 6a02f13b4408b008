// SPDX-License-Identifier: GPL-3.0-or-later
// What the training window takes: opening the journal of a run of 100 epochs with 50 classes, from
// the click to the painted curves, and drawing curves of 10,000 points anew. Prints one JSON
// object. Opening is wall time; drawing is processor time of the thread: the wall's would measure
// whatever else the machine does.
#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <random>

#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_watch.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"

using namespace earwitness;
using namespace earwitness::gui;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr int kEpochs = 100;
constexpr int kClasses = 50;
constexpr int kStepEvents = 60;  // an epoch of half a minute
constexpr int kOpenings = 15;
constexpr int kFrames = 200;
constexpr int kWarmUpFrames = 10;
constexpr QSize kSize(1200, 640);

double clockMs(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

double threadMs() {
  return clockMs(CLOCK_THREAD_CPUTIME_ID);
}

double share(std::vector<double> times, double part) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, size_t(part * double(times.size())))];
}

json timesOf(const std::vector<double>& times) {
  return {{"median_ms", share(times, 0.5)},
          {"p99_ms", share(times, 0.99)},
          {"highest_ms", share(times, 1.0)}};
}

Figures figuresAt(int epoch, double noise) {
  const double done = 1.0 - std::exp(-epoch / 25.0);
  return {3.9 - 3.2 * done + noise, done * 0.85, std::clamp(0.02 + 0.8 * done + noise, 0.0, 1.0)};
}

EpochPoint pointAt(int epoch, std::mt19937& random) {
  std::normal_distribution<double> noise(0.0, 0.02);
  return {.epoch = epoch,
          .learningRate = 5e-4 * (1.0 + std::cos(epoch / 2000.0 * 3.14159)),
          .seconds = 30.0,
          .clipsPerSecond = 400.0,
          .training = figuresAt(epoch, noise(random)),
          .validation = figuresAt(epoch, noise(random) + 0.02)};
}

void writeJournal(const fs::path& folder) {
  fs::create_directories(folder);
  Journal journal(RunFolder{folder}.journal(), false, {});
  std::mt19937 random(1);
  json labels = json::array();
  for (int i = 0; i < kClasses; ++i) labels.push_back("class number " + std::to_string(i));
  journal.write("started", {{"settings", {{"epochs", kEpochs}, {"architecture", "conv"}}}});
  journal.write("scanned", {{"layout", "folders"},
                            {"classes", kClasses},
                            {"labels", labels},
                            {"clips", 2000},
                            {"window_seconds", 5.0}});
  journal.write("built", {{"architecture", "conv"}, {"parameters", 124510}, {"device", "cpu"}});
  for (int epoch = 1; epoch <= kEpochs; ++epoch) {
    for (int step = 1; step <= kStepEvents; ++step)
      journal.write("step", {{"epoch", epoch},
                             {"epochs", kEpochs},
                             {"step", step},
                             {"steps", kStepEvents},
                             {"loss", 1.2345678901},
                             {"balanced_accuracy", 0.54321098765},
                             {"learning_rate", 0.00098765432},
                             {"clips_per_second", 412.3456789},
                             {"seconds_left", 1234.56789}});
    const EpochPoint point = pointAt(epoch, random);
    journal.write("checkpoint", {{"epochs_done", epoch}, {"step", 0}});
    journal.write("epoch", {{"epoch", epoch},
                            {"learning_rate", point.learningRate},
                            {"seconds", point.seconds},
                            {"clips_per_second", point.clipsPerSecond},
                            {"training", toJson(point.training)},
                            {"validation", toJson(*point.validation)},
                            {"best_epoch", epoch},
                            {"best", toJson(*point.validation)}});
  }
  journal.write(
      "finished",
      {{"early", false}, {"best_epoch", kEpochs}, {"best", toJson(figuresAt(kEpochs, 0.0))}});
}

/// From the click to the curves on the screen.
struct Opening {
  std::vector<double> wall;
  std::vector<double> processor;  ///< of all threads
};

void open(const fs::path& folder, Opening& opening) {
  TrainingPage page;
  page.resize(kSize);
  page.show();
  QApplication::processEvents();
  auto* canvas = page.findChild<CurvesPlot*>()->canvas();
  QElapsedTimer timer;
  timer.start();
  const double begin = clockMs(CLOCK_PROCESS_CPUTIME_ID);
  page.showRun(folder);
  while (canvas->lastEpoch() < kEpochs)
    QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
  page.repaint();
  canvas->replot(QCustomPlot::rpImmediateRefresh);
  opening.wall.push_back(double(timer.nsecsElapsed()) * 1e-6);
  opening.processor.push_back(clockMs(CLOCK_PROCESS_CPUTIME_ID) - begin);
}

struct Redraw {
  int points = 0;
  int drawn = 0;
  std::vector<double> set, zoom;
};

/// New points, as a run that goes on gives them, and the same points in another view.
Redraw redraw(int epochs, double smoothing) {
  CurvesPlot plot;
  plot.resize(kSize.width(), kSize.height() - 200);
  plot.canvas()->setSmoothing(smoothing);
  plot.show();
  std::mt19937 random(1);
  RunView view;
  view.epochsPlanned = epochs;
  for (int epoch = 1; epoch <= epochs; ++epoch) view.epochs.push_back(pointAt(epoch, random));
  view.bestEpoch = epochs / 2;
  view.best = view.epochs[size_t(epochs / 2 - 1)].validation;
  plot.setRuns({{.name = "Run", .view = view}});
  QApplication::processEvents();
  Redraw result{.points = 5 * epochs, .drawn = plot.canvas()->drawnPoints(), .set = {}, .zoom = {}};
  const std::vector<Curves> runs{{.name = "Run", .view = view}};
  const auto measure = [&plot](std::vector<double>& times, const std::function<void()>& change) {
    for (int i = 0; i < kFrames + kWarmUpFrames; ++i) {
      const double begin = threadMs();
      change();
      plot.canvas()->replot(QCustomPlot::rpImmediateRefresh);
      const double took = threadMs() - begin;
      QApplication::processEvents();
      if (i >= kWarmUpFrames) times.push_back(took);
    }
  };
  measure(result.set, [&] { plot.setRuns(runs); });
  bool in = true;
  measure(result.zoom, [&] {
    plot.canvas()->zoomEpochs(in ? 0.8 : 1.25, epochs / 3.0);
    in = !in;
  });
  return result;
}

json toJson(const Redraw& redraw) {
  return {{"points", redraw.points},
          {"drawn", redraw.drawn},
          {"new_points", timesOf(redraw.set)},
          {"new_view", timesOf(redraw.zoom)}};
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  const QTemporaryDir directory;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory.path());
  const fs::path run = fs::path(directory.path().toStdString()) / "run";
  writeJournal(run);
  Opening opening;
  for (int i = 0; i < kOpenings; ++i) open(run, opening);
  const json report = {{"journal",
                        {{"epochs", kEpochs},
                         {"classes", kClasses},
                         {"events", kEpochs * (kStepEvents + 2)},
                         {"bytes", fs::file_size(RunFolder{run}.journal())},
                         {"open", timesOf(opening.wall)},
                         {"open_processor", timesOf(opening.processor)}}},
                       {"redraw", toJson(redraw(2000, 0.0))},
                       {"redraw_smoothed", toJson(redraw(2000, 0.6))},
                       {"redraw_50000", toJson(redraw(10000, 0.0))}};
  std::printf("%s\n", report.dump(2).c_str());
  return 0;
}
