#pragma once

#include <filesystem>

namespace earwitness {

/// The child's side of the pipe (core/listening/serve_protocol.h): answers requests on `input` on
/// `output` until `input` ends. Throws Error where the model cannot be loaded or a request is
/// malformed.
void runServe(const std::filesystem::path& modelFile, int input, int output);

}  // namespace earwitness
