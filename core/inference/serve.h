// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace earwitness {

/// The child's side of the pipe (core/listening/serve_protocol.h): answers requests on `input` on
/// `output` until `input` ends. A model that is not bundled is confined before LibTorch sees any of
/// it; `unconfined` runs it without a sandbox. What the model prints goes to standard error. Ends
/// the process when `input` ends. Throws Error where the model cannot be loaded or confined, which
/// `output` is told too, and where a request is malformed. Thread: main, the only one.
void runServe(const std::filesystem::path& modelFile, bool unconfined, int input, int output);

}  // namespace earwitness
