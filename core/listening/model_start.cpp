// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/model_start.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/model_description.h"

namespace earwitness {

ModelStart readModelStart(const std::filesystem::path& model) {
  const ModelDescription description = readModelDescription(model);
  // Public networks have both without a training of this program's.
  const nlohmann::json& card = description.card;
  const nlohmann::json training = card.value("training", card);
  const bool told = training.is_object() && training.contains("architecture") &&
                    training["architecture"].is_string() &&
                    training.contains("architecture_settings") &&
                    training["architecture_settings"].is_object();
  if (!told)
    throw Error(
        "The card of the model '%1' does not describe its network, so it cannot be used as a "
        "pretrained model.",
        model);
  return {.model = std::filesystem::absolute(model).lexically_normal(),
          .architecture = training["architecture"],
          .architectureSettings = training["architecture_settings"],
          .features = description.features};
}

}  // namespace earwitness
