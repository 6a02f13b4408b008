// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/log/report_text.h"

#include <utility>

#include "core/base/text.h"

namespace earwitness::gui {

namespace {

const char* nameOf(ModelStatus::State state) {
  switch (state) {
    case ModelStatus::State::None:
      return "not started";
    case ModelStatus::State::Starting:
      return "starting";
    case ModelStatus::State::Ready:
      return "ready";
    case ModelStatus::State::Restarting:
      return "restarting";
    case ModelStatus::State::Failed:
      return "failed";
  }
  return "";
}

std::string devicesText(const ReportFacts& facts) {
  std::string text = "\nAudio inputs: " + std::to_string(facts.devices.size()) + '\n';
  if (!facts.devicesProblem.empty()) text += facts.devicesProblem + '\n';
  for (const AudioDevice& device : facts.devices)
    text += std::string(device.isDefault ? "* " : "  ") +
            (device.label.empty() ? plainName(device.id) : device.label) + " (" +
            device.id.hostApi + ", channels: " + std::to_string(device.maxInputChannels) + ", " +
            fixedPoint(device.defaultSampleRate, 0) + " Hz)\n";
  return text + "Listening to: " + (facts.source.empty() ? "nothing" : inQuotes(facts.source)) +
         '\n';
}

std::string modelText(const ReportFacts& facts) {
  if (!facts.model) return "\nModel: none\n";
  const ModelDescription& model = *facts.model;
  const ModelStatus& status = facts.modelStatus;
  std::string text = "\nModel: " + inQuotes(model.name) + ", fingerprint " + model.fingerprint +
                     "\nFile: " + inQuotes(facts.modelFile.string()) +
                     "\nInput: " + model.features.summary().english() + ", window " +
                     fixedPoint(model.windowSeconds, 2) + " s" +
                     "\nClasses: " + std::to_string(model.labels.size()) +
                     "\nState: " + nameOf(status.state) +
                     (status.isSilent ? ", does not answer" : "") +
                     ", restarts: " + std::to_string(status.restarts) + '\n';
  if (!status.lastError.isEmpty()) text += "Last error: " + status.lastError.toStdString() + '\n';
  return text;
}

std::string labelsText(const std::vector<std::string>& labels) {
  std::string text = "\nNames of the classes:\n";
  for (const std::string& label : labels) text += label + '\n';
  return text;
}

}  // namespace

QString reportText(const ReportFacts& facts, ReportContents contents, Redaction user) {
  std::string text;
  for (const std::string& line : facts.versions) text += line + '\n';
  text += facts.desktop + '\n' + devicesText(facts) + modelText(facts) + "\nLog:\n" +
          (facts.logProblem.empty() ? facts.log : facts.logProblem + '\n');
  user.hidesPaths = !contents.paths;
  if (facts.model && !contents.labels) user.labels = facts.model->labels;
  text = redacted(text, user);
  if (facts.model && contents.labels) text += labelsText(facts.model->labels);
  return QString::fromStdString(text);
}

}  // namespace earwitness::gui
