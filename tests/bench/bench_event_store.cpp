// SPDX-License-Identifier: GPL-3.0-or-later
// What a store of a million events (or as many as the first argument says) costs to write and to
// ask. Prints a table; the store is made anew in the second argument, else in the temporary folder.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "core/monitoring/event_store.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int64_t kStartUtcMs = 1'700'000'000'000;
constexpr int64_t kYearMs = int64_t(365) * 86'400'000;
constexpr int kLabels = 50;
constexpr int kPutsPerCommit = 20;

template <typename Work>
void timed(const char* what, Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
  std::printf("%-44s %10.2f ms\n", what, spent.count());
}

StoredEvent numbered(int64_t number, int64_t count, std::mt19937& random) {
  StoredEvent event;
  event.source = "USB microphone " + std::to_string(random() % 3);
  event.onsetUtcMs = kStartUtcMs + kYearMs / count * number;
  event.onsetSeconds = double(number);
  event.offsetSeconds = double(number) + 1.5;
  event.label = "label " + std::to_string(random() % kLabels);
  event.peakScore = float(random() % 1000) / 1000.0F;
  event.meanScore = event.peakScore / 2;
  event.modelName = "Report's network, ESC-50";
  event.modelFingerprint = "0123456789abcdef0123456789abcdef";
  return event;
}

void fill(EventStore& store, int64_t count) {
  std::mt19937 random(1);
  for (int64_t i = 0; i < count; ++i) store.put(numbered(i, count, random));
  store.commit();
}

void ask(const EventStore& store, int64_t count) {
  EventQuery query;
  timed("newest page of 500", [&] { query.limit = 500, store.query(query); });
  query.offset = count * 9 / 10;
  timed("page far behind", [&] { store.query(query); });
  query.offset = 0;
  query.text = "LABEL 7";
  timed("page that a search finds", [&] { store.query(query); });
  timed("count of a search", [&] { store.count(query); });
  query.text.clear();
  query.labels = {"label 7"};
  timed("page of one label", [&] { store.query(query); });
  query.labels.clear();
  timed("counts per day, a year", [&] { store.countsPer(CountStep::Day, query); });
  query.fromUtcMs = kStartUtcMs + kYearMs * 9 / 10;
  query.toUtcMs = *query.fromUtcMs + 86'400'000;
  timed("counts per hour, a day", [&] { store.countsPer(CountStep::Hour, query); });
  timed("labels with counts", [&] { store.labels(); });
}

}  // namespace

int main(int argc, char** argv) {
  const int64_t count = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
  const fs::path folder =
      (argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path()) / "earwitness-bench-store";
  fs::remove_all(folder);
  {
    EventStore store(folder / "events.sqlite");
    timed("put all", [&] { fill(store, count); });
    std::mt19937 random(2);
    timed("twenty live events, commit (a second's)", [&] {
      for (int i = 0; i < kPutsPerCommit; ++i) store.put(numbered(count + i, count, random));
      store.commit();
    });
    ask(store, count);
  }
  timed("open", [&] { EventStore store(folder / "events.sqlite"); });
  std::printf("%-44s %10.1f MiB\n", "size on disk",
              double(fs::file_size(folder / "events.sqlite")) / 1048576.0);
  fs::remove_all(folder);
  return EXIT_SUCCESS;
}
