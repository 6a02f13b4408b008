// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/curves_plot.h"

#include <QBuffer>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curve_cursor.h"
#include "app/gui/training/curve_export.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/save_dialog.h"
#include "core/base/atomic_file.h"

namespace earwitness::gui {

namespace {

constexpr const char* kLogKey = "training/logLoss";
constexpr const char* kSmoothingKey = "training/smoothing";
constexpr int kMostSmoothing = 98;  // hundredths
constexpr double kZoomStep = 0.8;
constexpr double kNotch = 120.0;  // of a mouse wheel, eighths of a degree

struct FormatChoice {
  CurvesPlot::Format format;
  const char* action;
  const char* filter;
  const char* ending;
};
constexpr FormatChoice kFormats[] = {
    {CurvesPlot::Format::Png, QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "Save image (PNG)…"),
     QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "PNG image (*.png)"), ".png"},
    {CurvesPlot::Format::Svg,
     QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "Save drawing (SVG)…"),
     QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "SVG drawing (*.svg)"), ".svg"},
    {CurvesPlot::Format::Csv,
     QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "Save values (CSV)…"),
     QT_TRANSLATE_NOOP("earwitness::gui::CurvesPlot", "Table (*.csv)"), ".csv"}};

bool isByKey(Qt::FocusReason reason) {
  return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
         reason == Qt::ShortcutFocusReason;
}

}  // namespace

CurvesPlot::CurvesPlot(QWidget* parent)
    : QWidget(parent), canvas_(new CurveCanvas(this)), cursor_(new CurveCursor(canvas_)) {
  setObjectName(QStringLiteral("curvesPlot"));
  canvas_->setAccessibleName(tr("Curves of the training"));
  canvas_->setMouseTracking(true);
  canvas_->installEventFilter(this);
  connect(canvas_, &QCustomPlot::afterReplot, cursor_, &CurveCursor::refresh);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(controls());
  layout->addWidget(canvas_, 1);
  setFocusProxy(canvas_);
  setNote(tr("The curves begin with the first epoch."));
}

QSize CurvesPlot::sizeHint() const {
  return {900, 420};
}
QSize CurvesPlot::minimumSizeHint() const {
  return {400, 220};
}

QWidget* CurvesPlot::controls() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(10);
  auto* hint = new ElidedLabel(row);
  hint->setText(tr("Wheel: zoom · drag: move · double click: all"));
  hint->setForegroundRole(QPalette::PlaceholderText);
  layout->addWidget(hint, 1);

  logLoss_ = new QCheckBox(tr("&Logarithmic loss"), row);
  connect(logLoss_, &QCheckBox::toggled, this, [this](bool isLog) {
    QSettings().setValue(QLatin1String(kLogKey), isLog);
    canvas_->setLogLoss(isLog);
  });
  layout->addWidget(logLoss_);

  auto* label = new QLabel(tr("S&moothing"), row);
  smoothing_ = new QSlider(Qt::Horizontal, row);
  smoothing_->setRange(0, kMostSmoothing);
  smoothing_->setPageStep(10);
  smoothing_->setFixedWidth(110);
  smoothing_->setAccessibleName(tr("Smoothing"));
  label->setBuddy(smoothing_);
  connect(smoothing_, &QSlider::valueChanged, this, [this](int value) {
    QSettings().setValue(QLatin1String(kSmoothingKey), value);
    smoothing_->setToolTip(tr("Running average, weight %1").arg(value / 100.0));
    canvas_->setSmoothing(value / 100.0);
  });
  layout->addWidget(label);
  layout->addWidget(smoothing_);

  auto* more = new QPushButton(tr("&Curves"), row);
  more->setAccessibleName(tr("Display and export of the curves"));
  more->setAutoDefault(false);
  more->setMenu(moreMenu());
  layout->addWidget(more);
  logLoss_->setChecked(QSettings().value(QLatin1String(kLogKey)).toBool());
  smoothing_->setValue(QSettings().value(QLatin1String(kSmoothingKey)).toInt());
  return row;
}

QMenu* CurvesPlot::moreMenu() {
  auto* menu = new QMenu(this);
  const std::pair<bool, QString> kinds[] = {{false, tr("Show &training")},
                                            {true, tr("Show &validation")}};
  for (const auto& [validation, text] : kinds) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::triggered, this, [this, validation = validation](bool shown) {
      canvas_->setKindShown(validation, shown);
    });
    connect(canvas_, &CurveCanvas::kindsChanged, action, [this, action, validation = validation] {
      action->setChecked(canvas_->isKindShown(validation));
    });
  }
  connect(menu->addAction(tr("Show &all epochs")), &QAction::triggered, canvas_,
          &CurveCanvas::showAll);
  menu->addSeparator();
  for (const FormatChoice& choice : kFormats)
    connect(menu->addAction(tr(choice.action)), &QAction::triggered, this,
            [this, format = choice.format] { askForFile(format); });
  return menu;
}

void CurvesPlot::setRuns(const std::vector<Curves>& runs) {
  canvas_->setRuns(runs);
  showNote();
  if (cursor_->epoch() > canvas_->lastEpoch()) cursor_->setEpoch(0);
}

void CurvesPlot::setNote(const QString& note) {
  note_ = note;
  showNote();
}

