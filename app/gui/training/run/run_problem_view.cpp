// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/run_problem_view.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "app/gui/widgets/banner.h"

namespace earwitness::gui {

RunProblemView::RunProblemView(QWidget* parent)
    : QWidget(parent), banner_(new Banner(this)), buttons_(new QHBoxLayout) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(banner_, 1);
  layout->addLayout(buttons_);
  hide();
}

void RunProblemView::setTrouble(const std::optional<RunProblem>& trouble, const RunView& view) {
  setVisible(trouble.has_value());
  banner_->setText(trouble ? trouble->sentence : QString());
  const std::vector<Remedy> remedies = trouble ? trouble->remedies : std::vector<Remedy>();
  if (remedies == shown_) return;  // a button that is being pressed stays
  shown_ = remedies;
  while (QLayoutItem* item = buttons_->takeAt(0)) {
    item->widget()->deleteLater();
    item->widget()->hide();
    delete item;
  }
  for (const Remedy remedy : remedies) {
    auto* button = new QPushButton(remedyText(remedy, view), this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, remedy] { emit chosen(remedy); });
    buttons_->addWidget(button);
    button->show();  // now, not with the next layout
  }
}

QString RunProblemView::sentence() const {
  return banner_->text();
}

}  // namespace earwitness::gui
