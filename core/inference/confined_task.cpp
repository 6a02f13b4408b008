// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/confined_task.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/listening/child_process.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;

constexpr std::chrono::milliseconds kLookEvery{50};
// A child that a stranger took over must not fill this process's memory.
constexpr size_t kLongestLine = size_t(64) << 20;
constexpr uintmax_t kMostBytes = uintmax_t(64) << 20;
constexpr uintmax_t kMostTimesTheFile = 4;

// Nothing that the child says has to be of the right kind.
std::string textIn(const json& line, const char* key, const std::string& without) {
  const auto found = line.find(key);
  if (found == line.end() || !found->is_string()) return without;
  std::string text = found->get<std::string>();
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  return text;
}

size_t numberIn(const json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_number_unsigned() ? found->get<size_t>() : 0;
}

/// The parent's view of one child.
class Conversation {
 public:
  explicit Conversation(const ConfinedTask& task)
      : task_(task),
        // One thread each: those that wait for others count as computing.
        child_(task.confinement.program, {"confined"},
               {{"OMP_NUM_THREADS", "1"},
                {"OPENBLAS_NUM_THREADS", "1"},
                {"OMP_WAIT_POLICY", "passive"}}),
        deadline_(Clock::now() + std::chrono::seconds(task.limits.wallSeconds)) {
    json request = task.request;
    request["limits"] = toJson(task.limits);
    request["file"] = std::filesystem::absolute(task.file).string();
    request["unconfined"] = task.confinement.unconfined;
    const std::string line = request.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    child_.send(std::as_bytes(std::span(line)));
  }

  ConfinedResult result() {
    while (true) {
      const std::optional<json> line = nextLine();
      if (!line) {
        wait();
        continue;
      }
      if (line->contains("error")) throwAsSaid(*line);
      if (line->contains("result"))
        return {line->at("result"), payload(numberIn(*line, "payload_bytes"))};
      step_ = textIn(*line, "step", step_);
      if (task_.onStep) task_.onStep(step_);
    }
  }

 private:
  std::optional<json> nextLine() {
    const std::string_view received = text();
    const size_t end = received.find('\n');
    if (end == std::string_view::npos) {
      if (received.size() > kLongestLine)
        giveUp(Message("it answers with something that has no end"));
      return std::nullopt;
    }
    json line = json::parse(received.substr(0, end), nullptr, false);
    child_.take(end + 1);
    // What the network prints comes the same way.
    if (!line.is_object()) return json::object();
    return line;
  }

  [[noreturn]] static void throwAsSaid(const json& line) {
    Message problem = messageIn(line, "error");
    if (problem.empty()) problem = Message("The confined process failed.");
    if (line.value("unconfinable", json()) == true) throw SandboxError(problem);
    throw Error(problem);
  }

  std::string payload(size_t size) {
    std::error_code none;
    const uintmax_t fileSize = std::filesystem::file_size(task_.file, none);
    if (size > kMostBytes + kMostTimesTheFile * (none ? 0 : fileSize))
      giveUp(Message("it answers with more than such a file can contain"));
    while (text().size() < size) wait();
    std::string bytes(text().substr(0, size));
    child_.take(size);
    return bytes;
  }

  std::string_view text() const {
    const auto bytes = child_.received();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }

  /// Throws where there is nothing to wait for any more.
  void wait() {
    if (task_.cancelled != nullptr && task_.cancelled->load()) throw Stopped();
    if (Clock::now() >= deadline_) giveUp(endless());
    if (!child_.ended()) {
      child_.pump(kLookEvery);
      return;
    }
    const int signal = child_.endingSignal();
    // The kernel ends those that used up their time with the second, where both limits are one.
    if (signal == SIGXCPU || signal == SIGKILL) giveUp(endless());
    if (signal != 0) giveUp(Message("the program that opened it crashed"));
    const std::string line = child_.lastErrorLine();
    giveUp(line.empty() ? Message("the program that opened it ended")
                        : Message("the program that opened it ended (%1)", line));
  }

  Message endless() const {
    return Message(
        "it did not come to an end within %1 s of computing, so it is too slow here or "
        "has a loop without end",
        task_.limits.cpuSeconds);
  }

  [[noreturn]] void giveUp(const Message& why) const {
    throw Error("The file '%1' was rejected while %2: %3.", task_.file,
                Message::restored(step_, {}), why);
  }

  const ConfinedTask& task_;
  ChildProcess child_;
  Clock::time_point deadline_;
  std::string step_ = CORE_TEXT("LibTorch was starting");
};

}  // namespace

ConfinedResult runConfined(const ConfinedTask& task) {
  return Conversation(task).result();
}

}  // namespace earwitness
