// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/model_host.h"

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace {
constexpr int kWatchMs = 100;
}

ModelHost::ModelHost(Backend backend, QObject* parent)
    : QObject(parent), backend_(std::move(backend)) {
  watch_.setInterval(kWatchMs);
  connect(&watch_, &QTimer::timeout, this, &ModelHost::look);
}

ModelHost::~ModelHost() {
  release();
}

void ModelHost::open(const std::filesystem::path& modelFile, bool unconfined) {
  const int request = ++request_;
  lastAsked_ = modelFile;
  auto result = std::make_shared<OpenedModel>();
  auto error = std::make_shared<QString>();
  readInBackground(
      this,
      [result, error, modelFile, unconfined, openModel = backend_.openModel] {
        try {
          *result = openModel(modelFile, unconfined);
        } catch (const std::exception&) {
          *error = shownProblem();
        }
      },
      [this, result, error, modelFile, request] {
        if (request != request_) return;
        if (!error->isEmpty()) {
          emit failed(*error);
          return;
        }
        release();
        opened_ = std::move(*result);
        file_ = modelFile;
        const ModelDescription& model = opened_.classifier->description();
        logInfo(kLogModel, "Opened the model " + inQuotes(model.name) + ", fingerprint " +
                               model.fingerprint + ", from " + inQuotes(modelFile.string()));
        // Somebody must wait for the child, or nobody learns that it is ready.
        readInBackground(nullptr, [waiting = opened_.classifier] {
          try {
            waiting->warmUp();
          } catch (const std::exception&) {  // the status tells
          }
        });
        emit opened();
        look();
        watch_.start();
      });
}

void ModelHost::look() {
  ModelStatus status = opened_.status ? opened_.status() : ModelStatus{};
  status.isSilent = isSilentTooLong(status);
  if (status == status_) return;
  const bool wasUnconfinable = status_.unconfinable;
  status_ = status;
  emit statusChanged(status_);
  if (status_.unconfinable && !wasUnconfinable)
    emit unconfinable(QString::fromStdString(file_.string()));
}

/// A child that starts again is ready before it has answered; its last error stays until it has.
/// One that is not run at all is not waited for.
bool ModelHost::isSilentTooLong(const ModelStatus& status) {
  using State = ModelStatus::State;
  if (status.state == State::None || status.unconfinable ||
      (status.state == State::Ready && status.lastError.isEmpty()))
    silence_.invalidate();
  else if (!silence_.isValid())
    silence_.start();
  return silence_.isValid() && silence_.hasExpired(backend_.modelPatience.count());
}

void ModelHost::release() {
  watch_.stop();
  status_ = {};
  silence_.invalidate();
  file_.clear();
  if (!opened_.classifier) return;
  // Ending a child may take a moment.
  opened_.classifier->interrupt();
  inBackground(nullptr, [last = std::move(opened_.classifier)]() mutable { last.reset(); });
  opened_ = {};
}

}  // namespace earwitness::gui
