// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/child_classifier.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/listening/child_process.h"
#include "core/listening/serve_protocol.h"
#include "core/listening/trim_leading_quiet.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kInterruptSlice{20};  // how soon a waiting call sees interrupt()
constexpr milliseconds kFirstBackOff{250};
constexpr milliseconds kLongestBackOff{5000};
constexpr int kFailedAfter = 3;  // failures in a row
constexpr uint32_t kLargestEmbedding = 1U << 16;

// A second thread would wait for the first on every small layer: two together take a hundred times
// longer than one beside a busy core.
// And a process can only be confined before it has a second one.
const std::vector<std::pair<std::string, std::string>> kChildEnvironment{
    {"OMP_NUM_THREADS", "1"}, {"OPENBLAS_NUM_THREADS", "1"}, {"OMP_WAIT_POLICY", "PASSIVE"}};

std::string secondsText(milliseconds duration) {
  std::string text = std::to_string(double(duration.count()) / 1000.0);
  return text.substr(0, text.find('.') + 2) + " s";
}

bool isSentence(const serve::Answer& answer) {
  const bool isText =
      answer.magic == serve::kRefusalMagic || answer.magic == serve::kUnconfinableMagic;
  return isText && answer.nScores > 0 && answer.nScores <= serve::kLongestText;
}

milliseconds backOffAfter(int failuresInARow) {
  if (failuresInARow <= 1) return milliseconds{0};
  const int doublings = std::min(failuresInARow - 2, 10);
  return std::min(kLongestBackOff, kFirstBackOff * (1 << doublings));
}

}  // namespace

/// One caller's wait: until when, and whether somebody called interrupt() since it began.
struct ChildClassifier::Call {
  const std::atomic<unsigned>& interruptions;
  unsigned atStart;
  void throwIfInterrupted() const {
    if (interruptions.load() != atStart) throw Error("Waiting for the model was cancelled.");
  }
};

ChildClassifier::ChildClassifier(Options options)
    : options_(std::move(options)), description_(readModelDescription(options_.modelFile)) {
  const std::lock_guard lock(mutex_);
  try {
    start();
  } catch (const Error& error) {
    fail(error.what());
  }
}

ChildClassifier::~ChildClassifier() = default;

void ChildClassifier::start() {
  std::vector<std::string> arguments{"serve", "--model", options_.modelFile.string()};
  if (options_.unconfined) arguments.emplace_back("--unconfined");
  process_ = std::make_unique<ChildProcess>(options_.program, arguments, kChildEnvironment);
  startedAt_ = Clock::now();
  processId_ = process_->id();
}

/// Buries the child and starts the next one: at once the first time, later after a pause.
void ChildClassifier::fail(const std::string& why) {
  setLastError(why);
  process_.reset();
  processId_ = 0;
  ++failuresInARow_;
  logWarning(kLogModel, "The model " + inQuotes(description_.name) + " failed " +
                            std::to_string(failuresInARow_) + " times in a row: " + why);
  state_ = failuresInARow_ >= kFailedAfter ? State::Failed : State::Restarting;
  const milliseconds backOff = backOffAfter(failuresInARow_);
  notBefore_ = Clock::now() + backOff;
  if (backOff == milliseconds{0}) startIfDue();
}

void ChildClassifier::startIfDue() {
  if (process_ || state_ == State::Unconfinable || Clock::now() < notBefore_) return;
  ++restarts_;
  try {
    start();
  } catch (const Error& error) {
    fail(error.what());
  }
}

/// Moves bytes for a moment. Call it when what was received is not enough: a child that has ended
/// is replaced then, and Error thrown.
void ChildClassifier::pump(const Call& call) {
  call.throwIfInterrupted();
  if (!process_->ended()) {
    process_->pump(kInterruptSlice);
    return;
  }
  const std::string how = process_->howItEnded();
  const std::string line = process_->lastErrorLine();
  const std::string why = "The model's process " + how + (line.empty() ? "" : ": " + line) +
                          (line.ends_with('.') ? "" : ".");
  fail(why);
  throw Error(why);
}

