// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/why_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

enum Column { Class, Score, Instant, Threshold, Outcome, ColumnCount };

QString outcomeText(EventOutcome standing) {
  switch (standing) {
    case EventOutcome::Reported:
      return WhyDialog::tr("It was reported.");
    case EventOutcome::ReportedNearby:
      return WhyDialog::tr("It was reported slightly earlier or later.");
    case EventOutcome::MoreSpecific:
      return WhyDialog::tr("A more specific class was reported instead.");
    case EventOutcome::BelowThreshold:
      return WhyDialog::tr("It came near the threshold, but stayed below it.");
    case EventOutcome::TooShort:
      return WhyDialog::tr("It was shorter than the minimum duration of this class.");
    case EventOutcome::CoolingDown:
      return WhyDialog::tr(
          "It started within the minimum gap after the previous event of this class.");
    case EventOutcome::Quiet:
      return WhyDialog::tr("It was no louder than the room noise.");
    case EventOutcome::FarBelowThreshold:
      break;
  }
  return WhyDialog::tr("It stayed well below the threshold.");
}

}  // namespace

WhyDialog::WhyDialog(const std::vector<Explanation>& explanations, const QStringList& labels,
                     const std::vector<bool>& hidden, const QString& when, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Why was this (not) reported?"));
  setObjectName(QStringLiteral("whyDialog"));
  auto* text = new QLabel(explanations.empty()
                              ? tr("Nothing was scored at %1.").arg(when)
                              : tr("Class scores at %1 compared with their thresholds.").arg(when),
                          this);
  text->setWordWrap(true);
  auto* table = new QTableWidget(0, ColumnCount, this);
  table->setObjectName(QStringLiteral("whyTable"));
  table->setAccessibleName(tr("Scores"));
  table->setHorizontalHeaderLabels(
      {tr("Class"), tr("Score"), tr("Raw score"), tr("Threshold"), tr("Outcome")});
  styleTable(*table);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  for (const Explanation& explanation : explanations) {
    const auto label = size_t(explanation.label);
    addRow(table, explanation, labels.value(explanation.label),
           label < hidden.size() && hidden[label]);
  }
  table->resizeColumnsToContents();
  table->setVisible(!explanations.empty());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 20, 20, 16);
  layout->setSpacing(14);
  layout->addWidget(text);
  layout->addWidget(table, 1);
  layout->addWidget(buttons);
  resize(explanations.empty() ? QSize(360, 120) : QSize(680, 420));
}

void WhyDialog::addRow(QTableWidget* table, const Explanation& explanation, const QString& label,
                       bool isHidden) const {
  const int row = table->rowCount();
  table->insertRow(row);
  const auto put = [&](int column, const QString& text, Qt::Alignment alignment) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    if (explanation.outcome == EventOutcome::Reported)
      item->setForeground(themeColours(palette()).accent);
    table->setItem(row, column, item);
  };
  put(Class, label, Qt::AlignLeft);
  put(Score, percentText(explanation.smoothed), Qt::AlignRight);
  put(Instant, percentText(explanation.score), Qt::AlignRight);
  // Hidden classes and background have a threshold that no score reaches.
  const bool isNoEvent = !std::isfinite(explanation.threshold);
  put(Threshold, isNoEvent ? QStringLiteral("\u2013") : percentText(explanation.threshold),
      Qt::AlignRight);
  put(Outcome,
      isHidden    ? tr("This class is ignored.")
      : isNoEvent ? tr("Background class: never reported.")
                  : outcomeText(explanation.outcome),
      Qt::AlignLeft);
}

}  // namespace earwitness::gui
