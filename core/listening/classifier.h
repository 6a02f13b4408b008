// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/listening/model_description.h"

namespace earwitness {

/// Window -> one probability per label. In the command line the network itself, in the
/// window a child process behind a pipe.
class Classifier {
 public:
  virtual ~Classifier() = default;

  virtual const ModelDescription& description() const = 0;
  /// Makes the first calls' costs happen now, on the thread that will call classify().
  virtual void warmUp() {}
  /// window (the description's inputShape) -> scores (nLabels), 0 to 1. Blocks until they are
  /// there. Throws Error when there is no answer; a later call may succeed again. Thread: any.
  virtual void classify(std::span<const float> window, std::span<float> scores) = 0;
  /// Numbers of the network's embedding of a window, in which similar sounds are near each other; 0
  /// where it has none. Known once warmUp() or a classify() has returned.
  virtual int embeddingSize() const { return 0; }
  /// classify() with the embedding (embeddingSize), of anything that takesInput() allows.
  virtual void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                                std::span<float> /*embedding*/) {
    classify(window, scores);
  }
  /// Calls that wait at this moment give up soon and throw Error; later calls are not affected.
  /// Only for those that can wait long. Thread: any.
  virtual void interrupt() {}
};

}  // namespace earwitness
