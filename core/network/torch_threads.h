// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earwitness {

/// Threads of LibTorch and of OpenBLAS, which has its own: LibTorch has no call for those, and
/// their environment variables are read before main. The same number gives the same sums in every
/// process.
void useThreads(int threads);

}  // namespace earwitness
