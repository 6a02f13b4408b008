// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_options.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/architectures.h"
#include "core/runs/recipes.h"
#include "core/runs/run_folder.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

nlohmann::json parseObject(const std::string& text, const char* option) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) throw Error("%1 takes a JSON object, such as '{\"name\": 1}'.", option);
  return json;
}

TrainSettings readSettings(const fs::path& file) {
  const auto json = nlohmann::json::parse(readFile(file), nullptr, false);
  return trainSettingsFromJson(json, file.string());
}

/// "report, strong, ..." with what each is.
std::string listOfRecipes() {
  std::string list;
  for (const RecipeInfo& info : recipes())
    list += (list.empty() ? "" : "; ") + info.name + ": " + info.summary;
  return list;
}

template <typename T, typename Into>
void take(const std::optional<T>& given, Into& value) {
  if (given) value = *given;
}

}  // namespace

void TrainOptions::addTo(CLI::App& command) {
  data.addTo(command);
  const char* split = "Split";
  command.add_option("--train-folds", trainingFolds, "Folds to train on")
      ->delimiter(',')
      ->group(split);
  command.add_option("--validation-folds", validationFolds, "Folds to validate on")
      ->delimiter(',')
      ->group(split);
  command
      .add_option("--validation-fraction", validationFraction,
                  "Validation fraction of each class, if there are no folds (default: 0.2)")
      ->group(split);

  const char* what = "What is trained";
  command.add_option("--recipe", recipe, listOfRecipes())->group(what);
  command.add_option("--settings", settingsFile, "Settings of an earlier run (its settings.json)")
      ->group(what);
  command
      .add_option("--architecture", architecture,
                  "Network to train (see the command architectures)")
      ->group(what);
  command
      .add_option("--architecture-settings", architectureSettings,
                  "JSON object of sizes that differ from the defaults")
      ->group(what);
  command.add_option("--init", init, "Pretrained model: start from its weights where layers match")
      ->group(what);
  command
      .add_option("--freeze", freeze,
                  "Frozen layers: backbone (train only the last layer, on embeddings that are "
                  "computed once) or none")
      ->group(what);
  command
      .add_option("--freeze-epochs", freezeEpochs,
                  "Number of initial epochs in which only the new layers are trained")
      ->group(what);
  command
      .add_option("--backbone-rate", backboneRate,
                  "Fraction of the learning rate for all layers but the last one")
      ->group(what);
  command
      .add_option("--keep-norms", keepNorms,
                  "true: batch norms keep the statistics of the pretrained model")
      ->group(what);
  command.add_option("--window-seconds", windowSeconds, "Length of the network's input")
      ->group(what);
  command
      .add_option("--background", background,
                  "Background class: auto adds generated noise, hum and silence; none")
      ->group(what);
  command
      .add_option("--labels-per-clip", labelsPerClip,
                  "Labels per clip: single (clips with several labels are skipped) or multi (clips "
                  "keep all their labels, and the model detects several sounds at once)")
      ->group(what);

  const char* how = "Training recipe";
  command.add_option("--epochs", epochs, "Passes over the training clips")->group(how);
  command.add_option("--batch-size", batchSize, "Batch size: clips per training step")->group(how);
  command.add_option("--learning-rate", learningRate, "Peak learning rate")->group(how);
  command.add_option("--weight-decay", weightDecay, "Weight decay of AdamW")->group(how);
  command
      .add_option("--schedule", schedule, "Learning rate schedule: cosine, one-cycle or constant")
      ->group(how);
  command
      .add_option("--gradient-clip", gradientClip,
                  "Gradient clipping: largest norm of the gradient (0: off)")
      ->group(how);
  command
      .add_option("--label-smoothing", labelSmoothing,
                  "Label smoothing: fraction of a target that is spread over all classes")
      ->group(how);
  command
      .add_option("--averaging", averaging,
                  "Weight averaging (EMA): decay of the running average (0: off)")
      ->group(how);
  command
      .add_option(
          "--class-balance", classBalance,
          "Class balancing: none, sampling (oversample rare classes) or weights (loss weights)")
      ->group(how);
  command
      .add_option("--patience", patience,
                  "Early stopping: stop after this many epochs without improvement (0: never)")
      ->group(how);
  command
      .add_option("--augmentation", augmentation,
                  "Augmentation steps, such as 'roll; gain:db=6', or none; see 'augmentations'")
      ->group(how);
  command
      .add_option("--augment", augment, "Add or change one augmentation step, such as 'gain:db=12'")
      ->group(how);
  command.add_option("--without-step", withoutStep, "Remove one augmentation step, such as 'roll'")
      ->group(how);
  command.add_option("--seed", seed, "Random seed: the same seed gives the same run")->group(how);

  addTeacherOptionsTo(command);

  const char* machine = "Machine";
  command.add_option("--device", device, "Hardware to train on: auto, cpu or cuda")->group(machine);
  command.add_option("--threads", threads, "Number of threads (0: all cores)")->group(machine);
  command
      .add_option("--bfloat16", bfloat16,
                  "true: 16-bit numbers if the processor supports them, faster and slightly less "
                  "accurate")
      ->group(machine);
}

