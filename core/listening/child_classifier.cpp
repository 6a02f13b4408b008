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
#include "core/base/message_json.h"
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
  const std::string text = std::to_string(double(duration.count()) / 1000.0);
  return text.substr(0, text.find('.') + 2);
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
    fail(error.message());
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
void ChildClassifier::fail(const Message& why) {
  setLastError(why);
  process_.reset();
  processId_ = 0;
  ++failuresInARow_;
  logWarning(kLogModel, "The model " + inQuotes(description_.name) + " failed " +
                            std::to_string(failuresInARow_) + " times in a row: " + why.english());
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
    fail(error.message());
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
  const Message how = process_->howItEnded();
  std::string line = process_->lastErrorLine();
  if (line.ends_with('.')) line.pop_back();
  const Message why = line.empty() ? Message("The model's process %1.", how)
                                   : Message("The model's process %1: %2.", how, line);
  fail(why);
  throw Error(why);
}

/// The message after a header that announced it, once all of it is there. It goes to terminals and
/// log files, and a model may have had a hand in it: without control characters.
std::optional<Message> ChildClassifier::takeMessage(uint32_t size) {
  const auto received = process_->received();
  if (received.size() < sizeof(serve::Answer) + size) return std::nullopt;
  const std::string text(reinterpret_cast<const char*>(received.data()) + sizeof(serve::Answer),
                         size);
  process_->take(sizeof(serve::Answer) + size);
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  Message message = messageFromJson(json);
  return message.empty() ? messageFromJson(text) : std::move(message);
}

/// The child said itself why it does not run the model.
void ChildClassifier::refuse(const Message& why, bool unconfinable) {
  if (unconfinable) {
    logWarning(kLogModel, why.english());
    setLastError(why);
    process_.reset();
    processId_ = 0;
    state_ = State::Unconfinable;
  } else {
    fail(why);
  }
  throw Error(why);
}

/// True when the child has said that it is warm. Throws Error when it says something else.
bool ChildClassifier::takeHello() {
  if (process_->received().size() < sizeof(serve::Answer)) return false;
  serve::Answer hello;
  std::memcpy(&hello, process_->received().data(), sizeof hello);
  if (isSentence(hello)) {
    const std::optional<Message> message = takeMessage(hello.nScores);
    if (!message) return false;
    refuse(*message, hello.magic == serve::kUnconfinableMagic);
  }
  process_->take(sizeof hello);
  Message why;
  if (hello.magic != serve::kAnswerMagic || hello.id != serve::kHello)
    why = Message("The model process sent an unexpected message at startup.");
  else if (hello.nScores != description_.labels.size())
    why = Message("The model process has %1 labels, but its file names %2.", hello.nScores,
                  description_.labels.size());
  else if (hello.nEmbedding > kLargestEmbedding)
    why = Message("The model process has an embedding of more than 65,536 numbers.");
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
              " s" + (options_.unconfined ? " without a sandbox" : ""));
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
      const std::optional<Message> message = takeMessage(answer.nScores);
      if (!message) return false;
      if (answer.id == requestId) throw Error(*message);
      continue;
    }
    // An earlier request may have asked for an embedding, or this one alone.
    const bool fits = answer.nScores == scores.size() &&
                      (answer.id == requestId ? answer.nEmbedding == embedding.size()
                                              : answer.nEmbedding <= kLargestEmbedding);
    if (answer.magic != serve::kAnswerMagic || !expected || !fits) {
      fail(Message("The model process sent an answer that does not match the request."));
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
      fail(Message("The model was not ready within %1 s.", secondsText(options_.startTimeout)));
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
    throw Error("A window of %1 values for %2 scores does not fit the model '%3'.", window.size(),
                scores.size(), description_.name);
  const std::lock_guard lock(mutex_);
  startIfDue();
  if (!process_) throw Error(lastError());
  if (state_ == State::Starting) waitForHello(call);
  if (state_ != State::Ready && !isReadyAgain(call)) throw Error(lastError());
  if (!embedding.empty() && embedding.size() != size_t(embeddingSize()))
    throw Error("The model '%1' has no embedding of %2 numbers.", description_.name,
                embedding.size());
  ask(call, window, {scores, embedding});
  const auto areNumbers = [](std::span<const float> values) {
    return std::all_of(values.begin(), values.end(),
                       [](float value) { return std::isfinite(value); });
  };
  if (!areNumbers(scores) || !areNumbers(embedding))
    throw Error("The model '%1' gave scores that are not numbers.", description_.name);
  failuresInARow_ = 0;
  setLastError({});
}

/// Looks whether a child that is being started again is warm, without waiting for it.
bool ChildClassifier::isReadyAgain(const Call& call) {
  if (takeHello()) return true;
  pump(call);
  if (takeHello()) return true;
  if (Clock::now() >= startedAt_ + options_.startTimeout)
    fail(Message("The model was not ready within %1 s.", secondsText(options_.startTimeout)));
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
      fail(Message("The model gave no answer within %1 s and is being started again.",
                   secondsText(options_.answerTimeout)));
      throw Error(lastError());
    }
    pump(call);
  }
}

Message ChildClassifier::lastError() const {
  const std::lock_guard lock(errorMutex_);
  return lastError_;
}

void ChildClassifier::setLastError(const Message& why) {
  const std::lock_guard lock(errorMutex_);
  lastError_ = why;
}

}  // namespace earwitness
