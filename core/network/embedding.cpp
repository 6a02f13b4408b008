// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/embedding.h"

#include <memory>

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

namespace earwitness {

torch::jit::Node* embeddingLayer(torch::jit::Graph& graph, EmbeddingLayer layer) {
  torch::jit::Node* output = graph.outputs().front()->node();
  if (output->kind() == c10::aten::linear) return output;
  if (layer == EmbeddingLayer::Output) return nullptr;
  for (torch::jit::Node* node : graph.nodes().reverse())
    if (node->kind() == c10::aten::linear) return node;
  return nullptr;
}

int64_t exposeEmbedding(torch::jit::Module& frozen, EmbeddingLayer layer) {
  const std::shared_ptr<torch::jit::Graph> graph = frozen.get_method("forward").graph();
  const torch::jit::Node* const linear = embeddingLayer(*graph, layer);
  if (linear == nullptr) return 0;
  const auto weight = torch::jit::toIValue(linear->input(1));
  if (!weight || !weight->isTensor() || weight->toTensor().dim() != 2) return 0;
  torch::jit::Value* values = graph->outputs().front();
  torch::jit::Node* both = graph->appendNode(graph->createTuple({values, linear->input(0)}));
  graph->eraseOutput(0);
  graph->registerOutput(both->output());
  return weight->toTensor().size(1);
}

}  // namespace earwitness
