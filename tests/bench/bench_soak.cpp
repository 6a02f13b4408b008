// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of sound through listener, recorder and store: memory flat, counts right. See soak.sh.
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "core/base/error.h"
#include "core/base/text.h"
#include "tests/bench/soak_run.h"

using namespace earwitness;

namespace {

constexpr int64_t kQuotaBytes = int64_t(100) << 20;
constexpr double kFlatMiB = 10.0;

void print(const soak::Figures& figures, double wallSeconds) {
  std::cout << durationText(figures.seconds) << " of sound in " << durationText(wallSeconds) << " ("
            << fixedPoint(figures.seconds / wallSeconds, 0) << " times real time)\n"
            << "memory, MiB:";
  for (const double memory : figures.memoryMiB) std::cout << " " << fixedPoint(memory, 1);
  std::cout << "\ntones played: " << figures.played << "; events stored: " << figures.storedInAll;
  for (const auto& [label, count] : figures.stored) std::cout << ", " << label << " " << count;
  std::cout << "; misplaced: " << figures.misplaced << "; with a clip: " << figures.withClip
            << "\nclips on the disk: " << figures.clips << ", "
            << fixedPoint(double(figures.clipBytes) / double(1 << 20), 1) << " MiB of "
            << (kQuotaBytes >> 20) << "\ndropped frames: " << figures.health.droppedFrames
            << ", windows: " << figures.health.droppedWindows
            << ", classifier errors: " << figures.health.classifierErrors << std::endl;
  if (!figures.problem.empty()) std::cout << "problem: " << figures.problem << std::endl;
}

/// Once the sound history has filled, which takes ten minutes.
bool isMemoryFlat(const soak::Figures& figures) {
  const double step = figures.seconds / double(figures.memoryMiB.size());
  const auto full = size_t(std::ceil(660.0 / step));
  return full >= figures.memoryMiB.size() ||
         figures.memoryMiB.back() - figures.memoryMiB[full] < kFlatMiB;
}

bool isRight(const soak::Figures& figures) {
  return figures.problem.empty() && figures.storedInAll == figures.played &&
         figures.withClip == figures.played && figures.misplaced == 0 &&
         figures.clipBytes <= kQuotaBytes && figures.health.droppedFrames == 0 &&
         figures.health.droppedWindows == 0 && figures.health.classifierErrors == 0 &&
         isMemoryFlat(figures);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "bench_soak HOURS FOLDER" << std::endl;
    return EXIT_FAILURE;
  }
  try {
    if (!std::filesystem::is_empty(argv[2]))
      throw Error("The folder of the soak is not empty: what is in it would be counted.");
    const auto start = std::chrono::steady_clock::now();
    const soak::Figures figures = soak::run(std::atof(argv[1]) * 3600.0, argv[2], kQuotaBytes);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    print(figures, wall.count());
    std::cout << (isRight(figures) ? "All as it should be." : "NOT AS IT SHOULD BE.") << std::endl;
    return isRight(figures) ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cerr << "bench_soak: " << error.what() << std::endl;
    return EXIT_FAILURE;
  }
}
