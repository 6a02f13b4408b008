// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/start_up.h"

#include <QTimer>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_files.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/device_combo.h"

namespace earwitness::gui {

namespace {
constexpr int kListenAtLatestMs = 500;  // if opening the model takes long
}

StartUp::StartUp(Services& services, StartOptions options, QObject* parent)
    : QObject(parent), services_(services), options_(std::move(options)) {
  connect(services_.model, &ModelHost::opened, this, &StartUp::finish);
  connect(services_.model, &ModelHost::failed, this, &StartUp::modelFailed);
}

void StartUp::begin() {
  if (std::exchange(hasBegun_, true)) return;
  services_.settings->load();
  emit begun();
  readInBackground(
      this,
      [usedLast = savedState::model(), options = options_, list = services_.backend.inputDevices] {
        Found found;
        found.models = bundledModels();
        found.model = chooseModel(options.model, usedLast, found.models);
        if (!options.device.isEmpty()) found.device = deviceNamed(options.device, list());
        return found;
      },
      [this](const Found& found) { take(found); });
  if (options_.listen && options_.device.isEmpty())
    QTimer::singleShot(kListenAtLatestMs, services_.live, &LiveSession::start);
}

void StartUp::take(const Found& found) {
  if (!found.device.empty()) {
    emit deviceFound(found.device);
    services_.live->setDevice(found.device);
  }
  emit bundledModelsFound(found.models);
  if (options_.model.empty()) fallbackModel_ = chooseModel({}, {}, found.models);
  if (found.model.empty())
    modelFailed(tr("No model was found. Open one from the Model menu."));
  else
    services_.model->open(found.model);
}

void StartUp::modelFailed(const QString& sentence) {
  if (services_.model->classifier()) {
    emit told(sentence);
  } else if (!fallbackModel_.empty() && services_.model->lastAsked() != fallbackModel_) {
    emit told(sentence);
    services_.model->open(fallbackModel_);
  } else {
    emit modelMissing(sentence);
    finish();
  }
}

void StartUp::finish() {
  if (std::exchange(hasFinished_, true)) return;
  if (options_.listen) services_.live->start();
  emit finished();
}

}  // namespace earwitness::gui
