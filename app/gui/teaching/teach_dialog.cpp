// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/teaching/teach_dialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/widgets/elided_label.h"
#include "core/base/error.h"

namespace earwitness::gui {

TeachDialog::TeachDialog(const TaughtClasses& classes, const QStringList& labels, QWidget* parent)
    : QDialog(parent),
      classes_(classes),
      form_(new QFormLayout),
      name_(new QComboBox(this)),
      expectation_(new QLabel(this)),
      teach_(new QPushButton(tr("&Teach"), this)) {
  setWindowTitle(tr("Teach a sound"));
  name_->setEditable(true);
  name_->setAccessibleName(tr("Name of the sound"));
  for (const TaughtClass& taught : classes_.classes())
    name_->addItem(QString::fromStdString(taught.name));
  if (name_->count() > 0 && !labels.isEmpty()) name_->insertSeparator(name_->count());
  QStringList known = labels;
  known.sort(Qt::CaseInsensitive);
  name_->addItems(known);
  name_->setCurrentText({});
  name_->lineEdit()->setPlaceholderText(tr("A new name, or one from the list"));
  name_->completer()->setFilterMode(Qt::MatchContains);
  name_->completer()->setCompletionMode(QCompleter::PopupCompletion);
  expectation_->setWordWrap(true);
  expectation_->setMinimumWidth(expectation_->fontMetrics().averageCharWidth() * 48);
  teach_->setDefault(true);

  form_->addRow(tr("&What is it?"), name_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(teach_, QDialogButtonBox::AcceptRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(name_, &QComboBox::editTextChanged, this, &TeachDialog::showExpectation);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addLayout(form_);
  layout->addWidget(expectation_);
  layout->addWidget(buttons);
  showExpectation();
  name_->setFocus();
}

void TeachDialog::setSounds(const QString& text, size_t count) {
  auto* sound = new ElidedLabel(this);
  sound->setText(text);
  form_->insertRow(0, tr("Sound:"), sound);
  count_ = count;
  showExpectation();
}

QString TeachDialog::name() const {
  return name_->currentText().trimmed();
}

void TeachDialog::setName(const QString& name) {
  name_->setCurrentText(name);
}

void TeachDialog::showExpectation() {
  QString text;
  bool isUsable = false;
  try {
    const std::string name = this->name().toStdString();
    if (name.empty()) {
      text = tr("The model detects this sound from now on, also in files.");
    } else {
      requireClassName(name);
      TaughtClass after;
      if (const TaughtClass* taught = classes_.find(name)) after = *taught;
      after.examples.resize(after.examples.size() + count_);
      text = coreText(expectation(after)) + u'.';
      isUsable = true;
    }
  } catch (const Error& error) {
    text = coreText(error.message());
  }
  expectation_->setText(text);
  teach_->setEnabled(isUsable);
}

}  // namespace earwitness::gui
