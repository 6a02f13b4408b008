// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run_library.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/gui/base/text_format.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/runs/run_lock.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kNamedClasses = 3;
constexpr int kLongestName = 60;

bool liesIn(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

/// "dog, rain, siren, …"
QString classesIn(const fs::path& root) {
  QStringList names;
  for (const fs::path& folder : foldersIn(root))
    if (const auto name = QString::fromStdString(folder.filename().string()); name[0] != u'.')
      names << name;
  const bool more = names.size() > kNamedClasses;
  names = names.mid(0, kNamedClasses);
  if (more) names << QStringLiteral("…");
  return names.join(QStringLiteral(", "));
}

/// Sounds that were gathered in the window have a folder with a name that tells nothing.
QString nameOfSounds(const nlohmann::json& settings) {
  std::string text;
  if (settings.is_object() && settings.contains("data") && settings["data"].is_object())
    text = settings["data"].value("root", text);
  fs::path root = fs::path(text).lexically_normal();
  if (!root.has_filename()) root = root.parent_path();
  QString name;
  if (liesIn(root, dataFolder())) name = classesIn(root);
  std::error_code unreadable;
  if (fs::is_regular_file(root, unreadable)) root = root.parent_path();
  if (name.isEmpty()) name = textOf(root.filename());
  return name;
}

/// As part of a folder's name.
QString tidied(QString name) {
  name.replace(QRegularExpression(QStringLiteral("[/\\x00-\\x1f\\x7f]")), QStringLiteral(" "));
  name = name.simplified().left(kLongestName).trimmed();
  return name.isEmpty() ? QCoreApplication::translate("RunLibrary", "training") : name;
}

}  // namespace

std::vector<fs::path> foldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code unreadable;
    if (entry->is_directory(unreadable)) folders.push_back(entry->path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

fs::path runsFolder() {
  return stateFolder() / "runs";
}

fs::path makeRunFolder(const nlohmann::json& settings, const QString& called) {
  const fs::path root = runsFolder();
  std::error_code failure;
  fs::create_directories(root, failure);
  const QString time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
  const QString name =
      time + u' ' + tidied(called.trimmed().isEmpty() ? nameOfSounds(settings) : called);
  for (int i = 1; !failure; ++i) {
    const QString numbered = i == 1 ? name : QStringLiteral("%1 %2").arg(name).arg(i);
    fs::path folder = root / numbered.toStdString();
    if (fs::create_directory(folder, failure)) return folder;
  }
  throw Error("A folder for the training cannot be created in '%1': %2.", root, failure.message());
}

QString runTitle(const fs::path& folder) {
  const fs::path clean = folder.has_filename() ? folder : folder.parent_path();
  const QString name = QString::fromStdString(clean.filename().string());
  static const QRegularExpression trial(QStringLiteral("^trial-0*(\\d+)$"));
  if (const auto match = trial.match(name); match.hasMatch())
    return QCoreApplication::translate("RunLibrary", "%1, trial %2")
        .arg(runTitle(clean.parent_path()), match.captured(1));
  static const QRegularExpression timed(
      QStringLiteral("^\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d (.+)$"));
  const auto match = timed.match(name);
  return match.hasMatch() ? match.captured(1) : name;
}

std::optional<pid_t> writerOf(const fs::path& folder) {
  if (const auto holder = RunLock::holder({folder})) return holder;
  for (const fs::path& trial : foldersIn(folder))
    if (const auto holder = RunLock::holder({trial})) return holder;
  return std::nullopt;
}

bool isBeingTrained(const fs::path& folder) {
  const std::vector<fs::path> trials = foldersIn(folder);
  return RunLock::isHeld({folder}) ||
         std::any_of(trials.begin(), trials.end(),
                     [](const auto& trial) { return RunLock::isHeld({trial}); });
}

std::vector<fs::path> runningRuns() {
  std::vector<fs::path> running;
  for (const fs::path& folder : foldersIn(runsFolder()))
    if (isBeingTrained(folder)) running.push_back(folder);
  return running;
}

}  // namespace earwitness::gui