/// The sentence after a header that announced it, once all of it is there. It goes to terminals and
/// log files, and a model may have had a hand in it: without control characters.
std::optional<std::string> ChildClassifier::takeSentence(uint32_t size) {
  const auto received = process_->received();
  if (received.size() < sizeof(serve::Answer) + size) return std::nullopt;
  std::string sentence(reinterpret_cast<const char*>(received.data()) + sizeof(serve::Answer),
                       size);
  for (char& c : sentence)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  process_->take(sizeof(serve::Answer) + size);
  return sentence;
}

/// The child said itself why it does not run the model.
void ChildClassifier::refuse(const std::string& sentence, bool unconfinable) {
  if (unconfinable) {
    logWarning(kLogModel, sentence);
    setLastError(sentence);
    process_.reset();
    processId_ = 0;
    state_ = State::Unconfinable;
  } else {
    fail(sentence);
  }
  throw Error(sentence);
}

/// True when the child has said that it is warm. Throws Error when it says something else.
bool ChildClassifier::takeHello() {
  if (process_->received().size() < sizeof(serve::Answer)) return false;
  serve::Answer hello;
  std::memcpy(&hello, process_->received().data(), sizeof hello);
  if (isSentence(hello)) {
    const std::optional<std::string> sentence = takeSentence(hello.nScores);
    if (!sentence) return false;
    refuse(*sentence, hello.magic == serve::kUnconfinableMagic);
  }
  process_->take(sizeof hello);
  std::string why;
  if (hello.magic != serve::kAnswerMagic || hello.id != serve::kHello)
    why = "The model process sent an unexpected message at startup.";
  else if (hello.nScores != description_.labels.size())
    why = "The model process has " + std::to_string(hello.nScores) +
          " labels, but its file names " + std::to_string(description_.labels.size()) + ".";
  else if (hello.nEmbedding > kLargestEmbedding)
    why = "The model process has an embedding of more than 65,536 numbers.";
  if (!why.empty()) {
    fail(why);
    throw Error(why);
  }
  embeddingSize_ = int(hello.nEmbedding);
  state_ = State::Ready;
  logInfo(kLogModel,
          "The model " + inQuotes(description_.name) + " is ready in process " +
              std::to_string(processId_) + " after " +
              secondsText(std::chrono::duration_cast<milliseconds>(Clock::now() - startedAt_)) +
              (options_.unconfined ? " without a sandbox" : ""));
  return true;
}

/// True when the answer to this request is there; answers to requests that were broken off are
/// thrown away. Throws Error on anything else.
bool ChildClassifier::takeAnswer(uint32_t requestId, const Destination& destination) {
  const auto& [scores, embedding] = destination;
  while (process_->received().size() >= sizeof(serve::Answer)) {
    serve::Answer answer;
    std::memcpy(&answer, process_->received().data(), sizeof answer);
    const bool expected = requestId - answer.id < 1U << 31;  // this request, or an earlier one
    if (isSentence(answer) && expected) {
      const std::optional<std::string> sentence = takeSentence(answer.nScores);
      if (!sentence) return false;
      if (answer.id == requestId) throw Error(*sentence);
      continue;
    }
    // An earlier request may have asked for an embedding, or this one alone.
    const bool fits = answer.nScores == scores.size() &&
                      (answer.id == requestId ? answer.nEmbedding == embedding.size()
                                              : answer.nEmbedding <= kLargestEmbedding);
    if (answer.magic != serve::kAnswerMagic || !expected || !fits) {
      fail("The model process sent an answer that does not match the request.");
      throw Error(lastError());
    }
    const size_t size =
        sizeof answer + scores.size_bytes() + size_t(answer.nEmbedding) * sizeof(float);
    if (process_->received().size() < size) return false;
    const std::byte* values = process_->received().data() + sizeof answer;
    if (answer.id == requestId) {
      std::memcpy(scores.data(), values, scores.size_bytes());
      if (!embedding.empty())
        std::memcpy(embedding.data(), values + scores.size_bytes(), embedding.size_bytes());
    }
    process_->take(size);
    if (answer.id == requestId) return true;
  }
  return false;
}

