// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/channel_box.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

namespace earwitness::gui {

namespace {
constexpr int kOther = 3;  ///< index of the choice by number: the others are channel numbers
}

ChannelBox::ChannelBox(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), kind_(new QComboBox(this)), number_(new QSpinBox(this)) {
  kind_->addItems(
      {tr("Mean of all channels"), tr("Left channel"), tr("Right channel"), tr("Channel")});
  kind_->setAccessibleName(accessibleName);
  number_->setRange(1, kMostChannels);
  number_->setValue(kOther);
  number_->setAccessibleName(tr("Number of the channel"));
  number_->hide();
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(kind_, 1);
  layout->addWidget(number_);
  setFocusProxy(kind_);
  connect(kind_, &QComboBox::currentIndexChanged, this, [this](int index) {
    number_->setVisible(index == kOther);
    emit chosen();
  });
  connect(number_, &QSpinBox::valueChanged, this, &ChannelBox::chosen);
}

void ChannelBox::setChannel(ChannelChoice channel) {
  if (channel == this->channel()) return;
  const QSignalBlocker quiet(this);
  if (channel.number >= kOther) number_->setValue(channel.number);
  kind_->setCurrentIndex(std::min(channel.number, kOther));
}

ChannelChoice ChannelBox::channel() const {
  const int kind = kind_->currentIndex();
  return {.number = kind == kOther ? number_->value() : kind};
}

}  // namespace earwitness::gui
