// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/transfer.h"

#include <algorithm>

namespace earwitness {
namespace {

using Labels = std::vector<std::string>;

bool isHead(const std::string& name) {
  const auto& names = headParameterNames();
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// For each label of `to` its index in `from`, or -1.
std::vector<int64_t> rowsOf(const Labels& to, const Labels& from) {
  std::vector<int64_t> rows;
  for (const std::string& label : to) {
    const auto found = std::find(from.begin(), from.end(), label);
    rows.push_back(found == from.end() ? -1 : found - from.begin());
  }
  return rows;
}

/// How many rows were copied.
int copyRows(const torch::Tensor& from, const torch::Tensor& to, const std::vector<int64_t>& rows) {
  int count = 0;
  for (size_t row = 0; row < rows.size(); ++row) {
    if (rows[row] < 0) continue;
    to[int64_t(row)].copy_(from[rows[row]]);
    ++count;
  }
  return count;
}

}  // namespace

const std::vector<std::string>& headParameterNames() {
  static const std::vector<std::string> names = {"head_weight", "head_bias"};
  return names;
}

NamedTensors tensorsOf(const torch::jit::Module& network) {
  NamedTensors tensors;
  for (const auto& parameter : network.named_parameters())
    tensors[parameter.name] = parameter.value;
  for (const auto& buffer : network.named_buffers()) tensors[buffer.name] = buffer.value;
  return tensors;
}

TransferReport transferWeights(const NamedTensors& given, const Labels& fromLabels,
                               torch::jit::Module& to, const Labels& toLabels) {
  const torch::NoGradGuard noGrad;
  const std::vector<int64_t> rows = rowsOf(toLabels, fromLabels);
  const auto hasRows = [](const torch::Tensor& tensor, const Labels& labels) {
    return tensor.dim() > 0 && tensor.size(0) == int64_t(labels.size());
  };
  // Weights and biases of the head go together or not at all.
  const NamedTensors wanted = tensorsOf(to);
  const bool headFits =
      std::all_of(headParameterNames().begin(), headParameterNames().end(), [&](const auto& name) {
        const auto a = given.find(name);
        const auto b = wanted.find(name);
        return a != given.end() && b != wanted.end() && hasRows(a->second, fromLabels) &&
               hasRows(b->second, toLabels) &&
               a->second.sizes().slice(1) == b->second.sizes().slice(1);
      });
  TransferReport report;
  for (const auto& [name, tensor] : wanted) {
    const auto source = given.find(name);
    bool taken = false;
    if (isHead(name)) {
      if (headFits) report.labelsTaken = copyRows(source->second, tensor, rows);
      taken = headFits && report.labelsTaken > 0;
    } else if (source != given.end() && source->second.sizes() == tensor.sizes()) {
      tensor.copy_(source->second);
      taken = true;
    }
    (taken ? report.taken : report.skipped).push_back(name);
  }
  return report;
}

}  // namespace earwitness
