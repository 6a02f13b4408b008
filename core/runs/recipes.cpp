// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipes.h"

#include <utility>

#include "core/augmentation/augmentation_settings.h"

namespace earwitness {
namespace {

nlohmann::json steps(const char* text) {
  return toJson(augmentationFromText(text));
}

/// What a recipe starts from.
nlohmann::json plainValues() {
  return {{"freeze", "none"},
          {"backbone_rate", 1.0},
          {"keep_norms", false},
          {"freeze_epochs", 0},
          {"epochs", 50},
          {"batch_size", 32},
          {"learning_rate", 1e-3},
          {"weight_decay", 1e-4},
          {"decay_weights_only", false},
          {"schedule", "cosine"},
          {"warm_up", 0.1},
          {"gradient_clip", 0.0},
          {"label_smoothing", 0.0},
          {"class_balance", "none"},
          {"averaging", 0.0},
          {"patience", 0},
          {"bfloat16", false}};
}

nlohmann::json reportValues() {
  nlohmann::json values = plainValues();
  values["augmentation"] = steps("frequency-mask:bands=15; time-mask:frames=100");
  return values;
}

nlohmann::json strongValues() {
  nlohmann::json values = plainValues();
  values.update({{"epochs", 200},
                 {"learning_rate", 3e-3},
                 {"weight_decay", 0.05},
                 {"decay_weights_only", true},
                 {"schedule", "one-cycle"},
                 {"gradient_clip", 5.0},
                 {"label_smoothing", 0.05},
                 {"averaging", 0.998},
                 {"bfloat16", true}});
  values["augmentation"] = steps(
      "mel-shift:bands=3; stretch:share=0.2; roll; gain:db=6; between-class:probability=0.8;"
      "frequency-mask:bands=8,count=2,mean=1; time-mask:frames=30,count=2,mean=1");
  return values;
}

nlohmann::json liveValues() {
  nlohmann::json values = strongValues();
  values["augmentation"] = steps(
      "crop:shortest=1,longest=5,probability=0.5; mel-shift:bands=3; stretch:share=0.2; roll;"
      "gain:db=20; filter:db=4; between-class:probability=0.7; noise:softest=30,loudest=0;"
      "band-limit:lowest=3500,probability=0.15; frequency-mask:bands=8,count=2,mean=1;"
      "time-mask:frames=30,count=2,mean=1");
  return values;
}

nlohmann::json headValues() {
  nlohmann::json values = plainValues();
  values.update({{"freeze", "backbone"},
                 {"epochs", 200},
                 {"patience", 30},
                 {"learning_rate", 3e-3},
                 {"weight_decay", 0.05},
                 {"label_smoothing", 0.1},
                 {"averaging", 0.98}});
  values["augmentation"] = nlohmann::json::array();
  return values;
}

nlohmann::json fineTuneValues() {
  nlohmann::json values = strongValues();
  values.update({{"backbone_rate", 0.2},
                 {"keep_norms", true},
                 {"epochs", 12},
                 {"batch_size", 16},
                 {"learning_rate", 1e-3},
                 {"averaging", 0.995}});
  values["augmentation"] = steps(
      "mel-shift:bands=2; stretch:share=0.1; roll; gain:db=6; between-class:probability=0.5;"
      "frequency-mask:bands=12,mean=1; time-mask:frames=60,mean=1");
  return values;
}

struct Recipe {
  RecipeInfo info;
  nlohmann::json (*values)();
};

const std::vector<Recipe>& recipeTable() {
  static const std::vector<Recipe> table = {
      {{"report", "The report's own: masks, AdamW 1e-3, cosine, 50 epochs"}, reportValues},
      {{"strong", "Mixing, shifts and averaged weights, one-cycle 3e-3, 200 epochs"}, strongValues},
      {{"live", "As strong, for a microphone: short windows, noise, levels, telephones"},
       liveValues},
      {{"head", "The last layer alone, from another model's weights (--init): seconds"},
       headValues},
      {{"fine-tune",
        "From another model's weights (--init): all layers, best after head, 12 epochs"},
       fineTuneValues}};
  return table;
}

}  // namespace

const std::vector<RecipeInfo>& recipes() {
  static const std::vector<RecipeInfo> infos = [] {
    std::vector<RecipeInfo> result;
    for (const Recipe& recipe : recipeTable()) result.push_back(recipe.info);
    return result;
  }();
  return infos;
}

nlohmann::json recipeValues(const std::string& name) {
  for (const Recipe& recipe : recipeTable())
    if (recipe.info.name == name) return recipe.values();
  return nlohmann::json::object();
}

}  // namespace earwitness
