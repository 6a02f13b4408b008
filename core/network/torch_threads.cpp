// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/torch_threads.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>

namespace earwitness {

void useThreads(int threads) {
  at::set_num_threads(threads);
  if (void* function = ::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))
    reinterpret_cast<void (*)(int)>(function)(threads);
}

}  // namespace earwitness
