#include "core/listening/model_start.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/model_description.h"

namespace earwitness {

ModelStart readModelStart(const std::filesystem::path& model) {
  const ModelDescription description = readModelDescription(model);
  const nlohmann::json training = description.card.value("training", nlohmann::json());
  const bool told = training.is_object() && training.contains("architecture") &&
                    training["architecture"].is_string() &&
                    training.contains("architecture_settings") &&
                    training["architecture_settings"].is_object();
  if (!told)
    throw Error("The card of the model " + inQuotes(model.string()) +
                " does not say what its network is made of, so no training can start from it.");
  return {.model = std::filesystem::absolute(model).lexically_normal(),
          .architecture = training["architecture"],
          .architectureSettings = training["architecture_settings"],
          .features = description.features};
}

}  // namespace earwitness
