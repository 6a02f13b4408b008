// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/taught_network.h"

#include <algorithm>
#include <string>
#include <utility>

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/jit.h>

#include "core/base/error.h"
#include "core/network/embedding.h"

namespace earwitness {
namespace {

constexpr const char* kMark = "taught1_mean";
// Beyond every similarity; and a logit whose logistic function is 0 in 32 bits.
constexpr float kNever = -1e9F;

using Named = std::vector<std::pair<std::string, torch::Tensor>>;
using Point = TaughtScorer::Point;

torch::Tensor tensorOf(const std::vector<float>& values, std::vector<int64_t> sizes) {
  return torch::tensor(values).reshape(sizes);
}

/// Places of points in the list of all, of each class as many: those that a class has not are of
/// the first point, and count nothing.
class Places {
 public:
  explicit Places(size_t nClasses) : lists_(nClasses) {}
  void add(size_t ofClass, size_t point, float offset) {
    lists_[ofClass].emplace_back(int64_t(point), offset);
  }
  /// `name` (classes x places) and `name`_offsets (classes, places).
  void addTo(Named& numbers, const std::string& name) const {
    size_t most = 1;
    for (const auto& list : lists_) most = std::max(most, list.size());
    std::vector<int64_t> points;
    std::vector<float> offsets;
    for (const auto& list : lists_)
      for (size_t i = 0; i < most; ++i) {
        points.push_back(i < list.size() ? list[i].first : 0);
        offsets.push_back(i < list.size() ? list[i].second : kNever);
      }
    numbers.emplace_back(name, torch::tensor(points));
    numbers.emplace_back(name + "_offsets",
                         tensorOf(offsets, {int64_t(lists_.size()), int64_t(most)}));
  }

 private:
  std::vector<std::vector<std::pair<int64_t, float>>> lists_;
};

/// The numbers of an EmbeddingSpace as tensors: mean and scale (size), projections (size, n).
struct Space {
  explicit Space(const EmbeddingSpace& space) : size(int64_t(space.embeddingSize())) {
    const bool isPlain = space.mean().empty();
    mean = isPlain ? torch::zeros({size}) : torch::tensor(space.mean());
    scale = isPlain ? torch::ones({size}) : torch::tensor(space.scale());
    const auto n = int64_t(space.projections().size()) / size;
    projections = tensorOf(space.projections(), {n, size}).t().contiguous();
  }

  /// (size): with z the standardised embedding, its similarity to the point is the product of z and
  /// this over the length of z. A point is z and its projections, whose products are subtracted.
  torch::Tensor direction(const Point& point) const {
    const torch::Tensor values = torch::tensor(point).to(torch::kDouble);
    const torch::Tensor projected = values.slice(0, size);
    return values.slice(0, 0, size) - torch::matmul(projections.to(torch::kDouble), projected);
  }

