// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/class_column.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/sound_view/class_panel.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

ClassColumn::ClassColumn(QWidget* parent)
    : QWidget(parent),
      filter_(new QLineEdit(this)),
      all_(new QToolButton(this)),
      panel_(new ClassPanel(this)) {
  filter_->setObjectName(QStringLiteral("classFilter"));
  filter_->setAccessibleName(tr("Find a class"));
  filter_->setPlaceholderText(tr("Find a class"));
  filter_->setClearButtonEnabled(true);
  all_->setObjectName(QStringLiteral("allClasses"));
  all_->setText(tr("All"));
  all_->setToolTip(tr("Show all classes, including ignored ones"));
  all_->setCheckable(true);
  all_->setFocusPolicy(Qt::StrongFocus);
  auto* header = new QHBoxLayout;
  header->setContentsMargins(10, kPaneSpacing, 10, 0);
  header->setSpacing(6);
  header->addWidget(filter_, 1);
  header->addWidget(all_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(header);
  layout->addWidget(panel_, 1);
  connect(filter_, &QLineEdit::textChanged, panel_, &ClassPanel::setFilter);
  connect(all_, &QToolButton::toggled, panel_, &ClassPanel::setShowAll);
}

QSize ClassColumn::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 36, QWidget::sizeHint().height()};
}

}  // namespace earwitness::gui
