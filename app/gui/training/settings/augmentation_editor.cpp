// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/augmentation_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "app/gui/training/settings/augmentation_step_row.h"
#include "app/gui/training/settings/settings_document.h"
#include "app/gui/widgets/settings_form.h"
#include "core/augmentation/augmentation_settings.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace {

constexpr const char* kPointer = "/augmentation";

}  // namespace

AugmentationEditor::AugmentationEditor(SettingsDocument* document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      title_(new QLabel(this)),
      reset_(new QToolButton(this)),
      add_(new QToolButton(this)),
      none_(makeHelpLabel(tr("No augmentation: the network sees unmodified clips."), this)),
      list_(new QVBoxLayout) {
  setProperty("flag", QStringLiteral("--augmentation"));
  list_->setContentsMargins(0, 0, 0, 0);
  list_->setSpacing(6);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(header());
  layout->addWidget(makeHelpLabel(
      tr("Steps modify the training clips in this order, differently in each epoch."), this));
  layout->addWidget(none_);
  layout->addLayout(list_);
  refresh();
}

QWidget* AugmentationEditor::header() {
  reset_->setText(QStringLiteral("↺"));
  reset_->setAutoRaise(true);
  reset_->setAccessibleName(tr("Reset: %1").arg(tr("Steps")));
  reset_->setToolTip(tr("Resets the steps to those of the preset"));
  connect(reset_, &QToolButton::clicked, this, [this] { document_->reset(kPointer); });
  add_->setText(tr("Add a step"));
  add_->setAccessibleName(tr("Add a step"));
  add_->setProperty("flag", QStringLiteral("--augment"));
  add_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(add_);
  menu->setToolTipsVisible(true);
  for (const StepInfo& info : augmentationSteps()) {
    QAction* action = menu->addAction(stepName(info.name));
    action->setToolTip(coreText(info.summary));
    connect(action, &QAction::triggered, this,
            [this, name = QString::fromStdString(info.name)] { add(name); });
  }
  add_->setMenu(menu);
  return makeRowOf({title_, reset_, add_}, this, 0);
}

bool AugmentationEditor::isChanged() const {
  return document_->isChanged(kPointer);
}

void AugmentationEditor::refresh() {
  const bool changed = isChanged();
  title_->setText(changed ? tr("Steps ●") : tr("Steps"));
  QFont font = title_->font();
  font.setBold(changed);
  title_->setFont(font);
  reset_->setVisible(changed);
  const auto steps = document_->value(kPointer);
  const size_t count = steps.is_array() ? steps.size() : 0;
  bool same = count == rows_.size();
  for (size_t i = 0; same && i < count; ++i) same = rows_[i]->show(steps[i]);
  if (!same) rebuild();
  none_->setVisible(count == 0);
}

void AugmentationEditor::rebuild() {
  for (AugmentationStepRow* row : rows_) {
    row->hide();
    row->setParent(nullptr);  // nobody finds it any more
    row->deleteLater();       // one of its buttons may be what was clicked
  }
  rows_.clear();
  const auto steps = document_->value(kPointer);
  for (int i = 0; i < int(steps.size()); ++i) {
    auto* row = new AugmentationStepRow(steps[size_t(i)], i, int(steps.size()), this);
    connect(row, &AugmentationStepRow::edited, this, [this, i](const nlohmann::json& step) {
      auto list = document_->value(kPointer);
      list[size_t(i)] = step;
      document_->set(kPointer, list);
    });
    connect(row, &AugmentationStepRow::earlierAsked, this, [this, i] { move(i, i - 1); });
    connect(row, &AugmentationStepRow::laterAsked, this, [this, i] { move(i, i + 1); });
    connect(row, &AugmentationStepRow::removeAsked, this, [this, i] { remove(i); });
    list_->addWidget(row);
    rows_.push_back(row);
  }
}

/// In the place that suits it: before the masks, which cover what was made until then.
void AugmentationEditor::add(const QString& step) {
  try {
    AugmentationList list = augmentationFromJson(document_->value(kPointer));
    setStep(list, makeStep(step.toStdString(), {}));
    document_->set(kPointer, toJson(list));
  } catch (const Error&) {  // a list from elsewhere that the program does not know
    auto list = document_->value(kPointer);
    if (!list.is_array()) list = nlohmann::json::array();
    list.push_back(toJson(AugmentationList{makeStep(step.toStdString(), {})})[0]);
    document_->set(kPointer, list);
  }
}

void AugmentationEditor::move(int from, int to) {
  auto list = document_->value(kPointer);
  std::swap(list[size_t(from)], list[size_t(to)]);
  document_->set(kPointer, list);
  rows_[size_t(to)]->takeFocus(to > from);
}

void AugmentationEditor::remove(int index) {
  auto list = document_->value(kPointer);
  list.erase(size_t(index));
  document_->set(kPointer, list);
  if (rows_.empty())
    add_->setFocus();
  else
    rows_[std::min(size_t(index), rows_.size() - 1)]->setFocus();
}

bool AugmentationEditor::filter(const QStringList& words) {
  const QString own = tr("augmentation steps") + QStringLiteral(
                                                     " --augmentation --augment "
                                                     "--without-step /augmentation");
  const auto has = [&words](const QString& text) {
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word); });
  };
  const bool all = has(own);
  bool any = all;
  for (AugmentationStepRow* row : rows_) {
    const bool shown = all || has(row->searchText());
    row->setVisible(shown);
    any = any || shown;
  }
  return any;
}

}  // namespace earwitness::gui
