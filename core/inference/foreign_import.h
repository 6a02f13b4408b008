// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include "core/inference/import_trial.h"
#include "core/network/foreign_archive.h"
#include "core/network/foreign_model.h"

namespace earwitness {

/// Makes a self-describing model out of a foreign TorchScript file, and tries it on silence, noise
/// and a sample. Runs code of the file: confine the process first. Opens no other file. Throws
/// Error with one sentence where the answers do not fit the network, or it answers with something
/// that is no number.
ImportedModel importForeignModel(ForeignFile& file, const ForeignAnswers& answers,
                                 const TrialSound& sample, const ImportStep& onStep);

}  // namespace earwitness
