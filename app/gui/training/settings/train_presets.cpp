// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/train_presets.h"

#include <QCoreApplication>
#include <optional>

#include "app/gui/services/model_files.h"
#include "core/augmentation/augmentation_settings.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/data_set.h"
#include "core/listening/model_description.h"
#include "core/runs/recipes.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kVersion = 2;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(TrainPresets)
};

/// A small convolutional network and mild augmentation: what can be learned is learned early.
nlohmann::json quickValues() {
  nlohmann::json values = recipeValues("strong");
  values.update({{"epochs", 60}, {"batch_size", 16}, {"averaging", 0.95}, {"bfloat16", false}});
  values["augmentation"] =
      toJson(augmentationFromText("roll; gain:db=6; frequency-mask:bands=8,mean=1;"
                                  "time-mask:frames=20,mean=1"));
  return values;
}

FeatureSettings bestSmallFeatures() {
  FeatureSettings features;
  features.sampleRate = 32000;
  features.nFft = 1280;
  features.hopSamples = 640;
  features.nMels = 64;
  features.fMaxHz = 16000.0;
  return features;
}

nlohmann::json settingsOf(const char* recipe, const char* architecture,
                          const FeatureSettings& features) {
  nlohmann::json settings = {{"version", kVersion},
                             {"data", toJson(DataRequest{})},
                             {"split",
                              {{"by", "auto"},
                               {"train_folds", nlohmann::json::array()},
                               {"validation_folds", nlohmann::json::array()},
                               {"validation_fraction", 0.2},
                               {"seed", 1},
                               {"allow_shared_sources", false}}},
                             {"background", "auto"},
                             {"recipe", recipe},
                             {"architecture", architecture},
                             {"architecture_settings", nlohmann::json::object()},
                             {"features", toJson(features)},
                             {"window_seconds", 0.0},
                             {"init", ""},
                             {"seed", 1},
                             {"threads", 0},
                             {"device", "auto"}};
  settings.update(recipeValues(recipe));
  return settings;
}

}  // namespace

QString nameOf(TrainPreset preset) {
  switch (preset) {
    case TrainPreset::QuickLook:
      return Text::tr("Quick look");
    case TrainPreset::Report:
      return Text::tr("Baseline");
    case TrainPreset::BestSmall:
      return Text::tr("Best small model");
    case TrainPreset::PretrainedHead:
      return Text::tr("From a pretrained network: few clips");
    case TrainPreset::FineTune:
      return Text::tr("From a pretrained network, fine-tuned");
  }
  return {};
}

QString summaryOf(TrainPreset preset) {
  switch (preset) {
    case TrainPreset::QuickLook:
      return Text::tr(
          "A small network that trains in a minute or two. Shows whether your sounds can be told "
          "apart.");
    case TrainPreset::Report:
      return Text::tr("The reference network and settings, for comparison.");
    case TrainPreset::BestSmall:
      return Text::tr(
          "The bundled model's network, trained long with strong augmentation. Takes a while.");
    case TrainPreset::PretrainedHead:
      return Text::tr(
          "Trains only the last layer of a network that knows many sounds. Takes seconds.");
    case TrainPreset::FineTune:
      return Text::tr(
          "Starts from a network that knows many sounds, and trains all of it. Takes a while.");
  }
  return {};
}

ModelStart pretrainedStart() {
  std::optional<ModelStart> best;
  double most = 0.0;
  for (const fs::path& model : ownModels()) try {
      const nlohmann::json card = readModelDescription(model).card;
      const double parameters = card.value("parameters", 0.0);
      if (!card.contains("label_ids") || parameters <= most) continue;
      best = readModelStart(model);
      most = parameters;
    } catch (const std::exception&) {  // a damaged model, or a card of somebody else's making
    }
  if (best) return *best;
  const fs::path model = chooseModel({}, {}, bundledModels());
  if (model.empty()) throw Error("The bundled model is missing. Reinstall Earwitness.");
  return readModelStart(model);
}

nlohmann::json presetSettings(TrainPreset preset, const ModelStart& start) {
  nlohmann::json settings;
  switch (preset) {
    case TrainPreset::QuickLook:
      settings = settingsOf("strong", "cnn1d", FeatureSettings{});
      settings.update(quickValues());
      settings["architecture_settings"] = {{"channels", {32, 32, 48}}};
      break;
    case TrainPreset::Report:
      settings = settingsOf("report", "resnet-transformer", FeatureSettings{});
      settings["background"] = "none";
      break;
    case TrainPreset::BestSmall:
      settings = settingsOf("live", "inverted-residual", bestSmallFeatures());
      break;
    case TrainPreset::PretrainedHead:
    case TrainPreset::FineTune:
      settings = settingsOf(preset == TrainPreset::FineTune ? "fine-tune" : "head",
                            start.architecture.c_str(), FeatureSettings{});
      settings["init"] = start.model.string();
      settings["architecture_settings"] = start.architectureSettings;
      settings["features"] = toJson(start.features);
      break;
  }
  return settings;
}

nlohmann::json completeSettings(const nlohmann::json& loaded) {
  if (!loaded.is_object() || !loaded.contains("version") || !loaded.contains("architecture") ||
      !loaded["architecture"].is_string())
    throw Error("The file does not contain training settings.");
  if (loaded["version"] != kVersion)
    throw Error("These settings have version %1, but this program supports version %2.",
                loaded["version"].dump(), kVersion);
  nlohmann::json settings = settingsOf("report", "resnet-transformer", FeatureSettings{});
  settings["background"] = "none";
  settings.update(loaded);
  return settings;
}

}  // namespace earwitness::gui
