// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/compute.h"

#include <malloc.h>
#include <torch/cuda.h>

#include "core/base/error.h"

namespace earwitness {

torch::Device computeDevice(const std::string& name) {
  if (name == "cpu") return torch::kCPU;
  if (torch::cuda::is_available()) return torch::kCUDA;
  if (name == "auto") return torch::kCPU;
  throw Error("No CUDA device was found. Choose Processor under Device (--device cpu).");
}

bool computesBfloat16(torch::Device device) {
  if (!device.is_cpu()) return true;
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512bf16");
#else
  return false;  // not measured on others
#endif
}

void keepFreedMemory() {
  constexpr int kAlways = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kAlways);
  mallopt(M_TRIM_THRESHOLD, kAlways);
  mallopt(M_TOP_PAD, 64 << 20);
}

}  // namespace earwitness
