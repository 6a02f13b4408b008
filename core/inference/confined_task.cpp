#include "core/inference/confined_task.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/child_process.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;

constexpr std::chrono::milliseconds kLookEvery{50};

/// The parent's view of one child.
class Conversation {
 public:
  explicit Conversation(const ConfinedTask& task)
      : task_(task),
        // One thread each: those that wait for others count as computing.
        child_(task.program, {"confined"},
               {{"OMP_NUM_THREADS", "1"},
                {"OPENBLAS_NUM_THREADS", "1"},
                {"OMP_WAIT_POLICY", "passive"}}),
        deadline_(Clock::now() + std::chrono::seconds(task.limits.wallSeconds)) {
    json request = task.request;
    request["limits"] = toJson(task.limits);
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
      if (line->contains("error")) throw Error(line->value("error", ""));
      if (line->contains("result"))
        return {line->at("result"), payload(line->value("payload_bytes", size_t(0)))};
      step_ = line->value("step", step_);
      if (task_.onStep) task_.onStep(step_);
    }
  }

 private:
  std::optional<json> nextLine() {
    const std::string_view received = text();
    const size_t end = received.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    json line = json::parse(received.substr(0, end), nullptr, false);
    child_.take(end + 1);
    // What the network prints comes the same way.
    if (!line.is_object()) return json::object();
    return line;
  }

  std::string payload(size_t size) {
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
    if (signal != 0) giveUp("the program that opened it crashed");
    const std::string line = child_.lastErrorLine();
    giveUp("the program that opened it ended" + (line.empty() ? "" : " (" + line + ")"));
  }

  std::string endless() const {
    return "it did not come to an end within " + std::to_string(task_.limits.cpuSeconds) +
           " s of computing, so it is too slow here or has a loop without end";
  }

  [[noreturn]] void giveUp(const std::string& why) const {
    throw Error("The file " + inQuotes(task_.file.string()) + " was given up while " + step_ +
                ": " + why + ".");
  }

  const ConfinedTask& task_;
  ChildProcess child_;
  Clock::time_point deadline_;
  std::string step_ = "LibTorch was starting";
};

}  // namespace

ConfinedResult runConfined(const ConfinedTask& task) {
  return Conversation(task).result();
}

}  // namespace earwitness
