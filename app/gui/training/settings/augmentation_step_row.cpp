// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/augmentation_step_row.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "app/gui/base/core_text.h"
#include "app/gui/widgets/number_box.h"
#include "app/gui/widgets/settings_form.h"
#include "core/augmentation/augmentation_settings.h"

namespace earwitness::gui {

namespace {

constexpr int kBoxWidth = 84;

/// Null where the program does not know the step.
const StepInfo* infoOf(const nlohmann::json& step) {
  const std::string name = step.is_object() ? step.value("step", "") : "";
  for (const StepInfo& info : augmentationSteps())
    if (info.name == name) return &info;
  return nullptr;
}

}  // namespace

QString stepName(const std::string& name) {
  if (name == "db") return AugmentationStepRow::tr("dB");
  return coreName(name);
}

AugmentationStepRow::AugmentationStepRow(const nlohmann::json& step, int index, int count,
                                         QWidget* parent)
    : QFrame(parent), step_(step) {
  setFrameShape(QFrame::StyledPanel);
  setFocusPolicy(Qt::TabFocus);
  const StepInfo* info = infoOf(step);
  const QString summary =
      info != nullptr ? coreText(info->summary) : tr("Unknown to this version of Earwitness.");
  setAccessibleName(stepName(step.value("step", "")));
  setAccessibleDescription(summary);
  searchText_ = QString::fromStdString(step.value("step", "")) + u' ' + summary;
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 4, 4, 8);
  layout->setSpacing(2);
  layout->addWidget(header(index, count, summary));
  layout->addWidget(makeHelpLabel(summary, this));
  addStrengths();
  show(step);
  searchText_ = searchText_.toLower();
}

QWidget* AugmentationStepRow::header(int index, int count, const QString&) {
  auto* name = new QLabel(accessibleName(), this);
  QFont font = name->font();
  font.setBold(true);
  name->setFont(font);
  const auto button = [this](const QString& sign, const QString& what, auto signal) {
    auto* made = new QToolButton(this);
    made->setText(sign);
    made->setAutoRaise(true);
    made->setToolTip(what);
    made->setAccessibleName(tr("%1: %2").arg(what, accessibleName()));
    connect(made, &QToolButton::clicked, this, signal);
    return made;
  };
  auto* earlier = button(QStringLiteral("↑"), tr("Earlier"), &AugmentationStepRow::earlierAsked);
  auto* later = button(QStringLiteral("↓"), tr("Later"), &AugmentationStepRow::laterAsked);
  auto* remove = button(QStringLiteral("✕"), tr("Remove"), &AugmentationStepRow::removeAsked);
  remove->setProperty("flag", QStringLiteral("--without-step"));
  earlier->setEnabled(index > 0);
  later->setEnabled(index + 1 < count);
  earlier_ = earlier;
  later_ = later;
  QWidget* row = makeRowOf({name, earlier, later, remove}, this, 0);
  row->layout()->setSpacing(0);
  return row;
}

void AugmentationStepRow::addStrengths() {
  const StepInfo* info = infoOf(step_);
  if (info == nullptr) return;
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 4, 6, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(2, 1);
  int line = 0;
  for (const StrengthInfo& strength : info->strengths) {
    const QString name = stepName(strength.name), help = coreText(strength.help);
    auto* box = new NumberBox(strength.lowest, strength.highest, this);
    box->setFixedWidth(kBoxWidth);
    box->setAccessibleName(tr("%1: %2").arg(accessibleName(), name));
    box->setAccessibleDescription(help);
    box->setToolTip(tr("From %1 to %2").arg(strength.lowest).arg(strength.highest));
    connect(box, &NumberBox::valueChanged, this, [this, key = strength.name](double value) {
      step_[key] = value;
      emit edited(step_);
    });
    auto* label = new QLabel(name, this);
    label->setBuddy(box);
    grid->addWidget(label, line, 0);
    grid->addWidget(box, line, 1);
    grid->addWidget(makeHelpLabel(help, this), line++, 2);
    boxes_[strength.name] = box;
    searchText_ += u' ' + name + u' ' + help;
  }
  static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

bool AugmentationStepRow::show(const nlohmann::json& step) {
  if (!step.is_object() || step.value("step", "") != step_.value("step", "")) return false;
  step_ = step;
  for (const StrengthInfo& strength :
       infoOf(step) != nullptr ? infoOf(step)->strengths : std::vector<StrengthInfo>()) {
    NumberBox* box = boxes_.at(strength.name);
    const QSignalBlocker quiet(box);
    const auto value = step.find(strength.name);
    const double number =
        value != step.end() && value->is_number() ? value->get<double>() : strength.standard;
    if (box->value() != number) box->setValue(number);
  }
  return true;
}

QString AugmentationStepRow::searchText() const {
  return searchText_;
}

void AugmentationStepRow::takeFocus(bool later) {
  QWidget* wanted = later ? later_ : earlier_;
  (wanted->isEnabled() ? wanted : later ? earlier_ : later_)->setFocus();
}

}  // namespace earwitness::gui
