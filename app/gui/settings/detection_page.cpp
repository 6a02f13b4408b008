// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/detection_page.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/gui/base/text_format.h"
#include "app/gui/widgets/channel_box.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr int kProgressSteps = 100;

}  // namespace

DetectionPage::DetectionPage(QWidget* parent)
    : SettingsPage(parent),
      form_(new SettingsForm(this)),
      smoothing_(new QDoubleSpinBox(form_)),
      microphoneChannel_(new ChannelBox(tr("Channel of the microphone"), form_)),
      fileChannel_(new ChannelBox(tr("Channel of files"), form_)),
      useGate_(new QCheckBox(tr("Su&ppress events no louder than the room noise"), form_)),
      learned_(new QLabel(form_)),
      learn_(new QPushButton(tr("Measure &room noise (%1 s)").arg(int(NoiseProfiler::kSeconds)),
                             form_)),
      forget_(new QPushButton(tr("&Forget room noise"), form_)),
      progress_(new QProgressBar(form_)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form_);

  form_->addHeading(tr("Scores"));
  smoothing_->setRange(0.0, MonitoringSettings::kMaxSmoothingSeconds);
  smoothing_->setDecimals(2);
  smoothing_->setSingleStep(0.1);
  smoothing_->setSuffix(tr(" s", "seconds"));
  form_->addRow(tr("&Smoothing:"), makeRowOf({smoothing_}, form_),
                tr("Higher values give steadier but later events. 0 turns smoothing off."));

  form_->addHeading(tr("Channels"));
  form_->addRow(tr("&Microphone:"), microphoneChannel_,
                tr("Which channel of a multi-channel microphone to listen to."));
  form_->addRow(tr("Fil&es:"), fileChannel_,
                tr("Which channel of multi-channel files to analyse. Applies to files that are "
                   "analysed from now on."));

  form_->addHeading(tr("Room noise"));
  form_->addRow(useGate_, tr("Prevents false alarms caused by background noise such as hum."));
  for (QPushButton* button : {learn_, forget_}) button->setAutoDefault(false);
  learned_->setWordWrap(true);
  form_->addRow(learned_, {});
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setFixedWidth(160);
  progress_->setAccessibleName(tr("Measuring room noise"));
  progress_->hide();
  learnRow_ = makeRowOf({learn_, forget_, progress_}, form_);
  form_->addRow(learnRow_, tr("Keep quiet during the measurement. Measure again after moving the "
                              "microphone or changing its gain."));
  form_->endRows();

  connect(smoothing_, &QDoubleSpinBox::valueChanged, this, &DetectionPage::edited);
  for (const ChannelBox* box : {microphoneChannel_, fileChannel_})
    connect(box, &ChannelBox::chosen, this, &DetectionPage::edited);
  connect(useGate_, &QCheckBox::toggled, this, &DetectionPage::edited);
  connect(learn_, &QPushButton::clicked, this, &DetectionPage::learnRoomRequested);
  connect(forget_, &QPushButton::clicked, this, [this] { setRoom({}, 0); });
}

void DetectionPage::setSettings(const MonitoringSettings& settings) {
  smoothing_->setValue(settings.smoothingSeconds);
  microphoneChannel_->setChannel(settings.microphoneChannel);
  fileChannel_->setChannel(settings.channel);
  useGate_->setChecked(settings.useGate);
  room_ = settings.room;
  learnedUtcMs_ = settings.roomLearnedUtcMs;
  showRoom();
}

void DetectionPage::store(MonitoringSettings& settings) const {
  settings.smoothingSeconds = smoothing_->value();
  settings.microphoneChannel = microphoneChannel_->channel();
  settings.channel = fileChannel_->channel();
  settings.useGate = useGate_->isChecked();
  settings.room = room_;
  settings.roomLearnedUtcMs = learnedUtcMs_;
}

void DetectionPage::setRoom(const NoiseProfile& room, int64_t learnedUtcMs) {
  room_ = room;
  learnedUtcMs_ = learnedUtcMs;
  endLearning({});
  showRoom();
  emit edited();
}

void DetectionPage::setLearning(double secondsHeard) {
  learn_->setEnabled(false);
  progress_->show();
  progress_->setValue(int(secondsHeard / NoiseProfiler::kSeconds * kProgressSteps));
}

void DetectionPage::endLearning(const QString& sentence) {
  learn_->setEnabled(true);
  progress_->hide();
  form_->setProblem(learnRow_, sentence);
}

void DetectionPage::showRoom() {
  forget_->setEnabled(!room_.empty());
  if (room_.empty()) {
    learned_->setText(tr("Room noise has not been measured yet."));
    return;
  }
  const QString length = durationText(room_.seconds);
  if (learnedUtcMs_ == 0)
    learned_->setText(tr("Room noise was measured from %1 of audio.").arg(length));
  else
    learned_->setText(tr("Room noise was measured on %1 from %2 of audio.")
                          .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(learnedUtcMs_),
                                                  QLocale::ShortFormat),
                               length));
}

}  // namespace earwitness::gui