void TrainOptions::addTeacherOptionsTo(CLI::App& command) {
  const char* group = "Teachers";
  command
      .add_option("--teacher", teachers,
                  "Also learn the outputs of these models (MODEL[,MODEL...]) for labels with the "
                  "same names")
      ->delimiter(',')
      ->group(group);
  command
      .add_option("--teacher-temperature", teacherTemperature,
                  "Temperature: divides all logits before outputs are compared; higher is softer "
                  "(default: 2)")
      ->group(group);
  command
      .add_option("--teacher-share", teacherShare,
                  "Fraction of the teachers' outputs in the loss, 0 to 1; labels have the rest "
                  "(default: 0.7)")
      ->group(group);
  command
      .add_option("--teacher-versions", teacherVersions,
                  "Versions of each clip for the teachers; each needs disk space (default: 12)")
      ->group(group);
  command
      .add_option("--teacher-data", teacherData,
                  "Folders of clips without labels (DIR[,DIR...]), which the teachers label")
      ->delimiter(',')
      ->group(group);
}

void TrainOptions::applyTo(TrainSettings& settings) const {
  data.applyTo(settings.data, settings.split);
  take(trainingFolds, settings.split.trainingFolds);
  take(validationFolds, settings.split.validationFolds);
  take(validationFraction, settings.split.validationFraction);
  take(background, settings.background);
  take(labelsPerClip, settings.labelsPerClip);
  if (architectureSettings)
    settings.architectureSettings = parseObject(*architectureSettings, "--architecture-settings");
  take(windowSeconds, settings.windowSeconds);
  take(freeze, settings.freeze);
  take(freezeEpochs, settings.freezeEpochs);
  take(backboneRate, settings.backboneRate);
  take(keepNorms, settings.keepNorms);
  take(bfloat16, settings.bfloat16);
  take(epochs, settings.epochs);
  take(batchSize, settings.batchSize);
  take(learningRate, settings.learningRate);
  take(weightDecay, settings.weightDecay);
  take(schedule, settings.schedule);
  take(gradientClip, settings.gradientClip);
  take(labelSmoothing, settings.labelSmoothing);
  take(averaging, settings.averaging);
  take(classBalance, settings.classBalance);
  take(patience, settings.patience);
  if (augmentation) settings.augmentation = augmentationFromText(*augmentation);
  for (const std::string& text : augment)
    for (const AugmentationStep& step : augmentationFromText(text))
      setStep(settings.augmentation, step);
  for (const std::string& name : withoutStep) {
    findAugmentationStep(name);
    std::erase_if(settings.augmentation, [&](const auto& step) { return step.name == name; });
  }
  take(teachers, settings.distillation.teachers);
  take(teacherTemperature, settings.distillation.temperature);
  take(teacherShare, settings.distillation.share);
  take(teacherVersions, settings.distillation.versions);
  take(teacherData, settings.distillation.data);
  take(seed, settings.seed);
  take(seed, settings.split.seed);
  take(device, settings.device);
  take(threads, settings.threads);
}

TrainSettings TrainOptions::settings() const {
  if (!settingsFile.empty()) {
    if (recipe || architecture)
      throw Error(
          "--settings already contains a recipe and an architecture. Omit the other options.");
    TrainSettings settings = readSettings(settingsFile);
    applyTo(settings);
    return settings;
  }
  TrainSettings settings;
  if (init.empty()) {
    settings =
        earwitness::recipe(recipe.value_or("report"), architecture.value_or("resnet-transformer"));
  } else {
    startFrom(settings, init);
    if (architecture && *architecture != settings.architecture)
      throw Error("The model '%1' is a %2. Omit --architecture.", init, settings.architecture);
    const char* usual = freeze == "backbone" ? "head" : "fine-tune";
    settings = earwitness::recipe(recipe.value_or(usual), settings.architecture);
    startFrom(settings, init);
  }
  settings.split.seed = settings.seed;
  applyTo(settings);
  if (settings.data.root.empty()) throw Error("Choose the folder with the data set with --data.");
  return settings;
}

TrainSettings TrainOptions::settingsOfRun(const fs::path& folder) const {
  const RunFolder run{folder};
  if (!fs::exists(run.settings()))
    throw Error("The folder '%1' does not contain a run to resume.", folder);
  return changed(readSettings(run.settings()));
}

TrainSettings TrainOptions::changed(TrainSettings settings) const {
  take(recipe, settings.recipe);
  take(architecture, settings.architecture);
  applyTo(settings);
  return settings;
}

}  // namespace earwitness
