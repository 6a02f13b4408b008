// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/language_page.h"

#include <QComboBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/language.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

LanguagePage::LanguagePage(QWidget* parent) : SettingsPage(parent) {
  auto* form = new SettingsForm(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form);

  form->addHeading(tr("Language"));
  language_ = new QComboBox(form);
  language_->addItem(tr("As the system"), QString());
  for (const Language& language : languages()) language_->addItem(language.name, language.code);
  language_->setCurrentIndex(std::max(0, language_->findData(keptLanguage())));
  form->addRow(
      tr("&Language:"), makeRowOf({language_}, form),
      tr("Language of the user interface. Takes effect the next time you start Earwitness."));
  form->endRows();
  connect(language_, &QComboBox::currentIndexChanged, this, &LanguagePage::edited);
}

bool LanguagePage::isChanged() const {
  return language_->currentData().toString() != keptLanguage();
}

void LanguagePage::keep() {
  if (isChanged()) keepLanguage(language_->currentData().toString());
}

}  // namespace earwitness::gui