void ChildClassifier::waitForHello(const Call& call) {
  while (state_ != State::Ready) {
    if (takeHello()) return;
    if (Clock::now() >= startedAt_ + options_.startTimeout) {
      fail("The model was not ready within " + secondsText(options_.startTimeout) + ".");
      throw Error(lastError());
    }
    pump(call);
  }
}

void ChildClassifier::waitUntilDue(const Call& call) const {
  while (Clock::now() < notBefore_) {
    call.throwIfInterrupted();
    std::this_thread::sleep_for(
        std::min<Clock::duration>(kInterruptSlice, notBefore_ - Clock::now()));
  }
}

void ChildClassifier::warmUp() {
  const Call call{interruptions_, interruptions_.load()};
  const std::lock_guard lock(mutex_);
  for (int attempt = 1;; ++attempt) {
    try {
      if (!process_) waitUntilDue(call);
      startIfDue();
      if (!process_) throw Error(lastError());
      waitForHello(call);
      return;
    } catch (const Error&) {
      call.throwIfInterrupted();
      if (attempt == 2) throw;
    }
  }
}

void ChildClassifier::classify(std::span<const float> window, std::span<float> scores) {
  classifyAndEmbed(window, scores, {});
}

void ChildClassifier::classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                                       std::span<float> embedding) {
  const Call call{interruptions_, interruptions_.load()};
  if (!takesInput(description_, window.size()) || scores.size() != description_.labels.size())
    throw Error("A window of " + std::to_string(window.size()) + " values for " +
                std::to_string(scores.size()) + " scores does not fit the model '" +
                description_.name + "'.");
  const std::lock_guard lock(mutex_);
  startIfDue();
  if (!process_) throw Error(lastError());
  if (state_ == State::Starting) waitForHello(call);
  if (state_ != State::Ready && !isReadyAgain(call)) throw Error(lastError());
  if (!embedding.empty() && embedding.size() != size_t(embeddingSize()))
    throw Error("The model '" + description_.name + "' has no embedding of " +
                std::to_string(embedding.size()) + " numbers.");
  ask(call, window, {scores, embedding});
  const auto areNumbers = [](std::span<const float> values) {
    return std::all_of(values.begin(), values.end(),
                       [](float value) { return std::isfinite(value); });
  };
  if (!areNumbers(scores) || !areNumbers(embedding))
    throw Error("The model '" + description_.name + "' gave scores that are not numbers.");
  failuresInARow_ = 0;
  setLastError("");
}

/// Looks whether a child that is being started again is warm, without waiting for it.
bool ChildClassifier::isReadyAgain(const Call& call) {
  if (takeHello()) return true;
  pump(call);
  if (takeHello()) return true;
  if (Clock::now() >= startedAt_ + options_.startTimeout)
    fail("The model was not ready within " + secondsText(options_.startTimeout) + ".");
  return false;
}

void ChildClassifier::ask(const Call& call, std::span<const float> window,
                          const Destination& destination) {
  const serve::Request request{.id = ++lastRequestId_,
                               .nValues = uint32_t(window.size()),
                               .wantsEmbedding = destination.embedding.empty() ? 0U : 1U};
  process_->send(std::as_bytes(std::span(&request, 1)));
  process_->send(std::as_bytes(window));
  const auto deadline = Clock::now() + options_.answerTimeout;
  while (!takeAnswer(request.id, destination)) {
    if (Clock::now() >= deadline) {
      fail("The model gave no answer within " + secondsText(options_.answerTimeout) +
           " and is being started again.");
      throw Error(lastError());
    }
    pump(call);
  }
}

std::string ChildClassifier::lastError() const {
  const std::lock_guard lock(errorMutex_);
  return lastError_;
}

void ChildClassifier::setLastError(const std::string& sentence) {
  const std::lock_guard lock(errorMutex_);
  lastError_ = sentence;
}

}  // namespace earwitness
