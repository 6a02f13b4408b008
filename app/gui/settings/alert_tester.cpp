// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/alert_tester.h"

#include <chrono>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/monitoring/alert_sender.h"

namespace earwitness::gui {

namespace {

constexpr std::chrono::seconds kPatience{15};  // the slowest way gives up after ten

}  // namespace

void AlertTester::send(const AlertSettings& settings) {
  const Alert alert{.label = tr("Test alert").toStdString(),
                    .score = 1.0F,
                    .onsetUtcMs = utcMsNow(),
                    .source = tr("Settings").toStdString(),
                    .modelName = {}};
  auto problem = std::make_shared<Message>();
  inBackground(
      this,
      [settings, alert, problem] {
        try {
          AlertSender sender(settings);
          sender.send(alert);
          sender.finish(kPatience);
          *problem = sender.takeProblem();
        } catch (const std::exception& error) {
          *problem = messageOf(error);
        }
      },
      [this, problem] { emit finished(coreText(*problem)); });
}

}  // namespace earwitness::gui
