// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_table.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "app/gui/base/text_format.h"

namespace earwitness::gui {

void ConfusionTable::setMatrix(const ConfusionMatrix& matrix,
                               const std::vector<std::string>& labels) {
  matrix_ = matrix;
  labels_.clear();
  for (const std::string& label : labels) labels_.push_back(displayLabel(label));
  mostClips_ = 1;
  for (const auto& [cell, count] : matrix_.cells()) mostClips_ = std::max(mostClips_, count);
  std::vector<int> order(size_t(matrix.nClasses()));
  std::iota(order.begin(), order.end(), 0);
  setOrder(std::move(order));
}

void ConfusionTable::setOrder(std::vector<int> order) {
  order_ = std::move(order);
  places_.assign(order_.size(), 0);
  for (size_t place = 0; place < order_.size(); ++place)
    places_[size_t(order_[place])] = int(place);
}

QString ConfusionTable::text(ConfusionCell cell) const {
  const long clips = count(cell);
  if (clips == 0) return {};
  if (!rates_) return QLocale().toString(qlonglong(clips));
  return percentText(float(clips) / float(matrix_.targets(cell.target)));
}

QString ConfusionTable::widestText() const {
  return rates_ ? QStringLiteral("100") : QString::number(mostClips_);
}

double ConfusionTable::strength(ConfusionCell cell, double faintest) const {
  const long clips = count(cell);
  if (clips == 0) return 0.0;
  const long most = rates_ ? matrix_.targets(cell.target) : mostClips_;
  return faintest + (1.0 - faintest) * std::sqrt(double(clips) / double(std::max(1L, most)));
}

}  // namespace earwitness::gui
