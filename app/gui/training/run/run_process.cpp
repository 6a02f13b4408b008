// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/run_process.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSocketNotifier>
#include <QThread>
#include <csignal>
#include <memory>
#include <utility>
#include <vector>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/backend.h"
#include "app/gui/training/run/run_restart.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/undoable_trash.h"
#include "core/base/atomic_file.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/message_json.h"
#include "core/base/spawn.h"
#include "core/base/text.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_summary.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

/// A process that is being started, on another thread.
struct RunProcess::Launch {
  fs::path folder;
  bool isSearch = false;
  pid_t pid = 0;
  Descriptor handle;  ///< readable when the process has ended
  QString problem;
};

namespace {

constexpr int kInterrupted = 130;
constexpr int kPatienceMs = 5000;  ///< with a killed process
constexpr int kPauseMs = 20;

/// What the program wrote about itself, as its journal tells nothing of a run that never began.
fs::path errorsFile(const fs::path& folder) {
  return folder / ".errors";
}

/// The last message, or else the last line without the program's name.
QString sentenceIn(const fs::path& file) {
  std::string text;
  try {
    text = readFile(file);
  } catch (const Error&) {
    return {};
  }
  if (const Message message = lastMessageIn(text); !message.empty()) return coreText(message);
  const QString line = QString::fromStdString(lastLineOf(text));
  const QString name = QStringLiteral("earwitness-cli: ");
  const qsizetype at = line.lastIndexOf(name);
  return at < 0 ? line : line.mid(at + name.size());
}

pid_t spawnTraining(const fs::path& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "train");
  arguments.insert(arguments.end(), {"--out", folder.string(), "--json", "--yield"});
  std::error_code none;
  fs::remove(errorsFile(folder), none);
  SpawnPlan plan;
  plan.discard(STDIN_FILENO);
  plan.discard(STDOUT_FILENO);
  plan.appendTo(STDERR_FILENO, errorsFile(folder));
  plan.makeSession();
  const pid_t pid = plan.start(commandLineProgram(), arguments,
                               {{"OMP_WAIT_POLICY", "passive"}, {kMessageLines, "1"}});
  logInfo(kLogTraining, "The training in " + inQuotes(folder.string()) +
                            " was started as process " + std::to_string(pid));
  return pid;
}

/// A run that did not come to writing its first event is begun, not gone on with.
bool hasBegun(const fs::path& folder) {
  const RunFolder run{folder};
  return run.isSearch() || RunFolder::isThere(run.checkpoint()) || readRun(folder);
}

std::vector<std::string> argumentsFor(const TrainRequest& request, const fs::path& folder) {
  const fs::path file = RunFolder{folder}.settings();
  writeJsonFile(file, request.settings);
  std::vector<std::string> arguments{"--settings", file.string()};
  if (request.searchTrials > 0) {
    arguments.emplace_back("--search");
    arguments.push_back(std::to_string(request.searchTrials));
  }
  return arguments;
}

/// Until a killed process has gone.
void waitForEndOf(const fs::path& folder) {
  for (int waited = 0; writerOf(folder); waited += kPauseMs) {
    if (waited > kPatienceMs)
      throw Error("The training process has not stopped yet. Try again in a moment.");
    QThread::msleep(kPauseMs);
  }
}

}  // namespace

RunProcess::RunProcess(QObject* parent) : QObject(parent) {}

void RunProcess::launch(Work work) {
  auto launch = std::make_shared<Launch>();
  inBackground(
      this,
      [launch, work = std::move(work)] {
        try {
          work(*launch);
        } catch (const std::exception&) {
          launch->problem = shownProblem();
        }
        if (launch->pid > 0)
          launch->handle = Descriptor(int(::syscall(SYS_pidfd_open, launch->pid, 0)));
      },
      [this, launch] {
        if (!launch->problem.isEmpty()) {
          emit failed(launch->problem);
          return;
        }
        watchOver(launch);
        emit launch->isSearch ? searchStarted(textOf(launch->folder))
                              : started(textOf(launch->folder));
      });
}

