#include <functional>
#include <string>

#include <unistd.h>

#include "core/base/error.h"
#include "core/inference/confined_task.h"
#include "core/inference/foreign_import.h"
#include "core/inference/foreign_probe.h"

namespace earwitness {
namespace {

using nlohmann::json;

void writeAll(int output, const std::string& bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(output, bytes.data() + done, bytes.size() - done);
    if (count <= 0) throw Error("The process that asked for this work is not there any more.");
    done += size_t(count);
  }
}

void writeLine(int output, const json& line) {
  writeAll(output, line.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
}

std::string readLine(int input) {
  std::string line;
  for (char c = 0; ::read(input, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

void work(const json& request, int output) {
  const std::filesystem::path file = request.at("file").get<std::string>();
  const auto onStep = [output](const std::string& step) { writeLine(output, {{"step", step}}); };
  if (request.at("task") == "probe") {
    writeLine(output, {{"result", toJson(probeForeignModel(file, onStep))}});
    return;
  }
  const ForeignAnswers answers =
      foreignAnswersFromJson(request.at("answers"), "'" + file.string() + "'");
  const ImportedModel imported =
      importForeignModel(file, answers, request.value("sample", ""), onStep);
  writeLine(output,
            {{"result", toJson(imported.trial)}, {"payload_bytes", imported.archive.size()}});
  writeAll(output, imported.archive);
}

}  // namespace

void runConfinedTask(int input, int output) {
  // What the network prints goes to standard error; the answers keep the pipe to themselves.
  const int answers = ::dup(output);
  ::dup2(STDERR_FILENO, output);
  try {
    const json request = json::parse(readLine(input));
    confineThisProcess(sandboxLimitsFromJson(request.at("limits")));
    work(request, answers);
  } catch (const json::exception&) {
    writeLine(answers, {{"error", "The confined process was asked for something unknown."}});
  } catch (const std::exception& error) {
    writeLine(answers, {{"error", error.what()}});
  }
  // Nothing of a stranger's runs at the end.
  ::_exit(0);
}

}  // namespace earwitness
