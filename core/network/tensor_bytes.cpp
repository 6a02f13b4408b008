// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_bytes.h"

#include <cstring>

#include "core/base/error.h"

namespace earwitness {

TensorBytes bytesOf(const NamedTensors& tensors) {
  const torch::NoGradGuard noGrad;
  TensorBytes bytes{nlohmann::json::array(), {}};
  for (const auto& [name, tensor] : tensors) {
    if (!tensor.is_floating_point()) continue;
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat).contiguous();
    bytes.list.push_back({{"name", name}, {"sizes", values.sizes().vec()}});
    bytes.values.append(static_cast<const char*>(values.data_ptr()),
                        size_t(values.numel()) * sizeof(float));
  }
  return bytes;
}

NamedTensors tensorsFrom(const TensorBytes& bytes) {
  const auto require = [](bool fits) {
    if (!fits) throw Error("The weights that were read from the model do not fit their list.");
  };
  NamedTensors tensors;
  size_t used = 0;
  try {
    for (const nlohmann::json& entry : bytes.list) {
      const auto sizes = entry.at("sizes").get<std::vector<int64_t>>();
      size_t count = 1;
      for (const int64_t size : sizes) {
        require(size >= 0 && !__builtin_mul_overflow(count, size_t(size), &count));
      }
      require(count <= (bytes.values.size() - used) / sizeof(float));
      torch::Tensor tensor = torch::empty(sizes, torch::kFloat);
      if (count > 0)
        std::memcpy(tensor.data_ptr(), bytes.values.data() + used, count * sizeof(float));
      used += count * sizeof(float);
      tensors[entry.at("name").get<std::string>()] = tensor;
    }
  } catch (const nlohmann::json::exception&) {
    require(false);
  }
  require(used == bytes.values.size());
  return tensors;
}

}  // namespace earwitness
