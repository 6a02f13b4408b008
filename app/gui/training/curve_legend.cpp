// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curve_legend.h"

#include <algorithm>

#include <qcustomplot.h>

namespace earwitness::gui {

namespace {

constexpr int kColumn = 190;      // pixels, of a run's name
constexpr int kLongestName = 26;  // characters

}  // namespace

CurveLegend::CurveLegend(QCustomPlot* plot) : legend_(new QCPLegend) {
  QCPLayoutGrid* rows = plot->plotLayout();
  rows->clear();
  auto* row = new QCPLayoutGrid;
  rows->addElement(0, 0, row);
  rows->setRowStretchFactor(0, 0.001);
  rows->setRowSpacing(4);
  row->addElement(0, 0, legend_);
  row->addElement(0, 1, new QCPLayoutElement);
  row->setColumnStretchFactor(0, 0.001);
  legend_->setLayer(QStringLiteral("legend"));
  legend_->setFillOrder(QCPLegend::foColumnsFirst);
  legend_->setBorderPen(Qt::NoPen);
  legend_->setBrush(Qt::NoBrush);
  legend_->setMargins(QMargins(4, 0, 4, 0));
  legend_->setColumnSpacing(16);
  legend_->setRowSpacing(0);
  legend_->setIconSize(18, 12);
  legend_->setSelectableParts(QCPLegend::spNone);
}

QString CurveLegend::shortened(const QString& name) {
  return name.size() <= kLongestName ? name : name.left(kLongestName - 1).trimmed() + u'…';
}

void CurveLegend::setFont(const QFont& font) {
  legend_->setFont(font);
}

void CurveLegend::clear(int plotWidth) {
  legend_->clearItems();
  legend_->setWrap(std::max(1, plotWidth / kColumn));
}

void CurveLegend::add(QCPGraph* graph, const QString& name, const QColor& colour) {
  graph->setName(name);
  auto* item = new QCPPlottableLegendItem(legend_, graph);
  item->setFont(legend_->font());
  item->setTextColor(colour);
  legend_->addItem(item);
}

bool CurveLegend::isOf(QCPAbstractLegendItem* item, const QCPGraph* graph) {
  auto* entry = qobject_cast<QCPPlottableLegendItem*>(item);
  return entry != nullptr && entry->plottable() == graph;
}

}  // namespace earwitness::gui
