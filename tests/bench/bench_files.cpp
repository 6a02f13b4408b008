// SPDX-License-Identifier: GPL-3.0-or-later
// bench_files PROGRAM MODEL FILE...: analyses files the way the window does, with the model in a
// child process behind a pipe. Prints one JSON object a file: how many times faster than real time,
// and the most memory of both processes.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

#include "core/base/error.h"
#include "core/listening/child_classifier.h"
#include "core/listening/file_analysis.h"

using namespace earwitness;

namespace {

/// Highest resident memory of a process so far, MiB; 0 where there is none.
long peakMib(const std::string& process) {
  std::ifstream status("/proc/" + process + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6)) / 1024;
  return 0;
}

/// Processor time that a process has used, s.
double processorSeconds(const std::string& process) {
  std::ifstream file("/proc/" + process + "/stat");
  std::string text;
  std::getline(file, text);
  std::istringstream fields(text.substr(text.rfind(')') + 1));  // the name may hold anything
  std::string field;
  for (int i = 0; i < 11; ++i) fields >> field;
  long user = 0;
  long system = 0;
  fields >> user >> system;
  return double(user + system) / double(::sysconf(_SC_CLK_TCK));
}

void analyse(ChildClassifier& child, const char* path) {
  size_t nWindows = 0;
  double inferenceMs = 0.0;
  FileAnalysisHooks hooks;
  hooks.keepWindows = false;
  hooks.onSamples = [](std::span<const float>, double) {};
  hooks.onWindow = [&](const ScoredWindow& window) {
    ++nWindows;
    inferenceMs += double(window.inferenceMs);
  };
  const std::string childId = std::to_string(child.processId());
  const double ownBefore = processorSeconds("self");
  const double childBefore = processorSeconds(childId);
  const auto begin = std::chrono::steady_clock::now();
  const FileScores scores =
      analyseFile(path, &child, {}, eventSettingsOf(child.description()), hooks);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const double own = processorSeconds("self") - ownBefore;
  const double inChild = processorSeconds(childId) - childBefore;
  std::printf(
      "{\"file\":\"%s\",\"seconds\":%.1f,\"took_seconds\":%.2f,\"times_real_time\":%.0f,"
      "\"windows\":%zu,\"events\":%zu,\"mean_answer_ms\":%.2f,\"window_side_cpu_seconds\":%.2f,"
      "\"child_cpu_seconds\":%.2f,\"window_side_peak_mib\":%ld,\"child_peak_mib\":%ld}\n",
      path, scores.seconds, took.count(), scores.seconds / took.count(), nWindows,
      scores.events.size(), inferenceMs / double(std::max<size_t>(1, nWindows)), own, inChild,
      peakMib("self"), peakMib(childId));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: bench_files PROGRAM MODEL FILE...\n");
    return 2;
  }
  try {
    ChildClassifier::Options options;
    options.program = argv[1];
    options.modelFile = argv[2];
    ChildClassifier child(options);
    child.warmUp();
    for (int i = 3; i < argc; ++i) analyse(child, argv[i]);
  } catch (const Error& error) {
    std::fprintf(stderr, "bench_files: %s\n", error.what());
    return 1;
  }
  return 0;
}
