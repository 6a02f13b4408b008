// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/monitoring/monitoring_settings.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  refusedInWordsOrDone([&] {
    const MonitoringSettings settings = readMonitoringSettings(fileWith({data, size}));
    const nlohmann::json json = toJson(settings);
    require(toJson(monitoringSettingsFromJson(json, "its own words")) == json,
            "settings survive being written and read");
    const std::string text = json.dump();
    require(nlohmann::json::parse(text) == json, "settings are text");
    ModelDescription model;
    model.labels = {"dog"};
    model.thresholds = {0.5F};
    require(eventSettingsOf(model, settings).rules.size() == 1, "a class has a rule");
  });
  return 0;
}
