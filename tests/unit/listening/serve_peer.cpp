// SPDX-License-Identifier: GPL-3.0-or-later
// The child's side of serve_protocol.h without a network, for test_child_classifier: answers by a
// formula, and misbehaves as EARWITNESS_PEER says.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "core/listening/serve_protocol.h"

using namespace earwitness;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// How often this program was started with this log, this time included.
int countStart() {
  const std::string log = variable("EARWITNESS_PEER_LOG");
  std::ofstream(log, std::ios::app) << "start\n";
  std::ifstream starts(log);
  int count = 0;
  for (std::string line; std::getline(starts, line);) ++count;
  return count;
}

bool hasOnlyStandardStreams() {
  for (int descriptor = 3; descriptor < 256; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) != -1) return false;
  return true;
}

bool readAll(void* data, size_t size) {
  auto* bytes = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t count = ::read(STDIN_FILENO, bytes, size);
    if (count <= 0) return false;
    bytes += count;
    size -= size_t(count);
  }
  return true;
}

void writeAll(const void* data, size_t size) {
  const auto* bytes = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes, size);
    if (count <= 0) std::_Exit(0);
    bytes += count;
    size -= size_t(count);
  }
}

[[noreturn]] void hang() {
  while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
}

[[noreturn]] void die(const char* lastWords) {
  std::fprintf(stderr, "loading\n%s\n", lastWords);
  std::exit(3);
}

/// First value, last value, and mean, so that a window that was cut or shifted shows.
std::vector<float> scoresOf(const std::vector<float>& window) {
  double sum = 0.0;
  for (const float value : window) sum += double(value);
  return {window.front(), window.back(), float(sum / double(window.size()))};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 || std::strcmp(argv[1], "serve") != 0 || std::strcmp(argv[2], "--model") != 0)
    die("usage: serve --model FILE");
  const std::string mode = variable("EARWITNESS_PEER");
  const int start = countStart();
  const bool isFirst = start == 1;

  if (mode == "die-at-start" || (mode == "die-at-first-start" && isFirst))
    die("The model file is of no use");
  if (mode == "hang-at-start") hang();
  if (mode == "slow-start" || (mode == "slow-restart" && !isFirst))
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  serve::Answer hello{.id = serve::kHello, .nScores = mode == "other-labels" ? 5U : 3U};
  if (mode.starts_with("embedding")) hello.nEmbedding = 2;
  if (mode == "huge-embedding") hello.nEmbedding = 1U << 30;
  if (mode == "garbage-hello") hello.magic = 7;
  if (mode == "half-hello") {
    writeAll(&hello, sizeof hello / 2);
    die("That was all");
  }
  writeAll(&hello, sizeof hello);

  serve::Request request;
  for (int nRequests = 1; readAll(&request, sizeof request); ++nRequests) {
    if (request.magic != serve::kRequestMagic) die("The request is garbage");
    std::vector<float> window(request.nValues);
    if (!readAll(window.data(), window.size() * sizeof(float))) die("The window is cut off");
    std::vector<float> scores = scoresOf(window);
    serve::Answer answer{.id = request.id, .nScores = uint32_t(scores.size())};
    std::vector<float> embedding;
    if (request.wantsEmbedding != 0) embedding = {scores[1], -scores[0]};
    if (mode == "embedding-of-three") embedding.resize(3);
    answer.nEmbedding = uint32_t(embedding.size());
    const bool isSecond = nRequests == 2;
    if (mode == "die-at-first-request" && isFirst) die("Out of memory, says the peer");
    if (mode == "die-at-every-request") die("Out of memory, says the peer");
    if (mode == "hang-at-every-request") hang();
    if (mode == "hang-at-second-request" && isFirst && isSecond) hang();
    if (mode == "delay-second-answer" && isSecond)
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    if (mode == "wrong-magic" && isFirst && isSecond) answer.magic = 7;
    if (mode == "wrong-id" && isFirst && isSecond) answer.id += 1;
    if (mode == "wrong-count" && isFirst && isSecond) answer.nScores = 2;
    if (mode == "not-a-number" && isSecond) scores[1] = __builtin_nanf("");
    if (mode == "environment")
      scores = {variable("OMP_NUM_THREADS") == "1" ? 1.0F : 0.0F,
                variable("OMP_WAIT_POLICY") == "PASSIVE" ? 1.0F : 0.0F,
                hasOnlyStandardStreams() ? 1.0F : 0.0F};
    if (mode == "talkative")
      for (int line = 0; line < 2000; ++line) std::fprintf(stderr, "a line of no importance\n");
    writeAll(&answer, sizeof answer);
    if (mode == "half-answer" && isFirst && isSecond) {
      writeAll(scores.data(), sizeof(float));
      die("In the middle of a sentence");
    }
    writeAll(scores.data(), scores.size() * sizeof(float));
    writeAll(embedding.data(), embedding.size() * sizeof(float));
  }
  return 0;
}