void CurvesPlot::showNote() {
  const bool isEmpty = canvas_->lastEpoch() == 0 && canvas_->drawnPoints() == 0;
  cursor_->setNote(isEmpty ? note_ : QString());
}

void CurvesPlot::askForFile(Format format) {
  const FormatChoice& choice = kFormats[size_t(format)];
  const SaveRequest request{.title = tr("Save curves"),
                            .stem = tr("curves", "name of a file"),
                            .kinds = {{tr(choice.filter), QString::fromLatin1(choice.ending)}}};
  askWhereToSave(this, request,
                 [this, format](const QString& file, int) { exportTo(file, format); });
}

void CurvesPlot::exportTo(const QString& path, Format format) {
  auto image = std::make_shared<QImage>();
  auto bytes = std::make_shared<QByteArray>();
  if (format == Format::Png) *image = curvesImage(*canvas_);
  if (format == Format::Svg) *bytes = curvesSvg(*canvas_);
  if (format == Format::Csv) *bytes = curvesCsv(canvas_->runs());
  auto sentence = std::make_shared<QString>(tr("Saved to %1").arg(path));
  inBackground(
      this,
      [path, image, bytes, sentence] {
        if (!image->isNull()) {
          QBuffer buffer(bytes.get());
          buffer.open(QIODevice::WriteOnly);
          image->save(&buffer, "PNG");
        }
        try {
          writeFileAtomically(path.toStdString(),
                              std::string_view(bytes->constData(), size_t(bytes->size())));
        } catch (const std::exception&) {
          *sentence = shownProblem();
        }
      },
      [this, sentence] { emit told(*sentence); });
}

bool CurvesPlot::eventFilter(QObject* watched, QEvent* event) {
  if (watched != canvas_) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      mousePressed(*static_cast<QMouseEvent*>(event));
      break;
    case QEvent::MouseMove:
      mouseMoved(*static_cast<QMouseEvent*>(event));
      break;
    case QEvent::MouseButtonRelease:
      isDragging_ = false;
      canvas_->unsetCursor();
      break;
    case QEvent::MouseButtonDblClick:
      canvas_->showAll();
      break;
    case QEvent::Leave:
      cursor_->setEpoch(0);
      break;
    case QEvent::Wheel:
      wheelTurned(*static_cast<QWheelEvent*>(event));
      return true;
    case QEvent::KeyPress:
      return keyPressed(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusIn:
      cursor_->setFramed(isByKey(static_cast<QFocusEvent*>(event)->reason()));
      break;
    case QEvent::FocusOut:
      cursor_->setFramed(false);
      break;
    default:
      break;
  }
  return false;
}

void CurvesPlot::mousePressed(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton || !canvas_->panelAt(event.pos())) return;
  isDragging_ = true;
  dragged_ = event.position();
}

void CurvesPlot::mouseMoved(const QMouseEvent& event) {
  if (isDragging_) {
    if (canvas_->isZoomed()) canvas_->setCursor(Qt::ClosedHandCursor);
    canvas_->moveEpochs(canvas_->epochAt(dragged_.x()) - canvas_->epochAt(event.position().x()));
    dragged_ = event.position();
  }
  if (canvas_->panelAt(event.pos()))
    moveCursorTo(int(std::lround(canvas_->epochAt(event.position().x()))));
  else
    cursor_->setEpoch(0);
}

void CurvesPlot::wheelTurned(const QWheelEvent& event) {
  const auto panel = canvas_->panelAt(event.position().toPoint());
  const double factor = std::pow(kZoomStep, event.angleDelta().y() / kNotch);
  if (panel && event.modifiers().testFlag(Qt::ControlModifier))
    canvas_->zoomPanel(*panel, factor, event.position().y());
  else if (event.angleDelta().y() != 0)
    canvas_->zoomEpochs(factor, canvas_->epochAt(event.position().x()));
  else
    canvas_->moveEpochs(-event.angleDelta().x() / kNotch * canvas_->epochRange().size() / 10.0);
}

void CurvesPlot::moveCursorTo(int epoch) {
  const int last = canvas_->lastEpoch();
  cursor_->setEpoch(last == 0 ? 0 : std::clamp(epoch, 1, last));
  canvas_->setAccessibleDescription(cursor_->text());
}

bool CurvesPlot::keyPressed(const QKeyEvent& event) {
  const int now = cursor_->epoch();
  const int last = canvas_->lastEpoch();
  const double around = now > 0 ? now : canvas_->epochRange().center();
  const int step = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  switch (event.key()) {
    case Qt::Key_Left:
      moveCursorTo(now > 0 ? now - step : last);
      return true;
    case Qt::Key_Right:
      moveCursorTo(now > 0 ? now + step : last);
      return true;
    case Qt::Key_Home:
      moveCursorTo(1);
      return true;
    case Qt::Key_End:
      moveCursorTo(last);
      return true;
    case Qt::Key_PageUp:
      canvas_->moveEpochs(-canvas_->epochRange().size() / 2.0);
      return true;
    case Qt::Key_PageDown:
      canvas_->moveEpochs(canvas_->epochRange().size() / 2.0);
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      canvas_->zoomEpochs(kZoomStep, around);
      return true;
    case Qt::Key_Minus:
      canvas_->zoomEpochs(1.0 / kZoomStep, around);
      return true;
    case Qt::Key_0:
      canvas_->showAll();
      return true;
    default:
      return false;
  }
}

}  // namespace earwitness::gui
