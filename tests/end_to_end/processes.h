// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness::test {

/// What a program said when it had ended.
struct Finished {
  int exitCode = -1;
  std::string out;
  std::string err;
};

inline Finished run(const QString& program, const QStringList& arguments, int timeoutMs = 120000) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(timeoutMs)) {
    process.kill();
    process.waitForFinished();
    return {-1, process.readAllStandardOutput().toStdString(),
            (process.errorString() + " " + process.readAllStandardError()).toStdString()};
  }
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          process.readAllStandardOutput().toStdString(),
          process.readAllStandardError().toStdString()};
}

/// Process ids of the children of `parent`, from /proc.
inline std::vector<int> childrenOf(qint64 parent) {
  std::vector<int> children;
  const std::filesystem::path tasks = "/proc/" + std::to_string(parent) + "/task";
  std::error_code error;
  for (const auto& task : std::filesystem::directory_iterator(tasks, error)) {
    std::ifstream file(task.path() / "children");
    for (int child = 0; file >> child;) children.push_back(child);
  }
  return children;
}

/// The lines of a file of JSON objects that are complete so far.
inline std::vector<nlohmann::json> jsonLines(const std::filesystem::path& path) {
  std::vector<nlohmann::json> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line) && !file.eof();)
    lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace earwitness::test
