// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/health_strip.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr size_t kMedianOf = 41;  // windows: ten seconds of four a second
constexpr int kUnknown = -1;
constexpr int kGood = 0;
constexpr int kWarning = 1;
constexpr int kDanger = 2;
constexpr float kSlowShare = 0.5F;  // of real time that inference may take
constexpr float kSlowLatencyMs = 250.0F;

float median(const std::deque<float>& values) {
  std::vector<float> sorted(values.begin(), values.end());
  const auto middle = sorted.begin() + long(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return *middle;
}

void keep(std::deque<float>& values, float value) {
  values.push_back(value);
  if (values.size() > kMedianOf) values.pop_front();
}

}  // namespace

/// A round light: grey, green, amber, red.
class HealthLamp : public QWidget {
 public:
  explicit HealthLamp(QWidget* parent) : QWidget(parent) { setFixedSize(12, 12); }
  void setSeverity(int severity) {
    if (severity == severity_) return;
    severity_ = severity;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const ThemeColours& colours = themeColours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(severity_ == kGood      ? colours.good
                     : severity_ == kWarning ? colours.warning
                     : severity_ == kDanger  ? colours.danger
                                             : colours.track);
    painter.drawEllipse(QRectF(2, 2, 8, 8));
  }

 private:
  int severity_ = kUnknown;
};

HealthStrip::HealthStrip(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("healthStrip"));
  setAccessibleName(tr("Health"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(6);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(2, 1);
  add(Inference, tr("Inference"),
      tr("Median time to classify one window over the last 10 seconds, including the round trip to "
         "the model process, and its share of the available time"),
      "healthInference");
  add(Latency, tr("Latency"),
      tr("From the last sample of a window to its scores: the median of the last ten seconds"),
      "healthLatency");
  add(Dropped, tr("Dropped"),
      tr("Samples lost between microphone and application, and windows skipped because the model "
         "was too slow"),
      "healthDropped");
  add(Signal, tr("Signal"), tr("Input level over the last 10 seconds"), "healthSignal");
  clear();
}

void HealthStrip::add(Item item, const QString& name, const QString& tip, const char* objectName) {
  auto* layout = static_cast<QGridLayout*>(this->layout());
  Cell& cell = cells_[item];
  cell.lamp = new HealthLamp(this);
  auto* label = new QLabel(name, this);
  label->setForegroundRole(QPalette::PlaceholderText);
  cell.value = new QLabel(this);
  cell.value->setObjectName(QString::fromLatin1(objectName));
  cell.value->setAccessibleName(name);
  cell.value->setFont(tabularFont(font()));
  cell.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  const int row = int(item);
  layout->addWidget(cell.lamp, row, 0, Qt::AlignVCenter);
  layout->addWidget(label, row, 1);
  layout->addWidget(cell.value, row, 2);
  for (QWidget* part : {static_cast<QWidget*>(cell.lamp), static_cast<QWidget*>(label),
                        static_cast<QWidget*>(cell.value)})
    part->setToolTip(tip);
}

void HealthStrip::show(Item item, const QString& text, int severity) {
  Cell& cell = cells_[item];
  cell.lamp->setSeverity(severity);
  if (cell.value->text() == text) return;
  cell.value->setText(text);
  cell.value->setAccessibleDescription(text);
}

void HealthStrip::take(const LiveUpdate& update, const SignalWatch& signal, double hopSeconds) {
  for (const ScoredWindow& window : update.windows) {
    keep(inferenceMs_, window.inferenceMs);
    keep(latencyMs_, window.latencyMs);
  }
  if (!update.windows.empty()) {
    const float inference = median(inferenceMs_);
    const float share = inference / float(hopSeconds * 1000.0);
    show(Inference,
         tr("%1 ms · %2%")
             .arg(QLocale().toString(inference, 'f', 1))
             .arg(std::lround(share * 100.0F)),
         share < kSlowShare ? kGood
         : share < 1.0F     ? kWarning
                            : kDanger);
    const float latency = median(latencyMs_);
    show(Latency, tr("%1 ms").arg(double(latency), 0, 'f', 0),
         latency < kSlowLatencyMs ? kGood : kWarning);
  }
  const Health& health = update.health;
  QString dropped = QString::number(health.droppedFrames);
  if (health.droppedWindows > 0)
    dropped = tr("%1 · windows %2").arg(health.droppedFrames).arg(health.droppedWindows);
  show(Dropped, dropped,
       health.droppedFrames > 0    ? kDanger
       : health.droppedWindows > 0 ? kWarning
                                   : kGood);

  using Verdict = SignalWatch::Verdict;
  switch (signal.verdict()) {
    case Verdict::Unknown:
      return show(Signal, tr("\u2013"), kUnknown);
    case Verdict::NoSignal:
      return show(Signal, tr("none"), kDanger);
    case Verdict::Quiet:
      return show(Signal, tr("quiet"), kWarning);
    case Verdict::Good:
      return show(Signal, update.gated ? tr("room noise") : tr("good"), kGood);
    case Verdict::Loud:
      return show(Signal, tr("loud"), kWarning);
    case Verdict::Clipping:
      return show(Signal, tr("clips"), kDanger);
  }
}

void HealthStrip::clear() {
  inferenceMs_.clear();
  latencyMs_.clear();
  for (int item = 0; item < ItemCount; ++item) show(Item(item), tr("\u2013"), kUnknown);
}

QString HealthStrip::inferenceText() const {
  return cells_[Inference].value->text();
}
QString HealthStrip::latencyText() const {
  return cells_[Latency].value->text();
}
QString HealthStrip::droppedText() const {
  return cells_[Dropped].value->text();
}
QString HealthStrip::signalText() const {
  return cells_[Signal].value->text();
}

}  // namespace earwitness::gui
