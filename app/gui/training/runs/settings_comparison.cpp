// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/settings_comparison.h"

#include <QEvent>
#include <QHeaderView>

#include "app/gui/base/theme.h"
#include "app/gui/training/run_names.h"
#include "app/gui/widgets/table_style.h"
#include "core/runs/settings_difference.h"

namespace earwitness::gui {

SettingsComparison::SettingsComparison(QWidget* parent) : QTableWidget(parent) {
  setObjectName(QStringLiteral("settingsComparison"));
  setAccessibleName(tr("Settings that differ"));
  styleTable(*this);
  setEmptyText(*this, [this] { return nothing_; });
  setEditTriggers(NoEditTriggers);
  setRuns({});
}

void SettingsComparison::setRuns(const std::vector<RunSummary>& runs) {
  runs_ = runs;
  std::vector<FlatSettings> settings;
  QStringList header{tr("Setting")};
  for (const RunSummary& run : runs) settings.push_back(flatSettings(run.settings));
  for (const QString& name : distinctNames(runs)) header << name;
  const auto differences = settingsThatDiffer(settings);
  nothing_ = runs.size() < 2 ? tr("Select two or more runs to see how their settings differ.")
                             : tr("These runs have the same settings.");
  if (!differences.empty()) nothing_.clear();
  clear();
  setColumnCount(differences.empty() ? 0 : int(header.size()));
  setRowCount(int(differences.size()));
  if (!differences.empty()) setHorizontalHeaderLabels(header);
  for (size_t row = 0; row < differences.size(); ++row) {
    const auto& [name, values] = differences[row];
    setItem(int(row), 0, new QTableWidgetItem(QString::fromStdString(name)));
    for (size_t run = 0; run < values.size(); ++run) {
      const QString text = values[run] ? QString::fromStdString(*values[run]) : tr("not set");
      auto* item = new QTableWidgetItem(text.isEmpty() ? tr("none") : text);
      item->setToolTip(item->text());
      if (!values[run] || text.isEmpty()) item->setForeground(themeColours(palette()).muted);
      setItem(int(row), int(run) + 1, item);
    }
  }
  const int character = fontMetrics().averageCharWidth();
  for (int column = 0; column < columnCount(); ++column) {
    setColumnWidth(column, (column == 0 ? 30 : 26) * character);
    horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(column)->setToolTip(horizontalHeaderItem(column)->text());
  }
  viewport()->update();
}

void SettingsComparison::changeEvent(QEvent* event) {
  QTableWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) setRuns(std::vector(runs_));
}

}  // namespace earwitness::gui
