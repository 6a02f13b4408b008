#include "app/gui/startup_times.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>
#include <time.h>
#include <unistd.h>

namespace earwitness::gui {

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
  std::printf("%s\n", times.dump().c_str());
  std::fflush(stdout);
}

}  // namespace earwitness::gui
