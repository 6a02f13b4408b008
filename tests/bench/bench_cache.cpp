// SPDX-License-Identifier: GPL-3.0-or-later
// The feature cache's speed: bench_cache DIR THREADS [ROUNDS]
//   makes the cache of the data set in DIR anew ROUNDS times (3), and prints a JSON line for each:
//   clips, seconds on the clock, and seconds of processor time of all threads; then one for reading
//   all windows in drawn order.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include <sys/resource.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/data/draw.h"
#include "core/data/feature_store.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

double clockSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

void print(const char* what, size_t clips, double clock, double processor) {
  std::printf("{\"what\": \"%s\", \"clips\": %zu, \"clock\": %.4f, \"processor\": %.4f}\n", what,
              clips, clock, processor);
  std::fflush(stdout);
}

FeatureStore build(const fs::path& data, const FeatureStore::Request& request) {
  DataSet dataSet = scanDataSet(data);
  const double clock = clockSeconds();
  const double processor = processorSeconds();
  FeatureStore store = FeatureStore::open(dataSet, request);
  print(store.reused() ? "reuse" : "build", dataSet.clips.size(), clockSeconds() - clock,
        processorSeconds() - processor);
  return store;
}

void readAll(const FeatureStore& store, size_t nClips) {
  std::vector<size_t> order(nClips);
  std::iota(order.begin(), order.end(), 0);
  std::mt19937_64 random(1);
  shuffle(order, random);
  std::vector<float> copy;
  const double clock = clockSeconds();
  const double processor = processorSeconds();
  for (const size_t clip : order) {
    const auto window = store.window(clip);
    copy.assign(window.begin(), window.end());
  }
  print("read", nClips, clockSeconds() - clock, processorSeconds() - processor);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return EXIT_FAILURE;
  const fs::path data = argv[1];
  FeatureStore::Request request;
  request.windowSeconds = 10.0;
  request.threads = std::atoi(argv[2]);
  request.cacheFolder = data.string() + ".cache-" + std::to_string(::getpid());
  try {
    for (int round = 0; round < (argc > 3 ? std::atoi(argv[3]) : 3); ++round) {
      fs::remove_all(request.cacheFolder);
      build(data, request);
    }
    const FeatureStore store = build(data, request);
    DataSet dataSet = scanDataSet(data);
    readAll(store, dataSet.clips.size());
    fs::remove_all(request.cacheFolder);
  } catch (const Error& error) {
    std::fprintf(stderr, "bench_cache: %s\n", error.what());
    fs::remove_all(request.cacheFolder);
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
