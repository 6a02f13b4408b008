// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/option_row.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMetaMethod>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "app/gui/training/settings/settings_document.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr int kNameWidth = 170;
constexpr QChar kMark = u'●';

}  // namespace

OptionRow::OptionRow(const TrainOption& option, SettingsDocument* document, QWidget* parent)
    : QWidget(parent),
      option_(option),
      document_(document),
      name_(new QLabel(option.name, this)),
      help_(makeHelpLabel(option.help, this)),
      editor_(
          makeOptionEditor(option, this, [this](const nlohmann::json& value) { edited(value); })),
      reset_(new QToolButton(this)) {
  setProperty("flag", option.flag);
  setProperty("pointer", QString::fromStdString(option.pointer));
  name_->setFixedWidth(kNameWidth);
  name_->setBuddy(editor_.control);
  editor_.control->setAccessibleName(option.name);
  editor_.control->setAccessibleDescription(option.help);
  if (!option.flag.isEmpty()) {
    name_->setToolTip(option.flag);
    editor_.control->setToolTip(option.flag);
  }
  reset_->setText(QStringLiteral("↺"));
  reset_->setAutoRaise(true);
  reset_->setAccessibleName(tr("Reset: %1").arg(option.name));
  QSizePolicy keepsItsPlace = reset_->sizePolicy();
  keepsItsPlace.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(keepsItsPlace);
  connect(reset_, &QToolButton::clicked, this, [this] {
    editor_.control->setFocus();
    document_->reset(option_.pointer);
  });

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 3, 0, 5);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(1);
  grid->addWidget(name_, 0, 0);
  grid->addWidget(editor_.widget, 0, 1);
  grid->addWidget(reset_, 0, 2);
  grid->addWidget(help_, 1, 1, 1, 3);
  grid->setColumnStretch(3, 1);
  refresh();
}

void OptionRow::edited(const nlohmann::json& value) {
  static const QMetaMethod instead = QMetaMethod::fromSignal(&OptionRow::chosen);
  if (isSignalConnected(instead))
    emit chosen(value);
  else
    document_->set(option_.pointer, value);
}

bool OptionRow::isChanged() const {
  return document_->isChanged(option_.pointer);
}

bool OptionRow::matches(const QStringList& words) const {
  const QString text = (option_.name + u' ' + option_.help + u' ' + option_.flag + u' ' +
                        QString::fromStdString(option_.pointer) + u' ' + nameOf(option_.group))
                           .toLower();
  return std::all_of(words.begin(), words.end(),
                     [&text](const QString& word) { return text.contains(word); });
}

void OptionRow::refresh() {
  editor_.show(document_->value(option_.pointer));
  const bool changed = isChanged();
  name_->setText(changed ? QStringLiteral("%1 %2").arg(option_.name, kMark) : option_.name);
  if (QFont font = name_->font(); font.bold() != changed) {
    font.setBold(changed);
    name_->setFont(font);
  }
  reset_->setVisible(changed);
  if (changed)
    reset_->setToolTip(
        tr("Reset to: %1").arg(optionText(option_, document_->standard(option_.pointer))));
  editor_.control->setAccessibleDescription(changed ? tr("Changed. %1").arg(option_.help)
                                                    : option_.help);
}

void OptionRow::setHelp(const QString& help) {
  option_.help = help;
  help_->setText(help);
}

void OptionRow::setChoices(const std::vector<std::pair<std::string, QString>>& choices) {
  auto* combo = qobject_cast<QComboBox*>(editor_.control);
  option_.choices = choices;
  const QSignalBlocker quiet(combo);
  combo->clear();
  for (const auto& [word, text] : choices) combo->addItem(text, QString::fromStdString(word));
  refresh();
}

}  // namespace earwitness::gui
