// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/picture_controls.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <array>
#include <cmath>

namespace earwitness::gui {

namespace {

constexpr std::array kSpans{5.0, 10.0, 20.0, 30.0, 60.0, 120.0};
constexpr int kSpacing = 6;

QString withKeys(const QString& tip, const QAction& action) {
  return QStringLiteral("%1 (%2)").arg(tip, action.shortcut().toString(QKeySequence::NativeText));
}

}  // namespace

PictureControls::PictureControls(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("pictureControls"));
  setAccessibleName(tr("Spectrogram"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kSpacing);
  addSpans();
  addAxes();
  addColours();
  addLevels();
  layout->addStretch(1);
  setSettings({});
}

QAction* PictureControls::addShortcut(const QString& text, const QKeySequence& keys) {
  auto* action = new QAction(text, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WindowShortcut);
  addAction(action);
  actions_.append(action);
  return action;
}

QComboBox* PictureControls::addChoice(const QString& label, const QString& name) {
  auto* combo = new QComboBox(this);
  combo->setObjectName(name);
  combo->setAccessibleName(label);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  layout()->addWidget(combo);
  return combo;
}

void PictureControls::addSpans() {
  span_ = addChoice(tr("Visible time"), QStringLiteral("pictureSpan"));
  for (const double seconds : kSpans) span_->addItem(tr("%1 s").arg(seconds), seconds);
  QAction* closer = addShortcut(tr("Show less time"), QKeySequence(tr("Ctrl++")));
  closer->setShortcuts({QKeySequence(tr("Ctrl++")), QKeySequence(tr("Ctrl+="))});
  QAction* wider = addShortcut(tr("Show more time"), QKeySequence(tr("Ctrl+-")));
  span_->setToolTip(tr("Visible time (%1, %2; in the spectrogram + and -, or Ctrl+wheel)")
                        .arg(closer->shortcut().toString(QKeySequence::NativeText),
                             wider->shortcut().toString(QKeySequence::NativeText)));
  connect(closer, &QAction::triggered, this, [this] { stepSpan(-1); });
  connect(wider, &QAction::triggered, this, [this] { stepSpan(1); });
  connect(span_, &QComboBox::activated, this, [this] {
    PictureSettings chosen = settings_;
    chosen.spanSeconds = span_->currentData().toDouble();
    choose(chosen);
  });
}

void PictureControls::addAxes() {
  axis_ = addChoice(tr("Frequency axis"), QStringLiteral("pictureAxis"));
  axis_->addItem(tr("Mel"), int(FrequencyAxis::Mel));
  axis_->addItem(tr("Logarithmic"), int(FrequencyAxis::Log));
  axis_->addItem(tr("Linear"), int(FrequencyAxis::Linear));
  QAction* next = addShortcut(tr("Next frequency axis"), QKeySequence(tr("Ctrl+Shift+F")));
  axis_->setToolTip(withKeys(tr("Frequency axis"), *next));
  const auto take = [this] {
    PictureSettings chosen = settings_;
    chosen.axis = FrequencyAxis(axis_->currentData().toInt());
    choose(chosen);
  };
  connect(axis_, &QComboBox::activated, this, take);
  connect(next, &QAction::triggered, this, [this, take] {
    axis_->setCurrentIndex((axis_->currentIndex() + 1) % axis_->count());
    take();
  });
}

void PictureControls::addColours() {
  map_ = addChoice(tr("Colours"), QStringLiteral("pictureColours"));
  map_->addItem(tr("Inferno"), int(ColourMap::Name::Inferno));
  map_->addItem(tr("Viridis"), int(ColourMap::Name::Viridis));
  map_->addItem(tr("Ice"), int(ColourMap::Name::Ice));
  QAction* next = addShortcut(tr("Next colours"), QKeySequence(tr("Ctrl+Shift+K")));
  map_->setToolTip(withKeys(tr("Colours. Ice suits light surroundings."), *next));
  const auto take = [this] {
    PictureSettings chosen = settings_;
    chosen.map = ColourMap::Name(map_->currentData().toInt());
    choose(chosen);
  };
  connect(map_, &QComboBox::activated, this, take);
  connect(next, &QAction::triggered, this, [this, take] {
    map_->setCurrentIndex((map_->currentIndex() + 1) % map_->count());
    take();
  });
}

QSpinBox* PictureControls::addLevel(const QString& label, const QString& name) {
  auto* level = new QSpinBox(this);
  level->setObjectName(name);
  level->setAccessibleName(label);
  level->setToolTip(label);
  level->setRange(int(PictureSettings::kLowestDb), int(PictureSettings::kHighestDb));
  level->setSuffix(tr(" dB"));
  level->setKeyboardTracking(false);
  layout()->addWidget(level);
  connect(level, &QSpinBox::valueChanged, this, [this] {
    PictureSettings chosen = settings_;
    chosen.floorDb = float(floor_->value());
    chosen.ceilingDb = float(ceiling_->value());
    choose(chosen);
  });
  return level;
}

void PictureControls::addLevels() {
  automatic_ = new QCheckBox(tr("Auto dB"), this);
  automatic_->setObjectName(QStringLiteral("pictureAutomatic"));
  layout()->addWidget(automatic_);
  floor_ = addLevel(tr("Level of the first colour"), QStringLiteral("pictureFloor"));
  ceiling_ = addLevel(tr("Level of the last colour"), QStringLiteral("pictureCeiling"));
  QAction* toggle =
      addShortcut(tr("Automatic floor and ceiling"), QKeySequence(tr("Ctrl+Shift+A")));
  automatic_->setToolTip(withKeys(tr("Floor and ceiling follow the visible part"), *toggle));
  connect(toggle, &QAction::triggered, automatic_, &QCheckBox::click);
  connect(automatic_, &QCheckBox::clicked, this, [this](bool automatic) {
    PictureSettings chosen = settings_;
    chosen.automatic = automatic;
    choose(chosen);
  });
}

void PictureControls::stepSpan(int direction) {
  PictureSettings chosen = settings_;
  if (direction < 0) {
    for (const double span : kSpans)
      if (span < settings_.spanSeconds) chosen.spanSeconds = span;
  } else {
    for (auto span = kSpans.rbegin(); span != kSpans.rend(); ++span)
      if (*span > settings_.spanSeconds) chosen.spanSeconds = *span;
  }
  choose(chosen);
}

void PictureControls::choose(const PictureSettings& settings) {
  const PictureSettings before = settings_;
  setSettings(settings);
  if (settings_ != before) emit settingsChanged(settings_);
}

void PictureControls::setSettings(const PictureSettings& settings) {
  settings_ = settings.valid();
  const QSignalBlocker blockers[] = {QSignalBlocker(span_), QSignalBlocker(floor_),
                                     QSignalBlocker(ceiling_)};
  // A zoom in between stands in the list's field without being one of its items.
  span_->setCurrentIndex(span_->findData(settings_.spanSeconds));
  span_->setPlaceholderText(tr("%1 s").arg(settings_.spanSeconds, 0, 'g', 3));
  axis_->setCurrentIndex(axis_->findData(int(settings_.axis)));
  map_->setCurrentIndex(map_->findData(int(settings_.map)));
  automatic_->setChecked(settings_.automatic);
  floor_->setVisible(!settings_.automatic);
  ceiling_->setVisible(!settings_.automatic);
  floor_->setValue(int(std::lround(settings_.floorDb)));
  ceiling_->setValue(int(std::lround(settings_.ceilingDb)));
}

}  // namespace earwitness::gui
