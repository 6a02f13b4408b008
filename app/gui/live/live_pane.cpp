#include "app/gui/live/live_pane.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/gui/live/spectrogram_view.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/class_bars.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

LivePane::LivePane(QWidget* parent)
    : QWidget(parent),
      banner_(new Banner(this)),
      state_(new ElidedLabel(this)),
      picture_(new SpectrogramView(this)),
      bars_(new ClassBars(ClassBars::Colours::Accent, this)) {
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
  auto* pictures = new QVBoxLayout;
  pictures->setSpacing(kPaneSpacing);
  pictures->addWidget(banner_);
  pictures->addWidget(picture_, 1);
  bars_->setObjectName(QStringLiteral("liveBars"));
  bars_->setAccessibleName(tr("Best classes now"));
  layOutPane(this, header, pictures, bars_);
  connect(picture_, &SpectrogramView::frozenChanged, this, &LivePane::showState);
  showState();
}

void LivePane::startStream(const FeatureSettings& features,
                           const std::vector<std::string>& labels) {
  picture_->reset(features);
  bars_->setLabels(labels);
}

void LivePane::take(const LiveUpdate& update) {
  if (update.frames.nFrames() > 0)
    picture_->append(update.frames, QDateTime::currentMSecsSinceEpoch());
  if (!update.windows.empty() && !picture_->isFrozen()) {
    const ScoredWindow& newest = update.windows.back();
    bars_->setScores(newest.smoothed, newest.scores);
  }
  picture_->advance();
  bars_->advance();
  if (update.state == listenerState_) return;
  listenerState_ = update.state;
  showState();
}

void LivePane::setListening(bool listening) {
  listening_ = listening;
  if (!listening) bars_->clear();
  showState();
}

void LivePane::setClassesPlaceholder(const QString& text) {
  bars_->setPlaceholder(text);
}

void LivePane::setBanner(const QString& sentence) {
  banner_->setText(sentence);
}

void LivePane::showState() {
  if (picture_->isFrozen())
    state_->setText(tr("Frozen; listening goes on. Space continues."));
  else if (!listening_)
    state_->setText(tr("Stopped. Press Listen to go on."));
  else if (listenerState_ == ListenerState::WaitingForDevice)
    state_->setText(tr("Waiting for a microphone"));
  else
    state_->setText(tr("Listening"));
}

}  // namespace earwitness::gui
