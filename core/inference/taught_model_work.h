// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "core/inference/taught_model.h"

namespace earwitness {

/// Makes the model and tries it, in this process: a process that does this for a model from a
/// stranger must be confined. `archive` is the model's file, whose description is `base`. Errors
/// are those of makeTaughtModel().
TaughtModel modelOfTaughtClasses(std::istream& archive, const ModelDescription& base,
                                 const TaughtClasses& classes, const std::string& name,
                                 const std::function<void(const std::string& step)>& onStep);

}  // namespace earwitness
