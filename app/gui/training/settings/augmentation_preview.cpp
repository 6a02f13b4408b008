// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/augmentation_preview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/settings/settings_document.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr int kPatienceMs = 150;
constexpr int kLeastPictureHeight = 70;

}  // namespace

/// One of the two pictures, as wide as there is room.
class PairView : public QWidget {
 public:
  explicit PairView(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setMinimumHeight(kLeastPictureHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  }
  /// `share` of the width is covered: a cropped example is shorter.
  void setImage(const QImage& image, double share) {
    image_ = image;
    share_ = share;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const ThemeColours& theme = themeColours(palette());
    painter.fillRect(rect(), theme.track);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!image_.isNull())
      painter.drawImage(QRectF(0, 0, width() * share_, height()), image_, QRectF(image_.rect()));
    painter.setPen(theme.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }

 private:
  QImage image_;
  double share_ = 1.0;
};

AugmentationPreview::AugmentationPreview(SettingsDocument* document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      clipName_(new ElidedLabel(this)),
      before_(new PairView(tr("Log-mel before"), this)),
      after_(new PairView(tr("Log-mel after"), this)),
      labels_(new ElidedLabel(this)),
      message_(makeHelpLabel({}, this)),
      nextClip_(new QPushButton(tr("Next &clip"), this)),
      anotherDraw_(new QPushButton(tr("New &random values"), this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(clipName_);
  layout->addWidget(before_, 1);
  layout->addSpacing(4);
  layout->addWidget(labels_);
  layout->addWidget(after_, 1);
  layout->addWidget(message_);
  for (QPushButton* button : {nextClip_, anotherDraw_}) button->setAutoDefault(false);
  nextClip_->setToolTip(tr("Shows another clip of the data set"));
  anotherDraw_->setToolTip(tr("The same clip with other random values"));
  layout->addWidget(makeRowOf({nextClip_, anotherDraw_}, this));

  soon_.setSingleShot(true);
  soon_.setInterval(kPatienceMs);
  connect(&soon_, &QTimer::timeout, this, &AugmentationPreview::make);
  connect(document_, &SettingsDocument::changed, this, &AugmentationPreview::askSoon);
  connect(nextClip_, &QPushButton::clicked, this, [this] {
    clip_ = (clip_ + 1) % clips_.size();
    askSoon();
  });
  connect(anotherDraw_, &QPushButton::clicked, this, [this] {
    ++draw_;
    askSoon();
  });
  showTexts();
}

void AugmentationPreview::setClips(std::vector<PreviewClip> clips) {
  clips_ = std::move(clips);
  clip_ = 0;
  pair_ = {};
  before_->setImage({}, 1.0);
  after_->setImage({}, 1.0);
  showTexts();
  askSoon();
}

void AugmentationPreview::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isStale_) askSoon();
}

void AugmentationPreview::askSoon() {
  isStale_ = true;
  if (isVisible() && !isBusy_) soon_.start();
}

/// The next clip of another class, where there is one: that is what training mixes mostly.
const PreviewClip& AugmentationPreview::otherClip() const {
  for (size_t i = 1; i < clips_.size(); ++i)
    if (const PreviewClip& other = clips_[(clip_ + i) % clips_.size()];
        other.label != clips_[clip_].label)
      return other;
  return clips_[clip_];
}

void AugmentationPreview::make() {
  if (clips_.empty() || isBusy_) return;
  isBusy_ = true;
  isStale_ = false;
  auto pair = std::make_shared<AugmentedPair>();
  readInBackground(
      this,
      [pair, maker = maker_, settings = document_->settings(), clip = clips_[clip_],
       other = otherClip(), draw = draw_] { *pair = maker->make(settings, clip, other, draw); },
      [this, pair] {
        isBusy_ = false;
        take(*pair);
        if (isStale_) askSoon();
      },
      [this](const QString& sentence) {
        isBusy_ = false;
        AugmentedPair none;
        none.problem = sentence;
        take(none);
      });
}

void AugmentationPreview::take(const AugmentedPair& pair) {
  if (clips_.empty()) return;
  pair_ = pair;
  const double share =
      pair.before.isNull() ? 1.0 : double(pair.after.width()) / pair.before.width();
  before_->setImage(pair.before, 1.0);
  after_->setImage(pair.after, share);
  showTexts();
  emit shown();
}

void AugmentationPreview::showTexts() {
  nextClip_->setEnabled(clips_.size() > 1);
  anotherDraw_->setEnabled(!clips_.empty());
  const bool isThere = !clips_.empty();
  clipName_->setText(isThere
                         ? tr("Before: %1, %2")
                               .arg(displayLabel(clips_[clip_].label),
                                    QString::fromStdString(clips_[clip_].path.filename().string()))
                         : tr("Before"));
  labels_->setText(pair_.labels.isEmpty()
                       ? tr("After")
                       : tr("After: %1, %2").arg(pair_.labels, durationText(pair_.seconds)));
  message_->setText(isThere ? pair_.problem
                            : tr("Choose sounds to preview the effect of the steps."));
  message_->setVisible(!message_->text().isEmpty());
}

}  // namespace earwitness::gui
