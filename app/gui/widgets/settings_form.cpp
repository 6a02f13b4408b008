// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/settings_form.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

/// "F&older:" -> "Folder"
QString plainName(QString text) {
  text.remove(u'&');
  if (text.endsWith(u':')) text.chop(1);
  return text;
}

/// The control itself, or the first of a row of them.
QWidget* firstControl(QWidget* control) {
  while (control->focusPolicy() == Qt::NoFocus && control->layout() != nullptr &&
         control->layout()->count() > 0 && control->layout()->itemAt(0)->widget() != nullptr)
    control = control->layout()->itemAt(0)->widget();
  return control;
}

/// For those who hear the window: what it is called and what it does.
void describe(QWidget* control, const QString& name, const QString& help) {
  if (control->accessibleName().isEmpty()) control->setAccessibleName(plainName(name));
  control->setAccessibleDescription(help);
}

/// A line under a control that follows the theme.
class RemarkLabel : public QLabel {
 public:
  explicit RemarkLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setFont(smallFont(font()));
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
    hide();
  }
  void say(const QString& text, bool isProblem) {
    isProblem_ = isProblem;
    setText(text);
    setVisible(!text.isEmpty());
    paintAnew();
  }

 protected:
  void changeEvent(QEvent* event) override {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) paintAnew();
  }

 private:
  void paintAnew() {
    const ThemeColours& theme = themeColours(parentWidget()->palette());
    const QColor wanted = isProblem_ ? theme.danger : theme.good;
    if (palette().color(QPalette::WindowText) == wanted) return;
    QPalette own = parentWidget()->palette();
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
  }

  bool isProblem_ = false;
};

}  // namespace

QLabel* makeHelpLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setFont(smallFont(label->font()));
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QWidget* makeRowOf(std::initializer_list<QWidget*> controls, QWidget* parent, int stretched) {
  auto* row = new QWidget(parent);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  int index = 0;
  for (QWidget* control : controls) layout->addWidget(control, index++ == stretched ? 1 : 0);
  if (stretched < 0) layout->addStretch();
  return row;
}

SettingsForm::SettingsForm(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(20, 16, 20, 16);
  grid_->setHorizontalSpacing(16);
  grid_->setVerticalSpacing(2);
  grid_->setColumnStretch(1, 1);
}

void SettingsForm::addHeading(const QString& text) {
  auto* heading = new QLabel(text, this);
  QFont font = heading->font();
  font.setBold(true);
  heading->setFont(font);
  heading->setContentsMargins(0, row_ == 0 ? 0 : 8, 0, 4);
  grid_->addWidget(heading, row_++, 0, 1, 2);
}

void SettingsForm::addRow(const QString& name, QWidget* control, const QString& help) {
  addNamed(name, control, help, Qt::AlignVCenter);
}

void SettingsForm::addRow(QWidget* control, const QString& help) {
  QWidget* first = firstControl(control);
  const auto* button = qobject_cast<QAbstractButton*>(first);
  describe(first, button != nullptr ? button->text() : QString(), help);
  grid_->addWidget(control, row_++, 0, 1, 2);
  const int tick = style()->pixelMetric(QStyle::PM_IndicatorWidth) +
                   style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
  addLines(control, help, 0, button != nullptr && button->isCheckable() ? tick : 0);
}

void SettingsForm::addStretchingRow(const QString& name, QWidget* control, const QString& help) {
  grid_->setRowStretch(row_, 1);
  addNamed(name, control, help, Qt::AlignTop);
}

void SettingsForm::addNamed(const QString& name, QWidget* control, const QString& help,
                            Qt::Alignment alignment) {
  auto* label = new QLabel(name, this);
  QWidget* first = firstControl(control);
  label->setBuddy(first);
  describe(first, name, help);
  grid_->addWidget(label, row_, 0, Qt::AlignLeft | alignment);
  grid_->addWidget(control, row_++, 1);
  addLines(control, help, 1, 0);
}

void SettingsForm::addLines(QWidget* control, const QString& help, int column, int indent) {
  QLabel* helpLabel = help.isEmpty() ? nullptr : makeHelpLabel(help, this);
  auto* remark = new RemarkLabel(this);
  remarks_.insert(control, remark);
  for (QLabel* line : {helpLabel, static_cast<QLabel*>(remark)}) {
    if (line == nullptr) continue;
    line->setIndent(indent);
    grid_->addWidget(line, row_++, column, 1, 2 - column);
  }
  grid_->setRowMinimumHeight(row_++, 8);
}

void SettingsForm::endRows() {
  grid_->setRowStretch(row_++, 1);
}

void SettingsForm::say(QWidget* control, const QString& text, bool isProblem) {
  static_cast<RemarkLabel*>(remarks_.value(control))->say(text, isProblem);
}

void SettingsForm::setProblem(QWidget* control, const QString& text) {
  say(control, text, true);
}

void SettingsForm::setNote(QWidget* control, const QString& text) {
  say(control, text, false);
}

}  // namespace earwitness::gui
