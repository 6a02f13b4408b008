// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "core/base/fair_mutex.h"
#include "core/base/message.h"
#include "core/listening/classifier.h"

namespace earwitness {

class ChildProcess;

/// The other side of `earwitness-cli serve --model FILE`: starts it, feeds it windows, and starts
/// it again when it has died or does not answer in time. Models that did not come with the program
/// run confined there. Knows no Torch and no Qt. Thread: any; calls are taken one after the other.
class ChildClassifier : public Classifier {
 public:
  enum class State {
    Starting,
    Ready,
    Restarting,   ///< it died or was silent, and is being started again
    Failed,       ///< that did not help several times in a row; it is still tried every few seconds
    Unconfinable  ///< this system has no sandbox for it; it is not tried again
  };
  struct Options {
    std::filesystem::path program;  ///< earwitness-cli
    std::filesystem::path modelFile;
    std::chrono::milliseconds answerTimeout{5000};
    std::chrono::milliseconds startTimeout{60000};
    /// Runs a model that is not bundled without the sandbox: it may do all that the user may.
    bool unconfined = false;
  };

  /// Reads the description, and starts the child without waiting for it.
  /// Throws Error when the model file cannot be read.
  explicit ChildClassifier(Options options);
  ~ChildClassifier() override;

  const ModelDescription& description() const override { return description_; }
  /// Waits until the child is ready, trying twice. Throws Error when it cannot be started, with its
  /// own sentence where it said one.
  void warmUp() override;
  /// Waits for the child's first start. Throws Error when the child died or timed out, and at once
  /// while it is being started again.
  void classify(std::span<const float> window, std::span<float> scores) override;
  int embeddingSize() const override { return embeddingSize_.load(); }
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override;
  void interrupt() override { ++interruptions_; }

  State state() const { return state_.load(); }
  int restarts() const { return restarts_.load(); }
  /// Process id of the child, 0 where there is none.
  int processId() const { return processId_.load(); }
  /// The child's last error line, or what the system said. Empty while all is well.
  Message lastError() const;

 private:
  struct Call;
  void start();
  void fail(const Message& why);
  void startIfDue();
  void pump(const Call& call);
  void waitUntilDue(const Call& call) const;
  bool takeHello();
  std::optional<Message> takeMessage(uint32_t size);
  [[noreturn]] void refuse(const Message& why, bool unconfinable);
  /// Where an answer goes.
  struct Destination {
    std::span<float> scores;
    std::span<float> embedding;  ///< empty: not asked for
  };
  bool takeAnswer(uint32_t requestId, const Destination& destination);
  void waitForHello(const Call& call);
  bool isReadyAgain(const Call& call);
  void ask(const Call& call, std::span<const float> window, const Destination& destination);
  void setLastError(const Message& why);

  Options options_;
  ModelDescription description_;
  /// Guards the child and the pipe. Fair, so that files do not keep the microphone waiting.
  FairMutex mutex_;
  mutable std::mutex errorMutex_;  ///< guards lastError_, never held while waiting
  std::unique_ptr<ChildProcess> process_;
  Message lastError_;
  std::chrono::steady_clock::time_point startedAt_{};
  std::chrono::steady_clock::time_point notBefore_{};  ///< back-off
  int failuresInARow_ = 0;
  std::atomic<State> state_{State::Starting};
  std::atomic<int> restarts_{0};
  std::atomic<int> processId_{0};
  std::atomic<int> embeddingSize_{0};
  std::atomic<unsigned> interruptions_{0};
  uint32_t lastRequestId_ = 0;
};

}  // namespace earwitness
