// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/live_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

#include "app/gui/live/event_lane.h"
#include "app/gui/live/picture_controls.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

LivePane::LivePane(QWidget* parent)
    : QWidget(parent),
      banner_(new Banner(this)),
      state_(new ElidedLabel(this)),
      controls_(new PictureControls(this)),
      picture_(new SpectrogramView(this)),
      lane_(new EventLane(picture_, this)) {
  auto* title = new QLabel(tr("Live"), this);
  QFont bold = title->font();
  bold.setBold(true);
  title->setFont(bold);
  state_->setObjectName(QStringLiteral("liveState"));
  state_->setForegroundRole(QPalette::PlaceholderText);
  auto* header = new QHBoxLayout;
  header->setSpacing(kPaneSpacing);
  header->addWidget(title);
  header->addWidget(state_, 1);
  header->addWidget(controls_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing / 2, kPaneMargin, kPaneSpacing);
  layout->setSpacing(kPaneSpacing / 2);
  layout->addLayout(header);
  layout->addWidget(banner_);
  layout->addWidget(picture_, 1);
  layout->addWidget(lane_);

  const PictureSettings kept = PictureSettings::read(QSettings());
  picture_->setSettings(kept);
  controls_->setSettings(kept);
  connect(controls_, &PictureControls::settingsChanged, picture_, &SpectrogramView::setSettings);
  connect(picture_, &SpectrogramView::settingsChanged, this,
          [this](const PictureSettings& settings) {
            controls_->setSettings(settings);
            QSettings store;
            settings.write(store);
          });
  connect(picture_, &SpectrogramView::frozenChanged, this, &LivePane::showState);
  showState();
}

void LivePane::startStream(const FeatureSettings& features) {
  picture_->reset(features);
}

void LivePane::take(const LiveUpdate& update) {
  picture_->take(update);
  picture_->advance();
  if (update.state == listenerState_) return;
  listenerState_ = update.state;
  showState();
}

void LivePane::setListening(bool listening) {
  listening_ = listening;
  showState();
}

void LivePane::setBanner(const QString& sentence) {
  banner_->setText(sentence);
}

void LivePane::showState() {
  if (picture_->isFrozen())
    state_->setText(tr("Frozen, still listening. Press Space to unfreeze."));
  else if (!listening_)
    state_->setText(tr("Stopped. Press Listen to start again."));
  else if (listenerState_ == ListenerState::WaitingForDevice)
    state_->setText(tr("Waiting for a microphone"));
  else
    state_->setText(tr("Listening"));
}

}  // namespace earwitness::gui
