// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness {

/// A named set of training settings.
struct RecipeInfo {
  std::string name;     ///< as `train --recipe` takes it
  std::string summary;  ///< one line to display
};
/// report: the report's own; strong: mixing, shifts, averaged weights, one-cycle; live: strong, and
/// it stands short windows, noise and telephones; head: the last layer of another model alone;
/// fine-tune: from another model's weights.
const std::vector<RecipeInfo>& recipes();

/// All that a recipe decides, by the keys of a run's settings.json; an empty object if there is no
/// recipe of this name.
nlohmann::json recipeValues(const std::string& name);

}  // namespace earwitness
