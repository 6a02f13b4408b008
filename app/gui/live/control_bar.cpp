#include "app/gui/live/control_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include "app/gui/live/device_combo.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

ControlBar::ControlBar(QAction* listen, QAction* freeze, QAction* open, DeviceCombo* devices,
                       QWidget* parent)
    : QWidget(parent),
      listen_(listen),
      listenButton_(makeButton(listen, QStringLiteral("listenButton"))),
      devices_(devices),
      meter_(new LevelMeter(this)) {
  QToolButton* freezeButton = makeButton(freeze, QStringLiteral("freezeButton"));
  QToolButton* openButton = makeButton(open, QStringLiteral("openButton"));
  // The text changes between listening and not; the row must not.
  const int listenWidth = listenButton_->fontMetrics().horizontalAdvance(tr("Listen")) + 60;
  listenButton_->setMinimumWidth(listenWidth);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing / 2);
  layout->setSpacing(kPaneSpacing);
  layout->addWidget(listenButton_);
  layout->addWidget(devices_, 2);
  layout->addSpacing(kPaneSpacing);
  layout->addWidget(meter_, 3);
  layout->addStretch(1);
  layout->addWidget(freezeButton);
  layout->addWidget(openButton);
  for (QWidget* control :
       {static_cast<QWidget*>(listenButton_), static_cast<QWidget*>(freezeButton),
        static_cast<QWidget*>(openButton), static_cast<QWidget*>(devices_)})
    control->setMinimumHeight(32);
  devices_->setMaximumWidth(420);
  meter_->setMaximumWidth(460);
  connect(listen, &QAction::toggled, this, &ControlBar::tintListenButton);
}

void ControlBar::tintListenButton() {
  QPalette colours = palette();
  if (listen_->isChecked()) {
    colours.setColor(QPalette::Button, colours.color(QPalette::Highlight));
    colours.setColor(QPalette::ButtonText, colours.color(QPalette::HighlightedText));
  }
  listenButton_->setPalette(colours);
}

void ControlBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) tintListenButton();
}

QToolButton* ControlBar::makeButton(QAction* action, const QString& name) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setObjectName(name);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setIconSize({16, 16});
  return button;
}

}  // namespace earwitness::gui
