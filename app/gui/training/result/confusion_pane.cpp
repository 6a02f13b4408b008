// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/training/result/confusion_view.h"

namespace earwitness::gui {

ConfusionPane::ConfusionPane(QWidget* parent)
    : QWidget(parent),
      view_(new ConfusionView(this)),
      order_(new QComboBox(this)),
      unit_(new QComboBox(this)) {
  order_->setObjectName(QStringLiteral("confusionOrder"));
  order_->setAccessibleName(tr("Order of classes"));
  order_->addItem(tr("By confusion"), int(ClassOrder::Confusion));
  order_->addItem(tr("By name"), int(ClassOrder::Name));
  order_->addItem(tr("By recall"), int(ClassOrder::Recall));
  order_->setToolTip(tr("By confusion: classes that are often confused are next to each other"));
  unit_->setObjectName(QStringLiteral("confusionUnit"));
  unit_->setAccessibleName(tr("Counts or rates"));
  unit_->addItem(tr("Rates"), true);
  unit_->addItem(tr("Counts"), false);
  unit_->setToolTip(tr("Rates: fractions of a class's clips"));
  auto* row = new QHBoxLayout;
  row->addWidget(order_);
  row->addWidget(unit_);
  row->addStretch(1);
  const auto addButton = [&](const QString& text, const QString& name, auto act) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRepeat(text.size() == 1);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, view_, act);
    row->addWidget(button);
  };
  addButton(QStringLiteral("−"), tr("Smaller (-)"), [this] { view_->zoomBy(1.0 / 1.25); });
  addButton(QStringLiteral("+"), tr("Larger (+)"), [this] { view_->zoomBy(1.25); });
  addButton(tr("Fit"), tr("The whole matrix (0)"), [this] { view_->zoomToFit(); });
  addButton(tr("Zoom to labels"), tr("Zooms in until every label is readable"),
            [this] { view_->zoomToRead(); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 8, 0, 0);
  layout->addLayout(row);
  layout->addWidget(view_, 1);
  connect(order_, &QComboBox::currentIndexChanged, this, &ConfusionPane::applyOrder);
  connect(unit_, &QComboBox::currentIndexChanged, this,
          [this] { view_->setRates(unit_->currentData().toBool()); });
  connect(view_, &ConfusionView::cellChosen, this, &ConfusionPane::cellChosen);
}

void ConfusionPane::setResult(const RunResult& result) {
  matrix_ = result.confusion;
  labels_ = result.labels;
  view_->setMatrix(matrix_, labels_);
  applyOrder();
}

void ConfusionPane::applyOrder() {
  view_->setOrder(orderedClasses(matrix_, labels_, ClassOrder(order_->currentData().toInt())));
}

}  // namespace earwitness::gui
