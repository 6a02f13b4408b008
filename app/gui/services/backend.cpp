// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/backend.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include "app/gui/base/core_text.h"
#include "core/audio/device_watcher.h"
#include "core/base/error.h"

namespace earwitness::gui {

std::filesystem::path commandLineProgram() {
  const QString name = QStringLiteral("earwitness-cli");
  const QString beside = QCoreApplication::applicationDirPath() + u'/' + name;
  if (QFileInfo(beside).isExecutable()) return beside.toStdString();
  const QString found = QStandardPaths::findExecutable(name);
  if (found.isEmpty())
    throw Error(
        "The program earwitness-cli, which runs the models, was not found. Reinstall Earwitness.");
  return found.toStdString();
}

namespace {

ModelStatus::State stateOf(ChildClassifier::State state) {
  switch (state) {
    case ChildClassifier::State::Starting:
      return ModelStatus::State::Starting;
    case ChildClassifier::State::Ready:
      return ModelStatus::State::Ready;
    case ChildClassifier::State::Restarting:
      return ModelStatus::State::Restarting;
    case ChildClassifier::State::Failed:
    case ChildClassifier::State::Unconfinable:
      return ModelStatus::State::Failed;
  }
  return ModelStatus::State::None;
}

OpenedModel openModel(const std::filesystem::path& modelFile, bool unconfined) {
  ChildClassifier::Options options;
  options.program = commandLineProgram();
  options.modelFile = modelFile;
  options.unconfined = unconfined;
  return openInChild(options);
}

}  // namespace

OpenedModel openInChild(const ChildClassifier::Options& options) {
  auto child = std::make_shared<ChildClassifier>(options);
  // The status does not keep the child alive: whoever listens with it does.
  return {child, [weak = std::weak_ptr<ChildClassifier>(child)]() -> ModelStatus {
            const auto alive = weak.lock();
            if (!alive) return {};
            const ChildClassifier::State state = alive->state();
            return {stateOf(state), alive->restarts(), coreText(alive->lastError()),
                    state == ChildClassifier::State::Unconfinable};
          }};
}

Backend realBackend() {
  return {[] { return inputDevices(); },
          [](const DeviceId& id) { return openCapture(id); },
          openModel,
          playFile,
          playSamples,
          [](std::function<void()> changed) {
            return std::make_shared<DeviceWatcher>(std::move(changed));
          }};
}

}  // namespace earwitness::gui
