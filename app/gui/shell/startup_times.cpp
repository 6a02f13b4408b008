// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/startup_times.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>
#include <time.h>
#include <unistd.h>

#include "core/listening/listener.h"

namespace earwitness::gui {

namespace {

qint64 steadyNs() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void printLine(const nlohmann::ordered_json& json) {
  std::printf("%s\n", json.dump().c_str());
  std::fflush(stdout);
}

}  // namespace

double millisecondsSinceProcessStart() {
  std::ifstream stat("/proc/self/stat");
  std::string line;
  std::getline(stat, line);
  // The program's name may hold spaces; the fields are counted from behind its closing bracket.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string field;
  constexpr int kStartTimeField = 20;  // the 22nd of proc(5), two before it cut off
  for (int i = 0; i < kStartTimeField; ++i) fields >> field;
  if (field.empty()) return -1.0;
  const double startedSeconds = std::stod(field) / double(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (double(now.tv_sec) + double(now.tv_nsec) * 1e-9 - startedSeconds) * 1000.0;
}

StartupTimes::StartupTimes(QObject* parent) : QObject(parent) {}

StartupTimes::~StartupTimes() {
  print();
}

void StartupTimes::mark(double& moment) {
  if (moment >= 0.0) return;
  moment = millisecondsSinceProcessStart();
  if (firstPaintMs_ >= 0.0 && firstColumnMs_ >= 0.0 && firstScoresMs_ >= 0.0) print();
}

void StartupTimes::print() {
  if (printed_) return;
  printed_ = true;
  const auto value = [](double ms) {
    return ms < 0.0 ? nlohmann::ordered_json() : nlohmann::ordered_json(ms);
  };
  const nlohmann::ordered_json times{{"first_paint_ms", value(firstPaintMs_)},
                                     {"first_column_ms", value(firstColumnMs_)},
                                     {"first_scores_ms", value(firstScoresMs_)}};
  printLine(times);
}

void ListeningReport::take(const LiveUpdate& update) {
  for (const ScoredWindow& window : update.windows) arrivedNs_.push_back(window.arrivedNs);
  droppedFrames_ = update.health.droppedFrames;
  droppedWindows_ = update.health.droppedWindows;
  secondsHeard_ = update.health.secondsHeard;
}

void ListeningReport::markDrawn() {
  const qint64 now = steadyNs();
  for (const int64_t arrivedNs : arrivedNs_)
    drawnMs_.push_back(float(double(now - arrivedNs) * 1e-6));
  arrivedNs_.clear();
}

ListeningReport::~ListeningReport() {
  std::sort(drawnMs_.begin(), drawnMs_.end());
  const auto quantile = [this](double share) -> nlohmann::ordered_json {
    if (drawnMs_.empty()) return nullptr;
    return drawnMs_[size_t(share * double(drawnMs_.size() - 1))];
  };
  printLine({{"seconds_heard", secondsHeard_},
             {"windows", drawnMs_.size()},
             {"dropped_frames", droppedFrames_},
             {"dropped_windows", droppedWindows_},
             {"drawn_median_ms", quantile(0.5)},
             {"drawn_p99_ms", quantile(0.99)}});
}

}  // namespace earwitness::gui
