// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/presets_page.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/gui/training/settings/choice_card.h"
#include "app/gui/training/settings/settings_document.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr int kNameWidth = 360;

}  // namespace

PresetsPage::PresetsPage(SettingsDocument* document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      group_(new QButtonGroup(this)),
      from_(new QLabel(this)),
      changes_(new QLabel(this)),
      show_(new QPushButton(tr("Sh&ow them"), this)),
      reset_(new QPushButton(tr("&Reset all"), this)),
      background_(new QCheckBox(tr("Add a &background class"), this)),
      name_(new QLineEdit(this)) {
  auto* form = new SettingsForm(this);
  form->layout()->setContentsMargins(0, 8, 0, 0);
  form->addRow(background_, tr("Generated noise, hum and silence, so that background noise is not "
                               "detected as one of your sounds."));
  name_->setFixedWidth(kNameWidth);
  form->addRow(tr("&Name of the run:"), makeRowOf({name_}, form),
               tr("Name of the run and its model (optional)."));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 8);
  layout->setSpacing(8);
  layout->addWidget(from_);
  layout->addWidget(cards());
  layout->addWidget(remark());
  layout->addWidget(form);
  layout->addStretch(1);
  from_->hide();

  connect(background_, &QCheckBox::toggled, document_,
          [this](bool on) { document_->set("/background", on ? "auto" : "none"); });
  connect(document_, &SettingsDocument::changed, this, [this] {
    const QSignalBlocker quiet(background_);
    background_->setChecked(document_->value("/background") == "auto");
  });
}

QWidget* PresetsPage::cards() {
  auto* box = new QWidget(this);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(10);
  int place = 0;
  for (const TrainPreset preset : kTrainPresets) {
    auto* card = new ChoiceCard(nameOf(preset), summaryOf(preset), box);
    cards_[preset] = card;
    group_->addButton(card, int(preset));
    grid->addWidget(card, place / 2, place % 2);
    ++place;
  }
  connect(group_, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(TrainPreset(id)); });
  return box;
}

QWidget* PresetsPage::remark() {
  for (QPushButton* button : {show_, reset_}) button->setAutoDefault(false);
  connect(show_, &QPushButton::clicked, this, &PresetsPage::changesAsked);
  connect(reset_, &QPushButton::clicked, this, &PresetsPage::resetAsked);
  changesRow_ = makeRowOf({changes_, show_, reset_}, this);
  changesRow_->hide();
  return changesRow_;
}

void PresetsPage::setChosen(std::optional<TrainPreset> preset, const QString& runName) {
  group_->setExclusive(false);
  for (const auto& [one, card] : cards_) card->setChecked(preset == one);
  group_->setExclusive(true);
  from_->setText(
      tr("The settings come from the run %1. Choosing a preset below replaces them.").arg(runName));
  from_->setVisible(!preset.has_value());
}

void PresetsPage::setUnavailable(TrainPreset preset, const QString& why) {
  cards_.at(preset)->setEnabled(why.isEmpty());
  cards_.at(preset)->setToolTip(why);
}

void PresetsPage::setChanges(int changes) {
  changes_->setText(tr("Changed options: %1.").arg(changes));
  changesRow_->setVisible(changes > 0);
}

void PresetsPage::setNameHint(const QString& hint) {
  name_->setPlaceholderText(hint);
}

QString PresetsPage::name() const {
  return name_->text().trimmed();
}

}  // namespace earwitness::gui
