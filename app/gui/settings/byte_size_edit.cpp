// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/byte_size_edit.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLocale>
#include <cmath>
#include <utility>

#include "core/monitoring/monitoring_settings.h"

namespace earwitness::gui {

namespace {

constexpr int kMebibyteShift = 20;
constexpr int kUnitShift = 10;

double bytesPer(int unit) {
  return double(int64_t(1) << (kMebibyteShift + kUnitShift * unit));
}

}  // namespace

ByteSizeEdit::ByteSizeEdit(const QString& name, QWidget* parent)
    : QWidget(parent), number_(new QDoubleSpinBox(this)), unit_(new QComboBox(this)) {
  number_->setDecimals(1);
  number_->setMinimumWidth(96);
  number_->setAccessibleName(name);
  unit_->addItems({tr("MiB"), tr("GiB"), tr("TiB")});
  unit_->setAccessibleName(tr("Unit"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(number_);
  layout->addWidget(unit_);
  fitRange();
  connect(number_, &QDoubleSpinBox::valueChanged, this, &ByteSizeEdit::edited);
  connect(unit_, &QComboBox::currentIndexChanged, this, [this] {
    fitRange();
    emit edited();
  });
}

void ByteSizeEdit::fitRange() {
  number_->setRange(0.0, double(RecorderSettings::kMaxBytes) / bytesPer(unit_->currentIndex()));
}

int64_t ByteSizeEdit::bytes() const {
  return std::llround(number_->value() * bytesPer(unit_->currentIndex()));
}

void ByteSizeEdit::setBytes(int64_t bytes) {
  int unit = unit_->count() - 1;
  while (unit > 0 && double(bytes) < bytesPer(unit)) --unit;
  unit_->setCurrentIndex(unit);
  number_->setValue(double(bytes) / bytesPer(unit));
}

QString byteSizeText(int64_t bytes) {
  if (bytes < 1024) return ByteSizeEdit::tr("%Ln bytes", nullptr, int(bytes));
  QString text = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
  // Qt has words of other languages for thousands of bytes only.
  const std::pair<QString, QString> units[] = {{QStringLiteral("KiB"), ByteSizeEdit::tr("KiB")},
                                               {QStringLiteral("MiB"), ByteSizeEdit::tr("MiB")},
                                               {QStringLiteral("GiB"), ByteSizeEdit::tr("GiB")},
                                               {QStringLiteral("TiB"), ByteSizeEdit::tr("TiB")}};
  for (const auto& [unit, word] : units) text.replace(unit, word);
  return text;
}

}  // namespace earwitness::gui