/// Reaps the process when it ends, also when this object is gone by then.
void RunProcess::watchOver(const std::shared_ptr<Launch>& launch) {
  children_[launch->folder] = launch->pid;
  if (!launch->handle) return;
  auto* notifier = new QSocketNotifier(launch->handle.get(), QSocketNotifier::Read, qApp);
  connect(notifier, &QSocketNotifier::activated, notifier,
          [notifier, launch, self = QPointer(this)] {
            notifier->setEnabled(false);
            int status = 0;
            ::waitpid(launch->pid, &status, WNOHANG);
            launch->handle.close();
            notifier->deleteLater();
            if (self) self->childEnded(launch->folder, status);
          });
}

void RunProcess::childEnded(const fs::path& folder, int status) {
  children_.erase(folder);
  logInfo(kLogTraining,
          "The training in " + inQuotes(folder.string()) + " " + endInWords(status).english());
  const bool hasFailed = WIFEXITED(status) && WEXITSTATUS(status) != EXIT_SUCCESS &&
                         WEXITSTATUS(status) != kInterrupted;
  auto sentence = std::make_shared<QString>();
  readInBackground(
      this,
      [folder, sentence, hasFailed] {
        if (!hasFailed) return;
        *sentence = sentenceIn(errorsFile(folder));
        logWarning(kLogTraining, sentence->toStdString());
      },
      [this, folder, sentence] { emit ended(textOf(folder), *sentence); });
}

void RunProcess::start(const TrainRequest& request) {
  launch([request](Launch& launch) {
    launch.isSearch = request.searchTrials > 0;
    launch.folder = makeRunFolder(request.settings, request.name);
    launch.pid = spawnTraining(launch.folder, argumentsFor(request, launch.folder));
  });
}

void RunProcess::goOn(const fs::path& folder, std::vector<std::string> options) {
  launch([folder, options = std::move(options)](Launch& launch) {
    launch.folder = folder;
    launch.isSearch = RunFolder{folder}.isSearch();
    if (writerOf(folder)) throw Error("The training is already running.");
    std::vector<std::string> arguments =
        hasBegun(folder)
            ? std::vector<std::string>{"--resume"}
            : argumentsFor({.settings = settingsOfRun(folder), .searchTrials = 0}, folder);
    arguments.insert(arguments.end(), options.begin(), options.end());
    launch.pid = spawnTraining(folder, std::move(arguments));
  });
}

void RunProcess::startWithSmallerBatch(const fs::path& oldFolder) {
  launch([oldFolder](Launch& launch) {
    const nlohmann::json settings = withSmallerBatch(settingsOfRun(oldFolder));
    launch.folder = makeRunFolder(settings);
    launch.pid = spawnTraining(
        launch.folder, argumentsFor({.settings = settings, .searchTrials = 0}, launch.folder));
  });
}

void RunProcess::startWithoutBrokenFiles(const fs::path& oldFolder) {
  launch([oldFolder](Launch& launch) {
    nlohmann::json settings = settingsOfRun(oldFolder);
    launch.folder = makeRunFolder(settings);
    settings = withoutBrokenFiles(std::move(settings), oldFolder, launch.folder);
    launch.pid = spawnTraining(
        launch.folder, argumentsFor({.settings = settings, .searchTrials = 0}, launch.folder));
  });
}

void RunProcess::pause(const fs::path& folder) {
  // A child of ours may not have come to taking the lock yet.
  if (const auto child = children_.find(folder); child != children_.end()) {
    ::kill(child->second, SIGINT);
    return;
  }
  inBackground(this, [folder] {
    if (const auto writer = writerOf(folder)) ::kill(*writer, SIGINT);
  });
}

void RunProcess::discard(const fs::path& folder) {
  if (const auto child = children_.find(folder); child != children_.end())
    ::kill(child->second, SIGKILL);
  inBackground(
      this,
      [folder] {
        if (const auto writer = writerOf(folder)) ::kill(*writer, SIGKILL);
        waitForEndOf(folder);
        moveToTrash({folder});
      },
      [this, folder] { emit discarded(textOf(folder)); },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace earwitness::gui
