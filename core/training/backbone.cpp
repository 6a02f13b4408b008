// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/backbone.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/network/embedding.h"
#include "core/network/script_module.h"
#include "core/network/transfer.h"

namespace earwitness {
namespace {

/// Copies the last layer's parameters.
void copyHead(const torch::jit::Module& from, const torch::jit::Module& to) {
  const torch::NoGradGuard noGrad;
  const NamedTensors given = tensorsOf(from);
  NamedTensors wanted = tensorsOf(to);
  for (const std::string& name : headParameterNames()) wanted.at(name).copy_(given.at(name));
}

}  // namespace

Backbone::Backbone(const torch::jit::Module& network, std::string identity)
    : whole_(network.clone()), frozen_(whole_), identity_(std::move(identity)) {
  whole_.eval();
  frozen_ = torch::jit::freeze(whole_);
  embeddingSize_ = exposeEmbedding(frozen_);
  if (embeddingSize_ == 0)
    throw Error("The network has no embedding: it does not end with a linear layer.");
}

FeatureStore Backbone::embeddingsOf(const FeatureStore& windows, const TrainSettings& settings,
                                    const RunOptions& options, const TrainHooks& hooks) {
  FeatureStore::RowRequest request;
  request.identity = identity_ + " " + toJson(settings.features).dump() + " " +
                     std::to_string(settings.windowSeconds) + " s";
  request.nValues = int(embeddingSize_);
  request.compute = [&](std::span<const float> window, std::span<float> row) {
    const c10::InferenceMode inference;
    // The network only reads its input.
    const torch::Tensor input = torch::from_blob(const_cast<float*>(window.data()),
                                                 {1, windows.windowFrames(), windows.nMels()});
    const torch::Tensor embedding =
        frozen_.forward({input}).toTupleRef().elements()[1].toTensor().contiguous();
    std::copy_n(embedding.data_ptr<float>(), row.size(), row.data());
  };
  request.cacheFolder = options.cacheFolder;
  request.onProgress = [&hooks](size_t done, size_t total) {
    if (hooks.onCacheProgress) hooks.onCacheProgress(done, total);
    if (hooks.pause) hooks.pause();
  };
  request.stop = hooks.stop;
  return FeatureStore::rowsOf(windows, request);
}

torch::jit::Module Backbone::head() const {
  const int64_t nClasses = tensorsOf(whole_).at(headParameterNames().front()).size(0);
  ScriptModule module("Head");
  const auto layer = module.linear("head", int(embeddingSize_), int(nClasses));
  torch::jit::Module head = module.define(
      "def forward(self, embedding: Tensor) -> Tensor:\n"
      "    return " +
      layer("embedding.flatten(1)") + "\n");
  copyHead(whole_, head);
  return head;
}

torch::jit::Module Backbone::withHead(const torch::jit::Module& head) const {
  copyHead(head, whole_);
  return whole_;
}

long Backbone::parameterCount() const {
  return earwitness::parameterCount(whole_);
}

}  // namespace earwitness
