// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/log_mel_kernel.h"
#ifdef __AVX2__
#include "core/features/log_mel_kernel_impl.h"
#endif

namespace earwitness {

std::unique_ptr<LogMelKernel> makeAvx2Kernel([[maybe_unused]] const LogMelTables& tables) {
#ifdef __AVX2__
  if (__builtin_cpu_supports("avx2")) return std::make_unique<LogMelKernelOf<4>>(tables);
#endif
  return nullptr;
}

}  // namespace earwitness
