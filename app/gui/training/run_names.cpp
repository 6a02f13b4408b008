// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run_names.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/gui/training/run_library.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Runs)
};

fs::path lastPartOf(const fs::path& path) {
  return (path.has_filename() ? path : path.parent_path()).filename();
}

}  // namespace

std::vector<QString> distinctNames(const std::vector<RunSummary>& runs) {
  std::vector<QString> titles;
  for (const RunSummary& run : runs) titles.push_back(runTitle(run.folder.path));
  std::vector<QString> names = titles;
  for (size_t i = 0; i < runs.size(); ++i)
    if (std::count(titles.begin(), titles.end(), titles[i]) > 1)
      names[i] =
          Text::tr("%1 (%2)").arg(titles[i], startOf(runs[i]).toString(u"yyyy-MM-dd HH:mm:ss"));
  return names;
}

QDateTime startOf(const RunSummary& run) {
  return QDateTime::fromString(QString::fromStdString(run.started), Qt::ISODateWithMs)
      .toLocalTime();
}

QString runStateText(const std::string& state) {
  if (state == "running") return Text::tr("Running");
  if (state == "finished") return Text::tr("Finished");
  if (state == "stopped") return Text::tr("Stopped");
  if (state == "failed") return Text::tr("Failed");
  if (state == "interrupted") return Text::tr("Interrupted");
  return QString::fromStdString(state);
}

QString settingText(const RunSummary& run, const char* key) {
  const auto found = run.settings.find(key);
  if (found == run.settings.end() || found->is_null()) return {};
  return QString::fromStdString(found->is_string() ? found->get<std::string>() : found->dump());
}

QString dataNameOf(const RunSummary& run) {
  const auto data = run.settings.find("data");
  if (data == run.settings.end() || !data->is_object()) return {};
  const auto root = data->find("root");
  if (root == data->end() || !root->is_string()) return {};
  return QString::fromStdString(lastPartOf(root->get<std::string>()).string());
}

QString runTimeText(double seconds) {
  if (seconds < 9.95) return Text::tr("%L1 s").arg(seconds, 0, 'f', 1);
  const long whole = std::lround(seconds);
  if (whole < 60) return Text::tr("%1 s").arg(whole);
  if (whole < 3600) return Text::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  return Text::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

}  // namespace earwitness::gui
