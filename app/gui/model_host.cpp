#include "app/gui/model_host.h"

#include "app/gui/background.h"
#include "app/gui/core_text.h"

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

void ModelHost::open(const std::filesystem::path& modelFile) {
  const int request = ++request_;
  lastAsked_ = modelFile;
  auto result = std::make_shared<OpenedModel>();
  auto error = std::make_shared<QString>();
  inBackground(
      this,
      [result, error, modelFile, openModel = backend_.openModel] {
        try {
          *result = openModel(modelFile);
        } catch (const std::exception& problem) {
          *error = coreText(problem.what());
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
        // Somebody must wait for the child, or nobody learns that it is ready.
        inBackground(nullptr, [waiting = opened_.classifier] {
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
  const ModelStatus status = opened_.status ? opened_.status() : ModelStatus{};
  if (status == status_) return;
  status_ = status;
  emit statusChanged(status_);
}

void ModelHost::release() {
  watch_.stop();
  file_.clear();
  if (!opened_.classifier) return;
  // Ending a child may take a moment.
  opened_.classifier->interrupt();
  inBackground(nullptr, [last = std::move(opened_.classifier)]() mutable { last.reset(); });
  opened_ = {};
}

}  // namespace earwitness::gui
