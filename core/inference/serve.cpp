// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/serve.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include <unistd.h>

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/inference/network_classifier.h"
#include "core/inference/open_model.h"
#include "core/inference/sandbox.h"
#include "core/listening/serve_protocol.h"
#include "core/listening/trim_leading_quiet.h"
#include "core/network/torch_preparation.h"

namespace earwitness {
namespace {

/// False where the pipe ended before the first byte.
bool readAll(int file, void* data, size_t size) {
  size_t done = 0;
  while (done < size) {
    const ssize_t count = ::read(file, static_cast<char*>(data) + done, size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      if (done == 0) return false;
      throw Error("A request to the classifier process was cut off.");
    }
    done += size_t(count);
  }
  return true;
}

void writeAll(int file, const void* data, size_t size) {
  size_t done = 0;
  while (done < size) {
    const ssize_t count = ::write(file, static_cast<const char*>(data) + done, size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Error("The classifier process cannot answer: %1.", std::strerror(errno));
    done += size_t(count);
  }
}

constexpr unsigned kLongestSeconds = 600;  // of a start or a window

/// Ends the process when what is done takes far too long: the other side may be gone, and nobody
/// else would end a model that does not come to an end.
class Alarm {
 public:
  Alarm() { ::alarm(kLongestSeconds); }
  ~Alarm() { ::alarm(0); }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;
};

void writeMessage(int output, uint32_t magic, uint32_t id, const Message& message) {
  std::string text = toJson(message).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  if (text.size() > serve::kLongestText) text = message.english().substr(0, serve::kLongestText);
  const serve::Answer answer{.magic = magic, .id = id, .nScores = uint32_t(text.size())};
  writeAll(output, &answer, sizeof answer);
  writeAll(output, text.data(), text.size());
}

/// Nothing of a stranger's runs before this process is confined.
std::unique_ptr<NetworkClassifier> openConfined(const std::filesystem::path& modelFile,
                                                bool unconfined) {
  ModelSource model = openModel(modelFile);
  if (!model.bundled && !unconfined) {
    prepareLibTorch();
    SandboxLimits limits = limitsFor(modelFile);
    limits.cpuSeconds = 0;  // it may listen for months
    confineThisProcess(limits);
  }
  auto classifier =
      std::make_unique<NetworkClassifier>(*model.archive, std::move(model.description));
  classifier->warmUp();
  return classifier;
}

class Server {
 public:
  Server(NetworkClassifier& classifier, int input, int output)
      : classifier_(classifier),
        input_(input),
        output_(output),
        scores_(classifier.description().labels.size()),
        embedding_(size_t(classifier.embeddingSize())) {}

  void run() {
    const serve::Answer hello{.id = serve::kHello,
                              .nScores = uint32_t(scores_.size()),
                              .nEmbedding = uint32_t(embedding_.size())};
    writeAll(output_, &hello, sizeof hello);
    serve::Request request;
    while (readAll(input_, &request, sizeof request)) {
      if (request.magic != serve::kRequestMagic ||
          !takesInput(classifier_.description(), request.nValues))
        throw Error(
            "The classifier process was asked for a window of another shape than its model's.");
      window_.resize(request.nValues);
      if (!readAll(input_, window_.data(), window_.size() * sizeof(float)))
        throw Error("A request to the classifier process was cut off.");
      try {
        answer(request.id, request.wantsEmbedding != 0);
      } catch (const Error& error) {
        writeMessage(output_, serve::kRefusalMagic, request.id,
                     withSandboxExplained(error.message()));
      }
    }
  }

 private:
  void answer(uint32_t id, bool wantsEmbedding) {
    const std::span<float> embedding = wantsEmbedding ? std::span(embedding_) : std::span<float>();
    const auto start = std::chrono::steady_clock::now();
    {
      const Alarm alarm;
      classifier_.classifyAndEmbed(window_, scores_, embedding);
    }
    const std::chrono::duration<float, std::milli> elapsed =
        std::chrono::steady_clock::now() - start;
    const serve::Answer answer{.id = id,
                               .nScores = uint32_t(scores_.size()),
                               .nEmbedding = uint32_t(embedding.size()),
                               .inferenceMs = elapsed.count()};
    writeAll(output_, &answer, sizeof answer);
    writeAll(output_, scores_.data(), scores_.size() * sizeof(float));
    writeAll(output_, embedding.data(), embedding.size_bytes());
  }

  NetworkClassifier& classifier_;
  int input_;
  int output_;
  std::vector<float> window_;
  std::vector<float> scores_;
  std::vector<float> embedding_;
};

}  // namespace

void runServe(const std::filesystem::path& modelFile, bool unconfined, int input, int output) {
  // What the network prints goes to standard error; the answers keep the pipe to themselves.
  const int answers = ::dup(output);
  if (answers < 0 || ::dup2(STDERR_FILENO, output) < 0)
    throw Error("The classifier process has no output: %1.", std::strerror(errno));
  std::unique_ptr<NetworkClassifier> classifier;
  try {
    const Alarm alarm;
    classifier = openConfined(modelFile, unconfined);
  } catch (const SandboxError& error) {
    writeMessage(answers, serve::kUnconfinableMagic, serve::kHello, error.message());
    throw;
  } catch (const Error& error) {
    const Message message = withSandboxExplained(error.message());
    writeMessage(answers, serve::kRefusalMagic, serve::kHello, message);
    throw Error(message);
  }
  Server(*classifier, input, answers).run();
  // Nothing of a stranger's runs at the end.
  ::_exit(0);
}

}  // namespace earwitness
