// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <unistd.h>

#include "core/runs/run_folder.h"
#include "core/runs/run_summary.h"
#include "core/runs/run_view.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

/// A run folder in memory whose journal is the file that fileWith() fills.
const fs::path& runFolder() {
  static const fs::path folder = [] {
    char name[] = "/dev/shm/earwitness-fuzz-XXXXXX";
    if (::mkdtemp(name) == nullptr) std::abort();
    static const fs::path made = name;
    std::atexit([] { fs::remove_all(made); });
    return made;
  }();
  return folder;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const RunFolder folder{runFolder()};
  fs::remove(folder.journal());
  fs::create_symlink(fileWith({data, size}), folder.journal());
  const RunView view = readRunView(folder.path);
  require(view.best.has_value() == (view.bestEpoch > 0), "a best epoch has figures");
  for (size_t i = 1; i < view.epochs.size(); ++i)
    require(view.epochs[i - 1].epoch < view.epochs[i].epoch, "epochs are in order");
  refusedInWordsOrDone([&] {
    const auto run = readRun(folder.path);
    if (!run) return;
    require(run->state == "interrupted" || run->state == "finished" || run->state == "stopped" ||
                run->state == "failed",
            "a run is in a known state");
    require(!toJson(*run).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).empty(),
            "a run can be told");
  });
  return 0;
}
