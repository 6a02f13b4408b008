// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/model_card_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <cmath>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/sound_view/model_card_text.h"
#include "app/gui/widgets/elided_label.h"
#include "core/listening/event_threshold.h"

namespace earwitness::gui {

ModelCardDialog::ModelCardDialog(ModelDescription model, const std::filesystem::path& file,
                                 QWidget* parent)
    : QDialog(parent), model_(std::move(model)), card_(new QTextBrowser(this)) {
  const QString name = QString::fromStdString(model_.name);
  setWindowTitle(tr("Model card: %1").arg(name));
  auto* title = new QLabel(name, this);
  title->setTextFormat(Qt::PlainText);
  QFont large = title->font();
  large.setPointSizeF(large.pointSizeF() * 1.4);
  large.setBold(true);
  title->setFont(large);
  auto* path = new ElidedLabel(this);
  path->setText(QString::fromStdString(file.string()));
  card_->setAccessibleName(tr("Card"));
  card_->setFrameShape(QFrame::NoFrame);
  card_->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
  copyButton->setAutoDefault(false);  // Enter in the search field is not meant for it
  copyButton->setToolTip(tr("Copies the card and the labels as text"));
  connect(copyButton, &QPushButton::clicked, this, &ModelCardDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* panes = new QHBoxLayout;
  panes->setSpacing(16);
  panes->addWidget(card_, 3);
  panes->addWidget(labelsPane(), 2);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->addWidget(title);
  layout->addWidget(path);
  layout->addSpacing(8);
  layout->addLayout(panes, 1);
  layout->addWidget(buttons);
  resize(860, 600);
  showCard();
  search({});
}

QWidget* ModelCardDialog::labelsPane() {
  auto* pane = new QWidget(this);
  auto* field = new QLineEdit(pane);
  field->setPlaceholderText(tr("Search labels"));
  field->setAccessibleName(tr("Search labels"));
  field->setClearButtonEnabled(true);
  labels_ = new QListWidget(pane);
  labels_->setAccessibleName(tr("Labels"));
  labels_->setUniformItemSizes(true);
  for (size_t i = 0; i < model_.labels.size(); ++i) {
    auto* item = new QListWidgetItem(shownLabel(model_.labels[i]), labels_);
    if (const float threshold = eventThreshold(model_, i); std::isfinite(threshold))
      item->setToolTip(tr("Threshold: %1").arg(percentText(threshold)));
    else
      item->setToolTip(tr("Background class: never reported"));
  }
  found_ = new QLabel(pane);
  connect(field, &QLineEdit::textChanged, this, &ModelCardDialog::search);
  auto* layout = new QVBoxLayout(pane);
  layout->setContentsMargins(0, 0, 0, 0);
  field->setFocus();
  layout->addWidget(field);
  layout->addWidget(labels_, 1);
  layout->addWidget(found_);
  return pane;
}

void ModelCardDialog::showCard() {
  card_->setHtml(cardHtml(cardSections(model_), themeColours(palette()).muted.name()));
}

void ModelCardDialog::search(const QString& text) {
  const QString wanted = text.trimmed();
  int shown = 0;
  for (int row = 0; row < labels_->count(); ++row) {
    const bool fits = labels_->item(row)->text().contains(wanted, Qt::CaseInsensitive);
    labels_->item(row)->setHidden(!fits);
    shown += fits ? 1 : 0;
  }
  found_->setText(wanted.isEmpty() ? tr("Labels: %1").arg(shown)
                                   : tr("%1 of %2 labels").arg(shown).arg(labels_->count()));
}

void ModelCardDialog::copy() {
  QGuiApplication::clipboard()->setText(cardPlainText(model_, cardSections(model_)));
}

void ModelCardDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) showCard();
}

}  // namespace earwitness::gui
