#include "app/gui/live/control_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include "app/gui/live/device_combo.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

ControlBar::ControlBar(QAction* listen, QAction* freeze, QAction* open, DeviceCombo* devices,
                       QWidget* parent)
    : QWidget(parent), devices_(devices), meter_(new LevelMeter(this)) {
  QToolButton* listenButton = makeButton(listen, QStringLiteral("listenButton"));
  QToolButton* freezeButton = makeButton(freeze, QStringLiteral("freezeButton"));
  QToolButton* openButton = makeButton(open, QStringLiteral("openButton"));
  // The text changes between listening and not; the row must not.
  const int listenWidth = listenButton->fontMetrics().horizontalAdvance(tr("Listen")) + 60;
  listenButton->setMinimumWidth(listenWidth);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing / 2);
  layout->setSpacing(kPaneSpacing);
  layout->addWidget(listenButton);
  layout->addWidget(devices_, 2);
  layout->addSpacing(kPaneSpacing);
  layout->addWidget(meter_, 3);
  layout->addSpacing(kPaneSpacing);
  layout->addWidget(freezeButton);
  layout->addWidget(openButton);
  for (QWidget* control : {static_cast<QWidget*>(listenButton), static_cast<QWidget*>(freezeButton),
                           static_cast<QWidget*>(openButton), static_cast<QWidget*>(devices_)})
    control->setMinimumHeight(32);
  devices_->setMaximumWidth(420);
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
