// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"
#include "core/network/foreign_archive.h"
#include "core/network/foreign_model.h"

namespace earwitness {

/// One tensor of a network's answer.
struct ProbedOutput {
  std::string element;      ///< as in ForeignAnswers
  std::vector<long> sizes;  ///< with the batch
  ModelOutput looksLike = ModelOutput::SingleLabelLogits;
  bool certain = false;  ///< the values leave no choice; logits leave one
};

/// An input that a network takes.
struct ProbedInput {
  ForeignShape shape = ForeignShape::BatchSamples;
  long size = 0;         ///< samples or frames that were tried
  bool anySize = false;  ///< takes another number of them too
  long nMels = 0;        ///< of log-mel input
  bool anyMels = false;
  std::vector<ProbedOutput> outputs;
};

/// What can be found out about a TorchScript file without a description.
struct ProbeReport {
  long parameters = 0;
  std::vector<std::string> methods;
  std::vector<std::string> extraFiles;
  std::vector<ProbedInput> inputs;  ///< the likeliest first
  Message problem;                  ///< where no input was taken; else empty
};

nlohmann::json toJson(const ProbeReport& report);

/// Loads the file's network and tries inputs on it. Runs code of the file: confine the process
/// first. Opens no other file. Throws Error with one sentence where it does not load or has nothing
/// to run.
ProbeReport probeForeignModel(ForeignFile& file,
                              const std::function<void(const std::string& step)>& onStep);

}  // namespace earwitness
