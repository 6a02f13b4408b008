#include "core/inference/serve.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <vector>

#include <unistd.h>

#include "core/base/error.h"
#include "core/inference/network_classifier.h"
#include "core/listening/serve_protocol.h"

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
    if (count <= 0)
      throw Error("The classifier process cannot answer: " + std::string(std::strerror(errno)) +
                  ".");
    done += size_t(count);
  }
}

}  // namespace

void runServe(const std::filesystem::path& modelFile, int input, int output) {
  NetworkClassifier classifier(modelFile);
  classifier.warmUp();
  const auto& description = classifier.description();
  std::vector<float> window(description.inputSize());
  std::vector<float> scores(description.labels.size());

  serve::Answer hello;
  hello.id = serve::kHello;
  hello.nScores = uint32_t(scores.size());
  writeAll(output, &hello, sizeof hello);

  serve::Request request;
  while (readAll(input, &request, sizeof request)) {
    if (request.magic != serve::kRequestMagic || request.nValues != window.size())
      throw Error(
          "The classifier process was asked for a window of another shape than its model's.");
    if (!readAll(input, window.data(), window.size() * sizeof(float)))
      throw Error("A request to the classifier process was cut off.");
    const auto start = std::chrono::steady_clock::now();
    classifier.classify(window, scores);
    const std::chrono::duration<float, std::milli> elapsed =
        std::chrono::steady_clock::now() - start;
    serve::Answer answer;
    answer.id = request.id;
    answer.nScores = uint32_t(scores.size());
    answer.inferenceMs = elapsed.count();
    writeAll(output, &answer, sizeof answer);
    writeAll(output, scores.data(), scores.size() * sizeof(float));
  }
}

}  // namespace earwitness
