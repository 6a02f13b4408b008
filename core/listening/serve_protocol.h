// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace earwitness::serve {

/// Both sides of `earwitness-cli serve`: native byte order, the two run on one machine.
/// The child first writes one Answer with kHello, nScores = number of labels and nEmbedding = size
/// of the network's embedding, 0 where it has none, once it is warm. Then, for each request:
/// Request, nValues floats (a window, or a longer input that takesInput() allows) -> Answer,
/// nScores floats, nEmbedding floats (of a request with wantsEmbedding only; else 0). An Answer
/// with one of the other magics has nScores bytes of text instead, which say why there are no
/// scores: a Message as JSON, or a sentence. Instead of the first Answer it means that the model
/// cannot be used, and the child ends. Instead of scores it is about this window only.
inline constexpr uint32_t kRequestMagic = 0x51525745;  // "EWRQ"
inline constexpr uint32_t kAnswerMagic = 0x4e415745;   // "EWAN"
inline constexpr uint32_t kRefusalMagic = 0x46525745;  // "EWRF"
inline constexpr uint32_t kUnconfinableMagic =
    0x43555745;  // "EWUC": not run, for want of a sandbox
inline constexpr uint32_t kHello = 0xffffffff;
inline constexpr uint32_t kLongestText = 4096;  // bytes

struct Request {
  uint32_t magic = kRequestMagic;
  uint32_t id = 0;
  uint32_t nValues = 0;
  uint32_t wantsEmbedding = 0;  ///< 1 or 0
};

struct Answer {
  uint32_t magic = kAnswerMagic;
  uint32_t id = 0;
  uint32_t nScores = 0;
  uint32_t nEmbedding = 0;
  float inferenceMs = 0.0F;
};

}  // namespace earwitness::serve
