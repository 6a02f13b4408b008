// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/log_mel_kernel_impl.h"

template class std::vector<std::size_t>;

namespace earwitness {

std::unique_ptr<LogMelKernel> makeBaselineKernel(const LogMelTables& tables) {
  return std::make_unique<LogMelKernelOf<2>>(tables);
}

}  // namespace earwitness
