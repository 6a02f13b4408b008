// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earwitness {

/// Has LibTorch, OpenBLAS and OpenMP read now what they want to know of the processor, seeds
/// LibTorch's random numbers, and uses one thread. A process that is confined afterwards can read
/// none of it any more: LibTorch would take slower code, whose results differ in the last bits, and
/// refuse to make random numbers.
void prepareLibTorch();

}  // namespace earwitness
