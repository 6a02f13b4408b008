// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/live_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/live/event_lane.h"
#include "app/gui/live/picture_controls.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/services.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

LivePane::LivePane(Services& services, QWidget* parent)
    : QWidget(parent),
      services_(services),
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
  follow();
  showState();
}

void LivePane::follow() {
  const LiveSession* session = services_.live;
  connect(session, &LiveSession::streamStarted, this, [this, session] {
    picture_->reset(session->features());
    picture_->events()->clear();
  });
  connect(session, &LiveSession::updated, this, &LivePane::take);
  connect(session, &LiveSession::listeningChanged, this, [this](bool listening) {
    showState();
    if (!listening) banner_->setText({});
  });
}

void LivePane::take(const LiveUpdate& update) {
  showEvents(update);
  if (!services_.live->isListening()) return;  // the last words of a stream that was stopped
  picture_->take(update);
  picture_->advance();
  banner_->setText(bannerText(update));
  if (update.state == listenerState_) return;
  listenerState_ = update.state;
  showState();
}

void LivePane::showEvents(const LiveUpdate& update) {
  if (update.events.empty() && update.nearMisses.empty()) return;
  const std::vector<std::string>& labels = services_.monitor->labels();
  const auto text = [&labels](int label) {
    return size_t(label) < labels.size() ? shownLabel(labels[size_t(label)]) : QString();
  };
  for (const Event& event : update.events)
    picture_->events()->put(pictureEvent(event, text(event.label)));
  for (const NearMiss& nearMiss : update.nearMisses)
    picture_->events()->put(pictureEvent(nearMiss, text(nearMiss.label)));
}

QString LivePane::bannerText(const LiveUpdate& update) const {
  if (update.state == ListenerState::WaitingForDevice) return coreText(update.message);
  if (services_.monitor->signal().verdict() == SignalWatch::Verdict::NoSignal)
    return tr("No signal from '%1' for 10 seconds. Is it muted? You can select another one in the "
              "list of microphones.")
        .arg(services_.live->sourceName());
  return {};
}

void LivePane::showState() {
  if (picture_->isFrozen())
    state_->setText(tr("Frozen, still listening. Press Space to unfreeze."));
  else if (!services_.live->isListening())
    state_->setText(tr("Stopped. Press Listen to start again."));
  else if (listenerState_ == ListenerState::WaitingForDevice)
    state_->setText(tr("Waiting for a microphone"));
  else
    state_->setText(tr("Listening"));
}

}  // namespace earwitness::gui
