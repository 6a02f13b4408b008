// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace earwitness {

/// Header of a NumPy file (.npy, version 1.0), to be followed by the data in C order. `type` is a
/// Python literal, "'<f4'" or a list of fields; `shape` is one, too: "(100, 80)".
std::string npyHeader(const std::string& type, const std::string& shape);

}  // namespace earwitness
