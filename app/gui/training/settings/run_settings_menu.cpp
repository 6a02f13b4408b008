// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/run_settings_menu.h"

#include <QFileDialog>
#include <algorithm>
#include <memory>
#include <vector>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_summary.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr size_t kMostRuns = 15;

std::vector<RunSummary> recentRuns() {
  std::vector<RunSummary> runs;
  try {
    runs = findRuns(stateFolder() / "runs");
  } catch (const std::exception&) {  // without a home, or unreadable: none
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const RunSummary& a, const RunSummary& b) { return a.started > b.started; });
  runs.resize(std::min(runs.size(), kMostRuns));
  return runs;
}

QString textOf(const RunSummary& run) {
  QString text = QString::fromStdString(run.folder.path.filename().string());
  text.replace(u'&', QStringLiteral("&&"));
  if (run.best)
    text = (run.best->multiLabel ? RunSettingsMenu::tr("%1: mean average precision %2")
                                 : RunSettingsMenu::tr("%1: balanced accuracy %2"))
               .arg(text, percentText(float(mainFigure(*run.best))));
  return text;
}

}  // namespace

RunSettingsMenu::RunSettingsMenu(QWidget* parent)
    : QMenu(parent),
      fromFile_(new QAction(tr("From a &file…"), this)),
      none_(new QAction(tr("No runs yet"), this)) {
  none_->setEnabled(false);
  addAction(none_);
  addSeparator();
  addAction(fromFile_);
  connect(fromFile_, &QAction::triggered, this, &RunSettingsMenu::chooseFile);
  connect(this, &QMenu::aboutToShow, this, &RunSettingsMenu::list);
}

void RunSettingsMenu::list() {
  auto runs = std::make_shared<std::vector<RunSummary>>();
  readInBackground(
      this, [runs] { *runs = recentRuns(); },
      [this, runs] {
        qDeleteAll(runs_);
        runs_.clear();
        none_->setVisible(runs->empty());
        for (const RunSummary& run : *runs) {
          auto* action = new QAction(textOf(run), this);
          connect(action, &QAction::triggered, this,
                  [this, folder = run.folder.path] { open(folder); });
          insertAction(none_, action);
          runs_ << action;
        }
      });
}

void RunSettingsMenu::chooseFile() {
  auto* dialog = new QFileDialog(parentWidget(), tr("Settings of a run"), {},
                                 tr("Settings (*.json);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& file) { open(file.toStdString()); });
  dialog->open();
}

void RunSettingsMenu::open(const fs::path& chosen) {
  struct Read {
    nlohmann::json settings;
    QString problem, name;
  };
  auto read = std::make_shared<Read>();
  readInBackground(
      this,
      [read, chosen] {
        try {
          std::error_code none;
          const fs::path file =
              fs::is_directory(chosen, none) ? RunFolder{chosen}.settings() : chosen;
          read->name = QString::fromStdString(file.parent_path().filename().string());
          read->settings = nlohmann::json::parse(readFile(file), nullptr, false);
          if (read->settings.is_discarded())
            throw Error("The file '%1' does not contain settings.", file);
        } catch (const std::exception&) {
          read->problem = shownProblem();
        }
      },
      [this, read] {
        if (read->problem.isEmpty())
          emit loaded(read->settings, read->name);
        else
          emit failed(read->problem);
      });
}

}  // namespace earwitness::gui