  int64_t size;
  torch::Tensor mean, scale, projections;
};

/// All that the classes are, under the names of the script's arguments and in their order.
Named numbersOf(const TaughtScorer& scorer, const std::vector<size_t>& labels, size_t nLabels) {
  const Space space(scorer.space());
  const std::vector<TaughtScorer::Class>& classes = scorer.classes();
  std::vector<torch::Tensor> points;
  Places members(classes.size());
  Places rivals(classes.size());
  std::vector<float> levels;
  for (size_t i = 0; i < classes.size(); ++i) {
    const auto add = [&](Places& places, const Point& point, float offset) {
      places.add(i, points.size(), offset);
      points.push_back(space.direction(point));
    };
    if (!classes[i].examples.empty()) add(members, classes[i].prototype, 0.0F);
    if (classes[i].examples.size() > 1)
      for (const Point& example : classes[i].examples)
        add(members, example, -TaughtScorer::kSingleExample);
    for (const Point& counterExample : classes[i].counterExamples)
      add(rivals, counterExample, 0.0F);
    levels.push_back(classes[i].similarity);
  }
  if (points.empty()) points.push_back(torch::zeros({space.size}, torch::kDouble));

  const auto n = int64_t(classes.size());
  torch::Tensor others = torch::zeros({n, n});
  torch::Tensor routes = torch::full({int64_t(nLabels), n}, kNever);
  for (int64_t i = 0; i < n; ++i) {
    others[i][i] = kNever;
    routes[int64_t(labels[size_t(i)])][i] = 0.0F;
  }
  Named numbers{{"mean", space.mean}, {"scale", space.scale}, {"projections", space.projections}};
  numbers.emplace_back("points", torch::stack(points, 1).to(torch::kFloat));
  members.addTo(numbers, "members");
  rivals.addTo(numbers, "rivals");
  numbers.emplace_back("others", others);
  numbers.emplace_back("levels", torch::tensor(levels));
  numbers.emplace_back("routes", routes);
  return numbers;
}

/// Lines that turn what the network answers with into logits of its own labels.
std::string ownLogits(ModelOutput output) {
  const std::string fromShare =  // of a share, of which the rest is `rest`
      "    own = torch.log(share.clamp(min=1e-40)) - torch.log(rest.clamp(min=1e-40))\n";
  switch (output) {
    case ModelOutput::MultiLabelLogits:
      return "    own = values.to(7)\n";
    case ModelOutput::SingleLabelLogits:
      return "    share = torch.softmax(values.to(7), 1)\n"
             "    rest = 1.0 - share\n" +
             fromShare;
    case ModelOutput::Probabilities:
      return "    share = values.to(7).clamp(0.0, 1.0)\n"
             "    rest = 1.0 - share\n" +
             fromShare;
  }
  return {};
}

/// What TaughtScorer and TaughtClassifier compute, for any number of windows, in 64 bits (7; 6 is
/// 32 bits). Products are no aten::linear, so that the network's own stays the last one.
std::string scriptOf(const Named& numbers, ModelOutput output) {
  std::string arguments = "values: Tensor, embedding: Tensor";
  for (const auto& [name, tensor] : numbers) arguments += ", " + name + ": Tensor";
  return "def taught(" + arguments +
         ") -> Tensor:\n"
         "    z = (embedding.to(7) - mean.to(7)) * scale.to(7)\n"
         "    p = torch.matmul(z, projections.to(7))\n"
         "    square = (z * z).sum([1]) - (p * p).sum([1])\n"
         "    length = torch.rsqrt(square.clamp(min=1e-12)) * (square > 1e-12).to(7)\n"
         "    alike = torch.matmul(z, points.to(7)) * length.unsqueeze(1)\n"
         "    n = embedding.size(0)\n"
         "    sizes = [n, members_offsets.size(0), members_offsets.size(1)]\n"
         "    member = alike.index_select(1, members).reshape(sizes) + members_offsets.to(7)\n"
         "    similar = member.amax([2])\n"
         "    sizes = [n, rivals_offsets.size(0), rivals_offsets.size(1)]\n"
         "    rival = alike.index_select(1, rivals).reshape(sizes) + rivals_offsets.to(7)\n"
         "    other = similar.unsqueeze(1) + others.to(7)\n"
         "    against = torch.maximum(rival.amax([2]), other.amax([2])).clamp(min=" +
         std::to_string(TaughtScorer::kNoSimilarity) +
         ")\n"
         "    margin = similar - torch.maximum(levels.to(7), against)\n"
         "    logits = (margin * " +
         std::to_string(TaughtScorer::kSlope) +
         ").clamp(min=-100.0)\n"
         "    raised = (logits.unsqueeze(1) + routes.to(7)).amax([2]).clamp(min=-100.0)\n" +
         ownLogits(output) +
         "    own = torch.constant_pad_nd(own, [0, raised.size(1) - own.size(1)], -100.0)\n"
         "    return torch.maximum(own, raised).to(6)\n";
}

/// Before the names of buffers: a model that was taught before has some already.
std::string freePrefix(const torch::jit::Module& network) {
  for (int number = 1;; ++number) {
    std::string prefix = "taught" + std::to_string(number) + "_";
    if (!network.hasattr(prefix + "mean")) return prefix;
  }
}

}  // namespace

torch::jit::Module withTaughtClasses(torch::jit::Module network, ModelOutput output,
                                     const TaughtScorer& scorer, const std::vector<size_t>& labels,
                                     size_t nLabels) {
  const std::shared_ptr<torch::jit::Graph> graph = network.get_method("forward").graph();
  const torch::jit::Node* const layer = embeddingLayer(
      *graph, isTaughtNetwork(network) ? EmbeddingLayer::Last : EmbeddingLayer::Output);
  if (layer == nullptr)
    throw Error("The network has no embedding: it does not end with a linear layer.");
  const Named numbers = numbersOf(scorer, labels, nLabels);
  const auto script = torch::jit::compile(scriptOf(numbers, output));
  const std::string prefix = freePrefix(network);
  std::vector<torch::jit::Value*> inputs{graph->outputs().front(), layer->input(0)};
  const torch::jit::WithInsertPoint atTheEnd(graph->return_node());
  for (const auto& [name, tensor] : numbers) {
    network.register_buffer(prefix + name, tensor);
    inputs.push_back(graph->insertGetAttr(graph->inputs().front(), prefix + name));
  }
  torch::jit::Graph& tail = *torch::jit::toGraphFunction(script->get_function("taught")).graph();
  torch::jit::Value* const logits = torch::jit::insertGraph(*graph, tail, inputs).front();
  graph->eraseOutput(0);
  graph->registerOutput(logits);
  return network;
}

bool isTaughtNetwork(const torch::jit::Module& network) {
  return network.hasattr(kMark);
}

}  // namespace earwitness
