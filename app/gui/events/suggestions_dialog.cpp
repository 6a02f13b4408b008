// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/events/suggestions_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/gui/base/text_format.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {
enum Column { Class, Reviewed, Threshold, Minimum, Effect, ColumnCount };

QString change(const QString& before, const QString& after) {
  return before == after ? before : QStringLiteral("%1 \u2192 %2").arg(before, after);
}
}  // namespace

SuggestionsDialog::SuggestionsDialog(std::vector<RuleSuggestion> suggestions,
                                     const QStringList& labels, QWidget* parent)
    : QDialog(parent),
      suggestions_(std::move(suggestions)),
      table_(new QTableWidget(0, ColumnCount, this)) {
  setWindowTitle(tr("Suggested thresholds"));
  setObjectName(QStringLiteral("suggestionsDialog"));
  table_->setObjectName(QStringLiteral("suggestionsTable"));
  table_->setAccessibleName(tr("Suggestions"));
  table_->setHorizontalHeaderLabels({tr("Class"), tr("Reviewed"), tr("Threshold"),
                                     tr("Min. duration"), tr("Of the reviewed events")});
  styleTable(*table_);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  for (const RuleSuggestion& suggestion : suggestions_)
    addRow(suggestion, labels.value(suggestion.label));
  table_->resizeColumnsToContents();

  auto* text = new QLabel(
      suggestions_.empty()
          ? tr("There is nothing to suggest yet. A class needs at least four reviewed events, "
               "including a wrong one. Select events in the list and press Y or N.")
          : tr("These values best separate the events you marked correct from those you marked "
               "wrong. Ticked values will be applied."),
      this);
  text->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(this);
  if (suggestions_.empty()) {
    buttons->addButton(QDialogButtonBox::Close);
    table_->hide();
  } else {
    buttons->addButton(tr("Apply &thresholds"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
  }
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 20, 20, 16);
  layout->setSpacing(14);
  layout->addWidget(text);
  layout->addWidget(table_, 1);
  layout->addWidget(buttons);
  resize(suggestions_.empty() ? QSize(420, 140) : QSize(720, 420));
}

void SuggestionsDialog::addRow(const RuleSuggestion& suggestion, const QString& label) {
  const int row = table_->rowCount();
  table_->insertRow(row);
  auto* name = new QTableWidgetItem(label);
  name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
  name->setCheckState(Qt::Checked);
  table_->setItem(row, Class, name);
  const auto put = [&](int column, const QString& text) {
    table_->setItem(row, column, new QTableWidgetItem(text));
  };
  put(Reviewed, tr("%1 correct, %2 wrong").arg(suggestion.right).arg(suggestion.wrong));
  put(Threshold, change(percentText(suggestion.now.onThreshold),
                        percentText(suggestion.suggested.onThreshold)));
  put(Minimum, change(durationText(suggestion.now.minimumSeconds),
                      durationText(suggestion.suggested.minimumSeconds)));
  put(Effect, tr("%1 false alarms removed, %2 correct events lost")
                  .arg(suggestion.wrongAvoided)
                  .arg(suggestion.rightLost));
}

std::vector<RuleSuggestion> SuggestionsDialog::chosen() const {
  std::vector<RuleSuggestion> chosen;
  for (size_t i = 0; i < suggestions_.size(); ++i)
    if (table_->item(int(i), Class)->checkState() == Qt::Checked) chosen.push_back(suggestions_[i]);
  return chosen;
}

}  // namespace earwitness::gui
